// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/store/failuregroups.h"
#include "model/tables/logwalk.h"
#include "model/tables/rowtablemodel.h"

namespace salesdesk
{

/// Why calls fail: refused calls by provider and cause, the largest group first, counted in slices. GUI
/// thread; owned by a page.
class FailureTableModel final : public RowTableModel<FailureGroup>
{
    Q_OBJECT
public:
    enum Column {
        CauseColumn,
        StatusColumn,
        ProviderColumn,
        CallsColumn,
        FirstColumn,
        LastColumn,
        ColumnCount
    };

    /// `slice`: how long it may hold up others who read.
    explicit FailureTableModel(Workspace &workspace, QObject *parent = nullptr,
                               std::chrono::milliseconds slice = LogWalk::usualSlice);

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : ColumnCount;
    }

protected:
    void refresh() override;
    [[nodiscard]] Cell cell(const FailureGroup &row, int column) const override;
    [[nodiscard]] Heading heading(int column) const override;

private:
    void countOn(LogWalk walk);

    std::chrono::milliseconds m_slice;
    FailureCount m_count;
    bool m_counted = false; ///< to the log's end: until the next time is, too, the rows stay as they are
};

} // namespace salesdesk
