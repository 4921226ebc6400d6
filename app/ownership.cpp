// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ownership.h"

#include "app/commandclient.h"
#include "app/masterkeystore.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QStandardPaths>
#include <QThread>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int WaitForOwnerMs = 5000; // for a command to end, or a program to come up
constexpr int RetryMs = 20;

Error inUse(const QString &folder)
{
    return {ErrorCode::FolderInUse,
            u"SalesDesk is running on %1 already: end it first, or choose another folder with --data."_s.arg(
                folder)};
}

int complain(Output &output, const Error &error)
{
    output.err("salesdesk: " + error.detail.toUtf8() + '\n');
    return 1;
}

/// Runs it in this process, which owns the folder.
int runHere(const ParsedLine &parsed, const QString &folder, Output &output)
{
    CommandContext context;
    context.folder = folder;
    context.workingDirectory = QDir::currentPath();
    if (parsed.command->where == Where::ClosedFolder)
        return runCommand(parsed, context, output);
    const auto workspace = Workspace::open({.folder = folder});
    if (!workspace)
        return complain(output, workspace.error());
    context.workspace = workspace->get();
    context.master = masterKeyOf(folder);
    return runCommand(parsed, context, output);
}

} // namespace

QString dataFolder(const Arguments &arguments)
{
    const auto given = arguments.option("data"_L1);
    const auto folder = given ? *given : QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    return QDir::cleanPath(QDir::current().absoluteFilePath(folder));
}

int runInFolder(const QStringList &line, const ParsedLine &parsed, Output &output)
{
    const auto folder = dataFolder(parsed.arguments);
    const Request request{line, QDir::currentPath()};
    FolderLock lock(folder);
    const QDeadlineTimer deadline(WaitForOwnerMs);
    for (;;) {
        const auto ours = lock.tryLock();
        if (!ours)
            return complain(output, ours.error());
        if (*ours)
            return runHere(parsed, folder, output);
        if (const auto status = handOver(lock.socketPath(), request, output))
            return *status;
        if (deadline.hasExpired())
            return complain(output,
                            {ErrorCode::FolderInUse,
                             u"Another command is at work on %1: try again when it is done."_s.arg(folder)});
        QThread::msleep(RetryMs);
    }
}

Result<Ownership> ownToStay(FolderLock &lock, const QString &folder, bool raise)
{
    const QDeadlineTimer deadline(WaitForOwnerMs);
    for (;;) {
        const auto ours = lock.tryLock();
        if (!ours)
            return ours.error();
        if (*ours)
            return Ownership::Ours;
        const auto answer = raise                         ? askToRaise(lock.socketPath())
                            : hasOwner(lock.socketPath()) ? RaiseAnswer::NoWindow
                                                          : RaiseAnswer::NoOwner;
        if (answer == RaiseAnswer::Raised)
            return Ownership::WindowRaised;
        if (answer == RaiseAnswer::NoWindow || deadline.hasExpired())
            return inUse(folder);
        QThread::msleep(RetryMs);
    }
}

} // namespace salesdesk
