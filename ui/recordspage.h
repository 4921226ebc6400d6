// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/tables/activitytablemodel.h"
#include "model/tables/saletablemodel.h"
#include "ui/page.h"

namespace salesdesk
{

class TableView;

/// The activities, as they are stored, with agent and team resolved. GUI thread; owned by the window.
class ActivitiesPage final : public Page
{
    Q_OBJECT
public:
    explicit ActivitiesPage(Workspace &workspace, QWidget *parent = nullptr);

private:
    void showCount();

    ActivityTableModel m_model;
};

/// The sales, as they are stored, with agent, team and product resolved. GUI thread; owned by the window.
class SalesPage final : public Page
{
    Q_OBJECT
public:
    explicit SalesPage(Workspace &workspace, QWidget *parent = nullptr);

private:
    void showCount();

    SaleTableModel m_model;
};

} // namespace salesdesk
