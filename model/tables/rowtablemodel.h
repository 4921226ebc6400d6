// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/tables/cell.h"
#include "model/tables/livetablemodel.h"

#include <QHash>
#include <QSet>

namespace salesdesk
{

/// The rows of a list and how a new reading of them is taken in: row by row, so that selection and place stay
/// where they are. `Row` has an operator== and an `id`. GUI thread.
template <typename Row>
class RowTableModel : public LiveTableModel
{
public:
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    [[nodiscard]] const Row &row(int number) const { return m_rows.at(number); }
    [[nodiscard]] const QList<Row> &rows() const { return m_rows; }
    [[nodiscard]] const Row *rowOf(qint64 id) const
    {
        for (const auto &row : m_rows) {
            if (keyOf(row) == id)
                return &row;
        }
        return nullptr;
    }

    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
            return {};
        const auto &row = m_rows.at(index.row());
        if (role == IdRole)
            return keyOf(row);
        return Cell::answers(role) ? cell(row, index.column()).data(role) : QVariant();
    }

    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
            return {};
        const auto shown = heading(section);
        if (role == BlankColumnRole && shown.hideBlank)
            return std::all_of(m_rows.cbegin(), m_rows.cend(),
                               [&](const Row &row) { return cell(row, section).text.isEmpty(); });
        return shown.data(role);
    }

protected:
    using LiveTableModel::LiveTableModel;

    [[nodiscard]] virtual Cell cell(const Row &row, int column) const = 0;
    [[nodiscard]] virtual Heading heading(int column) const = 0;

    [[nodiscard]] static qint64 keyOf(const Row &row) { return row.id.value; }

    /// Makes the list equal to `wanted`: removes, reorders, inserts, updates.
    void replaceRows(const QList<Row> &wanted)
    {
        removeMissing(wanted);
        reorder(wanted);
        int at = 0;
        while (at < wanted.size()) {
            if (at < m_rows.size() && keyOf(m_rows.at(at)) == keyOf(wanted.at(at))) {
                if (m_rows.at(at) != wanted.at(at)) {
                    m_rows[at] = wanted.at(at);
                    Q_EMIT dataChanged(index(at, 0), index(at, columnCount() - 1));
                }
                ++at;
                continue;
            }
            int end = at;
            while (end < wanted.size() &&
                   (at >= m_rows.size() || keyOf(wanted.at(end)) != keyOf(m_rows.at(at))))
                ++end;
            insertAt(at, wanted.mid(at, end - at));
            at = end;
        }
    }

    void insertAt(int at, const QList<Row> &added)
    {
        if (added.isEmpty())
            return;
        beginInsertRows({}, at, at + static_cast<int>(added.size()) - 1);
        m_rows = m_rows.mid(0, at) + added + m_rows.mid(at);
        endInsertRows();
    }

    void appendRows(const QList<Row> &added) { insertAt(static_cast<int>(m_rows.size()), added); }

    void replaceRow(int number, const Row &row)
    {
        if (m_rows.at(number) == row)
            return;
        m_rows[number] = row;
        Q_EMIT dataChanged(index(number, 0), index(number, columnCount() - 1));
    }

    void removeFrom(int first, int count)
    {
        if (count <= 0)
            return;
        beginRemoveRows({}, first, first + count - 1);
        m_rows.remove(first, count);
        endRemoveRows();
    }

    void resetRows(const QList<Row> &rows)
    {
        beginResetModel();
        m_rows = rows;
        endResetModel();
    }

private:
    void removeMissing(const QList<Row> &wanted)
    {
        QSet<qint64> keep;
        for (const auto &row : wanted)
            keep.insert(keyOf(row));
        for (int last = static_cast<int>(m_rows.size()) - 1; last >= 0; --last) {
            if (keep.contains(keyOf(m_rows.at(last))))
                continue;
            int first = last;
            while (first > 0 && !keep.contains(keyOf(m_rows.at(first - 1))))
                --first;
            removeFrom(first, last - first + 1);
            last = first;
        }
    }

    /// Brings the rows that stay into the order of `wanted`.
    void reorder(const QList<Row> &wanted)
    {
        QHash<qint64, int> place;
        for (int at = 0; at < m_rows.size(); ++at)
            place.insert(keyOf(m_rows.at(at)), at);
        QList<Row> sorted;
        QList<int> cameFrom;
        for (const auto &row : wanted) {
            const auto found = place.constFind(keyOf(row));
            if (found == place.cend())
                continue;
            sorted.append(m_rows.at(*found));
            cameFrom.append(*found);
        }
        if (std::is_sorted(cameFrom.cbegin(), cameFrom.cend()))
            return;
        QList<int> goesTo(m_rows.size(), 0);
        for (int at = 0; at < cameFrom.size(); ++at)
            goesTo[cameFrom.at(at)] = at;
        Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
        const auto before = persistentIndexList();
        QModelIndexList after;
        for (const auto &old : before)
            after.append(index(goesTo.at(old.row()), old.column()));
        m_rows = sorted;
        changePersistentIndexList(before, after);
        Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
    }

    QList<Row> m_rows;
};

} // namespace salesdesk
