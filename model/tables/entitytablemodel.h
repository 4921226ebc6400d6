// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/store/entitystore.h"
#include "model/tables/rowtablemodel.h"

namespace salesdesk
{

/// The agents, teams or products, by name. GUI thread; owned by a page.
class EntityTableModel final : public RowTableModel<Entity>
{
    Q_OBJECT
public:
    enum Column {
        NameColumn,
        EmailColumn,
        TeamColumn,
        IdentitiesColumn,
        RecordsColumn,
        ValueColumn,
        StateColumn,
        ColumnCount
    };

    explicit EntityTableModel(Workspace &workspace, EntityKind kind, QObject *parent = nullptr);
    /// Part of a name or e-mail address; empty for all.
    void setText(const QString &text);
    [[nodiscard]] EntityKind kind() const { return m_kind; }

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : ColumnCount;
    }

protected:
    void refresh() override;
    [[nodiscard]] Cell cell(const Entity &row, int column) const override;
    [[nodiscard]] Heading heading(int column) const override;

private:
    EntityKind m_kind;
    QString m_text;
};

} // namespace salesdesk
