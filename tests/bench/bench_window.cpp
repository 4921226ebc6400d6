// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/secrets.h"
#include "receiver/receiver.h"
#include "tests/ui/desk.h"
#include "ui/mainwindow.h"
#include "ui/style.h"

#include <QApplication>
#include <QTimer>

#include <cstdio>

using namespace salesdesk;

namespace
{

/// Says when the window has been painted for the first time, then ends.
class FirstPaint final : public QObject
{
protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::UpdateRequest) {
            watched->removeEventFilter(this);
            watched->event(event); // paints
            std::puts("painted");
            std::fflush(stdout);
            QCoreApplication::exit(0);
            return true;
        }
        return false;
    }
};

} // namespace

/// bench_window FOLDER: the window on a data folder, as `salesdesk` makes it, until it is painted. For
/// tests/bench/start, which measures from before the process.
int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    if (argc != 2)
        return 2;
    style::apply(*qApp);
    const auto master = MasterKey::generate();
    const auto opened = Workspace::open({.folder = QString::fromLocal8Bit(argv[1]), .master = master});
    if (!opened.ok())
        qFatal("%s", qPrintable(opened.error().detail));
    Receiver receiver(**opened);
    FakeDesktop desktop;
    MainWindow window(**opened, receiver, desktop, master);
    FirstPaint paint;
    window.installEventFilter(&paint);
    window.show();
    receiver.start(QStringLiteral("127.0.0.1"), 0);
    return QApplication::exec();
}
