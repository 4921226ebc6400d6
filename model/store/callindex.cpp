// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/callindex.h"

#include "model/store/connection.h"
#include "model/store/numberlist.h"
#include "model/store/rows.h"

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 SliceBytes = 256LL * 1024; // of bodies

/// The last call of the next slice; 0 when there is none.
Result<qint64> endOfSlice(Connection &db, CallId from, int limit)
{
    auto rows =
        db.query(u"SELECT id, body_size FROM call WHERE id > ? ORDER BY id LIMIT ?"_s, {from.value, limit});
    if (!rows)
        return rows.error();
    qint64 last = 0;
    qint64 bytes = 0;
    while (bytes < SliceBytes && rows->next()) {
        last = rows->number(0);
        bytes += rows->number(1);
    }
    const auto failed = rows->failure();
    rows->finish();
    return failed ? Result<qint64>(*failed) : Result<qint64>(last);
}

} // namespace

Result<CallId> indexedTo(Connection &db)
{
    const auto number = readNumber(db.query(u"SELECT indexed_to FROM call_index"_s));
    return number ? Result<CallId>(CallId{*number}) : number.error();
}

Result<bool> indexSlice(Connection &db, int limit)
{
    const auto from = indexedTo(db);
    if (!from)
        return from.error();
    const auto last = endOfSlice(db, *from, limit);
    if (!last)
        return last.error();
    if (*last == 0)
        return false;
    const auto bodies = db.insert(uR"(
        INSERT INTO call_search (rowid, body)
        SELECT call_id, CAST(body AS TEXT) FROM call_content WHERE call_id > ? AND call_id <= ?)"_s,
                                  {from->value, *last});
    if (!bodies)
        return bodies.error();
    const auto records = db.insert(uR"(
        INSERT OR IGNORE INTO record_call (endpoint, record_id, call_id)
        SELECT endpoint, record_id, id FROM call WHERE id > ? AND id <= ? AND record_id IS NOT NULL)"_s,
                                   {from->value, *last});
    if (!records)
        return records.error();
    const auto moved = db.change(u"UPDATE call_index SET indexed_to = ?"_s, {*last});
    if (!moved)
        return moved.error();
    db.note(Change::Index);
    return true;
}

std::optional<Error> removeFromIndex(Connection &db, const QList<CallId> &calls)
{
    const auto until = indexedTo(db);
    if (!until)
        return until.error();
    const auto numbers = numberList(calls);
    // A contentless index is told what to forget (SQLite, FTS5, 6.2).
    const auto bodies = db.insert(uR"(
        INSERT INTO call_search (call_search, rowid, body)
        SELECT 'delete', call_id, CAST(body AS TEXT) FROM call_content
        WHERE call_id IN (SELECT value FROM json_each(?)) AND call_id <= ?)"_s,
                                  {numbers, until->value});
    if (!bodies)
        return bodies.error();
    const auto records = db.change(uR"(
        DELETE FROM record_call WHERE (endpoint, record_id, call_id) IN
            (SELECT endpoint, record_id, id FROM call
             WHERE id IN (SELECT value FROM json_each(?)) AND record_id IS NOT NULL))"_s,
                                   {numbers});
    return records ? std::nullopt : std::optional(records.error());
}

QString trigramQuery(const QString &text)
{
    const auto characters = text.toUcs4();
    QStringList trigrams;
    for (qsizetype at = 0; at + 3 <= characters.size(); ++at) {
        auto trigram = QString::fromUcs4(reinterpret_cast<const char32_t *>(characters.constData()) + at, 3);
        trigram.replace(u'"', u"\"\""_s);
        trigrams.append(u'"' + trigram + u'"');
    }
    trigrams.removeDuplicates();
    return trigrams.join(u" AND "_s);
}

} // namespace salesdesk
