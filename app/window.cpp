// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window.h"

#include "app/commandserver.h"
#include "app/listener.h"
#include "app/masterkeystore.h"
#include "app/ownership.h"
#include "app/signalwatcher.h"
#include "receiver/receiver.h"
#include "ui/mainwindow.h"
#include "ui/style.h"

#include <QApplication>
#include <QMessageBox>

namespace salesdesk
{

using namespace Qt::StringLiterals;

int runWindow(const ParsedLine &line, Output &output)
{
    style::apply(*qApp);
    const auto fail = [&](const Error &error) {
        output.err("salesdesk: " + error.detail.toUtf8() + '\n');
        // There is no window yet that could bear a banner.
        QMessageBox box(QMessageBox::Critical, u"SalesDesk"_s, error.detail, QMessageBox::Close);
        box.setTextFormat(Qt::PlainText);
        box.exec();
        return 1;
    };
    const auto folder = dataFolder(line.arguments);
    FolderLock lock(folder);
    const auto owned = ownToStay(lock, folder, true);
    if (!owned)
        return fail(owned.error());
    if (*owned == Ownership::WindowRaised)
        return 0;
    const auto master = masterKeyOf(folder);
    if (!master)
        return fail(master.error());
    const auto opened = Workspace::open({.folder = folder, .master = *master});
    if (!opened)
        return fail(opened.error());
    auto &workspace = **opened;

    Receiver receiver(workspace);
    Listener listener(workspace, receiver, {});
    MainWindow window(workspace, receiver, *master);
    CommandContext context;
    context.workspace = &workspace;
    context.master = master;
    context.folder = folder;
    context.receiverUrl = [&listener] { return listener.url(); };
    CommandServer commands(context, CommandServer::Window::Shown);
    const SignalWatcher signalWatcher;

    QObject::connect(&commands, &CommandServer::raiseRequested, &window, [&window] {
        window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
        window.show();
        window.raise();
        window.activateWindow();
    });
    QObject::connect(&signalWatcher, &SignalWatcher::endRequested, &window, [] { QApplication::quit(); });
    if (const auto started = commands.start(lock.socketPath()); !started)
        return fail(started.error());
    window.show();
    listener.start();
    const int status = QApplication::exec();

    // What is in flight is answered before the graph is taken down.
    QEventLoop ending;
    QObject::connect(&listener, &Listener::ended, &ending, &QEventLoop::quit, Qt::QueuedConnection);
    listener.end();
    ending.exec();
    return status;
}

} // namespace salesdesk
