// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/filleddesk.h"

#include "model/store/connection.h"
#include "model/store/identitystore.h"
#include "model/store/metricstore.h"
#include "ui/language.h"
#include "ui/mainwindow.h"
#include "ui/queuepage.h"
#include "ui/style.h"
#include "ui/tableview.h"
#include "ui/tray.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabWidget>
#include <QTimer>

using namespace salesdesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

/// What the overview counts.
void addMetrics(Desk &desk)
{
    desk.written<Metric>([](Connection &db) {
        MetricStore store(db);
        Metric metric{.name = u"Sales closed"_s, .types = {u"Sale"_s}, .period = Metric::Period::Year};
        if (const auto saved = store.save(metric); !saved.ok())
            return saved;
        metric = {.name = u"Turnover"_s,
                  .source = Metric::Source::Sales,
                  .measure = Metric::Measure::Value,
                  .by = Metric::By::Product,
                  .period = Metric::Period::Year};
        if (const auto saved = store.save(metric); !saved.ok())
            return saved;
        return store.save({.name = u"Per day"_s, .by = Metric::By::Day});
    });
}

/// Calls of the last 30 days, of which one provider's stop this morning.
void fillPast(Desk &desk)
{
    desk.written<qint64>([](Connection &db) {
        return db.change(uR"(
            WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 30 * 96 - 1),
            quarter AS (SELECT i, CAST(unixepoch() AS INTEGER) * 1000 - (30 * 96 - i) * 900000 AS at FROM n),
            each (k) AS (VALUES (0), (1), (2), (3), (4), (5), (6))
            INSERT INTO call (received_at, provider_id, endpoint, status, reason, duration_us, body_size)
            SELECT at + k, 1 + k % 3, 0,
                CASE WHEN (i * 7 + k) % 41 = 0 THEN 422 WHEN (i + k) % 97 = 0 THEN 401 WHEN i % 331 = 0 THEN 503 ELSE 201 END,
                CASE WHEN (i * 7 + k) % 41 = 0 THEN 'not_recognised' WHEN (i + k) % 97 = 0 THEN 'key_revoked'
                    WHEN i % 331 = 0 THEN 'storage_full' ELSE 'created' END, 900, 200
            FROM quarter, each WHERE k <= (i * 13) % 7 AND NOT (k % 3 = 2 AND i > 30 * 96 - 20) ORDER BY at + k)"_s);
    });
    desk.written<DecisionId>([](Connection &db) -> Result<DecisionId> {
        const auto waiting = IdentityStore(db).list({});
        if (!waiting.ok())
            return waiting.error();
        DecisionId last;
        for (const auto &identity : *waiting) {
            if (identity.kind != EntityKind::Agent || identity.externalId == "75"_L1 ||
                identity.externalId == "P5"_L1)
                continue;
            const auto linked =
                IdentityStore(db).createAndLink(identity.id, {Decider::Kind::Person, u"me"_s});
            if (!linked.ok())
                return linked;
            last = *linked;
        }
        return last;
    });
}

/// One activity that was changed often.
void fillHistory(Desk &desk)
{
    const auto provider = desk.addProvider(u"Campaign tool"_s);
    for (int day = 10; day < 29; ++day)
        desk.sendActivity(provider, "deal 15",
                          ",\"value\":" + QByteArray::number(day * 25) +
                              ",\"value_is_money\":true,\"contact_key\":\"" + QByteArray::number(day / 3) +
                              '"');
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
            box->grab().save(folder.filePath(u"3-%1-%2.png"_s.arg(name, suffix)));
            box->reject();
            wait(100ms);
        }
    };
    if (table->model()->rowCount() > 0) {
        press(table, Qt::Key_A, u"a"_s);
        grabDialog(u"bulkDialog"_s, u"accept"_s);
        press(table, Qt::Key_C, u"c"_s);
        grabDialog(u"bulkDialog"_s, u"create"_s);
        press(table, Qt::Key_Slash, u"/"_s);
        grabDialog(u"entityChooser"_s, u"choose"_s);
        auto *page = static_cast<QueuePage *>(window.findChild<QWidget *>(u"unlinkedPage"_s));
        QFile sheet(folder.filePath(u"sheet.csv"_s));
        if (sheet.open(QIODevice::WriteOnly))
            sheet.write(
                "identity,external_id,decision,entity\r\n1,70,create,\r\n1,70,marry,\r\n2,4,ignore,\r\n"
                "3,nobody,link,Bo Jansen\r\n4,,,\r\n");
        sheet.close();
        page->importFrom(sheet.fileName());
        wait(400ms);
        grabDialog(u"importDialog"_s, u"import"_s);
        sheet.remove();
        press(table, Qt::Key_Return);
        window.grab().save(folder.filePath(u"3-decided-%1.png"_s.arg(suffix)));
    }
    window.findChild<QWidget *>(u"unlinkedPage"_s)->findChild<QPushButton *>(u"history"_s)->click();
    wait(400ms);
    grabDialog(u"historyDialog"_s, u"history"_s);
}

