// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/retention.h"

#include "model/store/callindex.h"
#include "model/store/callsearch.h"
#include "model/store/connection.h"
#include "model/store/numberlist.h"
#include "model/store/rows.h"

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 SliceCalls = 50;
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

/// How many bytes the pages in use are more than the setting allows. What records take counts, too: the file
/// is what fills. What the index of bodies will give back of calls that are gone does not.
Result<qint64> excess(Connection &db, qint64 megabytes)
{
    if (megabytes == 0)
        return 0;
    const auto pages = pragma(db, u"PRAGMA page_count"_s);
    const auto unused = pragma(db, u"PRAGMA freelist_count"_s);
    const auto size = pragma(db, u"PRAGMA page_size"_s);
    const auto toMerge = bytesToMerge(db);
    for (const auto *part : {&pages, &unused, &size, &toMerge}) {
        if (!*part)
            return part->error();
    }
    return std::max<qint64>(0, (*pages - *unused) * *size - *toMerge - megabytes * 1024 * 1024);
}

/// Until when calls are too old; 0 when they may be of any age.
qint64 oldestKept(const Connection &db, const Settings &settings)
{
    const auto days = settings.number(Setting::LogRetentionDays);
    return days == 0 ? 0 : db.now() - days * DayMs;
}

/// What calls take in the file, by some of them from the oldest to the newest.
class SizeSample final
{
public:
    static Result<SizeSample> take(Connection &db, CallRange calls)
    {
        SizeSample sample(calls);
        for (qint64 i = 0; i < SampleSize; ++i) {
            // Its texts, and what rows and indexes add to them. The index of bodies has each trigram of one
            // once.
            const auto size = readNumber(db.query(uR"(
                SELECT 350 + LENGTH(t.headers) + LENGTH(t.body) + MIN(LENGTH(t.body), 1024) * 3 / 4
                    + LENGTH(t.answer) + LENGTH(t.path) + LENGTH(c.detail)
                    + COALESCE(LENGTH(t.notes), 0) + COALESCE(LENGTH(t.changes), 0)
                FROM call c JOIN call_content t ON t.call_id = c.id WHERE c.id >= ? ORDER BY c.id LIMIT 1)"_s,
                                                  {sample.place(i)}));
            if (!size)
                return size.error();
            sample.m_sizes.append(*size);
        }
        return sample;
    }
    /// Of the calls below `end`.
    [[nodiscard]] qint64 bytesBelow(qint64 end) const
    {
        qint64 bytes = 0;
        for (qint64 i = 0; i < SampleSize; ++i)
            bytes += m_sizes[i] * std::clamp<qint64>(end - place(i), 0, place(i + 1) - place(i));
        return bytes;
    }
    /// The first call that can stay when so many bytes have to go.
    [[nodiscard]] qint64 endOf(qint64 bytes) const
    {
        for (qint64 i = 0; i < SampleSize; ++i) {
            const auto calls = place(i + 1) - place(i);
            if (m_sizes[i] > 0 && bytes <= m_sizes[i] * calls)
                return place(i) + bytes / m_sizes[i];
            bytes -= m_sizes[i] * calls;
        }
        return m_calls.last + 1;
    }

private:
    static constexpr qint64 SampleSize = 256;
    explicit SizeSample(CallRange calls)
        : m_calls(calls)
    {
    }
    [[nodiscard]] qint64 place(qint64 number) const
    {
        return m_calls.first + (m_calls.last + 1 - m_calls.first) * number / SampleSize;
    }

    CallRange m_calls;
    QList<qint64> m_sizes;
};

} // namespace

Result<qint64> pruneSlice(Connection &db, const Settings &settings)
{
    const auto tooLarge = excess(db, settings.number(Setting::LogRetentionMegabytes));
    if (!tooLarge)
        return tooLarge.error();
    // Calls are numbered as they come, so the oldest are the lowest: the primary key is the index that this
    // needs.
    const auto until = *tooLarge > 0 ? db.now() : oldestKept(db, settings);
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
    const auto numbers = numberList(*calls);
    auto removed = db.change(u"DELETE FROM call WHERE id IN (SELECT value FROM json_each(?))"_s, {numbers});
    if (!removed)
        return removed;
    const auto kept = db.change(
        u"UPDATE call_number SET removed_to = MAX(removed_to, (SELECT MAX(value) FROM json_each(?)))"_s,
        {numbers});
    if (!kept)
        return kept;
    db.note(Change::Calls);
    return removed;
}

Result<RetentionPreview> previewRetention(Connection &db, const Settings &settings)
{
    const CallSearch search(db);
    const auto all = search.all();
    if (!all)
        return all.error();
    if (all->isEmpty())
        return RetentionPreview{};
    const auto tooOld = search.firstSince(*all, oldestKept(db, settings));
    const auto tooLarge = excess(db, settings.number(Setting::LogRetentionMegabytes));
    const auto sample = SizeSample::take(db, *all);
    if (!tooOld)
        return tooOld.error();
    if (!tooLarge)
        return tooLarge.error();
    if (!sample)
        return sample.error();
    const auto end = std::max(*tooOld, *tooLarge > 0 ? sample->endOf(*tooLarge) : all->first);
    if (end == all->first)
        return RetentionPreview{};
    const auto calls = readNumber(db.query(u"SELECT COUNT(*) FROM call WHERE id < ?"_s, {end}));
    if (!calls)
        return calls.error();
    auto before = db.now();
    if (end <= all->last) {
        const auto kept = search.times({end, all->last});
        if (!kept)
            return kept.error();
        before = kept->first;
    }
    return RetentionPreview{*calls, sample->bytesBelow(end), before};
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
