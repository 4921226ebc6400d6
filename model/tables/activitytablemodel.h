// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/tables/recordtablemodel.h"

namespace salesdesk
{

/// The activities, newest moment first, with agent and team resolved; an identity that is not linked shows
/// muted as "77 · not linked". GUI thread; owned by a page.
class ActivityTableModel final : public RecordTableModel<Activity>
{
    Q_OBJECT
public:
    enum Column {
        MomentColumn,
        RecordColumn,
        TypeColumn,
        AgentColumn,
        TeamColumn,
        ValueColumn,
        ContactColumn,
        ProviderColumn,
        CreatedColumn,
        ChangedColumn,
        ColumnCount
    };

    explicit ActivityTableModel(Workspace &workspace, QObject *parent = nullptr);

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : ColumnCount;
    }

protected:
    [[nodiscard]] Cell cell(const Activity &row, int column) const override;
    [[nodiscard]] Heading heading(int column) const override;
};

} // namespace salesdesk
