// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/callsearch.h"

#include "model/store/callfiltersql.h"
#include "model/store/callindex.h"
#include "model/store/numberlist.h"
#include "model/store/rows.h"

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

// A call is numbered when it is stored: by then its head is some seconds old, and the clock may have been
// set.
constexpr qint64 clockSlackMs = 600'000;
constexpr qint64 pieceOfPage = 20'000; // calls that a page looks at in one statement

void add(SqlCondition &to, const QString &sql, const QVariantList &values)
{
    to.sql += sql;
    to.values += values;
}

SqlCondition conditionOf(const CallQuery &query, CallRange piece, bool indexed)
{
    auto condition = toSql(query.filter, piece, indexed);
    if (query.provider)
        add(condition, u" AND c.provider_id = ?"_s, {query.provider->value});
    if (query.record) {
        const QVariantList record{static_cast<int>(query.record->first), query.record->second.value};
        if (indexed)
            add(condition,
                u" AND c.id IN (SELECT call_id FROM record_call WHERE endpoint = ? AND record_id = ?)"_s,
                record);
        else
            add(condition, u" AND c.endpoint = ? AND c.record_id = ?"_s, record);
    }
    add(condition, u" AND c.id BETWEEN ? AND ?"_s, {piece.first, piece.last});
    return condition;
}

} // namespace

CallRow readCallRow(const Cursor &row)
{
    CallRow call;
    call.id = CallId{row.number(0)};
    call.receivedAt = row.number(1);
    call.provider = ProviderId{row.number(2)};
    call.providerName = row.text(3);
    call.endpoint = static_cast<Endpoint>(row.number(4));
    call.status = static_cast<int>(row.number(5));
    call.reason = callReasonFromText(row.text(6)).value_or(CallReason::Internal);
    call.detail = row.text(7);
    call.recordExternalId = row.text(8);
    call.agentExternalId = row.text(9);
    call.type = row.text(10);
    call.durationUs = row.number(11);
    call.bodySize = row.number(12);
    return call;
}

Result<CallRange> CallSearch::all() const
{
    const auto first = readNumber(m_db.query(u"SELECT MIN(id) FROM call"_s));
    const auto last = readNumber(m_db.query(u"SELECT MAX(id) FROM call"_s));
    if (!first)
        return first.error();
    if (!last)
        return last.error();
    return *last == 0 ? CallRange{} : CallRange{*first, *last};
}

Result<CallRange> CallSearch::range(const CallQuery &query) const
{
    auto range = all();
    if (!range)
        return range;
    for (const auto &term : query.filter.terms) {
        if (term.negated || range->isEmpty() || !term.time)
            continue;
        const bool since = term.field == CallFilter::Field::Since;
        const auto edge = firstSince(*range, *term.time + (since ? -clockSlackMs : clockSlackMs));
        if (!edge)
            return edge.error();
        (since ? range->first : range->last) = since ? *edge : *edge - 1;
    }
    return range;
}

