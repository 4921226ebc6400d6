// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/callfiltersql.h"

#include "model/store/callindex.h"
#include "model/store/connection.h"
#include "model/store/sqltext.h"

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

using Field = CallFilter::Field;

SqlCondition bodyHolds(const QString &text, CallRange calls, bool indexed)
{
    const auto look = u"EXISTS (SELECT 1 FROM call_content t WHERE t.call_id = c.id AND CAST(t.body AS TEXT) "
                      "LIKE ? ESCAPE '\\')"_s;
    const auto trigrams = indexed ? trigramQuery(text) : QString();
    if (trigrams.isEmpty())
        return {look, {containing(text)}};
    // The index names those that hold all trigrams of the text, in whatever order: they are looked at.
    // Without its range it would name all of the log's for every piece of it.
    return {
        u"c.id IN (SELECT rowid FROM call_search WHERE call_search MATCH ? AND rowid BETWEEN ? AND ?) AND "_s +
            look,
        {trigrams, calls.first, calls.last, containing(text)}};
}

SqlCondition statusIs(const QString &value, CallRange calls)
{
    const bool wholeClass = value.endsWith(u'x', Qt::CaseInsensitive);
    const int from = wholeClass ? value.first(1).toInt() * 100 : value.toInt();
    const int count = wholeClass ? 100 : 1;
    if (from >= 400)
        return refusedWith(from, count, calls);
    return {u"c.status BETWEEN ? AND ?"_s, {from, from + count - 1}};
}

SqlCondition reasonIs(const QString &value, CallRange calls)
{
    SqlCondition condition{u"c.reason = ?"_s, {value}};
    if (const auto reason = callReasonFromText(value); reason && httpStatus(*reason) >= 400) {
        const auto refused = refusedWith(httpStatus(*reason), 1, calls);
        condition.sql += u" AND "_s + refused.sql;
        condition.values += refused.values;
    }
    return condition;
}

SqlCondition one(Field field, const QString &value, std::optional<qint64> time, CallRange calls, bool indexed)
{
    switch (field) {
    case Field::Status:
        return statusIs(value, calls);
    case Field::Provider:
        return {u"p.name_folded = ? OR p.public_id = ?"_s, {folded(value), value}};
    case Field::Endpoint:
        return {u"c.endpoint = ?"_s, {value == "sales"_L1 ? 1 : 0}};
    case Field::Type:
        return {u"c.type = ? COLLATE NOCASE"_s, {value}};
    case Field::Agent:
        return {u"c.agent_external_id = ?"_s, {value}};
    case Field::Record:
        return {u"c.record_external_id = ?"_s, {value}};
    case Field::Reason:
        return reasonIs(value, calls);
    case Field::Since:
        return {u"c.received_at >= ?"_s, {*time}};
    case Field::Until:
        return {u"c.received_at < ?"_s, {*time}};
    case Field::Body:
        return bodyHolds(value, calls, indexed);
    case Field::Text: {
        const auto pattern = containing(value);
        return {u"c.record_external_id LIKE ? ESCAPE '\\' OR c.type LIKE ? ESCAPE '\\' OR c.detail LIKE ? "
                u"ESCAPE '\\' "
                "OR c.agent_external_id LIKE ? ESCAPE '\\' OR c.reason LIKE ? ESCAPE '\\'"_s,
                {pattern, pattern, pattern, pattern, pattern}};
    }
    }
    Q_UNREACHABLE();
}

} // namespace

SqlCondition refusedWith(int from, int count, CallRange calls)
{
    QStringList statuses;
    for (int status = from; status < from + count; ++status)
        statuses.append(QString::number(status));
    return {u"c.id IN (SELECT id FROM call INDEXED BY call_refused WHERE status IN (%1) AND status >= 400 "
            "AND id BETWEEN ? AND ?)"_s.arg(statuses.join(u',')),
            {calls.first, calls.last}};
}

SqlCondition toSql(const CallFilter &filter, CallRange calls, bool indexed)
{
    SqlCondition all;
    for (const auto &term : filter.terms) {
        QStringList alternatives;
        for (const auto &value : term.values) {
            const auto condition = one(term.field, value, term.time, calls, indexed);
            alternatives.append(u"("_s + condition.sql + u')');
            all.values += condition.values;
        }
        all.sql += (term.negated ? u" AND NOT ("_s : u" AND ("_s) + alternatives.join(u" OR "_s) + u')';
    }
    return all;
}

} // namespace salesdesk
