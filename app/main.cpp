// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ownership.h"
#include "app/serve.h"
#include "app/window.h"

#include <QApplication>

#include <clocale>
#include <csignal>

#include <langinfo.h>

using namespace salesdesk;
using namespace Qt::StringLiterals;

namespace
{

/// Qt needs a UTF-8 locale, and says so on standard error where there is none, as on a bare server.
void useUtf8()
{
    std::setlocale(LC_ALL, "");
    if (qstrcmp(::nl_langinfo(CODESET), "UTF-8") != 0)
        qputenv("LC_ALL", "C.UTF-8");
}

/// GLib's event loop, which Qt uses where it is, takes a third more of the receiver's time. A desktop needs
/// it on the main thread only.
void usePlainThreads()
{
    if (!qEnvironmentVariableIsSet("QT_NO_THREADED_GLIB"))
        qputenv("QT_NO_THREADED_GLIB", "1");
}

int withWindow(int argc, char **argv, const ParsedLine &line, Output &output)
{
    if (!qEnvironmentVariableIsSet("DISPLAY") && !qEnvironmentVariableIsSet("WAYLAND_DISPLAY") &&
        !qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        output.err("salesdesk: There is no display for the window: start it in a desktop session, or run the "
                   "receiver alone with “salesdesk serve”.\n");
        return 1;
    }
    QGuiApplication::setDesktopFileName(u"org.salesdesk.SalesDesk"_s);
    const QApplication application(argc, argv);
    return runWindow(line, output);
}

} // namespace

int main(int argc, char **argv)
{
    useUtf8();
    usePlainThreads();
    std::signal(SIGPIPE, SIG_IGN); // a reader that goes is seen where it is written to
    QCoreApplication::setApplicationName(u"salesdesk"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(SALESDESK_VERSION));

    QStringList line;
    for (int i = 1; i < argc; ++i)
        line.append(QString::fromLocal8Bit(argv[i]));
    StandardOutput output;
    const auto parsed = parseLine(line);
    if (const auto *notice = std::get_if<Notice>(&parsed)) {
        notice->status == 0 ? output.out(notice->text) : output.err(notice->text);
        return notice->status;
    }
    const auto &command = std::get<ParsedLine>(parsed);
    if (!command.command)
        return withWindow(argc, argv, command, output);
    const QCoreApplication application(argc, argv);
    return command.command->where == Where::Program ? serve(command, output)
                                                    : runInFolder(line, command, output);
}
