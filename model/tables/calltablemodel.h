// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/store/callstore.h"
#include "model/tables/rowtablemodel.h"

namespace salesdesk
{

/// The call log or a part of it, newest first, live. Older pages come as they are scrolled to; of a log that
/// grows while nobody scrolls the oldest rows are let go again. GUI thread; owned by a page.
class CallTableModel final : public RowTableModel<CallRow>
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
        ColumnCount
    };

    explicit CallTableModel(Workspace &workspace, QObject *parent = nullptr);

    void setFilter(const CallFilter &filter);
    /// Only calls to this provider; nothing for all.
    void setProvider(std::optional<ProviderId> provider);

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

protected:
    void refresh() override;
    [[nodiscard]] Cell cell(const CallRow &row, int column) const override;
    [[nodiscard]] Heading heading(int column) const override;

private:
    void restart();
    void takeNewer(const QList<CallRow> &rows);

    CallQuery m_query;
    bool m_restart = true;   ///< the next answer replaces all rows
    bool m_complete = false; ///< the oldest row is loaded
    bool m_fetching = false;
};

} // namespace salesdesk
