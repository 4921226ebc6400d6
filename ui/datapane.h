// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/desktopcontrol.h"
#include "model/domain/stopflag.h"
#include "ui/page.h"

namespace salesdesk
{

class WorkStrip;

/// The data folder: where it is, where the master key is, and its copy, check and restoring. GUI thread;
/// owned by the settings page, whose banner takes what became of it.
class DataPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DataPane)
public:
    DataPane(Page &page, DesktopControl &desktop, QWidget *parent = nullptr);
    /// Ends what runs: the folder is about to be closed.
    ~DataPane() override;

    /// Asks for a file, then backUp().
    void askForBackup();
    /// A verified copy into `file`, which must not exist yet, while the receiver runs.
    void backUp(const QString &file);
    void check();
    void askForRestore();
    /// Asks once more, verifies and copies it, then has the program put it in place.
    void restore(const QString &file);

private:
    /// Long work on a thread of its own, begun with the flag that Cancel sets; `then` with what it gave,
    /// unless it was cancelled.
    template <typename T, typename Then>
    void work(const QString &sentence, const std::function<QFuture<Result<T>>(const StopFlag &)> &begin,
              Then then);
    void stage(const QString &file);

    Page &m_page;
    DesktopControl &m_desktop;
    WorkStrip *m_strip;
    StopFlag m_stop;              ///< of the work that runs
    std::function<void()> m_wait; ///< for its end
    QList<QPushButton *> m_buttons;
};

} // namespace salesdesk
