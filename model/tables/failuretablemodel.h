// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/store/failuregroups.h"
#include "model/tables/rowtablemodel.h"

namespace salesdesk
{

/// Why calls fail: refused calls by provider and cause, the largest group first. GUI thread; owned by a page.
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

    explicit FailureTableModel(Workspace &workspace, QObject *parent = nullptr);

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : ColumnCount;
    }

protected:
    void refresh() override;
    [[nodiscard]] Cell cell(const FailureGroup &row, int column) const override;
    [[nodiscard]] Heading heading(int column) const override;
};

} // namespace salesdesk
