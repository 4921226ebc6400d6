// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/tables/queuescan.h"

#include <QAbstractTableModel>
#include <QSet>
#include <QTimeZone>

namespace salesdesk
{

/// The rows of a bulk decision, each with a tick. GUI thread; owned by its dialog.
class BulkTableModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BulkTableModel)
public:
    enum Column {
        NameColumn,
        EntityColumn,
        ScoreColumn,
        ReasonColumn,
        ProviderColumn,
        RecordsColumn,
        ColumnCount
    };

    BulkTableModel(QList<QueueScan::Found> all, const QTimeZone &zone, QObject *parent);
    /// Only those with at least this score; the least certain first. Of those without a candidate all.
    void setLeastScore(double score);
    /// Whether any has something to be said of it: a candidate, or somebody it resembles.
    [[nodiscard]] bool hasReasons() const;
    /// Those that are shown and ticked.
    [[nodiscard]] QList<QueueScan::Found> ticked() const;
    void toggle(int row);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void ticksChanged();

private:
    QTimeZone m_zone;
    QList<QueueScan::Found> m_all; ///< the least certain first
    qsizetype m_first = 0;         ///< of those shown
    QSet<IdentityId> m_leftOut;
};

} // namespace salesdesk
