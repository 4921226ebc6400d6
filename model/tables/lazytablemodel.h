// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/tables/cell.h"
#include "model/tables/livetablemodel.h"

#include <QCache>
#include <QSet>

#include <algorithm>

namespace salesdesk
{

/// A list of millions of rows, each known by its number alone: the rows themselves are read when they are
/// looked at, with their neighbours, and the last few thousand are kept. `Row` has an `id`. GUI thread.
template <typename Row>
class LazyTableModel : public LiveTableModel
{
public:
    using Reading = std::function<Result<QList<Row>>(Connection &)>;

    /// The row as it is known; null while it is being read.
    [[nodiscard]] const Row *rowAt(int row) const
    {
        const auto *known = m_rows.object(numberAt(row));
        return known ? &known->row : nullptr;
    }

    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
            return {};
        const auto number = numberAt(index.row());
        if (role == IdRole)
            return number;
        if (!Cell::answers(role))
            return {};
        const auto *known = m_rows.object(number);
        if (!known || known->version != m_version)
            want(index.row());
        if (!known)
            return role == Qt::DisplayRole && index.column() == 0 ? QVariant(QStringLiteral("…"))
                                                                  : QVariant();
        return cell(known->row, index.column()).data(role);
    }

    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
            return {};
        const auto shown = heading(section);
        if (role == BlankColumnRole)
            return shown.hideBlank ? QVariant(isBlank(section)) : QVariant();
        return shown.data(role);
    }

    /// Finds a row by its number (IdRole) without asking each.
    [[nodiscard]] QModelIndexList match(const QModelIndex &start, int role, const QVariant &value, int hits,
                                        Qt::MatchFlags flags) const override
    {
        if (role != IdRole)
            return LiveTableModel::match(start, role, value, hits, flags);
        const auto place = placeOf(value.toLongLong());
        return place ? QModelIndexList{index(static_cast<int>(*place), 0)} : QModelIndexList{};
    }

protected:
    LazyTableModel(Workspace &workspace, Changes interest, QObject *parent)
        : LiveTableModel(workspace, interest, {}, parent)
        , m_rows(keptRows)
    {
        m_wantedTimer.setSingleShot(true);
        m_wantedTimer.setInterval(0);
        connect(&m_wantedTimer, &QTimer::timeout, this, &LazyTableModel::readWanted);
    }

    [[nodiscard]] virtual qint64 numberAt(int row) const = 0;
    [[nodiscard]] virtual std::optional<qint64> placeOf(qint64 number) const = 0;
    /// What reads the rows of these numbers, whichever of them there are.
    [[nodiscard]] virtual Reading reading(const QList<qint64> &numbers) const = 0;
    [[nodiscard]] virtual Cell cell(const Row &row, int column) const = 0;
    [[nodiscard]] virtual Heading heading(int column) const = 0;

    void keep(const QList<Row> &rows) { keep(rows, m_version); }
    template <typename Visit>
    void eachKnown(Visit visit) const
    {
        const auto numbers = m_rows.keys();
        for (const auto number : numbers) {
            if (const auto *known = m_rows.object(number))
                visit(known->row);
        }
    }
    /// A row that is read anew when it is looked at, and shown as it was until then; and all rows.
    void outdate(qint64 number)
    {
        if (auto *known = m_rows.object(number))
            known->version = 0;
    }
    void outdateRows()
    {
        ++m_version;
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
    void forgetRows()
    {
        m_rows.clear();
        m_wanted.clear();
    }
    /// After a reload: what is being read is not waited for.
    void stopReading() { m_reading = false; }

private:
    static constexpr int aroundRows = 50; // read with those that are looked at
    static constexpr qsizetype rowsAtOnce = 300;
    static constexpr int keptRows = 8192;

    struct Known {
        Row row;
        quint64 version = 0; ///< that it was read at
    };

    [[nodiscard]] bool isBlank(int column) const
    {
        const auto numbers = m_rows.keys();
        return std::all_of(numbers.cbegin(), numbers.cend(), [&](qint64 number) {
            return cell(m_rows.object(number)->row, column).text.isEmpty();
        });
    }

    void keep(const QList<Row> &rows, quint64 version)
    {
        for (const auto &row : rows)
            m_rows.insert(row.id.value, new Known{row, version}); // the cache owns it
    }

    void want(int row) const
    {
        m_wanted.append(row);
        if (!m_wantedTimer.isActive())
            m_wantedTimer.start();
    }

    [[nodiscard]] bool isKnown(qint64 number) const
    {
        const auto *known = m_rows.object(number);
        return known && known->version == m_version;
    }

    void readWanted()
    {
        if (m_reading || m_wanted.isEmpty())
            return;
        // Those that were looked at last, with their neighbours: what was scrolled past is not read.
        QList<qint64> numbers;
        QList<int> places;
        QSet<int> chosen;
        for (auto row = m_wanted.crbegin(); row != m_wanted.crend() && numbers.size() < rowsAtOnce; ++row) {
            const int end = std::min(*row + aroundRows, rowCount());
            for (int near = std::max(0, *row - aroundRows); near < end && numbers.size() < rowsAtOnce;
                 ++near) {
                if (chosen.contains(near) || isKnown(numberAt(near)))
                    continue;
                chosen.insert(near);
                places.append(near);
                numbers.append(numberAt(near));
            }
        }
        m_wanted.clear();
        if (numbers.isEmpty())
            return;
        m_reading = true;
        whenFinished(workspace().template read<QList<Row>>(reading(numbers)), this,
                     [this, asking = generation(), version = m_version, numbers,
                      places](const Result<QList<Row>> &rows) {
                         if (asking != generation())
                             return;
                         m_reading = false;
                         if (!rows) {
                             Q_EMIT failed(rows.error().detail);
                             return;
                         }
                         keep(*rows, version);
                         showRead(numbers, places);
                         readWanted();
                     });
    }

    /// Says which rows are known now; all of them where rows came or went meanwhile.
    void showRead(const QList<qint64> &numbers, const QList<int> &places)
    {
        int first = rowCount() - 1;
        int last = 0;
        for (qsizetype i = 0; i < numbers.size(); ++i) {
            if (places.at(i) >= rowCount() || numberAt(places.at(i)) != numbers.at(i)) {
                first = 0;
                last = rowCount() - 1;
                break;
            }
            first = std::min(first, places.at(i));
            last = std::max(last, places.at(i));
        }
        if (last >= first && rowCount() > 0)
            Q_EMIT dataChanged(index(first, 0), index(last, columnCount() - 1));
    }

    QCache<qint64, Known> m_rows;
    quint64 m_version = 1;
    mutable QList<int> m_wanted; ///< rows that were looked at and are not there, in the order of the looks
    mutable QTimer m_wantedTimer;
    bool m_reading = false;
};

} // namespace salesdesk
