// SPDX-License-Identifier: GPL-3.0-or-later
// Moments: what is read can be written and is read again as the same instant.
#include "model/domain/moment.h"

#include <array>
#include <cstdlib>

using namespace salesdesk;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const std::array zones{QTimeZone("Europe/Amsterdam"), QTimeZone("Australia/Lord_Howe"),
                                  QTimeZone("Pacific/Apia")};
    const auto text = QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    for (const auto &zone : zones) {
        const auto moment = readMoment(text, zone);
        if (!moment)
            continue;
        if (moment->local.toMSecsSinceEpoch() != moment->utcMs)
            abort();
        const auto written = toLocalIso(*moment);
        if (written.startsWith(u"0000") || written.size() > 29)
            continue; // an offset can carry it past the years that are read
        const auto again = readMoment(written, zone);
        // Mean solar time, before there were zones, has seconds in its offset, which ISO 8601 cannot say.
        if (!again || std::abs(again->utcMs - moment->utcMs) >= 60'000)
            abort();
    }
    return 0;
}
