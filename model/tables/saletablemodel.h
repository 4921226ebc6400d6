// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/store/recordstore.h"
#include "model/tables/rowtablemodel.h"

namespace salesdesk
{

/// The sales, newest first, with agent, team and product resolved; an identity that is not linked shows muted
/// as "77 · not linked". GUI thread; owned by a page.
class SaleTableModel final : public RowTableModel<Sale>
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
        ContactColumn,
        ProviderColumn,
        ColumnCount
    };

    explicit SaleTableModel(Workspace &workspace, QObject *parent = nullptr);
    /// `text` as in RecordQuery; empty for all.
    void setText(const QString &text);

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : ColumnCount;
    }
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

protected:
    void refresh() override;
    [[nodiscard]] Cell cell(const Sale &row, int column) const override;
    [[nodiscard]] Heading heading(int column) const override;

private:
    QString m_text;
    bool m_firstPage = true; ///< the next answer is to another question: one page is enough
    bool m_complete = false;
    bool m_fetching = false;
};

} // namespace salesdesk
