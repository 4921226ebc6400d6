// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/callexport.h"
#include "model/domain/secrets.h"
#include "model/receivercontrol.h"

#include <QAction>

class QMenu;

namespace salesdesk
{

class CallTableModel;
class CallWork;
class Page;
class TableView;

/// What a person can do with the calls of the list: each an action with a key, in the list's context menu
/// and where the page puts it. GUI thread; owned by its page.
class CallActions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CallActions)
public:
    /// `master` opens the API key for a command that bears it.
    CallActions(Page &page, TableView &table, const CallTableModel &model, CallWork &work,
                const ReceiverControl &receiver, const MasterKey &master);

    /// The menus are the caller's to place: the page's buttons open them.
    [[nodiscard]] QMenu *replayMenu() const { return m_replayMenu; }
    [[nodiscard]] QMenu *exportMenu() const { return m_exportMenu; }
    /// Of the chosen rows, newest first.
    [[nodiscard]] QList<CallId> chosen() const;

private:
    void judge();
    void showMenu(const QPoint &at);
    void copyCell();
    void copyBody();
    void copyCurl() { copyCommand(false); }
    void copyCurlWithKey() { copyCommand(true); }
    void copyCommand(bool withKey);
    void replayChosen();
    void replayAll();
    void rehearse();
    void exportCsv() { askForFile(ExportFormat::Csv); }
    void exportJsonLines() { askForFile(ExportFormat::JsonLines); }
    void exportHar() { askForFile(ExportFormat::Har); }
    void askForFile(ExportFormat format);
    void say(const QString &sentence);

    Page &m_page;
    TableView &m_table;
    const CallTableModel &m_model;
    CallWork &m_work;
    const ReceiverControl &m_receiver;
    const MasterKey &m_master;
    QMenu *m_replayMenu;
    QMenu *m_exportMenu;
    QList<QAction *> m_ofOne;  ///< need a chosen call
    QList<QAction *> m_ofSome; ///< need one or more
    QList<QAction *> m_ofAll;  ///< need a list with rows
};

} // namespace salesdesk
