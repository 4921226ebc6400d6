// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/callfilter.h"
#include "model/workspace.h"

#include <QObject>

class QAction;
class QCompleter;
class QLineEdit;
class QMenu;
class QPushButton;
class QSettings;
class QStringListModel;

namespace salesdesk
{

/// Helps with a line that a call filter is typed into: completes names and values, shows whether it can be
/// read, and keeps what was used and what a person saved under a name. GUI thread; owned by its page.
class CallFilterAssistant final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CallFilterAssistant)
public:
    /// `edit` stays its owner's.
    CallFilterAssistant(QLineEdit *edit, Workspace &workspace, QObject *parent);

    /// Opens the menu of saved and recent filters.
    [[nodiscard]] QPushButton *savedButton() const { return m_savedButton; }
    /// What is wrong with the text; empty when nothing is.
    [[nodiscard]] const QString &problem() const { return m_problem; }
    /// Of the last text that could be read.
    [[nodiscard]] const CallFilter &filter() const { return m_filter; }
    /// Adds the term, or takes it away where it is.
    void toggle(const QString &term);
    [[nodiscard]] bool has(const QString &term) const;
    /// Keeps the text among the recent ones.
    void remember();
    void savePlace(QSettings &settings) const;
    void restorePlace(const QSettings &settings);

Q_SIGNALS:
    /// Enter: whoever typed wants to go on to what was found.
    void entered();
    /// The text changed; problem() says whether filter() is what it means.
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void read();
    void complete();
    void offerRecent();
    void take(const QString &candidate);
    void fillMenu();
    void saveCurrent();

    QLineEdit *m_edit;
    Workspace &m_workspace;
    QPushButton *m_savedButton;
    QMenu *m_menu;
    QAction *m_state;
    QCompleter *m_completer;
    QStringListModel *m_candidates;
    CallFilter m_filter;
    QString m_problem;
    FilterCompletion m_completion;
    QStringList m_recent;
    QList<std::pair<QString, QString>> m_saved; ///< name and text
};

} // namespace salesdesk
