// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/desk.h"

#include "model/store/settingstore.h"
#include "model/tables/activitytablemodel.h"
#include "model/tables/calltablemodel.h"
#include "model/tables/providerlistmodel.h"
#include "ui/banner.h"
#include "ui/emptystate.h"
#include "ui/mainwindow.h"
#include "ui/page.h"
#include "ui/providerspage.h"
#include "ui/sidebar.h"
#include "ui/tableview.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QTest>

#include <cmath>

using namespace salesdesk;
using namespace Qt::StringLiterals;

class tst_mainwindow final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void anEmptyFolderSaysWhatToDo();
    void createsAProvider();
    void aTakenNameIsSaidInTheDialog();
    void revealsAndCopiesTheKey();
    void aFeatureThatIsOffHidesItsUrl();
    void requiresSignatures();
    void opensTheLogForItsProvider();
    void saysWhenAProviderCalledLast();
    void fitsTablesIntoANarrowWindow();
    void sharesAPageOut();
    void aCallAppearsByItself();
    void linkingShowsInTheRecords();
    void ignoresAndUndoes();
    void createsAnAgent();
    void refusesAWrongSettingInline();
    void saysAFaultyFilter();
    void offersAnotherPort();
    void aKeyLeadsToTheListOfAScreen();
    void collapsesTheSideBar();
    void showsForeignTextAsItIs();

private:
    template <typename T>
    T *child(const QString &name)
    {
        return m_window->findChild<T *>(name);
    }
    template <typename T>
    T *onPage(const QString &page, const QString &name)
    {
        return child<Page>(page)->findChild<T *>(name);
    }
    QDialog *dialog(const QString &name) { return child<QDialog>(name); }

    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<MainWindow> m_window;
};

void tst_mainwindow::init()
{
    m_desk = std::make_unique<Desk>();
    m_window =
        std::make_unique<MainWindow>(*m_desk->workspace, m_desk->receiver, m_desk->desktop, m_desk->master);
    m_window->showScreen(MainWindow::Screen::Providers);
    m_window->show();
}

void tst_mainwindow::cleanup()
{
    m_window.reset();
    m_desk.reset();
}

void tst_mainwindow::anEmptyFolderSaysWhatToDo()
{
    for (int screen = static_cast<int>(MainWindow::Screen::Providers);
         screen < static_cast<int>(MainWindow::Screen::Settings); ++screen) {
        m_window->showScreen(static_cast<MainWindow::Screen>(screen));
        auto *page = child<QStackedWidget>(u"pages"_s)->currentWidget();
        const auto shown = [page] {
            for (const auto *empty : page->findChildren<EmptyState *>()) {
                if (empty->isVisible() && !empty->findChild<QLabel *>(u"emptySentence"_s)->text().isEmpty())
                    return true;
            }
            return false;
        };
        QTRY_VERIFY2(shown(), qPrintable(page->objectName()));
        QVERIFY(static_cast<Page *>(page)->banner()->isHidden());
    }
}

void tst_mainwindow::createsAProvider()
{
    child<QPushButton>(u"newProvider"_s)->click();
    auto *box = dialog(u"newProviderDialog"_s);
    QVERIFY(box);
    QVERIFY(!box->findChild<QPushButton *>(u"create"_s)->isEnabled());
    box->findChild<QLineEdit *>(u"name"_s)->setText(u"Zapier webhooks"_s);
    box->findChild<QPushButton *>(u"create"_s)->click();
    QTRY_COMPARE(child<QLabel>(u"providerName"_s)->text(), u"Zapier webhooks"_s);
    const auto url = child<QPlainTextEdit>(u"activityUrlText"_s)->toPlainText();
    QVERIFY2(url.startsWith(u"http://127.0.0.1:8787/webhooks/p_"_s) && url.endsWith(u"/activities"_s),
             qPrintable(url));
    QVERIFY(child<QPlainTextEdit>(u"saleUrlText"_s)->toPlainText().endsWith(u"/sales"_s));
    QTRY_COMPARE(child<TableView>(u"keyTable"_s)->model()->rowCount(), 1);
    child<QPushButton>(u"activityUrlCopy"_s)->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), url);
}

