// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/tables/recordtablemodel.h"

namespace salesdesk
{

/// The sales, newest first, with agent, team and product resolved; an identity that is not linked shows muted
/// as "77 · not linked". GUI thread; owned by a page.
class SaleTableModel final : public RecordTableModel<Sale>
{
    Q_OBJECT
public:
    enum Column {
        SoldColumn,
        RecordColumn,
        ProductColumn,
        AgentColumn,
        TeamColumn,
        ValueColumn,
        StateColumn,
        PowerColumn,
        ReturnColumn,
        GasColumn,
        ConnectionsColumn,
        ContactColumn,
        ProviderColumn,
        CreatedColumn,
        ChangedColumn,
        ColumnCount
    };

    explicit SaleTableModel(Workspace &workspace, QObject *parent = nullptr);

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : ColumnCount;
    }

protected:
    [[nodiscard]] Cell cell(const Sale &row, int column) const override;
    [[nodiscard]] Heading heading(int column) const override;
};

} // namespace salesdesk
