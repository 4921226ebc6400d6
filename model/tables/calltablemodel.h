// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/callids.h"
#include "model/tables/lazytablemodel.h"
#include "model/tables/morecalls.h"

#include <QHash>

#include <array>

namespace salesdesk
{

/// The call log or a part of it, newest first, live. It knows the numbers of all its calls, so that every
/// place of the scroll bar is one of a call; the rows themselves are read when they are looked at. The log is
/// read from its newest end on, piece by piece: until isComplete() there may be more. GUI thread; owned by a
/// page.
class CallTableModel final : public LazyTableModel<CallRow>
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

    /// `slice`: how long it may hold up others who read.
    explicit CallTableModel(Workspace &workspace, QObject *parent = nullptr,
                            std::chrono::milliseconds slice = LogWalk::usualSlice);

    void setQuery(const CallQuery &query);
    [[nodiscard]] const CallQuery &query() const { return m_query; }
    /// Shows refusals with the same cause that follow each other as one row.
    void setFolded(bool folded);
    /// Whether all of the log has been looked at.
    [[nodiscard]] bool isComplete() const { return m_complete; }
    /// How much of it has been looked at, 0 to 1.
    [[nodiscard]] double searched() const;
    /// How many there are so far, folded ones too.
    [[nodiscard]] qint64 callCount() const;
    [[nodiscard]] CallId callAt(int row) const { return m_ids.at(row); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

protected:
    void refresh() override;
    [[nodiscard]] qint64 numberAt(int row) const override { return m_ids.at(row).value; }
    [[nodiscard]] std::optional<qint64> placeOf(qint64 number) const override
    {
        return m_ids.placeOf(CallId{number});
    }
    [[nodiscard]] Reading reading(const QList<qint64> &numbers) const override;
    [[nodiscard]] Cell cell(const CallRow &row, int column) const override;
    [[nodiscard]] Heading heading(int column) const override;

private:
    struct Beginning;
    struct News;
    void startOver();
    void begin(const Beginning &beginning);
    void takeNews(const News &news);
    void takeMore(const MoreCalls &more);
    void readOn();
    void addOlder(const QList<FoundCall> &found);
    void addNewer(const QList<FoundCall> &found);
    void dropBelow(qint64 first);

    std::chrono::milliseconds m_slice;
    CallQuery m_query;
    bool m_folded = false;
    CallIds m_ids;
    QHash<qint64, qint64> m_repeats; ///< of folded rows: how many more there are
    QString m_newestCause;
    QString m_oldestCause;
    CallRange m_range;     ///< what the list is read from
    LogWalk m_walk;        ///< of it, what has not been looked at yet
    qint64 m_last = 0;     ///< the newest call that has been looked at
    bool m_restart = true; ///< the next answer replaces all rows
    bool m_complete = false;
    std::array<Cell, ColumnCount> m_columns; ///< what all cells of a column have in common
};

} // namespace salesdesk
