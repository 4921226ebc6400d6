// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/store/decision.h"
#include "model/tables/rowtablemodel.h"

namespace salesdesk
{

/// The history of decisions, newest first, a page at a time. GUI thread; owned by a dialog.
class HistoryTableModel final : public RowTableModel<HistoryStep>
{
    Q_OBJECT
public:
    enum Column { WhenColumn, WhoColumn, WhatColumn, WhyColumn, RecordsColumn, StateColumn, ColumnCount };

    explicit HistoryTableModel(Workspace &workspace, QObject *parent = nullptr);

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : ColumnCount;
    }
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

protected:
    void refresh() override;
    [[nodiscard]] Cell cell(const HistoryStep &row, int column) const override;
    [[nodiscard]] Heading heading(int column) const override;

private:
    bool m_complete = false;
    bool m_fetching = false;
};

} // namespace salesdesk
