// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/masterkeystore.h"
#include "app/output.h"
#include "app/window.h"
#include "model/store/connection.h"
#include "model/store/maintenance.h"
#include "model/store/providerstore.h"
#include "model/store/settingstore.h"
#include "model/workspace.h"
#include "ui/banner.h"
#include "ui/datapane.h"
#include "ui/mainwindow.h"
#include "ui/tableview.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>

using namespace salesdesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The whole program with its window, in this process: all that main() does after it has read the line.
class tst_runwindow final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void restoresABackupAndReceivesAgain();
    void speaksDutch();
    void opensAnewInTheChosenLanguage();

private:
    /// One thing to do or to wait for; true when it is done.
    using Step = std::function<bool(MainWindow &)>;
    /// Runs the program, does the steps one after the other in the window that is there, and closes it.
    void run(QList<Step> steps);
    template <typename T>
    T onFolder(const std::function<Result<T>(Workspace &, const MasterKey &)> &job);
    void set(Setting setting, const QString &value);
    void addProvider(const QString &name);
    static bool receives(MainWindow &window, const QString &words);

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_folder;
};

template <typename T>
T tst_runwindow::onFolder(const std::function<Result<T>(Workspace &, const MasterKey &)> &job)
{
    const auto master = masterKeyOf(m_folder);
    if (!master)
        qFatal("%s", qPrintable(master.error().detail));
    const auto workspace = Workspace::open({.folder = m_folder, .master = *master});
    if (!workspace)
        qFatal("%s", qPrintable(workspace.error().detail));
    const auto answer = job(**workspace, *master);
    if (!answer)
        qFatal("%s", qPrintable(answer.error().detail));
    return *answer;
}

void tst_runwindow::set(Setting setting, const QString &value)
{
    onFolder<Done>([&](Workspace &workspace, const MasterKey &) {
        return workspace.write<Done>([&](Connection &db) { return SettingStore(db).set(setting, value); })
            .result();
    });
}

void tst_runwindow::addProvider(const QString &name)
{
    onFolder<ProviderStore::Added>([&](Workspace &workspace, const MasterKey &master) {
        return workspace
            .write<ProviderStore::Added>(
                [&](Connection &db) { return ProviderStore(db).add(name, u"webhooks"_s, master); })
            .result();
    });
}

bool tst_runwindow::receives(MainWindow &window, const QString &words)
{
    return window.findChild<QLabel *>(u"receiverState"_s)->text().startsWith(words);
}

void tst_runwindow::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_folder = m_dir->filePath(u"data"_s);
    QVERIFY(QDir().mkpath(m_folder));
    set(Setting::ListenPort, u"0"_s);
    set(Setting::Language, u"en"_s);
}

void tst_runwindow::run(QList<Step> steps)
{
    QElapsedTimer since;
    since.start();
    bool inTime = true;
    QTimer clock;
    connect(&clock, &QTimer::timeout, this, [&] {
        MainWindow *window = nullptr;
        for (auto *widget : QApplication::topLevelWidgets()) {
            if (widget->isVisible() && !window)
                window = qobject_cast<MainWindow *>(widget);
        }
        inTime = since.elapsed() < 60'000;
        if (window && !steps.isEmpty() && steps.first()(*window))
            steps.removeFirst();
        if (steps.isEmpty() || !inTime) {
            clock.stop();
            QCoreApplication::exit(0);
        }
    });
    clock.start(10ms);
    const auto parsed = parseLine({u"--data"_s, m_folder});
    StandardOutput output;
    QCOMPARE(runWindow(std::get<ParsedLine>(parsed), output), 0);
    QVERIFY2(inTime, qPrintable(u"%1 steps were left."_s.arg(steps.size())));
}

