// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/tables/metriccounter.h"

#include "model/tables/whenfinished.h"

#include <QDateTime>

#include <algorithm>

namespace salesdesk
{

namespace
{

constexpr int metricPiece = 20'000; // records; some tens of milliseconds of the reading thread
constexpr qint64 leastPauseMs = 1000;
constexpr qint64 pauseRatio = 20;         // a twentieth of the reading thread's time at most
constexpr qint64 longestPauseMs = 60'000; // so that midnight is noticed, too

void sort(const Metric &metric, QList<MetricRow> &rows)
{
    std::sort(rows.begin(), rows.end(), [&metric](const MetricRow &left, const MetricRow &right) {
        if (metric.by == Metric::By::Day)
            return left.day < right.day;
        const bool value = metric.measure == Metric::Measure::Value;
        const auto first = value ? left.value.value : left.records;
        const auto second = value ? right.value.value : right.records;
        return first != second ? first > second : left.label < right.label;
    });
}

} // namespace

MetricCounter::MetricCounter(Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &MetricCounter::startOver);
    connect(&workspace, &Workspace::changed, this, &MetricCounter::onChanged);
}

std::optional<MetricSum> MetricCounter::sum(qint64 metric) const
{
    const auto found = m_sums.constFind(metric);
    return found == m_sums.cend() ? std::nullopt : std::optional(*found);
}

void MetricCounter::setActive(bool active)
{
    m_active = active;
    if (!active) {
        m_again.stop();
        ++m_generation; // what is under way is dropped
        m_stale = m_stale || m_counting;
        m_counting = false;
    } else {
        startOver();
    }
}

void MetricCounter::onChanged(Changes changes)
{
    constexpr Changes counted = Change::Activities | Change::Sales | Change::Identities | Change::Entities |
                                Change::Decisions | Change::Settings;
    if ((changes & counted) == 0)
        return;
    m_stale = true;
    if (changes.testFlag(Change::Settings) && m_active)
        startOver(); // somebody saved one, and waits for it
    else
        schedule();
}

void MetricCounter::schedule()
{
    if (!m_active || m_counting)
        return;
    const auto pause =
        m_stale ? std::clamp(m_tookMs * pauseRatio, leastPauseMs, longestPauseMs) : longestPauseMs;
    if (!m_again.isActive() || m_again.remainingTime() > pause)
        m_again.start(static_cast<int>(pause));
}

void MetricCounter::startOver()
{
    ++m_generation;
    m_again.stop();
    m_stale = false;
    m_counting = true;
    m_since.start();
    auto asked = m_workspace.read<QList<Metric>>([](Connection &db) { return MetricStore(db).list(); });
    whenFinished(asked, this, [this, asking = m_generation](const Result<QList<Metric>> &metrics) {
        if (asking != m_generation)
            return;
        if (!metrics) {
            m_counting = false;
            Q_EMIT failed(metrics.error().detail);
            return;
        }
        for (const auto &metric : m_metrics) {
            if (!metrics->contains(metric))
                m_sums.remove(metric.id); // of another question
        }
        m_metrics = *metrics;
        m_metric = -1;
        Q_EMIT changed();
        finishMetric();
    });
}

void MetricCounter::finishMetric()
{
    if (m_metric >= 0) {
        sort(m_metrics[m_metric], m_growing.rows);
        m_sums[m_metrics[m_metric].id] = m_growing;
        Q_EMIT changed();
    }
    m_growing = {};
    ++m_metric;
    if (m_metric < m_metrics.size()) {
        m_span = spanOf(m_metrics[m_metric].period, QDateTime::currentMSecsSinceEpoch(),
                        m_workspace.directory()->zone);
        countOn({});
    } else {
        m_counting = false;
        m_tookMs = m_since.elapsed();
        schedule();
    }
}

void MetricCounter::countOn(std::optional<MetricStore::Place> after)
{
    auto asked = m_workspace.read<MetricStore::Piece>(
        [metric = m_metrics[m_metric], span = m_span, zone = m_workspace.directory()->zone,
         after](Connection &db) { return MetricStore(db).count(metric, span, zone, after, metricPiece); });
    whenFinished(asked, this, [this, asking = m_generation](const Result<MetricStore::Piece> &piece) {
        if (asking != m_generation)
            return;
        if (!piece) {
            m_counting = false;
            Q_EMIT failed(piece.error().detail);
            return;
        }
        addTo(m_growing, piece->sum);
        if (piece->next)
            countOn(piece->next);
        else
            finishMetric();
    });
}

} // namespace salesdesk
