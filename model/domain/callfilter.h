// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/filterlanguage.h"

namespace salesdesk
{

/// A read filter: terms joined by AND. `status:4xx provider:"Zapier webhooks" endpoint:sales type:Sale
/// agent:123 record:"deal 1" reason:key_revoked since:2h until:2026-11-01 body:"deal 123"`; `-` before a term
/// negates it; a bare word looks in record, type and reason detail. Several values of one name, separated by
/// commas, are OR.
struct CallFilter {
    enum class Field { Status, Provider, Endpoint, Type, Agent, Record, Reason, Since, Until, Body, Text };
    struct Term {
        Field field = Field::Text;
        bool negated = false;
        QStringList values;         ///< as written
        std::optional<qint64> time; ///< Since, Until: UTC ms
        friend bool operator==(const Term &, const Term &) = default;
    };
    QList<Term> terms;
    friend bool operator==(const CallFilter &, const CallFilter &) = default;
};

/// Reads the filter language. `now` (UTC ms) and `zone` are for since: and until:, which take "2h", "30m",
/// "7d", "2026-11-01" and "2026-11-01T09:00".
[[nodiscard]] std::variant<FilterError, CallFilter> readCallFilter(QStringView text, qint64 now,
                                                                   const QTimeZone &zone);

/// For a cursor at `cursor`; `providers` are names. No candidates where anything can stand.
[[nodiscard]] FilterCompletion completeCallFilter(QStringView text, qsizetype cursor,
                                                  const QStringList &providers);

} // namespace salesdesk
