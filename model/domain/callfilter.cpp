// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/callfilter.h"

#include "model/domain/call.h"

#include <QRegularExpression>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

using Field = CallFilter::Field;

/// In the order of CallFilter::Field.
const QStringList &names()
{
    static const QStringList list{u"status"_s, u"provider"_s, u"endpoint"_s, u"type"_s,  u"agent"_s,
                                  u"record"_s, u"reason"_s,   u"since"_s,    u"until"_s, u"body"_s};
    return list;
}

QString ruleBroken(Field field, const QString &value, qint64 now, const QTimeZone &zone)
{
    switch (field) {
    case Field::Status: {
        static const QRegularExpression status(u"^[1-5](xx|[0-9]{2})$"_s,
                                               QRegularExpression::CaseInsensitiveOption);
        return status.match(value).hasMatch()
                   ? QString()
                   : u"status: takes a status such as 422, or a class such as 4xx."_s;
    }
    case Field::Endpoint:
        return value == "activities"_L1 || value == "sales"_L1 ? QString()
                                                               : u"endpoint: takes activities or sales."_s;
    case Field::Reason:
        return callReasonFromText(value)
                   ? QString()
                   : u"There is no reason \"%1\". Reasons are words such as created, key_revoked, "
                     "not_recognised."_s.arg(value);
    case Field::Since:
    case Field::Until:
        return readFilterTime(value, now, zone) ? QString()
                                                : filterTimeRule(names().at(static_cast<int>(field)));
    case Field::Provider:
    case Field::Type:
    case Field::Agent:
    case Field::Record:
    case Field::Body:
    case Field::Text:
        return {};
    }
    Q_UNREACHABLE();
}

QStringList valuesOf(Field field, const QStringList &providers)
{
    switch (field) {
    case Field::Status:
        return {u"2xx"_s, u"4xx"_s, u"5xx"_s, u"200"_s, u"201"_s, u"400"_s, u"401"_s, u"403"_s, u"404"_s,
                u"405"_s, u"408"_s, u"411"_s, u"413"_s, u"415"_s, u"422"_s, u"429"_s, u"503"_s};
    case Field::Provider:
        return providers;
    case Field::Endpoint:
        return {u"activities"_s, u"sales"_s};
    case Field::Reason: {
        QStringList words;
        for (int reason = 0; reason <= static_cast<int>(CallReason::Internal); ++reason)
            words.append(toText(static_cast<CallReason>(reason)));
        return words;
    }
    case Field::Since:
    case Field::Until:
        return {u"15m"_s, u"1h"_s, u"24h"_s, u"7d"_s, u"30d"_s};
    case Field::Type:
    case Field::Agent:
    case Field::Record:
    case Field::Body:
    case Field::Text:
        return {};
    }
    Q_UNREACHABLE();
}

FilterGrammar grammar(qint64 now, const QTimeZone &zone)
{
    return {names(), {}, [now, zone](int name, const QString &value) {
                return ruleBroken(static_cast<Field>(name), value, now, zone);
            }};
}

} // namespace

std::variant<FilterError, CallFilter> readCallFilter(QStringView text, qint64 now, const QTimeZone &zone)
{
    const auto read = readFilterTerms(text, grammar(now, zone));
    if (const auto *error = std::get_if<FilterError>(&read))
        return *error;
    CallFilter filter;
    for (const auto &written : std::get<QList<WrittenTerm>>(read)) {
        CallFilter::Term term{written.name == WrittenTerm::FreeText ? Field::Text
                                                                    : static_cast<Field>(written.name),
                              written.negated,
                              written.values,
                              {}};
        if (term.field == Field::Since || term.field == Field::Until)
            term.time = readFilterTime(term.values.last(), now, zone);
        filter.terms.append(term);
    }
    return filter;
}

FilterCompletion completeCallFilter(QStringView text, qsizetype cursor, const QStringList &providers)
{
    return completeFilter(text, cursor, grammar(0, QTimeZone::utc()),
                          [&providers](int name) { return valuesOf(static_cast<Field>(name), providers); });
}

} // namespace salesdesk
