// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/metric.h"
#include "model/domain/money.h"
#include "model/domain/result.h"

#include <QDate>
#include <QList>

#include <optional>

namespace salesdesk
{

class Connection;

/// One row of a metric: whose records these are, or of which type or day.
struct MetricRow {
    qint64 entity = 0; ///< of an agent, a team or a product; 0 for a type or a day
    QString label;     ///< its name, or the type
    QDate day;         ///< of metrics by day
    qint64 records = 0;
    Cents value; ///< their money: activity values that are money, and contract values
    friend bool operator==(const MetricRow &, const MetricRow &) = default;
};

/// What a metric comes to.
struct MetricSum {
    QList<MetricRow> rows;
    MetricRow uncounted; ///< records that belong to nobody yet
    friend bool operator==(const MetricSum &, const MetricSum &) = default;
};

/// The saved metrics, and what they come to. Those that write only inside Workspace::write().
class MetricStore final
{
public:
    explicit MetricStore(Connection &db)
        : m_db(db)
    {
    }

    /// In the order they were saved.
    [[nodiscard]] Result<QList<Metric>> list() const;
    /// Adds it, or changes the one of its number. InvalidArgument: it has no name, or is by something that
    /// its records do not have. NotFound: there is none of its number any more.
    [[nodiscard]] Result<Metric> save(const Metric &metric);
    [[nodiscard]] Result<Done> remove(qint64 metric);

    /// Where a piece of the records ended: time and number of its last.
    using Place = std::pair<qint64, qint64>;
    struct Piece {
        MetricSum sum;
        std::optional<Place> next; ///< nothing when that were all
    };
    /// Counts at most `limit` records of the period, those behind `after`; cancelled sales are left out. A
    /// reader has other things to do: so a long period is counted piece by piece.
    [[nodiscard]] Result<Piece> count(const Metric &metric, std::pair<qint64, qint64> span,
                                      const QTimeZone &zone, std::optional<Place> after, int limit) const;
    /// The types of activities there are, the most frequent ones of the newest `among` activities first.
    [[nodiscard]] Result<QStringList> activityTypes(int among = 20'000) const;

private:
    Connection &m_db;
};

/// Adds up the pieces of one metric.
void addTo(MetricSum &sum, const MetricSum &piece);

} // namespace salesdesk
