// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/callids.h"
#include "model/store/callsearch.h"
#include "model/tables/cell.h"
#include "model/tables/livetablemodel.h"

#include <QCache>
#include <QHash>

#include <array>

namespace salesdesk
{

/// The call log or a part of it, newest first, live. It knows the numbers of all its calls, so that every
/// place of the scroll bar is one of a call; the rows themselves are read when they are looked at. The log is
/// read from its newest end on, piece by piece: until isComplete() there may be more. GUI thread; owned by a
/// page.
class CallTableModel final : public LiveTableModel
{
    Q_OBJECT
public:
    enum Column {
        TimeColumn,
        ProviderColumn,
        EndpointColumn,
        StatusColumn,
        RecordColumn,
        AgentColumn,
        TypeColumn,
        DurationColumn,
        SizeColumn,
        ReasonColumn,
        ColumnCount
    };

    explicit CallTableModel(Workspace &workspace, QObject *parent = nullptr);

    void setQuery(const CallQuery &query);
    [[nodiscard]] const CallQuery &query() const { return m_query; }
    /// Shows refusals with the same cause that follow each other as one row.
    void setFolded(bool folded);
    /// Whether all of the log has been looked at.
    [[nodiscard]] bool isComplete() const { return m_complete; }
    /// How many there are so far, folded ones too.
    [[nodiscard]] qint64 callCount() const;
    [[nodiscard]] CallId callAt(int row) const { return m_ids.at(row); }
    /// The row as it is known; null while it is being read.
    [[nodiscard]] const CallRow *rowAt(int row) const { return m_rows.object(m_ids.at(row).value); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// Finds a call by its number (IdRole) without going through all rows.
    [[nodiscard]] QModelIndexList match(const QModelIndex &start, int role, const QVariant &value, int hits,
                                        Qt::MatchFlags flags) const override;

protected:
    void refresh() override;

private:
    struct Beginning;
    struct News;
    void startOver();
    void begin(const Beginning &beginning);
    void takeNews(const News &news);
    void readOn();
    void addOlder(const QList<FoundCall> &found);
    void addNewer(const QList<FoundCall> &found);
    void dropBelow(qint64 first);
    void keep(const QList<CallRow> &rows);
    void want(int row) const;
    void readWanted();
    [[nodiscard]] Cell cell(const CallRow &row, int column) const;
    [[nodiscard]] static Heading heading(int column);
    [[nodiscard]] bool isBlank(int column) const;

    CallQuery m_query;
    bool m_folded = false;
    CallIds m_ids;
    QHash<qint64, qint64> m_repeats; ///< of folded rows: how many more there are
    QString m_newestCause;
    QString m_oldestCause;
    CallRange m_left;       ///< what has not been looked at yet, below what has
    qint64 m_last = 0;      ///< the newest call that has been looked at
    qint64 m_pieceSize = 0; ///< of the next look into the log
    bool m_restart = true;  ///< the next answer replaces all rows
    bool m_complete = false;
    QCache<qint64, CallRow> m_rows;
    std::array<Cell, ColumnCount> m_columns; ///< what all cells of a column have in common
    mutable QList<int> m_wanted; ///< rows that were looked at and are not there, in the order of the looks
    mutable QTimer m_wantedTimer;
    bool m_reading = false;
};

} // namespace salesdesk
