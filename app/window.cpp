// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window.h"

#include "app/commandserver.h"
#include "app/desktop.h"
#include "app/listener.h"
#include "app/masterkeystore.h"
#include "app/ownership.h"
#include "app/signalwatcher.h"
#include "app/systemscheme.h"
#include "model/store/maintenance.h"
#include "model/tables/sentences.h"
#include "receiver/receiver.h"
#include "ui/language.h"
#include "ui/mainwindow.h"
#include "ui/style.h"

#include <QApplication>
#include <QMessageBox>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

/// What the program ends with, and whether it then begins anew.
struct Ending {
    enum class Then { End, OpenAnew, Restore };
    int status = 0;
    Then then = Then::End;
};

/// The command that starts this program again on this folder.
QStringList startCommand(const ParsedLine &line)
{
    const auto appImage = qEnvironmentVariable("APPIMAGE");
    QStringList command{appImage.isEmpty() ? QCoreApplication::applicationFilePath() : appImage,
                        u"--hidden"_s};
    if (line.arguments.has("data"_L1))
        command += {u"--data"_s, dataFolder(line.arguments)};
    return command;
}

/// Opens the folder and the window on it, until it ends. `restored`: what became of a restoring, for it to
/// say.
Result<Ending> runOnce(const ParsedLine &line, const FolderLock &lock, bool hidden,
                       const std::optional<Result<Done>> &restored)
{
    const auto folder = dataFolder(line.arguments);
    const auto master = masterKeyOf(folder);
    if (!master)
        return master.error();
    const auto opened = Workspace::open({.folder = folder, .master = *master});
    if (!opened)
        return opened.error();
    auto &workspace = **opened;
    language::use(workspace.directory()->settings.text(Setting::Language));

    Ending ending;
    Receiver receiver(workspace);
    Listener listener(workspace, receiver, {});
    Desktop desktop(folder, startCommand(line));
    MainWindow window(workspace, receiver, desktop, *master);
    CommandContext context;
    context.workspace = &workspace;
    context.master = master;
    context.folder = folder;
    context.receiverUrl = [&listener] { return listener.url(); };
    CommandServer commands(context, CommandServer::Window::Shown);
    const SignalWatcher signalWatcher;

    QObject::connect(&commands, &CommandServer::raiseRequested, &window, &MainWindow::bringUp);
    QObject::connect(&signalWatcher, &SignalWatcher::endRequested, &window,
                     [] { QCoreApplication::exit(0); });
    QObject::connect(&window, &MainWindow::quitRequested, &window, [] { QCoreApplication::exit(0); });
    const auto endWith = [&ending](Ending::Then then) {
        return [&ending, then] {
            ending.then = then;
            QCoreApplication::exit(0);
        };
    };
    QObject::connect(&desktop, &Desktop::restoreRequested, &window, endWith(Ending::Then::Restore));
    QObject::connect(&desktop, &Desktop::anewRequested, &window, endWith(Ending::Then::OpenAnew));
    if (const auto started = commands.start(lock.socketPath()); !started)
        return started.error();
    if (!hidden || !desktop.hasTray())
        window.show();
    if (restored)
        window.showRestored(*restored);
    listener.start();
    ending.status = QApplication::exec();
    window.keepPlace();

    // What is in flight is answered before the graph is taken down.
    QEventLoop finishing;
    QObject::connect(&listener, &Listener::ended, &finishing, &QEventLoop::quit, Qt::QueuedConnection);
    listener.end();
    finishing.exec();
    return ending;
}

} // namespace

int runWindow(const ParsedLine &line, Output &output)
{
    style::apply(*qApp);
    language::use({}); // until the folder's setting is known
    SystemScheme scheme;
    QObject::connect(&scheme, &SystemScheme::changed, qApp, [&scheme] {
        using Shade = SystemScheme::Shade;
        const auto shade = scheme.shade();
        style::follow(shade == Shade::NoPreference ? std::nullopt : std::optional(shade == Shade::Dark),
                      scheme.highContrast());
    });
    scheme.start();
    const auto fail = [&](const Error &error) {
        output.err("salesdesk: " + error.detail.toUtf8() + '\n');
        // There is no window that could bear a banner.
        QMessageBox box(QMessageBox::Critical, u"SalesDesk"_s, spoken(error.detail), QMessageBox::Close);
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
    bool hidden = line.arguments.has("hidden"_L1);
    std::optional<Result<Done>> restored;
    for (;;) {
        const auto ended = runOnce(line, lock, hidden, restored);
        if (!ended)
            return fail(ended.error());
        if (ended->then == Ending::Then::End)
            return ended->status;
        hidden = false;
        restored.reset();
        if (ended->then == Ending::Then::Restore)
            restored = finishRestore(folder);
    }
}

} // namespace salesdesk
