// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/store/metricstore.h"
#include "model/workspace.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QTimer>

namespace salesdesk
{

/// What the saved metrics come to, counted one after the other, piece by piece, and again when records or
/// links have changed, while somebody looks; the longer a count takes, the rarer. GUI thread.
class MetricCounter final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MetricCounter)
public:
    explicit MetricCounter(Workspace &workspace, QObject *parent = nullptr);

    /// Nothing is read before it is active.
    void setActive(bool active);
    [[nodiscard]] const QList<Metric> &metrics() const { return m_metrics; }
    /// The rows with the most first, days in their order; nothing before it was counted for the first time.
    [[nodiscard]] std::optional<MetricSum> sum(qint64 metric) const;

Q_SIGNALS:
    /// The metrics or what one of them comes to.
    void changed();
    /// A sentence for the page's banner.
    void failed(const QString &sentence);

private:
    void onChanged(Changes changes);
    void schedule();
    void startOver();
    void countOn(std::optional<MetricStore::Place> after);
    void finishMetric();

    Workspace &m_workspace;
    QList<Metric> m_metrics;
    QHash<qint64, MetricSum> m_sums;
    MetricSum m_growing;    ///< of the one that is being counted
    qsizetype m_metric = 0; ///< which one that is
    std::pair<qint64, qint64> m_span;
    QTimer m_again;
    QElapsedTimer m_since;
    qint64 m_tookMs = 0;
    quint64 m_generation = 0;
    bool m_counting = false;
    bool m_active = false;
    bool m_stale = true;
};

} // namespace salesdesk
