// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/filterlanguage.h"
#include "model/domain/provider.h"

namespace salesdesk
{

/// A read filter of activities or sales: terms joined by AND. `id:"deal 1" type:Sale provider:"Zapier
/// webhooks" agent:"Bo" team:North contact:5012 value:>100 since:2h until:2026-11-01 changed:1d unlinked`,
/// for sales `product:` in the place of `type:`, and the words `cancelled` and `retention`. since: and until:
/// are of the record's moment. agent:, team: and product: take an external ID, or a part of the name of whom
/// it is linked to (or of what its sender calls it). A bare word looks in all of a record's texts.
struct RecordFilter {
    enum class Field {
        Id,
        Type,
        Provider,
        Agent,
        Team,
        Product,
        Contact,
        Value,
        Since,
        Until,
        Changed,
        Unlinked,
        Cancelled,
        Retention,
        Text
    };
    struct Term {
        Field field = Field::Text;
        bool negated = false;
        QStringList values;         ///< as written
        std::optional<qint64> time; ///< Since, Until, Changed: UTC ms
        friend bool operator==(const Term &, const Term &) = default;
    };
    QList<Term> terms;

    /// Whether what it finds depends on links, names and entities, not on the records alone.
    [[nodiscard]] bool resolves() const;
    /// Whether it names the records it finds: there are few, and they are found at once.
    [[nodiscard]] bool namesRecords() const;
    friend bool operator==(const RecordFilter &, const RecordFilter &) = default;
};

/// A bound of `value:`, such as ">100".
struct ValueBound {
    enum class Is { Equal, Less, LessOrEqual, Greater, GreaterOrEqual };
    Is is = Is::Equal;
    qint64 cents = 0; ///< hundredths, of euros or of what the value counts
    friend bool operator==(const ValueBound &, const ValueBound &) = default;
};
[[nodiscard]] std::optional<ValueBound> readValueBound(const QString &text);

/// `now` (UTC ms) and `zone` are for the times.
[[nodiscard]] std::variant<FilterError, RecordFilter> readRecordFilter(Endpoint endpoint, QStringView text,
                                                                       qint64 now, const QTimeZone &zone);

/// What is known to complete a record filter with: names and types, as they are.
struct KnownNames {
    QStringList types;
    QStringList providers;
    QStringList agents;
    QStringList teams;
    QStringList products;
};
[[nodiscard]] FilterCompletion completeRecordFilter(Endpoint endpoint, QStringView text, qsizetype cursor,
                                                    const KnownNames &known);

} // namespace salesdesk
