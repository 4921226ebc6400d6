// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/tables/callhistogram.h"

#include "model/tables/whenfinished.h"

#include <array>

namespace salesdesk
{

namespace
{

constexpr qint64 pieceCalls = 25'000; // some milliseconds of the reading thread
constexpr qint64 mostStretches = 2000;
constexpr int newerMs = 500;

/// The shortest round stretch of which the span has few enough.
qint64 stretchFor(qint64 spanMs)
{
    constexpr qint64 second = 1000;
    constexpr qint64 minute = 60 * second;
    constexpr qint64 hour = 60 * minute;
    constexpr std::array stretches{second,      5 * second, 15 * second, minute,   5 * minute,
                                   15 * minute, hour,       6 * hour,    24 * hour};
    for (const auto stretch : stretches) {
        if (spanMs / stretch <= mostStretches)
            return stretch;
    }
    return 7 * 24 * hour;
}

} // namespace

struct CallHistogram::Piece {
    CallRange left;
    qint64 last = 0;
    qint64 stretchMs = 0;
    QList<CallCount> counts;
};

CallHistogram::CallHistogram(Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    m_newer.setSingleShot(true);
    m_newer.setInterval(newerMs);
    connect(&m_newer, &QTimer::timeout, this, &CallHistogram::countNewer);
    connect(&workspace, &Workspace::changed, this, [this](Changes changes) {
        if (!changes.testFlag(Change::Calls))
            return;
        m_stale = true;
        if (m_active && !m_newer.isActive())
            m_newer.start();
    });
}

void CallHistogram::setQuery(const CallQuery &query)
{
    if (m_query == query && m_begun)
        return;
    m_query = query;
    m_begun = false;
    if (m_active)
        startOver();
}

void CallHistogram::setActive(bool active)
{
    m_active = active;
    if (!active)
        m_newer.stop();
    else if (!m_begun)
        startOver();
    else if (m_stale)
        countNewer();
}

void CallHistogram::startOver()
{
    ++m_generation;
    m_begun = true;
    m_stale = false;
    auto asked = m_workspace.read<Piece>([query = m_query](Connection &db) -> Result<Piece> {
        const CallSearch search(db);
        const auto range = search.range(query);
        if (!range)
            return range.error();
        const auto all = search.all();
        if (!all)
            return all.error();
        const auto times = search.times(*range);
        if (!times)
            return times.error();
        return Piece{*range, all->last, stretchFor(times->second - times->first), {}};
    });
    whenFinished(asked, this, [this, asking = m_generation](const Result<Piece> &piece) {
        if (asking != m_generation)
            return;
        if (!piece) {
            Q_EMIT failed(piece.error().detail);
            return;
        }
        m_counts.clear();
        m_stretchMs = piece->stretchMs;
        m_left = piece->left;
        m_last = piece->last;
        Q_EMIT changed();
        countOn();
    });
}

void CallHistogram::countOn()
{
    if (m_left.isEmpty())
        return;
    const CallRange piece{std::max(m_left.first, m_left.last - pieceCalls + 1), m_left.last};
    m_left.last = piece.first - 1;
    auto asked =
        m_workspace.read<QList<CallCount>>([query = m_query, piece, stretch = m_stretchMs](Connection &db) {
            return CallSearch(db).count(query, piece, stretch);
        });
    whenFinished(asked, this, [this, asking = m_generation](const Result<QList<CallCount>> &counts) {
        if (asking != m_generation)
            return;
        if (!counts) {
            Q_EMIT failed(counts.error().detail);
            return;
        }
        add(*counts);
        countOn();
    });
}

void CallHistogram::countNewer()
{
    m_stale = false;
    auto asked = m_workspace.read<Piece>(
        [query = m_query, last = m_last, stretch = m_stretchMs](Connection &db) -> Result<Piece> {
            const CallSearch search(db);
            const auto all = search.all();
            if (!all)
                return all.error();
            const auto counts = search.count(query, {last + 1, all->last}, stretch);
            if (!counts)
                return counts.error();
            return Piece{{}, all->last, stretch, *counts};
        });
    whenFinished(asked, this, [this, asking = m_generation](const Result<Piece> &piece) {
        if (asking != m_generation)
            return;
        if (!piece) {
            Q_EMIT failed(piece.error().detail);
            return;
        }
        if (piece->last <= m_last)
            return;
        m_last = piece->last;
        add(piece->counts);
        // A log that has grown out of its stretches is counted in longer ones.
        if (m_counts.size() > 2 * mostStretches)
            startOver();
    });
}

void CallHistogram::add(const QList<CallCount> &counts)
{
    for (const auto &count : counts) {
        auto &sum = m_counts[count.at];
        sum.at = count.at;
        sum.accepted += count.accepted;
        sum.refused += count.refused;
        sum.failed += count.failed;
    }
    if (!counts.isEmpty())
        Q_EMIT changed();
}

} // namespace salesdesk
