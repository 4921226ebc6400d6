// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/desk.h"

#include "ui/mainwindow.h"
#include "ui/style.h"
#include "ui/tableview.h"
#include "ui/tray.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QTabWidget>
#include <QTimer>

using namespace salesdesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

void fill(Desk &desk)
{
    const auto zapier = desk.addProvider(u"Zapier webhooks"_s);
    const auto crm = desk.addProvider(u"CRM"_s);
    desk.addProvider(u"Dialler, second floor"_s);
    desk.addEntity(EntityKind::Team, u"North"_s);
    desk.addEntity(EntityKind::Team, u"South"_s);
    desk.addEntity(EntityKind::Agent, u"Bo Jansen"_s, u"bo@example.com"_s);
    desk.addEntity(EntityKind::Agent, u"Cas de Vries"_s);
    desk.addEntity(EntityKind::Product, u"Green power, three years"_s);
    for (int number = 0; number < 30; ++number) {
        const auto id = QByteArray::number(number);
        desk.send(number % 3 ? zapier : crm, Endpoint::Activities,
                  "{\"id\":\"deal " + id + "\",\"type\":\"" + (number % 4 ? "Sale" : "Demo planned") +
                      "\",\"agent_id\":\"" + QByteArray::number(70 + number % 6) + "\",\"agent_name\":\"" +
                      (number % 2 ? "Bo Janssen" : "C. de Vries") +
                      "\",\"agent_team_id\":\"4\",\"agent_team_name\":\"Noord\",\"moment\":\"2026-11-2" +
                      QByteArray::number(number % 4) + " 09:30\",\"value\":\"" +
                      QByteArray::number(100 + number * 37) + ".50\",\"value_is_money\":true}");
        if (number % 5 == 0) {
            desk.send(zapier, Endpoint::Activities,
                      "{\"id\":\"deal " + id +
                          "\",\"type\":\"Sale\",\"agent_id\":\"999\",\"moment\":\"yesterday\"}");
            desk.send(
                zapier, Endpoint::Sales,
                "{\"id\":\"" + id +
                    "\",\"agent_id\":\"70\",\"agent_name\":\"Bo Janssen\",\"proposition_id\":\"P" + id +
                    "\",\"proposition_name\":\"Green power\",\"sold_at\":\"2026-11-20\",\"contract_value\":"
                    "5254.21,\"is_retention\":" +
                    (number % 2 ? "true" : "false") + '}');
        }
        if (number % 7 == 0)
            desk.send(crm, Endpoint::Sales, "{\"id\": 12,}");
    }
}

void wait(std::chrono::milliseconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
}

/// The dialogs of the queue, and a decision with its banner.
void shootQueue(MainWindow &window, const QDir &folder, const QString &suffix)
{
    auto *table = window.findChild<QWidget *>(u"unlinkedPage"_s)->findChild<TableView *>(u"identityTable"_s);
    const auto press = [](QWidget *widget, Qt::Key key, const QString &text = {}) {
        QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier, text);
        QCoreApplication::sendEvent(widget, &event);
        wait(300ms);
    };
    const auto grabDialog = [&](const QString &dialog, const QString &name) {
        if (auto *box = window.findChild<QDialog *>(dialog)) {
            box->grab().save(folder.filePath(u"2-%1-%2.png"_s.arg(name, suffix)));
            box->reject();
            wait(100ms);
        }
    };
    if (table->model()->rowCount() > 0) {
        press(table, Qt::Key_A, u"a"_s);
        grabDialog(u"bulkDialog"_s, u"accept"_s);
        press(table, Qt::Key_C, u"c"_s);
        grabDialog(u"bulkDialog"_s, u"create"_s);
        press(table, Qt::Key_Return);
        window.grab().save(folder.filePath(u"2-decided-%1.png"_s.arg(suffix)));
    }
    window.findChild<QWidget *>(u"unlinkedPage"_s)->findChild<QPushButton *>(u"history"_s)->click();
    wait(400ms);
    grabDialog(u"historyDialog"_s, u"history"_s);
}

