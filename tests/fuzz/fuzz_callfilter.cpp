// SPDX-License-Identifier: GPL-3.0-or-later
// The filter language: an error points into the text.
#include "model/domain/callfilter.h"

#include <cstdlib>

using namespace salesdesk;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const QTimeZone zone("Europe/Amsterdam");
    const auto text = QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto result = readCallFilter(text, 1'765'389'600'000, zone);
    if (const auto *error = std::get_if<FilterError>(&result)) {
        if (error->position < 0 || error->length < 1 || error->position + error->length > text.size() + 1)
            abort();
    }
    return 0;
}
