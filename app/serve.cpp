// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/serve.h"

#include "app/commandserver.h"
#include "app/listener.h"
#include "app/masterkeystore.h"
#include "app/ownership.h"
#include "app/signalwatcher.h"
#include "receiver/receiver.h"

#include <QCoreApplication>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

void complain(Output &output, const QString &detail)
{
    output.err("salesdesk: " + detail.toUtf8() + '\n');
}

/// --listen and --port.
Result<Listener::Fixed> fixedBy(const Arguments &arguments)
{
    Listener::Fixed fixed;
    if (const auto address = arguments.option("listen"_L1)) {
        const auto checked = Settings::checked(Setting::ListenAddress, *address);
        if (!checked)
            return {ErrorCode::InvalidArgument, u"--listen takes an IP address, such as 127.0.0.1 or ::1."_s};
        fixed.address = *checked;
    }
    if (const auto port = arguments.option("port"_L1)) {
        const auto checked = Settings::checked(Setting::ListenPort, *port);
        if (!checked)
            return {ErrorCode::InvalidArgument, u"--port takes a number from 0 (any free one) to 65535."_s};
        fixed.port = checked->toInt();
    }
    return fixed;
}

/// Says what becomes of the receiver. Until it listened once, a failure ends the program.
void report(const ReceiverStatus &status, const ReceiverStatus &before, bool &listened, Output &output)
{
    const bool changed = status.state != before.state;
    if (status.state == ReceiverState::Listening) {
        listened = true;
        if (changed)
            output.out("listening on " + status.url.toUtf8() + '\n');
        if (status.problem.isEmpty() && !before.problem.isEmpty() && !changed)
            complain(output, u"What was wrong is in order now."_s);
        else if (!status.problem.isEmpty() && (changed || status.problem != before.problem))
            complain(output, status.problem);
    } else if (status.state == ReceiverState::Failed && changed) {
        complain(output, status.problem);
        if (!listened)
            QCoreApplication::exit(1);
    }
}

} // namespace

int serve(const ParsedLine &line, Output &output)
{
    const auto fail = [&](const Error &error) {
        complain(output, error.detail);
        return 1;
    };
    const auto fixed = fixedBy(line.arguments);
    if (!fixed) {
        complain(output, fixed.error().detail);
        return 2;
    }
    const auto folder = dataFolder(line.arguments);
    FolderLock lock(folder);
    if (const auto owned = ownToStay(lock, folder, false); !owned)
        return fail(owned.error());
    const auto master = masterKeyOf(folder);
    if (!master) // calls can be stored all the same
        complain(output, master.error().detail);
    const auto opened =
        Workspace::open({.folder = folder, .master = master ? std::optional(*master) : std::nullopt});
    if (!opened)
        return fail(opened.error());
    auto &workspace = **opened;

    Receiver receiver(workspace);
    Listener listener(workspace, receiver, *fixed);
    CommandContext context;
    context.workspace = &workspace;
    context.master = master;
    context.folder = folder;
    context.receiverUrl = [&listener] { return listener.url(); };
    CommandServer commands(context, CommandServer::Window::None);
    const SignalWatcher signalWatcher;

    bool listened = false;
    ReceiverStatus last;
    QObject::connect(
        &receiver, &ReceiverControl::statusChanged, &listener,
        [&](const ReceiverStatus &status) { report(status, std::exchange(last, status), listened, output); });
    QObject::connect(&workspace, &Workspace::healthChanged, &listener, [&](const StoreHealth &health) {
        if (!health.storing)
            complain(output, health.detail);
    });
    QObject::connect(&signalWatcher, &SignalWatcher::endRequested, &listener, &Listener::end);
    QObject::connect(
        &listener, &Listener::ended, &listener, [] { QCoreApplication::exit(0); }, Qt::QueuedConnection);

    if (const auto started = commands.start(lock.socketPath()); !started)
        return fail(started.error());
    // From within the event loop, so that an answer at once can end it.
    QMetaObject::invokeMethod(&listener, &Listener::start, Qt::QueuedConnection);
    return QCoreApplication::exec();
}

} // namespace salesdesk
