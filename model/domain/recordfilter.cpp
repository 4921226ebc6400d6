// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/recordfilter.h"

#include "model/domain/money.h"

#include <algorithm>
#include <array>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

using Field = RecordFilter::Field;

struct FieldName {
    Field field;
    QLatin1StringView name;
    std::optional<Endpoint> only = {}; ///< nothing: of both
};

constexpr std::array names{
    FieldName{Field::Id, "id"_L1},
    FieldName{Field::Type, "type"_L1, Endpoint::Activities},
    FieldName{Field::Provider, "provider"_L1},
    FieldName{Field::Agent, "agent"_L1},
    FieldName{Field::Team, "team"_L1},
    FieldName{Field::Product, "product"_L1, Endpoint::Sales},
    FieldName{Field::Contact, "contact"_L1},
    FieldName{Field::Value, "value"_L1},
    FieldName{Field::Since, "since"_L1},
    FieldName{Field::Until, "until"_L1},
    FieldName{Field::Changed, "changed"_L1},
};
constexpr std::array words{
    FieldName{Field::Unlinked, "unlinked"_L1},
    FieldName{Field::Cancelled, "cancelled"_L1, Endpoint::Sales},
    FieldName{Field::Retention, "retention"_L1, Endpoint::Sales},
};

bool isTime(Field field)
{
    return field == Field::Since || field == Field::Until || field == Field::Changed;
}

/// The fields that the endpoint's records have, in the order of the grammar's names and words.
QList<Field> fieldsOf(Endpoint endpoint, FilterGrammar &grammar)
{
    QList<Field> fields;
    const auto take = [&](const auto &table, QStringList &into) {
        for (const auto &row : table) {
            if (row.only && *row.only != endpoint)
                continue;
            into.append(row.name);
            fields.append(row.field);
        }
    };
    take(names, grammar.names);
    take(words, grammar.words);
    return fields;
}

QStringList valuesOf(Field field, const KnownNames &known)
{
    switch (field) {
    case Field::Type:
        return known.types;
    case Field::Provider:
        return known.providers;
    case Field::Agent:
        return known.agents;
    case Field::Team:
        return known.teams;
    case Field::Product:
        return known.products;
    case Field::Value:
        return {u">100"_s, u">1000"_s, u"<0"_s};
    case Field::Since:
    case Field::Until:
    case Field::Changed:
        return {u"1h"_s, u"24h"_s, u"7d"_s, u"30d"_s};
    case Field::Id:
    case Field::Contact:
    case Field::Unlinked:
    case Field::Cancelled:
    case Field::Retention:
    case Field::Text:
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace

bool RecordFilter::resolves() const
{
    return std::any_of(terms.cbegin(), terms.cend(), [](const Term &term) {
        return term.field == Field::Agent || term.field == Field::Team || term.field == Field::Product ||
               term.field == Field::Unlinked || term.field == Field::Text || term.field == Field::Provider;
    });
}

bool RecordFilter::namesRecords() const
{
    return std::any_of(terms.cbegin(), terms.cend(),
                       [](const Term &term) { return term.field == Field::Id && !term.negated; });
}

std::optional<ValueBound> readValueBound(const QString &text)
{
    static constexpr std::array<std::pair<QLatin1StringView, ValueBound::Is>, 5> signs{{
        {">="_L1, ValueBound::Is::GreaterOrEqual},
        {"<="_L1, ValueBound::Is::LessOrEqual},
        {">"_L1, ValueBound::Is::Greater},
        {"<"_L1, ValueBound::Is::Less},
        {"="_L1, ValueBound::Is::Equal},
    }};
    auto digits = QStringView(text);
    auto is = ValueBound::Is::Equal;
    for (const auto &[sign, meaning] : signs) {
        if (digits.startsWith(sign)) {
            digits = digits.sliced(sign.size());
            is = meaning;
            break;
        }
    }
    const auto money = readMoney(digits.toLatin1());
    return money.cents ? std::optional(ValueBound{is, money.cents->value}) : std::nullopt;
}

std::variant<FilterError, RecordFilter> readRecordFilter(Endpoint endpoint, QStringView text, qint64 now,
                                                         const QTimeZone &zone)
{
    FilterGrammar grammar;
    const auto fields = fieldsOf(endpoint, grammar);
    grammar.check = [&](int name, const QString &value) {
        const auto field = fields.at(name);
        if (isTime(field) && !readFilterTime(value, now, zone))
            return filterTimeRule(grammar.names.at(name));
        if (field == Field::Value && !readValueBound(value))
            return u"value: takes a number with at most two decimals, such as >100, <=49.95 or 10."_s;
        return QString();
    };
    const auto read = readFilterTerms(text, grammar);
    if (const auto *error = std::get_if<FilterError>(&read))
        return *error;
    RecordFilter filter;
    for (const auto &written : std::get<QList<WrittenTerm>>(read)) {
        RecordFilter::Term term{written.name == WrittenTerm::FreeText ? Field::Text : fields.at(written.name),
                                written.negated,
                                written.values,
                                {}};
        if (isTime(term.field))
            term.time = readFilterTime(term.values.last(), now, zone);
        filter.terms.append(term);
    }
    return filter;
}

FilterCompletion completeRecordFilter(Endpoint endpoint, QStringView text, qsizetype cursor,
                                      const KnownNames &known)
{
    FilterGrammar grammar;
    const auto fields = fieldsOf(endpoint, grammar);
    return completeFilter(text, cursor, grammar, [&](int name) { return valuesOf(fields.at(name), known); });
}

} // namespace salesdesk
