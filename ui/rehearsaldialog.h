// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/workspace.h"

#include <QDialog>
#include <QTimer>

class QLabel;
class QPlainTextEdit;

namespace salesdesk
{

class CallDetailsPane;

/// A logged call whose body can be changed, and what would become of it: it goes all the way through the
/// storage and is rolled back, a moment after each change. Nothing is sent and nothing is kept. GUI thread.
class RehearsalDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RehearsalDialog)
public:
    RehearsalDialog(Workspace &workspace, const IncomingCall &call, QWidget *parent = nullptr);

private:
    void rehearse();
    void showRehearsal(const Result<Workspace::Rehearsal> &rehearsal);

    Workspace &m_workspace;
    IncomingCall m_call;
    QPlainTextEdit *m_body;
    CallDetailsPane *m_details;
    QLabel *m_problem;
    QTimer m_pause; ///< after the last key
    int m_asked = 0;
};

} // namespace salesdesk
