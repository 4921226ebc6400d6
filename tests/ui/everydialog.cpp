// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/everydialog.h"

#include "model/store/connection.h"
#include "tests/ui/everyscreen.h"
#include "ui/datapane.h"
#include "ui/queuepage.h"
#include "ui/workstrip.h"

#include <QAction>
#include <QDialog>
#include <QFile>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace salesdesk
{

using namespace Qt::StringLiterals;

EveryDialog::EveryDialog(MainWindow &window, Desk &desk, Look look)
    : m_window(window)
    , m_desk(desk)
    , m_look(std::move(look))
{
}

void EveryDialog::visit()
{
    lookAtQueueDialogs();
    lookAtProviderDialogs();
    lookAtCallDialogs();
    lookAtSettingsDialogs();
    lookAtOtherDialogs();
}

void EveryDialog::lookAtDialog(const QString &name, const QString &where)
{
    QDialog *dialog = nullptr;
    QTRY_VERIFY2((dialog = m_window.findChild<QDialog *>(name)) && dialog->isVisible(), qPrintable(name));
    m_look(*dialog, where);
    dialog->reject();
    QTRY_VERIFY2(!dialog || !m_window.findChild<QDialog *>(name) ||
                     !m_window.findChild<QDialog *>(name)->isVisible(),
                 qPrintable(name));
}

void EveryDialog::click(const QString &page, const QString &button)
{
    auto *found = m_window.findChild<QWidget *>(page)->findChild<QAbstractButton *>(button);
    QVERIFY2(found, qPrintable(button));
    QTRY_VERIFY2(found->isEnabled(), qPrintable(button));
    found->click();
}

void EveryDialog::lookAtQueueDialogs()
{
    m_window.showScreen(MainWindow::Screen::Unlinked);
    auto *table =
        m_window.findChild<QWidget *>(u"unlinkedPage"_s)->findChild<TableView *>(u"identityTable"_s);
    QTRY_VERIFY(table->model()->rowCount() > 0);
    table->setCurrentIndex(table->model()->index(0, 0));
    click(u"unlinkedPage"_s, u"bulkCreate"_s);
    lookAtDialog(u"bulkDialog"_s, u"create in bulk"_s);
    click(u"unlinkedPage"_s, u"bulkAccept"_s);
    lookAtDialog(u"bulkDialog"_s, u"accept in bulk"_s);
    click(u"unlinkedPage"_s, u"link"_s);
    lookAtDialog(u"entityChooser"_s, u"choose"_s);
    click(u"unlinkedPage"_s, u"history"_s);
    lookAtDialog(u"historyDialog"_s, u"history"_s);
    QFile sheet(m_desk.folder.filePath(u"sheet.csv"_s));
    QVERIFY(sheet.open(QIODevice::WriteOnly));
    sheet.write("identity,external_id,decision,entity\r\n1,70,create,\r\n1,70,marry,\r\n2,4,ignore,\r\n"
                "3,nobody,link,Bo Jansen\r\n4,,,\r\n");
    sheet.close();
    m_window.findChild<QueuePage *>()->importFrom(sheet.fileName());
    lookAtDialog(u"importDialog"_s, u"import"_s);
}

void EveryDialog::trigger(const QKeySequence &key)
{
    for (auto *action : m_window.findChildren<QAction *>()) {
        if (action->shortcut() == key)
            action->trigger();
    }
}

void EveryDialog::lookAtProviderDialogs()
{
    const auto page = u"providersPage"_s;
    m_window.showScreen(MainWindow::Screen::Providers);
    auto *name = m_window.findChild<QLabel *>(u"providerName"_s);
    QTRY_VERIFY(!name->text().isEmpty());
    click(page, u"newProvider"_s);
    auto *dialog = m_window.findChild<QDialog *>(u"newProviderDialog"_s);
    dialog->findChild<QLineEdit *>(u"name"_s)->setText(name->text());
    dialog->findChild<QPushButton *>(u"create"_s)->click();
    QTRY_VERIFY(dialog->findChild<QFrame *>(u"banner"_s)->isVisible()); // the name is taken
    lookAtDialog(u"newProviderDialog"_s, u"new provider"_s);
    const auto more = m_window.findChild<QToolButton *>(u"providerMore"_s)->menu()->actions();
    more.at(0)->trigger();
    lookAtDialog(u"renameDialog"_s, u"rename"_s);
    more.at(1)->trigger();
    lookAtDialog(u"archiveBox"_s, u"archive"_s);
    click(page, u"addKey"_s);
    lookAtDialog(u"addKeyDialog"_s, u"add a key"_s);
    click(page, u"revokeKey"_s);
    lookAtDialog(u"revokeBox"_s, u"revoke"_s);
    click(page, u"revealKey"_s);
    QTRY_VERIFY(m_window.findChild<QWidget *>(u"revealedKey"_s)->isVisible());
    m_look(m_window, u"a revealed key"_s);
    m_window.showScreen(MainWindow::Screen::Overview);
    click(u"overviewPage"_s, u"addMetric"_s);
    lookAtDialog(u"metricDialog"_s, u"metric"_s);
}

void EveryDialog::lookAtCallDialogs()
{
    m_window.showScreen(MainWindow::Screen::Calls);
    settle(m_window);
    auto *page = m_window.findChild<QWidget *>(u"callLogPage"_s);
    auto *table = page->findChild<TableView *>(u"callTable"_s);
    table->setCurrentIndex(table->model()->index(0, 0));
    auto *rehearse = page->findChild<QAction *>(u"rehearse"_s);
    QTRY_VERIFY(rehearse->isEnabled());
    rehearse->trigger();
    lookAtDialog(u"rehearsalDialog"_s, u"dry run"_s);
    click(u"callLogPage"_s, u"failures"_s);
    m_look(m_window, u"failures"_s);
    click(u"callLogPage"_s, u"failures"_s);
}

void EveryDialog::lookAtSettingsDialogs()
{
    m_window.showScreen(MainWindow::Screen::Settings);
    auto *tabs = m_window.findChild<QTabWidget *>(u"settingTabs"_s);
    tabs->setCurrentIndex(0);
    auto *address = m_window.findChild<QLineEdit *>(u"listen.address"_s);
    address->selectAll();
    QTest::keyClicks(address, u"0.0.0.0"_s);
    QTest::keyClick(address, Qt::Key_Return);
    QTRY_VERIFY(m_window.findChild<QWidget *>(u"exposureBanner"_s)->isVisible());
    m_look(m_window, u"an address for everybody"_s);
    m_window.findChild<QWidget *>(u"exposureBanner"_s)
        ->findChild<QAbstractButton *>(u"bannerClose"_s)
        ->click();
    constexpr qint64 sixtyDays = 60LL * 86'400'000;
    m_desk.written<qint64>([](Connection &db) {
        return db.change(u"UPDATE call SET received_at = ? WHERE id = 1"_s, {db.now() - sixtyDays});
    });
    tabs->setCurrentIndex(3);
    auto *days = m_window.findChild<QLineEdit *>(u"log.retention_days"_s);
    days->selectAll();
    QTest::keyClicks(days, u"30"_s);
    QTest::keyClick(days, Qt::Key_Return);
    lookAtDialog(u"retentionBox"_s, u"fewer days"_s);
    tabs->setCurrentIndex(tabs->count() - 1);
    // (Choosing a file is a dialog of the desktop's, or Qt's.)
    m_window.findChild<DataPane *>(u"dataPane"_s)->restore(u"/backups/salesdesk-2026-11-20.db"_s);
    lookAtDialog(u"restoreBox"_s, u"restore"_s);
    auto *strip = m_window.findChild<DataPane *>(u"dataPane"_s)->findChild<WorkStrip *>();
    strip->begin(DataPane::tr("The backup is being made and verified."), 0);
    QTRY_VERIFY(strip->isVisible());
    m_look(m_window, u"long work"_s);
    strip->end();
}

void EveryDialog::lookAtOtherDialogs()
{
    trigger(QKeySequence(u"Ctrl+K"_s));
    m_window.findChild<QLineEdit *>(u"finderText"_s)->setText(u"deal"_s);
    QTRY_VERIFY(m_window.findChild<QListWidget *>(u"finderList"_s)->count() > 0);
    lookAtDialog(u"finder"_s, u"finder"_s);
    trigger(QKeySequence(u"Ctrl+F1"_s));
    lookAtDialog(u"aboutBox"_s, u"about"_s);
    trigger(QKeySequence(u"F1"_s));
    lookAtDialog(u"guide"_s, u"guide"_s);
    m_window.showScreen(MainWindow::Screen::Agents);
    settle(m_window);
    click(u"agentsPage"_s, u"addEntity"_s);
    lookAtDialog(u"entityDialog"_s, u"new agent"_s);
    auto *agents = m_window.findChild<QWidget *>(u"agentsPage"_s)->findChild<TableView *>(u"entityTable"_s);
    agents->setCurrentIndex(agents->model()->index(0, 0));
    click(u"agentsPage"_s, u"mergeEntity"_s);
    lookAtDialog(u"entityChooser"_s, u"merge"_s);
    click(u"agentsPage"_s, u"editEntity"_s);
    lookAtDialog(u"entityDialog"_s, u"edit agent"_s);
}

} // namespace salesdesk
