// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/tables/entitytablemodel.h"
#include "ui/page.h"

namespace salesdesk
{

class TableView;

/// The team's own agents, teams or products: add, edit, deactivate, merge. GUI thread; owned by the window.
class EntitiesPage final : public Page
{
    Q_OBJECT
public:
    EntitiesPage(EntityKind kind, Workspace &workspace, QWidget *parent = nullptr);

private:
    /// A new one without an `id`.
    void edit(const Entity &entity);
    void toggleActive();
    void merge();
    void undo();
    [[nodiscard]] const Entity *current() const;

    EntityKind m_kind;
    EntityTableModel m_model;
    TableView *m_table;
};

} // namespace salesdesk
