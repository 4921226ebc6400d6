// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/recordsearch.h"

#include "model/store/numberlist.h"
#include "model/store/recordfiltersql.h"
#include "model/store/rows.h"

#include <QHash>

#include <limits>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 mostCalls = 20'000; // since the last look; beyond it all is read anew
constexpr int pieceOfPage = 5'000;   // records that a page looks at in one statement

/// A statement on the query's records, `%1` being their time: it gives keys.
QString statement(const RecordQuery &query, const QString &rest)
{
    const bool activities = query.endpoint == Endpoint::Activities;
    const auto time = query.order == RecordOrder::Change ? u"r.updated_at"_s
                      : activities                       ? u"r.moment"_s
                                                         : u"r.sold_at"_s;
    QString sql =
        u"SELECT %1, r.id FROM "_s + (activities ? u"activity r"_s : u"sale r"_s) + u" WHERE "_s + rest;
    return sql.replace(u"%1"_s, time);
}

constexpr QLatin1StringView newestFirst(" ORDER BY 1 DESC, 2 DESC");

RecordKey readKey(const Cursor &row)
{
    return {row.number(0), row.number(1)};
}

SqlCondition conditionOf(const RecordQuery &query)
{
    auto condition = toSql(query.endpoint, query.filter);
    if (query.provider) {
        condition.sql += u" AND r.provider_id = ?"_s;
        condition.values.append(query.provider->value);
    }
    return condition;
}

} // namespace

Result<RecordSearch::Piece> RecordSearch::find(const RecordQuery &query,
                                               const std::optional<RecordKey> &after, int size) const
{
    constexpr auto end = std::numeric_limits<qint64>::max();
    const auto condition = conditionOf(query);
    if (query.filter.namesRecords()) {
        const auto all = readRows(
            m_db.query(statement(query, u"1"_s + condition.sql + newestFirst), condition.values), readKey);
        return all ? Result<Piece>(Piece{*all, std::nullopt}) : all.error();
    }
    const auto from = after.value_or(RecordKey{end, end});
    // Only the index is stepped through, and no further than a piece goes.
    const auto edge = readRows(
        m_db.query(statement(query, u"(%1, r.id) < (?, ?) ORDER BY 1 DESC, 2 DESC LIMIT 1 OFFSET ?"_s),
                   {from.at, from.id, size - 1}),
        readKey);
    if (!edge)
        return edge.error();
    const auto until = edge->isEmpty() ? RecordKey{std::numeric_limits<qint64>::min(), 0} : edge->first();
    const auto found =
        readRows(m_db.query(statement(query, u"(%1, r.id) < (?, ?) AND (%1, r.id) >= (?, ?)"_s +
                                                 condition.sql + newestFirst),
                            QVariantList{from.at, from.id, until.at, until.id} + condition.values),
                 readKey);
    if (!found)
        return found.error();
    return Piece{*found, edge->isEmpty() ? std::nullopt : std::optional(until)};
}

Result<QList<RecordKey>> RecordSearch::page(const RecordQuery &query, int limit,
                                            std::optional<RecordKey> after) const
{
    const bool everything = query.filter.terms.isEmpty() && !query.provider;
    QList<RecordKey> page;
    do {
        auto piece = find(query, after, everything ? limit : pieceOfPage);
        if (!piece)
            return piece.error();
        if (query.filter.namesRecords() && after)
            piece->found.removeIf([&after](const RecordKey &key) { return key >= *after; });
        page += piece->found.first(qMin<qsizetype>(piece->found.size(), limit - page.size()));
        after = piece->next;
    } while (after && page.size() < limit);
    return page;
}

Result<qint64> RecordSearch::count(Endpoint endpoint) const
{
    return readNumber(m_db.query(endpoint == Endpoint::Activities ? u"SELECT MAX(id) FROM activity"_s
                                                                  : u"SELECT MAX(id) FROM sale"_s));
}

Result<qint64> RecordSearch::lastCall() const
{
    return readNumber(m_db.query(u"SELECT MAX(id) FROM call"_s));
}

Result<RecordSearch::News> RecordSearch::since(const RecordQuery &query, qint64 call) const
{
    const auto last = lastCall();
    if (!last)
        return last.error();
    News news{false, qMax(*last, call), {}};
    if (*last <= call)
        return news;
    // Calls are numbered without a gap until some are pruned.
    const auto told = readNumber(
        m_db.query(u"SELECT COUNT(*) FROM (SELECT 1 FROM call WHERE id > ? LIMIT ?)"_s, {call, mostCalls}));
    if (!told)
        return told.error();
    news.all = *told < *last - call;
    if (news.all)
        return news;
    const auto records = readRows(
        m_db.query(
            u"SELECT DISTINCT record_id FROM call WHERE id > ? AND endpoint = ? AND record_id IS NOT NULL"_s,
            {call, static_cast<int>(query.endpoint)}),
        [](const Cursor &row) { return RecordId{row.number(0)}; });
    if (!records)
        return records.error();
    const auto condition = conditionOf(query);
    const auto fitting =
        readRows(m_db.query(statement(query, u"r.id IN (SELECT value FROM json_each(?))"_s + condition.sql),
                            QVariantList{numberList(*records)} + condition.values),
                 readKey);
    if (!fitting)
        return fitting.error();
    QHash<qint64, RecordKey> keys;
    for (const auto &key : *fitting)
        keys.insert(key.id, key);
    for (const auto record : *records) {
        const auto key = keys.constFind(record.value);
        news.changed.append({record, key == keys.cend() ? std::nullopt : std::optional(*key)});
    }
    return news;
}

} // namespace salesdesk
