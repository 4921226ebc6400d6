// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/tables/calltablemodel.h"
#include "ui/page.h"

class QStackedWidget;

namespace salesdesk
{

class CallDetailsPane;
class TableView;

/// All calls, newest first, live, with a filter line and the chosen call in full. GUI thread; owned by the
/// window.
class CallLogPage final : public Page
{
    Q_OBJECT
public:
    explicit CallLogPage(Workspace &workspace, QWidget *parent = nullptr);

    /// As if it was typed into the filter line.
    void setFilterText(const QString &text);
    /// Shows one call, whether or not it is in the list.
    void showCall(CallId call);

private:
    void applyFilter(const QString &text);
    void explainEmpty();

    CallTableModel m_model;
    TableView *m_table;
    CallDetailsPane *m_details;
    QStackedWidget *m_side;
    QLabel *m_filterError;
    CallId m_shown;
};

} // namespace salesdesk
