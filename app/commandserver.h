// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command.h"

#include <QLocalServer>
#include <QThreadPool>

namespace salesdesk
{

/// The owner's end of the local socket: takes commands of other processes of the same user and runs each on a
/// thread of its own, with the client's socket on that thread too, so that a slow client slows only itself.
/// Lives on the main thread; owned by the program that owns the folder.
class CommandServer final : public QLocalServer
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CommandServer)
public:
    enum class Window { None, Shown };

    CommandServer(CommandContext context, Window window);
    /// Takes no more, tells the running commands to stop, and waits for them.
    ~CommandServer() override;
    /// `path`: FolderLock::socketPath(); the lock must be held. StorageFailed: it cannot be made.
    [[nodiscard]] Result<Done> start(const QString &path);

Q_SIGNALS:
    /// Another window was to be opened on this folder: show this one.
    void raiseRequested();

protected:
    void incomingConnection(quintptr descriptor) override;

private:
    void serve(quintptr descriptor);

    CommandContext m_context;
    Window m_window;
    std::shared_ptr<std::atomic<bool>> m_stop = std::make_shared<std::atomic<bool>>(false);
    QThreadPool m_pool;
};

} // namespace salesdesk