void tst_mainwindow::aTakenNameIsSaidInTheDialog()
{
    m_desk->addProvider(u"CRM"_s);
    child<QPushButton>(u"newProvider"_s)->click();
    auto *box = dialog(u"newProviderDialog"_s);
    box->findChild<QLineEdit *>(u"name"_s)->setText(u"crm"_s);
    box->findChild<QPushButton *>(u"create"_s)->click();
    QTRY_VERIFY(box->findChild<Banner *>()->isVisible());
    QVERIFY(!box->findChild<Banner *>()->text().isEmpty());
    QVERIFY(box->isVisible());
}

void tst_mainwindow::revealsAndCopiesTheKey()
{
    const auto added = m_desk->addProvider(u"CRM"_s);
    QTRY_COMPARE(child<TableView>(u"keyTable"_s)->model()->rowCount(), 1);
    QTRY_VERIFY(child<QPushButton>(u"revealKey"_s)->isEnabled());
    auto *shown = child<QPlainTextEdit>(u"revealedKeyText"_s);
    QVERIFY(shown->toPlainText().isEmpty());
    child<QPushButton>(u"copyKey"_s)->click();
    QTRY_VERIFY(QGuiApplication::clipboard()->text() == added.key);
    child<QPushButton>(u"revealKey"_s)->click();
    QTRY_VERIFY(shown->toPlainText() == added.key);
    child<QPushButton>(u"revealKey"_s)->click();
    QVERIFY(shown->toPlainText().isEmpty());
}

void tst_mainwindow::requiresSignatures()
{
    const auto added = m_desk->addProvider(u"Zapier"_s);
    auto *required = onPage<QCheckBox>(u"providersPage"_s, u"requireSignatures"_s);
    auto *reveal = onPage<QPushButton>(u"providersPage"_s, u"revealSecret"_s);
    QTRY_COMPARE(onPage<QLabel>(u"providersPage"_s, u"providerName"_s)->text(), u"Zapier"_s);
    QVERIFY(!required->isChecked());
    QVERIFY(!reveal->isVisible());
    required->click();
    QTRY_VERIFY(reveal->isVisible());
    reveal->click();
    auto *text = onPage<QPlainTextEdit>(u"providersPage"_s, u"signingSecretText"_s);
    QTRY_VERIFY(text->toPlainText().startsWith(u"whsec_"_s));
    onPage<QPushButton>(u"providersPage"_s, u"copySecret"_s)->click();
    QTRY_COMPARE(QGuiApplication::clipboard()->text(), text->toPlainText());
    required->click();
    QTRY_VERIFY(!reveal->isVisible());
    QCOMPARE(text->toPlainText(), QString());
}

void tst_mainwindow::opensTheLogForItsProvider()
{
    const auto other = m_desk->addProvider(u"CRM"_s);
    m_desk->sendActivity(other, "deal 1");
    const auto quoted = m_desk->addProvider(u"A \"quoted\" one"_s);
    m_desk->sendActivity(quoted, "deal 2");
    child<ProvidersPage>(u"providersPage"_s)->showProvider(quoted.provider.id.value);
    QTRY_COMPARE(onPage<QLabel>(u"providersPage"_s, u"providerName"_s)->text(), u"A \"quoted\" one"_s);
    onPage<QPushButton>(u"providersPage"_s, u"openInLog"_s)->click();
    QCOMPARE(m_window->screen(), MainWindow::Screen::Calls);
    auto *table = onPage<TableView>(u"callLogPage"_s, u"callTable"_s);
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QTRY_COMPARE(table->model()->index(0, CallTableModel::RecordColumn).data().toString(), u"deal 2"_s);
    QVERIFY(onPage<QLabel>(u"callLogPage"_s, u"filterError"_s)->isHidden());
}

void tst_mainwindow::aKeyLeadsToTheListOfAScreen()
{
    const auto provider = m_desk->addProvider(u"CRM"_s);
    m_desk->sendActivity(provider, "deal 1");
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    child<SideBar>(u"sideBar"_s)->setFocus();
    QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
    auto *table = onPage<TableView>(u"callLogPage"_s, u"callTable"_s);
    QTRY_VERIFY(table->hasFocus());
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QTest::keyClick(table, Qt::Key_Down);
    QCOMPARE(m_window->screen(), MainWindow::Screen::Calls);
    QCOMPARE(table->currentIndex().row(), 0);
    // The keyboard stays where it is on the page already.
    auto *filter = onPage<QLineEdit>(u"callLogPage"_s, u"filter"_s);
    filter->setFocus();
    QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
    QVERIFY(filter->hasFocus());
}

