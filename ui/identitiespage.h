// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/tables/identitytablemodel.h"
#include "ui/page.h"

class QCheckBox;
class QComboBox;

namespace salesdesk
{

class TableView;

/// External identities and the decisions on them. As the queue it holds those that wait; else all, linked
/// ones too. After a decision the next row is chosen and a sentence says what happened. GUI thread; owned by
/// the window.
class IdentitiesPage final : public Page
{
    Q_OBJECT
public:
    enum class Scope { Queue, All };
    IdentitiesPage(Scope scope, Workspace &workspace, QWidget *parent = nullptr);

private:
    void buildActions();
    void buildFilters();
    void applyFilter();
    void loadProviders();
    void judgeActions();
    void explainEmpty();
    void chooseEntity();
    void link(const Identity &identity, EntityId entity, const QString &entityName);
    void acceptSuggestion();
    void createAndLink();
    void toggleIgnored();
    void unlink();
    void undo();
    /// Says it, with Undo at hand, and goes on to the next row.
    void decided(const QString &sentence);
    [[nodiscard]] const ListedIdentity *current() const;

    Scope m_scope;
    IdentityTableModel m_model;
    TableView *m_table;
    QComboBox *m_provider = nullptr;
    QComboBox *m_kind = nullptr;
    QCheckBox *m_ignored = nullptr;
    QPushButton *m_accept = nullptr;
    QPushButton *m_link = nullptr;
    QPushButton *m_create = nullptr;
    QPushButton *m_ignore = nullptr;
    QPushButton *m_unlink = nullptr;
};

} // namespace salesdesk
