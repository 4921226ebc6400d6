// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/tables/callvolume.h"

#include "model/domain/rhythm.h"
#include "model/tables/whenfinished.h"

#include <QDateTime>

#include <algorithm>

namespace salesdesk
{

namespace
{

constexpr qint64 tallyPiece = 25'000; // calls; some milliseconds of the reading thread
constexpr int newerCallsMs = 500;

qint64 keptSince()
{
    return QDateTime::currentMSecsSinceEpoch() - CallVolume::KeptMs;
}

bool isAccepted(CallReason reason)
{
    return httpStatus(reason) < 300;
}

} // namespace

struct CallVolume::Piece {
    CallRange all;
    QList<CallTally> tallies;
    qint64 oldestAt = 0; ///< of the first call that there still is
};

CallVolume::CallVolume(Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    m_newer.setSingleShot(true);
    m_newer.setInterval(newerCallsMs);
    connect(&m_newer, &QTimer::timeout, this, &CallVolume::countNewer);
    connect(&workspace, &Workspace::changed, this, [this](Changes changes) {
        if (!changes.testFlag(Change::Calls))
            return;
        m_stale = true;
        if (m_active && !m_newer.isActive())
            m_newer.start();
    });
}

void CallVolume::setActive(bool active)
{
    m_active = active;
    if (!active)
        m_newer.stop();
    else if (!m_begun)
        startOver();
    else if (m_stale)
        countNewer();
}

void CallVolume::startOver()
{
    m_begun = true;
    m_stale = false;
    auto asked = m_workspace.read<CallRange>([](Connection &db) { return CallSearch(db).all(); });
    whenFinished(asked, this, [this](const Result<CallRange> &all) {
        if (!all) {
            m_begun = false;
            Q_EMIT failed(all.error().detail);
            return;
        }
        m_left = *all;
        m_ranged = true;
        m_first = all->first;
        m_last = all->last;
        Q_EMIT changed();
        countOn();
    });
}

void CallVolume::countOn()
{
    if (m_left.isEmpty())
        return;
    const CallRange piece{std::max(m_left.first, m_left.last - tallyPiece + 1), m_left.last};
    auto asked = m_workspace.read<QList<CallTally>>(
        [piece, since = keptSince()](Connection &db) { return tallyCalls(db, piece, since); });
    whenFinished(asked, this, [this, piece](const Result<QList<CallTally>> &tallies) {
        if (!tallies) {
            Q_EMIT failed(tallies.error().detail);
            return;
        }
        // Calls are numbered as they come: behind a piece that is too old there are only older ones.
        m_left.last = tallies->isEmpty() ? m_left.first - 1 : piece.first - 1;
        take(*tallies);
        countOn();
    });
}

void CallVolume::countNewer()
{
    m_stale = false;
    auto asked =
        m_workspace.read<Piece>([last = m_last, since = keptSince()](Connection &db) -> Result<Piece> {
            const CallSearch search(db);
            const auto all = search.all();
            if (!all)
                return all.error();
            if (all->isEmpty())
                return Piece{};
            const auto tallies = tallyCalls(db, {last + 1, all->last}, since);
            if (!tallies)
                return tallies.error();
            const auto times = search.times(*all);
            if (!times)
                return times.error();
            return Piece{*all, *tallies, times->first};
        });
    whenFinished(asked, this, [this](const Result<Piece> &piece) {
        if (!piece) {
            Q_EMIT failed(piece.error().detail);
            return;
        }
        m_last = std::max(m_last, piece->all.last);
        // What was pruned cannot be looked at any more.
        auto oldest = keptSince();
        if (piece->all.isEmpty())
            m_quarters.clear();
        else if (piece->all.first > std::exchange(m_first, piece->all.first))
            oldest = std::max(oldest, piece->oldestAt);
        while (!m_quarters.isEmpty() && m_quarters.firstKey() < oldest / QuarterMs * QuarterMs)
            m_quarters.erase(m_quarters.begin());
        take(piece->tallies);
    });
}

void CallVolume::take(const QList<CallTally> &tallies)
{
    for (const auto &tally : tallies) {
        auto &quarter = m_quarters[tally.quarter];
        const auto found = std::find_if(quarter.begin(), quarter.end(), [&tally](const CallTally &one) {
            return one.provider == tally.provider && one.reason == tally.reason;
        });
        if (found == quarter.end()) {
            quarter.append(tally);
        } else {
            found->calls += tally.calls;
            found->lastAt = std::max(found->lastAt, tally.lastAt);
        }
    }
    Q_EMIT changed();
}

QList<CallVolume::Bar> CallVolume::bars(qint64 from, qint64 to, qint64 stretchMs) const
{
    QList<Bar> all;
    for (auto at = from; at < to; at += stretchMs)
        all.append(Bar{at, 0, 0, 0});
    for (auto quarter = m_quarters.lowerBound(from); quarter != m_quarters.end() && quarter.key() < to;
         ++quarter) {
        auto &bar = all[(quarter.key() - from) / stretchMs];
        for (const auto &tally : *quarter) {
            const int status = httpStatus(tally.reason);
            (status < 300 ? bar.accepted : status < 500 ? bar.refused : bar.failed) += tally.calls;
        }
    }
    return all;
}

QList<CallVolume::Cause> CallVolume::causes(qint64 since) const
{
    QMap<std::pair<qint64, int>, Cause> byCause;
    for (auto quarter = m_quarters.lowerBound(since); quarter != m_quarters.end(); ++quarter) {
        for (const auto &tally : *quarter) {
            if (isAccepted(tally.reason))
                continue;
            auto &cause = byCause[{tally.provider.value, static_cast<int>(tally.reason)}];
            cause.provider = tally.provider;
            cause.reason = tally.reason;
            cause.calls += tally.calls;
            cause.lastAt = std::max(cause.lastAt, tally.lastAt);
        }
    }
    auto causes = byCause.values();
    std::stable_sort(causes.begin(), causes.end(),
                     [](const Cause &left, const Cause &right) { return left.calls > right.calls; });
    return causes;
}

std::optional<qint64> CallVolume::lastAccepted(ProviderId provider) const
{
    for (auto quarter = m_quarters.end(); quarter != m_quarters.begin();) {
        --quarter;
        qint64 last = 0;
        for (const auto &tally : *quarter) {
            if (tally.provider == provider && isAccepted(tally.reason))
                last = std::max(last, tally.lastAt);
        }
        if (last > 0)
            return last;
    }
    return std::nullopt;
}

QList<qint64> CallVolume::acceptedQuarters(ProviderId provider) const
{
    QList<qint64> quarters;
    for (auto quarter = m_quarters.begin(); quarter != m_quarters.end(); ++quarter) {
        if (std::any_of(quarter->begin(), quarter->end(), [provider](const CallTally &tally) {
                return tally.provider == provider && isAccepted(tally.reason);
            }))
            quarters.append(quarter.key());
    }
    return quarters;
}

} // namespace salesdesk
