// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/filterlanguage.h"

#include <QObject>

class QAction;
class QCompleter;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QSettings;
class QStringListModel;

namespace salesdesk
{

class Workspace;

/// The language of one list's filter, for FilterAssistant.
struct FilterLanguage {
    /// Takes the filter in when it can be read, else says why not.
    std::function<std::optional<FilterError>(const QString &text)> read;
    std::function<FilterCompletion(const QString &text, qsizetype cursor)> complete;
    QString place; ///< in the settings, for what is kept
};

/// The names of all providers that are not archived, to complete with.
[[nodiscard]] QStringList providerNames(const Workspace &workspace);

/// Helps with a line that a filter is typed into: completes names and values, shows whether it can be
/// read, and keeps what was used and what a person saved under a name. GUI thread; owned by its page.
class FilterAssistant final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FilterAssistant)
public:
    /// `edit` stays its owner's.
    FilterAssistant(QLineEdit *edit, FilterLanguage language, QObject *parent);

    /// Opens the menu of saved and recent filters.
    [[nodiscard]] QPushButton *savedButton() const { return m_savedButton; }
    /// Says what is wrong with the text, and is hidden while nothing is.
    [[nodiscard]] QLabel *problemLabel() const { return m_problemLabel; }
    /// A button that adds the term to the text, or takes it away.
    QPushButton *addQuickFilter(const QString &name, const QString &text, const QString &term);
    /// What is wrong with the text; empty when nothing is.
    [[nodiscard]] const QString &problem() const { return m_problem; }
    /// Keeps the text among the recent ones.
    void remember();
    void savePlace(QSettings &settings) const;
    void restorePlace(const QSettings &settings);

Q_SIGNALS:
    /// Enter: whoever typed wants to go on to what was found.
    void entered();
    /// The text changed; problem() says whether it was taken in.
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void toggle(const QString &term);
    void read();
    void complete();
    void offerRecent();
    void take(const QString &candidate);
    void fillMenu();
    void saveCurrent();

    QLineEdit *m_edit;
    FilterLanguage m_language;
    QPushButton *m_savedButton;
    QLabel *m_problemLabel;
    QList<std::pair<QPushButton *, QString>> m_quick; ///< with the term each stands for
    QMenu *m_menu;
    QAction *m_state;
    QCompleter *m_completer;
    QStringListModel *m_candidates;
    QString m_problem;
    FilterCompletion m_completion;
    QStringList m_recent;
    QList<std::pair<QString, QString>> m_saved; ///< name and text
};

} // namespace salesdesk
