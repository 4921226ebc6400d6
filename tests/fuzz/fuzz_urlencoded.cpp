// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/intake.h"

using namespace salesdesk;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const QTimeZone zone("Europe/Amsterdam");
    const QByteArrayView body(data, static_cast<qsizetype>(size));
    for (const auto endpoint : {Endpoint::Activities, Endpoint::Sales})
        (void)readCall(endpoint, "application/x-www-form-urlencoded", body, zone);
    return 0;
}