void tst_mainwindow::saysWhenAProviderCalledLast()
{
    const auto first = m_desk->addProvider(u"CRM"_s);
    const auto second = m_desk->addProvider(u"Zapier"_s);
    auto *list = onPage<TableView>(u"providersPage"_s, u"providerList"_s);
    QTRY_COMPARE(list->model()->rowCount(), 2);
    m_desk->sendActivity(first, "deal 1");
    m_desk->sendActivity(second, "deal 2"); // its time is written when the writer is idle: no call follows
    const auto lastCall = [list](int row) {
        return list->model()->index(row, ProviderListModel::LastCallColumn).data().toString();
    };
    QTRY_VERIFY_WITH_TIMEOUT(lastCall(0) != u"no calls yet"_s && lastCall(1) != u"no calls yet"_s, 20'000);
}

void tst_mainwindow::fitsTablesIntoANarrowWindow()
{
    const auto added = m_desk->addProvider(u"A provider with a name of some length"_s);
    m_desk->addEntity(EntityKind::Agent, u"Bo Jansen"_s);
    for (int number = 0; number < 5; ++number)
        m_desk->sendActivity(added, "a rather long number of a deal " + QByteArray::number(number),
                             ",\"agent_team_id\":\"4\",\"agent_team_name\":\"Noord\",\"value\":12345.67,"
                             "\"value_is_money\":true");
    m_window->resize(880, 600);
    for (const auto screen : {MainWindow::Screen::Providers, MainWindow::Screen::Calls,
                              MainWindow::Screen::Unlinked, MainWindow::Screen::Activities}) {
        m_window->showScreen(screen);
        for (const auto *table : m_window->findChildren<TableView *>()) {
            if (!table->isVisible())
                continue;
            QTRY_VERIFY2(table->model()->rowCount() > 0, qPrintable(table->objectName()));
            QTRY_VERIFY2(table->horizontalScrollBar()->maximum() == 0, qPrintable(table->objectName()));
        }
    }
}

void tst_mainwindow::aFeatureThatIsOffHidesItsUrl()
{
    m_desk->addProvider(u"CRM"_s);
    QTRY_COMPARE(child<QLabel>(u"providerName"_s)->text(), u"CRM"_s);
    QTRY_VERIFY(child<QWidget>(u"saleUrl"_s)->isVisible());
    m_desk->written<Done>(
        [](Connection &db) { return SettingStore(db).set(Setting::FeatureSales, u"false"_s); });
    QTRY_VERIFY(!child<QWidget>(u"saleUrl"_s)->isVisible());
    QVERIFY(child<QWidget>(u"activityUrl"_s)->isVisible());
}

void tst_mainwindow::sharesAPageOut()
{
    m_window->resize(1000, 800);
    // Of a page that was never shown nothing has its size yet.
    for (const auto &[screen, name] : {std::pair(MainWindow::Screen::Unlinked, u"unlinkedPage"_s),
                                       std::pair(MainWindow::Screen::Activities, u"activitiesPage"_s)}) {
        m_window->showScreen(screen);
        const auto *splitter = child<Page>(name)->findChild<QSplitter *>();
        QCOMPARE(splitter->orientation(), Qt::Vertical);
        const auto sizes = splitter->sizes();
        const double wanted = screen == MainWindow::Screen::Unlinked ? 3 : 1.5;
        const auto shared = static_cast<double>(sizes.at(0)) / sizes.at(1);
        QVERIFY2(std::abs(shared / wanted - 1) < 0.1, qPrintable(u"%1: %2"_s.arg(name).arg(shared)));
    }
}

void tst_mainwindow::aCallAppearsByItself()
{
    const auto provider = m_desk->addProvider(u"CRM"_s);
    auto *calls = child<TableView>(u"providerCalls"_s);
    QTRY_COMPARE(child<QLabel>(u"providerName"_s)->text(), u"CRM"_s);
    QCOMPARE(m_desk->sendActivity(provider, "1").reason, CallReason::Created);
    QTRY_COMPARE(calls->model()->rowCount(), 1);
    QCOMPARE(calls->model()->index(0, CallTableModel::StatusColumn).data().toString(), u"201 created"_s);

    m_window->showScreen(MainWindow::Screen::Calls);
    auto *log = child<TableView>(u"callTable"_s);
    QTRY_COMPARE(log->model()->rowCount(), 1);
    QCOMPARE(m_desk->sendActivity(provider, "1").reason, CallReason::Updated);
    QTRY_COMPARE(log->model()->rowCount(), 2);
    log->setCurrentIndex(log->model()->index(1, 0));
    QTRY_VERIFY(child<QLabel>(u"callTitle"_s)->text().contains(u"201 created"_s));
    const auto id = log->currentId();
    m_desk->sendActivity(provider, "2");
    QTRY_COMPARE(log->model()->rowCount(), 3);
    QCOMPARE(log->currentId(), id);
}

void tst_mainwindow::linkingShowsInTheRecords()
{
    const auto provider = m_desk->addProvider(u"CRM"_s);
    m_desk->addEntity(EntityKind::Team, u"North"_s);
    m_desk->sendActivity(provider, "1", R"(,"agent_team_id":"4","agent_team_name":"Noord")");
    m_window->showScreen(MainWindow::Screen::Activities);
    auto *records = child<TableView>(u"activityTable"_s)->model();
    QTRY_COMPARE(records->rowCount(), 1);
    QCOMPARE(records->index(0, ActivityTableModel::TeamColumn).data().toString(), u"4 · not linked"_s);

    m_window->showScreen(MainWindow::Screen::Unlinked);
    auto *queue = onPage<TableView>(u"unlinkedPage"_s, u"identityTable"_s);
    onPage<QLineEdit>(u"unlinkedPage"_s, u"filter"_s)->setText(u"Noord"_s);
    QTRY_COMPARE(queue->model()->rowCount(), 1);
    queue->setCurrentIndex(queue->model()->index(0, 0));
    onPage<QPushButton>(u"unlinkedPage"_s, u"link"_s)->click();
    QTRY_VERIFY(dialog(u"entityChooser"_s));
    auto *chooser = dialog(u"entityChooser"_s);
    chooser->findChild<QLineEdit *>(u"search"_s)->setText(u"nor"_s);
    QVERIFY(chooser->findChild<QPushButton *>(u"accept"_s)->isEnabled());
    chooser->findChild<QPushButton *>(u"accept"_s)->click();
    QTRY_COMPARE(queue->model()->rowCount(), 0);
    QTRY_VERIFY(child<Page>(u"unlinkedPage"_s)->banner()->text().contains(u"North"_s));

    m_window->showScreen(MainWindow::Screen::Activities);
    QTRY_COMPARE(records->index(0, ActivityTableModel::TeamColumn).data().toString(), u"North"_s);
}

void tst_mainwindow::ignoresAndUndoes()
{
    const auto provider = m_desk->addProvider(u"CRM"_s);
    m_desk->sendActivity(provider, "1");
    m_window->showScreen(MainWindow::Screen::Unlinked);
    auto *queue = onPage<TableView>(u"unlinkedPage"_s, u"identityTable"_s);
    QTRY_COMPARE(queue->model()->rowCount(), 1);
    QTRY_VERIFY(onPage<QPushButton>(u"unlinkedPage"_s, u"ignore"_s)->isEnabled());
    onPage<QPushButton>(u"unlinkedPage"_s, u"ignore"_s)->click();
    QTRY_COMPARE(queue->model()->rowCount(), 0);
    onPage<QPushButton>(u"unlinkedPage"_s, u"undo"_s)->click();
    QTRY_COMPARE(queue->model()->rowCount(), 1);
    auto *banner = child<Page>(u"unlinkedPage"_s)->banner();
    const auto said = banner->text();
    onPage<QPushButton>(u"unlinkedPage"_s, u"undo"_s)->click();
    QTRY_VERIFY(banner->text() != said); // there is nothing left: it says so
}

void tst_mainwindow::createsAnAgent()
{
    m_window->showScreen(MainWindow::Screen::Agents);
    auto *table = onPage<TableView>(u"agentsPage"_s, u"entityTable"_s);
    onPage<QPushButton>(u"agentsPage"_s, u"addEntity"_s)->click();
    QTRY_VERIFY(dialog(u"entityDialog"_s));
    auto *form = dialog(u"entityDialog"_s);
    form->findChild<QLineEdit *>(u"name"_s)->setText(u"Bo Jansen"_s);
    form->findChild<QLineEdit *>(u"email"_s)->setText(u"no address"_s);
    form->findChild<QPushButton *>(u"accept"_s)->click();
    QTRY_VERIFY(form->findChild<Banner *>()->isVisible()); // what was typed is there still
    QCOMPARE(table->model()->rowCount(), 0);
    form->findChild<QLineEdit *>(u"email"_s)->setText(u"bo@example.com"_s);
    form->findChild<QPushButton *>(u"accept"_s)->click();
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QTRY_VERIFY(!dialog(u"entityDialog"_s));
}

void tst_mainwindow::refusesAWrongSettingInline()
{
    m_window->showScreen(MainWindow::Screen::Settings);
    auto *port = onPage<QLineEdit>(u"settingsPage"_s, u"listen.port"_s);
    auto *note = onPage<QLabel>(u"settingsPage"_s, u"listen.port.note"_s);
    port->setFocus();
    port->selectAll();
    QTest::keyClicks(port, u"99999"_s);
    QVERIFY(note->text().contains(u"65535"_s));
    port->selectAll();
    QTest::keyClicks(port, u"9000"_s);
    QTest::keyClick(port, Qt::Key_Return);
    QTRY_COMPARE(m_desk->workspace->directory()->settings.number(Setting::ListenPort), 9000);
}

void tst_mainwindow::saysAFaultyFilter()
{
    m_window->showScreen(MainWindow::Screen::Calls);
    auto *filter = onPage<QLineEdit>(u"callLogPage"_s, u"filter"_s);
    filter->setText(u"status:zzz"_s);
    const auto *error = onPage<QLabel>(u"callLogPage"_s, u"filterError"_s);
    QVERIFY(error->isVisible());
    QVERIFY(!error->text().isEmpty());
    filter->setText(u"status:4xx"_s);
    QVERIFY(error->isHidden());
}

void tst_mainwindow::offersAnotherPort()
{
    m_desk->receiver.set(
        {ReceiverState::Failed, {}, u"Port 8787 is in use by another program."_s, true, 0, 0});
    QVERIFY(child<Banner>(u"receiverBanner"_s)->isVisible());
    QVERIFY(child<QPushButton>(u"otherPort"_s)->isVisible());
    child<QPushButton>(u"otherPort"_s)->click();
    QCOMPARE(m_desk->receiver.lastPort(), ReceiverControl::NextFreePort);
    QVERIFY(child<Banner>(u"receiverBanner"_s)->isHidden());
    QVERIFY(child<QLabel>(u"receiverState"_s)->text().contains(u"http://127.0.0.1:8788"_s));
    // The senders are told of it: so it stays.
    QTRY_COMPARE(m_desk->workspace->directory()->settings.number(Setting::ListenPort), 8788);
}

void tst_mainwindow::collapsesTheSideBar()
{
    m_window->resize(1280, 800);
    QTRY_VERIFY(!child<SideBar>(u"sideBar"_s)->isCollapsed());
    m_window->resize(880, 600);
    QTRY_VERIFY(child<SideBar>(u"sideBar"_s)->isCollapsed());
}

void tst_mainwindow::showsForeignTextAsItIs()
{
    m_desk->addProvider(u"<b>CRM</b>"_s);
    QTRY_COMPARE(child<QLabel>(u"providerName"_s)->text(), u"<b>CRM</b>"_s);
    for (const auto *label : m_window->findChildren<QLabel *>()) {
        if (!label->text().isEmpty())
            QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->text()));
    }
}

QTEST_MAIN(tst_mainwindow)
#include "tst_mainwindow.moc"