/// The overview's lower half, its other range, its dialog, and a port that is taken.
void shootOverview(MainWindow &window, Desk &desk, const QDir &folder, const QString &suffix)
{
    auto *page = window.findChild<QWidget *>(u"overviewPage"_s);
    auto *bar = page->findChild<QScrollArea *>(u"overviewScroll"_s)->verticalScrollBar();
    page->findChild<QPushButton *>(u"lastMonth"_s)->click();
    desk.receiver.set({ReceiverState::Failed, {}, u"Port 8787 is taken by another program."_s, true, 0, 0});
    wait(200ms);
    window.grab().save(folder.filePath(u"0-month-%1.png"_s.arg(suffix)));
    desk.receiver.start({}, 0);
    bar->setValue(bar->maximum());
    wait(100ms);
    window.grab().save(folder.filePath(u"0-lower-%1.png"_s.arg(suffix)));
    page->findChild<QPushButton *>(u"addMetric"_s)->click();
    wait(300ms);
    auto *dialog = page->findChild<QDialog *>(u"metricDialog"_s);
    dialog->grab().save(folder.filePath(u"0-metric-%1.png"_s.arg(suffix)));
    dialog->reject();
}

/// An agent that is chosen, and what it is to be merged into.
void shootMerge(MainWindow &window, const QDir &folder, const QString &suffix)
{
    auto *page = window.findChild<QWidget *>(u"agentsPage"_s);
    auto *table = page->findChild<TableView *>(u"entityTable"_s);
    if (table->model()->rowCount() < 2)
        return;
    table->setCurrentIndex(table->model()->index(0, 0));
    window.grab().save(folder.filePath(u"5-chosen-%1.png"_s.arg(suffix)));
    page->findChild<QPushButton *>(u"mergeEntity"_s)->click();
    wait(400ms);
    if (auto *box = page->findChild<QDialog *>(u"entityChooser"_s)) {
        box->grab().save(folder.filePath(u"5-merge-%1.png"_s.arg(suffix)));
        box->reject();
    }
}

/// The log's states: each tab of a failed call, two calls compared, a dry run, a faulty filter, repair.
void shootCalls(MainWindow &window, const QDir &folder, const QString &suffix)
{
    auto *page = window.findChild<QWidget *>(u"callLogPage"_s);
    const auto grab = [&](const QString &name) {
        wait(300ms);
        window.grab().save(folder.filePath(u"2-%1-%2.png"_s.arg(name, suffix)));
    };
    auto *filter = page->findChild<QLineEdit *>(u"filter"_s);
    auto *table = page->findChild<TableView *>(u"callTable"_s);
    auto *tabs = page->findChild<QTabWidget *>(u"callTabs"_s);
    filter->setText(u"status:4xx reason:fields_invalid"_s);
    wait(300ms);
    table->setCurrentIndex(table->model()->index(0, 0));
    for (int tab = 0; tab < tabs->count(); ++tab) {
        if (!tabs->isTabVisible(tab))
            continue;
        tabs->setCurrentIndex(tab);
        grab(u"failed%1"_s.arg(tab));
    }
    table->selectionModel()->select(table->model()->index(2, 0),
                                    QItemSelectionModel::Select | QItemSelectionModel::Rows);
    grab(u"compared"_s);
    filter->setText(u"status:2xx"_s);
    wait(300ms);
    table->setCurrentIndex(table->model()->index(0, 0));
    tabs->setCurrentIndex(1);
    grab(u"request"_s);
    tabs->setCurrentIndex(4);
    grab(u"record"_s);
    page->findChild<QAction *>(u"rehearse"_s)->trigger();
    QDialog *dialog = nullptr;
    for (int tries = 0; !dialog && tries < 100; ++tries) { // the call is read first
        wait(100ms);
        dialog = window.findChild<QDialog *>(u"rehearsalDialog"_s);
    }
    if (!dialog)
        qFatal("The dry run did not open.");
    wait(400ms);
    dialog->grab().save(folder.filePath(u"2-rehearsal-%1.png"_s.arg(suffix)));
    dialog->reject();
    tabs->setCurrentIndex(0);
    filter->setText(u"status:zzz"_s);
    grab(u"faulty"_s);
    filter->setText(u"agent:nobody"_s);
    grab(u"nothing"_s);
    filter->clear();
    auto *failures = page->findChild<QPushButton *>(u"failures"_s);
    failures->click();
    wait(400ms);
    auto *groups = page->findChild<TableView *>(u"failureTable"_s);
    for (int row = 0; row < groups->model()->rowCount(); ++row) {
        if (!groups->model()->index(row, 0).data().toString().contains(u"998"_s))
            continue;
        groups->setCurrentIndex(groups->model()->index(row, 0));
        grab(u"repair"_s);
    }
    failures->click();
}