/// The tray's icon in each state, larger than it is.
void shootTray(const QDir &folder)
{
    QPixmap all(4 * 72, 72);
    all.fill(Qt::darkGray);
    QPainter painter(&all);
    Tray tray(nullptr);
    const auto draw = [&](int place, const ReceiverStatus &status, qint64 refused) {
        tray.showReceiver(status);
        tray.showRefused(refused);
        painter.drawPixmap(place * 72 + 4, 4, tray.shown().pixmap(64, 64));
    };
    draw(0, {ReceiverState::Listening, {}, {}, false, 0, 0}, 0);
    draw(1, {ReceiverState::Listening, {}, {}, false, 0, 0}, 3);
    draw(2, {ReceiverState::Stopped, {}, {}, false, 0, 0}, 0);
    draw(3, {ReceiverState::Failed, {}, {}, false, 0, 0}, 0);
    painter.end();
    all.save(folder.filePath(u"tray.png"_s));
}

/// What Ctrl+K and F1 open.
void shootDialogs(MainWindow &window, const QDir &folder, const QString &suffix)
{
    const auto trigger = [&window](const QKeySequence &key) {
        for (auto *action : window.findChildren<QAction *>()) {
            if (action->shortcut() == key)
                action->trigger();
        }
    };
    trigger(QKeySequence(u"Ctrl+K"_s));
    auto *finder = window.findChild<QDialog *>(u"finder"_s);
    finder->findChild<QLineEdit *>(u"finderText"_s)->setText(u"deal"_s);
    wait(400ms);
    finder->grab().save(folder.filePath(u"finder-%1.png"_s.arg(suffix)));
    finder->close();
    trigger(QKeySequence(u"F1"_s));
    wait(200ms);
    auto *guide = window.findChild<QDialog *>(u"guide"_s);
    guide->grab().save(folder.filePath(u"guide-%1.png"_s.arg(suffix)));
    guide->close();
}

void shoot(Desk &desk, const QDir &folder, const QString &suffix, QSize size)
{
    MainWindow window(*desk.workspace, desk.receiver, desk.desktop, desk.master);
    window.resize(size);
    window.show();
    for (int number = 0; number < static_cast<int>(MainWindow::Screen::Count); ++number) {
        window.showScreen(static_cast<MainWindow::Screen>(number));
        wait(400ms);
        if (number == static_cast<int>(MainWindow::Screen::Calls)) {
            auto *table = window.findChild<TableView *>(u"callTable"_s);
            table->setCurrentIndex(table->model()->index(3, 0));
            wait(200ms);
        }
        window.grab().save(folder.filePath(u"%1-%2.png"_s.arg(number).arg(suffix)));
        if (number == static_cast<int>(MainWindow::Screen::Unlinked))
            shootQueue(window, folder, suffix);
        if (number != static_cast<int>(MainWindow::Screen::Settings))
            continue;
        auto *tabs = window.findChild<QTabWidget *>(u"settingTabs"_s);
        for (int tab = 1; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            wait(100ms);
            window.grab().save(folder.filePath(u"%1-tab%2-%3.png"_s.arg(number).arg(tab).arg(suffix)));
        }
    }
    shootDialogs(window, folder, suffix);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QDir folder(qEnvironmentVariable("SALESDESK_SCREENS", u"."_s));
    if (!folder.mkpath(u"."_s))
        qFatal("%s cannot be made.", qPrintable(folder.path()));
    QFont font(u"Inter"_s);
    font.setPointSizeF(10);
    QApplication::setFont(font);
    style::apply(application);
    shootTray(folder);
    Desk empty;
    Desk full;
    fill(full);
    for (const bool dark : {false, true}) {
        QApplication::setPalette(dark ? style::darkPalette() : style::lightPalette());
        const auto name = dark ? u"dark"_s : u"light"_s;
        shoot(full, folder, name + u"-wide"_s, {1280, 800});
        shoot(full, folder, name + u"-narrow"_s, {880, 600});
        if (!dark)
            shoot(empty, folder, name + u"-empty"_s, {1280, 800});
    }
    return 0;
}
