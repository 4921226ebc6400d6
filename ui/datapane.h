// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/desktopcontrol.h"
#include "ui/page.h"

class QProgressBar;

namespace salesdesk
{

/// The data folder: where it is, where the master key is, and its copy, check and restoring. GUI thread;
/// owned by the settings page, whose banner takes what became of it.
class DataPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DataPane)
public:
    DataPane(Page &page, DesktopControl &desktop, QWidget *parent = nullptr);

    /// Asks for a file, then backUp().
    void askForBackup();
    /// A verified copy into `file`, which must not exist yet, while the receiver runs.
    void backUp(const QString &file);
    void check();
    void askForRestore();
    /// Asks once more, then hands it to the program.
    void restore(const QString &file);

private:
    /// Runs long work on a thread of its own; `done` when it is over.
    template <typename T, typename Then>
    void work(const QString &sentence, const QFuture<Result<T>> &future, Then then);

    Page &m_page;
    DesktopControl &m_desktop;
    QLabel *m_doing;
    QProgressBar *m_bar;
    QList<QPushButton *> m_buttons;
};

} // namespace salesdesk
