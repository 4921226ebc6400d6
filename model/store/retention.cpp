// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/retention.h"

#include "model/store/callindex.h"
#include "model/store/connection.h"
#include "model/store/rows.h"

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 SliceCalls = 200;
constexpr qint64 SlicePages = 256;
constexpr qint64 DayMs = 86'400'000;

Result<qint64> pragma(Connection &db, const QString &sql)
{
    auto rows = db.query(sql);
    if (!rows)
        return rows.error();
    const auto value = rows.value().next() ? rows->number(0) : 0;
    while (rows.value().next()) {
    }
    if (const auto failed = rows->failure())
        return *failed;
    return value;
}

/// Whether the pages in use are more than the setting allows. What records take counts, too: the file is what
/// fills.
Result<bool> isTooLarge(Connection &db, qint64 megabytes)
{
    if (megabytes == 0)
        return false;
    const auto pages = pragma(db, u"PRAGMA page_count"_s);
    const auto unused = pragma(db, u"PRAGMA freelist_count"_s);
    const auto size = pragma(db, u"PRAGMA page_size"_s);
    for (const auto *part : {&pages, &unused, &size}) {
        if (!*part)
            return part->error();
    }
    return (*pages - *unused) * *size > megabytes * 1024 * 1024;
}

} // namespace

Result<qint64> pruneSlice(Connection &db, const Settings &settings)
{
    const auto days = settings.number(Setting::LogRetentionDays);
    const auto tooLarge = isTooLarge(db, settings.number(Setting::LogRetentionMegabytes));
    if (!tooLarge)
        return tooLarge.error();
    // Calls are numbered as they come, so the oldest are the lowest: the primary key is the index that this
    // needs.
    const auto until = *tooLarge ? db.now() : (days == 0 ? 0 : db.now() - days * DayMs);
    const auto calls =
        readRows(db.query(u"SELECT id FROM (SELECT id, received_at FROM call ORDER BY id LIMIT ?) "
                          "WHERE received_at < ?"_s,
                          {SliceCalls, until}),
                 [](const Cursor &row) { return CallId{row.number(0)}; });
    if (!calls)
        return calls.error();
    if (calls->isEmpty())
        return 0;
    if (auto failed = removeFromIndex(db, *calls))
        return *failed;
    auto removed =
        db.change(u"DELETE FROM call WHERE id IN (SELECT value FROM json_each(?))"_s, {numberList(*calls)});
    if (removed)
        db.note(Change::Calls);
    return removed;
}

Result<bool> returnSpace(Connection &db)
{
    const auto unused = pragma(db, u"PRAGMA freelist_count"_s);
    if (!unused)
        return unused.error();
    if (*unused == 0)
        return false;
    // The statement does one page a step, and the driver takes one step only of a statement without columns:
    // so it is run once per page.
    if (const auto begun = db.begin(); !begun)
        return begun.error();
    for (qint64 page = 0; page < std::min(*unused, SlicePages); ++page) {
        const auto done = db.query(u"PRAGMA incremental_vacuum(1)"_s);
        db.releaseCursors();
        if (!done) {
            db.rollback();
            return done.error();
        }
    }
    if (const auto committed = db.commit(); !committed) {
        db.rollback();
        return committed.error();
    }
    return *unused > SlicePages;
}

} // namespace salesdesk