void tst_runwindow::restoresABackupAndReceivesAgain()
{
    addProvider(u"Before"_s);
    const auto file = m_dir->filePath(u"backup.db"_s);
    onFolder<Done>([&](Workspace &workspace, const MasterKey &) {
        return backupAside(workspace.folder(), file).result();
    });
    addProvider(u"After"_s);
    run({
        [](MainWindow &window) { return receives(window, u"Receiving on http://127.0.0.1:"_s); },
        [&](MainWindow &window) {
            window.findChild<DataPane *>()->restore(file);
            auto *box = window.findChild<QMessageBox *>(u"restoreBox"_s);
            for (auto *button : box->buttons()) {
                if (box->buttonRole(button) == QMessageBox::DestructiveRole)
                    button->click();
            }
            return true;
        },
        [](MainWindow &window) {
            return window.findChild<Banner *>(u"healthBanner"_s)->text().contains(u"is restored"_s);
        },
        [](MainWindow &window) { return receives(window, u"Receiving on http://127.0.0.1:"_s); },
        [](MainWindow &window) {
            window.showScreen(MainWindow::Screen::Providers);
            return window.findChild<QLabel *>(u"providerName"_s)->text() == u"Before"_s;
        },
    });
    const auto names = [this] {
        return onFolder<QStringList>([](Workspace &workspace, const MasterKey &) {
            QStringList all;
            for (const auto &provider : workspace.directory()->providers)
                all.append(provider.name);
            return Result<QStringList>(all);
        });
    };
    QCOMPARE(names(), QStringList{u"Before"_s});
    // What was there is beside it.
    QVERIFY(QFile::exists(m_folder + u"/salesdesk.db.before-restore"_s));
    QVERIFY(!QFile::exists(m_folder + u"/salesdesk.db.restoring"_s));
}

void tst_runwindow::speaksDutch()
{
    set(Setting::Language, u"nl"_s);
    addProvider(u"Zapier"_s);
    QStringList menus;
    QString answered;
    QString status;
    QStringList buttons;
    run({
        [&](MainWindow &window) {
            for (const auto *action : window.menuBar()->actions())
                menus.append(action->text().remove(u'&'));
            return receives(window, u"Ontvangt op http://127.0.0.1:"_s);
        },
        [](MainWindow &window) {
            window.showScreen(MainWindow::Screen::Providers);
            return window.findChild<QLabel *>(u"providerName"_s)->text() == u"Zapier"_s;
        },
        // Over HTTP, to this program's own receiver.
        [](MainWindow &window) {
            auto *send = window.findChild<QPushButton *>(u"sendTestCall"_s);
            const bool can = send->isEnabled();
            send->click();
            return can;
        },
        [&](MainWindow &window) {
            const auto *calls = window.findChild<TableView *>(u"providerCalls"_s)->model();
            answered = window.findChild<QWidget *>(u"providersPage"_s)->findChild<Banner *>()->text();
            for (int column = 0; column < calls->columnCount() && calls->rowCount() > 0; ++column) {
                const auto text = calls->index(0, column).data().toString();
                if (text.startsWith(u"201"_s))
                    status = text;
            }
            return !answered.isEmpty() && !status.isEmpty();
        },
        [&](MainWindow &window) {
            window.findChild<QToolButton *>(u"providerMore"_s)->menu()->actions().last()->trigger();
            auto *box = window.findChild<QMessageBox *>(u"archiveBox"_s);
            for (const auto *button : box->buttons())
                buttons.append(button->text().remove(u'&'));
            box->reject();
            return true;
        },
    });
    QCOMPARE(menus.first(), u"Bestand"_s);
    QVERIFY2(answered.startsWith(u"De testaanroep kreeg antwoord 201."_s), qPrintable(answered));
    QCOMPARE(status, u"201 aangemaakt"_s);
    buttons.sort();
    QCOMPARE(buttons, (QStringList{u"Annuleren"_s, u"Archiveren"_s})); // one of them is Qt's own
}

void tst_runwindow::opensAnewInTheChosenLanguage()
{
    QString before;
    run({
        [&](MainWindow &window) {
            before = window.menuBar()->actions().constFirst()->text();
            auto *choice = window.findChild<QComboBox *>(u"language"_s);
            const int dutch = choice->findData(u"nl"_s);
            choice->setCurrentIndex(dutch);
            Q_EMIT choice->activated(dutch);
            return true;
        },
        [](MainWindow &window) {
            auto *banner = window.findChild<QWidget *>(u"settingsPage"_s)->findChild<Banner *>(u"banner"_s);
            auto *anew = banner->findChild<QPushButton *>(u"bannerAction"_s);
            const bool offered = !banner->isHidden() && !anew->isHidden();
            if (offered)
                anew->click();
            return offered;
        },
        [](MainWindow &window) { return receives(window, u"Ontvangt op http://127.0.0.1:"_s); },
    });
    QCOMPARE(before, u"&File"_s);
}

QTEST_MAIN(tst_runwindow)
#include "tst_runwindow.moc"
