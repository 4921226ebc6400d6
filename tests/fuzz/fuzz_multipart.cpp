// SPDX-License-Identifier: GPL-3.0-or-later
// The first line is the Content-Type header, the rest the body.
#include "model/intake/intake.h"

using namespace salesdesk;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const QTimeZone zone("Europe/Amsterdam");
    const QByteArrayView input(data, static_cast<qsizetype>(size));
    const auto end = input.indexOf('\n');
    if (end < 0)
        return 0;
    (void)readCall(Endpoint::Sales, input.first(end), input.sliced(end + 1), zone);
    (void)readCall(Endpoint::Activities, "multipart/form-data; boundary=B", input.sliced(end + 1), zone);
    return 0;
}