Result<qint64> CallSearch::firstSince(CallRange range, qint64 time) const
{
    auto low = range.first;
    auto high = range.last + 1;
    while (low < high) {
        const auto middle = low + (high - low) / 2;
        const auto at = readNumber(
            m_db.query(u"SELECT received_at FROM call WHERE id >= ? ORDER BY id LIMIT 1"_s, {middle}));
        if (!at)
            return at;
        if (*at < time)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

Result<bool> CallSearch::isWhole(CallRange range) const
{
    if (range.isEmpty())
        return true;
    const auto count = readNumber(
        m_db.query(u"SELECT COUNT(*) FROM call WHERE id BETWEEN ? AND ?"_s, {range.first, range.last}));
    return count ? Result<bool>(*count == range.last - range.first + 1) : count.error();
}

/// Calls `ask` for what is above the index's end, and for what is not.
template <typename Ask>
std::optional<Error> CallSearch::eachPart(const CallQuery &query, CallRange piece, Ask ask) const
{
    const auto end = indexedTo(m_db);
    if (!end)
        return end.error();
    const CallRange above{std::max(piece.first, end->value + 1), piece.last};
    const CallRange below{piece.first, std::min(piece.last, end->value)};
    for (const auto &[part, indexed] : {std::pair(above, false), std::pair(below, true)}) {
        if (part.isEmpty())
            continue;
        if (auto failed = ask(conditionOf(query, part, indexed)))
            return failed;
    }
    return std::nullopt;
}

Result<QList<FoundCall>> CallSearch::find(const CallQuery &query, CallRange piece, bool causes,
                                          qsizetype limit) const
{
    const auto cause =
        u"CASE WHEN c.status >= 400 THEN c.provider_id || ' ' || c.reason || ' ' || c.detail END"_s;
    QList<FoundCall> found;
    const auto failed = eachPart(query, piece, [&](const SqlCondition &condition) -> std::optional<Error> {
        if (found.size() == limit)
            return std::nullopt;
        const auto calls =
            readRows(m_db.query(u"SELECT c.id, "_s + (causes ? cause : u"NULL"_s) +
                                    u" FROM call c JOIN provider p ON p.id = c.provider_id WHERE 1"_s +
                                    condition.sql + u" ORDER BY c.id DESC LIMIT ?"_s,
                                condition.values + QVariantList{limit < 0 ? limit : limit - found.size()}),
                     [causes](const Cursor &row) {
                         return FoundCall{CallId{row.number(0)}, causes ? row.text(1) : QString()};
                     });
        if (!calls)
            return calls.error();
        found += *calls;
        return std::nullopt;
    });
    return failed ? Result<QList<FoundCall>>(*failed) : Result<QList<FoundCall>>(std::move(found));
}

Result<QList<CallCount>> CallSearch::count(const CallQuery &query, CallRange piece, qint64 stretchMs) const
{
    QList<CallCount> counts;
    const auto failed = eachPart(query, piece, [&](const SqlCondition &condition) -> std::optional<Error> {
        const auto part = readRows(
            m_db.query(
                u"SELECT c.received_at / ?, SUM(c.status < 400), "
                "SUM(c.status BETWEEN 400 AND 499), SUM(c.status >= 500) FROM call c JOIN provider p ON p.id = c.provider_id WHERE 1"_s +
                    condition.sql + u" GROUP BY 1"_s,
                QVariantList{stretchMs} + condition.values),
            [stretchMs](const Cursor &row) {
                return CallCount{row.number(0) * stretchMs, row.number(1), row.number(2), row.number(3)};
            });
        if (!part)
            return part.error();
        counts += *part;
        return std::nullopt;
    });
    return failed ? Result<QList<CallCount>>(*failed) : Result<QList<CallCount>>(std::move(counts));
}

Result<QList<CallRow>> CallSearch::rows(const QList<CallId> &calls) const
{
    return readRows(m_db.query(u"SELECT "_s + callRowColumns +
                                   u" FROM call c JOIN provider p ON p.id = c.provider_id "
                                   "WHERE c.id IN (SELECT value FROM json_each(?)) ORDER BY c.id DESC"_s,
                               {numberList(calls)}),
                    readCallRow);
}

Result<QList<CallRow>> CallSearch::page(const CallQuery &query, int limit,
                                        std::optional<CallId> olderThan) const
{
    const auto range = this->range(query);
    if (!range)
        return range.error();
    QList<CallId> calls;
    auto last = olderThan ? std::min(range->last, olderThan->value - 1) : range->last;
    while (last >= range->first && calls.size() < limit) {
        const CallRange piece{std::max(range->first, last - pieceOfPage + 1), last};
        const auto found = find(query, piece, false, limit - calls.size());
        if (!found)
            return found.error();
        for (const auto &call : *found)
            calls.append(call.id);
        last = piece.first - 1;
    }
    return rows(calls);
}

Result<std::pair<qint64, qint64>> CallSearch::times(CallRange range) const
{
    const auto first = readNumber(
        m_db.query(u"SELECT received_at FROM call WHERE id >= ? ORDER BY id LIMIT 1"_s, {range.first}));
    const auto last = readNumber(
        m_db.query(u"SELECT received_at FROM call WHERE id <= ? ORDER BY id DESC LIMIT 1"_s, {range.last}));
    if (!first)
        return first.error();
    return last ? Result<std::pair<qint64, qint64>>(std::pair(*first, *last)) : last.error();
}

} // namespace salesdesk
