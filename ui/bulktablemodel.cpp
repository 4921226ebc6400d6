// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bulktablemodel.h"

#include "model/tables/linktexts.h"
#include "model/tables/texts.h"

#include <algorithm>

namespace salesdesk
{

namespace
{

double scoreOf(const QueueScan::Found &found)
{
    return found.candidate ? found.candidate->score : 1;
}

/// Of those to be created the ones that resemble somebody come first.
double doubtOf(const QueueScan::Found &found)
{
    return found.candidate ? found.candidate->score : found.resembles ? 1 - found.resembles->score : 1;
}

QString resemblesText(const Candidate &candidate)
{
    if (!candidate.taken.isEmpty())
        return BulkTableModel::tr("resembles %1, who has %2 already")
            .arg(candidate.entityName, candidate.taken);
    return BulkTableModel::tr("resembles %1, %2").arg(candidate.entityName, scoreText(candidate.score));
}

Qt::Alignment alignmentOf(BulkTableModel::Column column)
{
    const bool isNumber = column == BulkTableModel::ScoreColumn || column == BulkTableModel::RecordsColumn;
    return (isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
}

} // namespace

BulkTableModel::BulkTableModel(QList<QueueScan::Found> all, const QTimeZone &zone, QObject *parent)
    : QAbstractTableModel(parent)
    , m_zone(zone)
    , m_all(std::move(all))
{
    std::stable_sort(m_all.begin(), m_all.end(), [](const auto &a, const auto &b) {
        return std::pair(doubtOf(a), -a.records.value.value) < std::pair(doubtOf(b), -b.records.value.value);
    });
}

bool BulkTableModel::hasReasons() const
{
    return std::any_of(m_all.cbegin(), m_all.cend(),
                       [](const auto &found) { return found.candidate || found.resembles; });
}

void BulkTableModel::setLeastScore(double score)
{
    beginResetModel();
    const auto first = std::find_if(m_all.cbegin(), m_all.cend(),
                                    [score](const auto &found) { return scoreOf(found) >= score - 1e-9; });
    m_first = first - m_all.cbegin();
    endResetModel();
    Q_EMIT ticksChanged();
}

QList<QueueScan::Found> BulkTableModel::ticked() const
{
    QList<QueueScan::Found> all;
    for (auto at = m_first; at < m_all.size(); ++at) {
        if (!m_leftOut.contains(m_all.at(at).identity))
            all.append(m_all.at(at));
    }
    return all;
}

void BulkTableModel::toggle(int row)
{
    const auto id = m_all.at(m_first + row).identity;
    if (!m_leftOut.remove(id))
        m_leftOut.insert(id);
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    Q_EMIT ticksChanged();
}

int BulkTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_all.size() - m_first);
}

int BulkTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant BulkTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto &found = m_all.at(m_first + index.row());
    const auto column = static_cast<Column>(index.column());
    if (role == Qt::CheckStateRole && column == NameColumn)
        return m_leftOut.contains(found.identity) ? Qt::Unchecked : Qt::Checked;
    if (role == Qt::TextAlignmentRole)
        return int(alignmentOf(column));
    if (role == Qt::ToolTipRole) // a narrow window elides
        return index.data().toString().toHtmlEscaped();
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case NameColumn:
        return found.name;
    case EntityColumn:
        return found.candidate ? found.candidate->entityName : kindText(found.kind);
    case ScoreColumn:
        return found.candidate ? scoreText(found.candidate->score) : QString();
    case ReasonColumn:
        if (found.candidate)
            return reasonText(*found.candidate, m_zone);
        return found.resembles ? resemblesText(*found.resembles) : QString();
    case ProviderColumn:
        return found.provider;
    case RecordsColumn:
        return recordsText(found.records);
    case ColumnCount:
        break;
    }
    return {};
}

bool BulkTableModel::setData(const QModelIndex &index, const QVariant &, int role)
{
    if (role != Qt::CheckStateRole)
        return false;
    toggle(index.row());
    return true;
}

Qt::ItemFlags BulkTableModel::flags(const QModelIndex &index) const
{
    auto flags = QAbstractTableModel::flags(index);
    if (index.column() == NameColumn)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

QVariant BulkTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return int(alignmentOf(static_cast<Column>(section)));
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case NameColumn:
        return tr("Name");
    case EntityColumn:
        return tr("Becomes");
    case ScoreColumn:
        return tr("Score");
    case ReasonColumn:
        return tr("Note");
    case ProviderColumn:
        return tr("Provider");
    case RecordsColumn:
        return tr("Waiting");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace salesdesk
