// SPDX-License-Identifier: GPL-3.0-or-later
// JSON bodies: simdjson's verdict and that of the byte-by-byte reading, which finds faults, must agree.
#include "model/intake/intake.h"
#include "model/intake/jsonsyntax.h"

#include <QJsonDocument>

#include <cstdlib>

using namespace salesdesk;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const QTimeZone zone("Europe/Amsterdam");
    const QByteArrayView body(data, static_cast<qsizetype>(size));
    for (const auto endpoint : {Endpoint::Activities, Endpoint::Sales}) {
        const auto reading = readCall(endpoint, "application/json", body, zone);
        const auto *refusal = std::get_if<Refusal>(&reading.result);
        if (refusal && QJsonDocument::fromJson(problemAnswer(*refusal, CallId{1})).isNull())
            abort(); // every answer is JSON
        const bool parses = !refusal || refusal->reason == CallReason::FieldsInvalid;
        if (parses && findJsonFault(body.startsWith("\xEF\xBB\xBF") ? body.sliced(3) : body))
            abort(); // simdjson took what is no JSON
        if (refusal && refusal->detail.startsWith(QStringLiteral("The body does not parse as JSON")))
            abort(); // simdjson refused what is JSON
    }
    return 0;
}
