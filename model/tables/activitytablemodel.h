// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/store/recordstore.h"
#include "model/tables/rowtablemodel.h"

namespace salesdesk
{

/// The activities, newest moment first, with agent and team resolved; an identity that is not linked shows
/// muted as "77 · not linked". GUI thread; owned by a page.
class ActivityTableModel final : public RowTableModel<Activity>
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
        ColumnCount
    };

    explicit ActivityTableModel(Workspace &workspace, QObject *parent = nullptr);
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
    [[nodiscard]] Cell cell(const Activity &row, int column) const override;
    [[nodiscard]] Heading heading(int column) const override;

private:
    QString m_text;
    bool m_firstPage = true; ///< the next answer is to another question: one page is enough
    bool m_complete = false;
    bool m_fetching = false;
};

} // namespace salesdesk