/// A page of records: a chosen one with each tab, a long history, a faulty filter, no result.
void shootRecords(MainWindow &window, const QString &name, int number, const QDir &folder,
                  const QString &suffix)
{
    auto *page = window.findChild<QWidget *>(name);
    auto *table = page->findChild<TableView *>();
    const auto grab = [&](const QString &what) {
        wait(400ms);
        window.grab().save(folder.filePath(u"%1-%2-%3.png"_s.arg(QString::number(number), what, suffix)));
    };
    auto *filter = page->findChild<QLineEdit *>(u"filter"_s);
    auto *tabs = page->findChild<QTabWidget *>(u"recordTabs"_s);
    filter->setText(u"id:\"deal 15\",15"_s);
    wait(400ms);
    table->setCurrentIndex(table->model()->index(0, 0));
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        grab(u"tab%1"_s.arg(tab));
    }
    tabs->setCurrentIndex(0);
    filter->setText(u"unlinked value:>500"_s);
    grab(u"filtered"_s);
    filter->setText(u"value:much"_s);
    grab(u"faulty"_s);
    filter->setText(u"agent:nobody"_s);
    grab(u"nothing"_s);
    filter->clear();
    wait(400ms);
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
            if (table->model()->rowCount() > 0)
                shootCalls(window, folder, suffix);
            table->setCurrentIndex(table->model()->index(3, 0));
            wait(200ms);
        }
        for (const auto &[screen, name] : {std::pair(MainWindow::Screen::Activities, u"activitiesPage"_s),
                                           std::pair(MainWindow::Screen::Sales, u"salesPage"_s)}) {
            if (number == static_cast<int>(screen) &&
                window.findChild<QWidget *>(name)->findChild<TableView *>()->model()->rowCount() > 0)
                shootRecords(window, name, number, folder, suffix);
        }
        window.grab().save(folder.filePath(u"%1-%2.png"_s.arg(number).arg(suffix)));
        if (number == static_cast<int>(MainWindow::Screen::Overview))
            shootOverview(window, desk, folder, suffix);
        if (number == static_cast<int>(MainWindow::Screen::Agents))
            shootMerge(window, folder, suffix);
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

/// The pictures of the README, of the folder that `salesdesk demo` filled.
void shootReadme(Desk &desk, const QDir &folder)
{
    addMetrics(desk);
    const auto picture = [&](const QString &name, MainWindow::Screen screen, bool dark) {
        QApplication::setPalette(dark ? style::darkPalette() : style::lightPalette());
        MainWindow window(*desk.workspace, desk.receiver, desk.desktop, desk.master);
        window.resize(1280, 800);
        window.show();
        window.showScreen(screen);
        wait(1500ms); // the metrics are counted in pieces
        if (screen == MainWindow::Screen::Calls) {
            window.findChild<TableView *>(u"callTable"_s)
                ->setCurrentIndex(window.findChild<TableView *>(u"callTable"_s)->model()->index(3, 0));
            wait(400ms);
        }
        window.grab().save(folder.filePath(name));
    };
    picture(u"overview.png"_s, MainWindow::Screen::Overview, false);
    picture(u"provider.png"_s, MainWindow::Screen::Providers, false);
    picture(u"calls.png"_s, MainWindow::Screen::Calls, true);
    picture(u"unlinked.png"_s, MainWindow::Screen::Unlinked, false);
    picture(u"settings.png"_s, MainWindow::Screen::Settings, true);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QDir folder(qEnvironmentVariable("SALESDESK_SCREENS", u"."_s));
    if (!folder.mkpath(u"."_s))
        qFatal("%s cannot be made.", qPrintable(folder.path()));
    QFont font(u"Inter"_s);
    font.setPointSizeF(10 * qEnvironmentVariable("SALESDESK_SCALE", u"1"_s).toDouble());
    QApplication::setFont(font);
    style::apply(application);
    language::use(qEnvironmentVariable("SALESDESK_LANGUAGE", u"en"_s));
    if (qEnvironmentVariableIsSet("SALESDESK_DEMO")) {
        Desk demo(qEnvironmentVariable("SALESDESK_DEMO"));
        shootReadme(demo, folder);
        return 0;
    }
    shootTray(folder);
    Desk empty;
    Desk full;
    fill(full);
    fillPast(full);
    addMetrics(full);
    fillHistory(full);
    const bool contrast = qEnvironmentVariableIsSet("SALESDESK_CONTRAST");
    for (const bool dark : {false, true}) {
        QApplication::setPalette(contrast ? style::contrastPalette(dark)
                                 : dark   ? style::darkPalette()
                                          : style::lightPalette());
        const auto name = dark ? u"dark"_s : u"light"_s;
        shoot(full, folder, name + u"-wide"_s, {1280, 800});
        shoot(full, folder, name + u"-narrow"_s, {880, 600});
        shoot(empty, folder, name + u"-empty"_s, {1280, 800});
    }
    return 0;
}
