// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/tables/identitytablemodel.h"
#include "ui/page.h"

namespace salesdesk
{

class IdentityFilterBar;
class TableView;

/// All external identities: whom each is linked to, by whom and why; to link, relink and unlink. GUI thread;
/// owned by the window.
class IdentitiesPage final : public Page
{
    Q_OBJECT
public:
    explicit IdentitiesPage(Workspace &workspace, QWidget *parent = nullptr);

private:
    void buildActions();
    void loadProviders();
    void judgeActions();
    void explainEmpty();
    void chooseEntity();
    void unlink();
    void toggleIgnored();
    void undo();
    void redo();
    void showHistory();
    [[nodiscard]] const ListedIdentity *current() const;

    IdentityTableModel m_model;
    TableView *m_table;
    IdentityFilterBar *m_bar = nullptr;
    QPushButton *m_link = nullptr;
    QPushButton *m_unlink = nullptr;
    QPushButton *m_ignore = nullptr;
};

} // namespace salesdesk
