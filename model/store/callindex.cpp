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
constexpr qint64 MergePages = 50;           // of 4 KB, that a slice of merging reads, roughly
// All of the index is written anew by a merge: not for less than this part of it.
constexpr qint64 MergePart = 16;

/// What the index has, in calls.
struct Standing {
    bool merging = false;
    qint64 kept = 0;
    qint64 forgotten = 0;
};

Result<Standing> standing(Connection &db)
{
    const auto rows =
        readRows(db.query(u"SELECT merging, indexed_to - COALESCE((SELECT MIN(id) - 1 FROM call), "
                          "indexed_to), forgotten FROM call_index"_s),
                 [](const Cursor &row) {
                     return Standing{row.flag(0), std::max<qint64>(0, row.number(1)), row.number(2)};
                 });
    return rows ? Result<Standing>(rows->value(0)) : rows.error();
}

/// Whether any pages were merged. Begins with making all parts of the index one, or goes on with it (SQLite,
/// FTS5, 6.8: it did something if two rows or more changed).
Result<bool> merge(Connection &db, const Standing &index)
{
    // It is told how much to write. Each call that is forgotten is read twice, and not written.
    const auto pages = std::max<qint64>(1, MergePages * index.kept / (index.kept + 2 * index.forgotten));
    const auto changes = [&db] { return db.number(u"SELECT total_changes()"_s, {}); };
    const auto before = changes();
    if (!before)
        return before.error();
    const auto merged = db.insert(u"INSERT INTO call_search (call_search, rank) VALUES ('merge', ?)"_s,
                                  {index.merging ? pages : -pages});
    if (!merged)
        return merged.error();
    const auto after = changes();
    return after ? Result<bool>(**after - **before >= 2) : after.error();
}

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
    const auto counted = db.change(uR"(
        UPDATE call_index SET forgotten = forgotten + c.calls, forgotten_bytes = forgotten_bytes + c.bytes
        FROM (SELECT COUNT(*) AS calls, COALESCE(SUM(LENGTH(body)), 0) AS bytes FROM call_content
              WHERE call_id IN (SELECT value FROM json_each(?)) AND call_id <= ?) c)"_s,
                                   {numbers, until->value});
    if (!counted)
        return counted.error();
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

Result<bool> mergeIndexSlice(Connection &db)
{
    const auto index = standing(db);
    if (!index)
        return index.error();
    if (!index->merging && (index->forgotten == 0 || index->forgotten * MergePart < index->kept))
        return false;
    if (index->kept == 0) { // nothing would be written, and all be read at once
        const auto emptied = db.insert(u"INSERT INTO call_search (call_search) VALUES ('delete-all')"_s, {});
        if (!emptied)
            return emptied.error();
    }
    const auto merged = index->kept == 0 ? Result<bool>(false) : merge(db, *index);
    if (!merged)
        return merged.error();
    // What was forgotten meanwhile is little, and counted no more.
    const auto noted =
        *merged ? db.change(u"UPDATE call_index SET merging = 1"_s, {})
                : db.change(u"UPDATE call_index SET merging = 0, forgotten = 0, forgotten_bytes = 0"_s, {});
    return noted ? merged : Result<bool>(noted.error());
}

Result<qint64> bytesToMerge(Connection &db)
{
    // Of each byte of a body the index has some 0.7, and as much again or more to say that it is forgotten.
    return readNumber(db.query(u"SELECT forgotten_bytes * 2 FROM call_index"_s));
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
