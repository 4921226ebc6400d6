// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/tables/historytablemodel.h"

#include <QDialog>

class QListWidget;
class QPushButton;

namespace salesdesk
{

class Banner;
class TableView;

/// Every decision, by whom, when and why, a batch as one line, with all that it decided below; any can be
/// undone and done again where nothing stands on it. GUI thread; owned by the page that opened it.
class HistoryDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HistoryDialog)
public:
    explicit HistoryDialog(Workspace &workspace, QWidget *parent = nullptr);

private:
    void judge();
    void showDecisions();
    void addLine(const QString &text);
    void step(bool back);

    Workspace &m_workspace;
    HistoryTableModel m_model;
    TableView *m_table;
    Banner *m_banner;
    QListWidget *m_decisions; ///< of the chosen step
    QPushButton *m_undo;
    QPushButton *m_redo;
};

} // namespace salesdesk
