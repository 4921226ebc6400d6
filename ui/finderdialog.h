// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/store/finder.h"
#include "model/workspace.h"

#include <QDialog>
#include <QTimer>

class QLabel;
class QLineEdit;
class QListWidget;

namespace salesdesk
{

/// Ctrl+K: a few letters lead to any screen, provider, agent, team, product, identity, record or call. The
/// database is searched off this thread, some of each kind. GUI thread; owned by the window.
class FinderDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FinderDialog)
public:
    explicit FinderDialog(Workspace &workspace, QWidget *parent);
    ~FinderDialog() override;

Q_SIGNALS:
    void chosen(const salesdesk::Finding &finding);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search();
    void searchWithin(const QString &text);
    void take(const Findings &findings);
    void show(const Findings &findings);
    void choose();
    /// The line that says how many more there are of a kind, and leads to all of them.
    void addRest(Finding::Kind kind, qint64 number);

    Workspace &m_workspace;
    QLineEdit *m_text;
    QListWidget *m_list;
    QLabel *m_note;
    QTimer m_pause;      ///< while letters are still coming
    bool m_goes = false; ///< to the first thing found, as soon as it is
    int m_asked = 0;     ///< answers to earlier questions are dropped
    StopFlag m_stop;     ///< of what is looked for within IDs
    Findings m_first;    ///< what was found by names and beginnings
};

} // namespace salesdesk
