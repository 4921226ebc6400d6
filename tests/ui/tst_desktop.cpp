// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/desk.h"

#include "model/store/settingstore.h"
#include "ui/banner.h"
#include "ui/copyfield.h"
#include "ui/keybox.h"
#include "ui/mainwindow.h"
#include "ui/page.h"
#include "ui/tableview.h"
#include "ui/tray.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QTextBrowser>

using namespace salesdesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The window as a part of the desktop: tray, keyboard, and what leaves it by the clipboard or the network.
class tst_desktop final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void closingQuitsWithoutATray();
    void closingLeavesItInTheTray();
    void theTrayTellsHowItIs();
    void refusedCallsAreUnreadUntilItIsLookedAt();
    void everyActionIsInAMenuWithAKeyOfItsOwn();
    void findsAnything();
    void theFinderDropsEarlierAnswers();
    void theFinderSaysHowManyMore();
    void opensTheGuide();
    void aKeyLeavesTheClipboard();
    void anotherTextStaysOnTheClipboard();
    void aRevealedKeyHidesItself();
    void theKitSignsWhenSignaturesAreRequired();
    void theKitLeavesOutAFeatureThatIsOff();
    void sendsATestCall();
    void saysThatATestCallWasRefused();
    void saysWhatBecameOfARestoring();

private:
    void open(bool tray);
    template <typename T>
    T *child(const QString &name)
    {
        return m_window->findChild<T *>(name);
    }
    QAction *action(const QKeySequence &key)
    {
        for (auto *one : m_window->findChildren<QAction *>()) {
            if (one->shortcut() == key)
                return one;
        }
        return nullptr;
    }

    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<MainWindow> m_window;
};

void tst_desktop::init()
{
    m_desk = std::make_unique<Desk>();
    open(false);
}

void tst_desktop::open(bool tray)
{
    m_window.reset();
    m_desk->desktop.tray = tray;
    m_window =
        std::make_unique<MainWindow>(*m_desk->workspace, m_desk->receiver, m_desk->desktop, m_desk->master);
    m_window->showScreen(MainWindow::Screen::Providers);
    m_window->show();
}

void tst_desktop::cleanup()
{
    m_window.reset();
    m_desk.reset();
}

void tst_desktop::closingQuitsWithoutATray()
{
    const QSignalSpy quit(m_window.get(), &MainWindow::quitRequested);
    m_window->close();
    QCOMPARE(quit.size(), 1);
}

void tst_desktop::closingLeavesItInTheTray()
{
    open(true);
    const QSignalSpy quit(m_window.get(), &MainWindow::quitRequested);
    m_window->close();
    QVERIFY(!m_window->isVisible());
    QCOMPARE(quit.size(), 0);
    QCOMPARE(m_desk->receiver.status().state, ReceiverState::Listening);
    Q_EMIT m_window->findChild<Tray *>()->opened();
    QVERIFY(m_window->isVisible());
    action(QKeySequence(u"Ctrl+Q"_s))->trigger();
    QCOMPARE(quit.size(), 1);
}

void tst_desktop::theTrayTellsHowItIs()
{
    open(true);
    auto *tray = m_window->findChild<Tray *>();
    QSignalSpy notified(tray, &Tray::notified);
    QVERIFY(tray->text().contains(u"http://127.0.0.1:8787"_s));
    const auto drawn = [tray] { return tray->shown().pixmap(32, 32).toImage(); };
    const auto receiving = drawn();
    m_desk->receiver.set({ReceiverState::Failed, {}, u"Port 8787 is in use."_s, true, 0, 0});
    QVERIFY(tray->text().contains(u"Not receiving"_s));
    QVERIFY(drawn() != receiving);
    QCOMPARE(notified.size(), 1);
    QVERIFY(notified.first().at(1).toString().contains(u"8787"_s));
    m_desk->receiver.set({ReceiverState::Failed, {}, u"Port 8787 is in use."_s, true, 0, 0});
    QCOMPARE(notified.size(), 1); // once for each failure
    tray->showStoring(false);
    QVERIFY(tray->text().contains(u"cannot be stored"_s));
    QCOMPARE(notified.size(), 2);
}

void tst_desktop::refusedCallsAreUnreadUntilItIsLookedAt()
{
    const auto provider = m_desk->addProvider(u"CRM"_s);
    m_desk->send(provider, Endpoint::Activities, "{");
    open(true);
    auto *tray = m_window->findChild<Tray *>();
    QTRY_VERIFY(child<QLabel>(u"lastCall"_s)->text().contains(u"Last call"_s)); // counted
    m_window->close();
    QTRY_VERIFY(!m_window->isActiveWindow());
    m_desk->send(provider, Endpoint::Activities, "{");
    m_desk->sendActivity(provider, "1");
    m_desk->send(provider, Endpoint::Activities, "{");
    QTRY_VERIFY2(tray->text().contains(u"2 refused"_s), qPrintable(tray->text()));
    m_window->bringUp();
    QTRY_VERIFY2(!tray->text().contains(u"refused"_s), qPrintable(tray->text()));
}

void tst_desktop::everyActionIsInAMenuWithAKeyOfItsOwn()
{
    open(true);
    QList<QKeySequence> keys;
    for (const auto *menu : m_window->menuBar()->actions()) {
        for (const auto *one : menu->menu()->actions()) {
            if (one->isSeparator())
                continue;
            QVERIFY2(!one->shortcut().isEmpty(), qPrintable(one->text()));
            QVERIFY2(!keys.contains(one->shortcut()), qPrintable(one->text()));
            keys.append(one->shortcut());
        }
    }
    QVERIFY(keys.size() > static_cast<int>(MainWindow::Screen::Count));
}

void tst_desktop::findsAnything()
{
    const auto provider = m_desk->addProvider(u"Dialler"_s);
    m_desk->addEntity(EntityKind::Team, u"North"_s);
    m_desk->sendActivity(provider, "deal 9");
    const auto go = [this](const QString &text, const QString &wanted) {
        action(QKeySequence(u"Ctrl+K"_s))->trigger();
        auto *finder = child<QDialog>(u"finder"_s);
        finder->findChild<QLineEdit *>(u"finderText"_s)->setText(text);
        auto *list = finder->findChild<QListWidget *>(u"finderList"_s);
        const auto found = [list, wanted] { return list->findItems(wanted, Qt::MatchStartsWith); };
        if (!QTest::qWaitFor([found, list] { return !found().isEmpty() && list->count() < 10; }))
            return false;
        list->setCurrentItem(found().first());
        QTest::keyClick(finder->findChild<QLineEdit *>(u"finderText"_s), Qt::Key_Return);
        return QTest::qWaitFor([this] { return !child<QDialog>(u"finder"_s); });
    };
    QVERIFY(go(u"sett"_s, u"Settings"_s));
    QCOMPARE(m_window->screen(), MainWindow::Screen::Settings);
    QVERIFY(go(u"nor"_s, u"North"_s));
    QCOMPARE(m_window->screen(), MainWindow::Screen::Teams);
    QVERIFY(go(u"deal"_s, u"deal 9"_s));
    QCOMPARE(m_window->screen(), MainWindow::Screen::Activities);
    QVERIFY(go(u"bo"_s, u"Bo J. (77)"_s));
    QCOMPARE(m_window->screen(), MainWindow::Screen::Identities);
    QVERIFY(go(u"dial"_s, u"Dialler"_s));
    QCOMPARE(m_window->screen(), MainWindow::Screen::Providers);
    QVERIFY(go(u"1"_s, u"#1"_s));
    QCOMPARE(m_window->screen(), MainWindow::Screen::Calls);
}

void tst_desktop::theFinderDropsEarlierAnswers()
{
    m_desk->addEntity(EntityKind::Team, u"North"_s);
    action(QKeySequence(u"Ctrl+K"_s))->trigger();
    auto *finder = child<QDialog>(u"finder"_s);
    auto *text = finder->findChild<QLineEdit *>(u"finderText"_s);
    auto *list = finder->findChild<QListWidget *>(u"finderList"_s);
    text->setText(u"north"_s);
    QTRY_COMPARE(list->count(), 1);
    text->setText(u"northern lights"_s);
    QTRY_COMPARE(list->count(), 0);
    // Said once it was looked for within all IDs, too.
    QTRY_VERIFY(!finder->findChild<QLabel *>(u"finderNote"_s)->text().isEmpty());
}

void tst_desktop::theFinderSaysHowManyMore()
{
    for (int number = 0; number < 10; ++number)
        m_desk->addEntity(EntityKind::Team, u"Crowd %1"_s.arg(number));
    m_desk->addEntity(EntityKind::Product, u"Crowded"_s);
    action(QKeySequence(u"Ctrl+K"_s))->trigger();
    auto *finder = child<QDialog>(u"finder"_s);
    auto *text = finder->findChild<QLineEdit *>(u"finderText"_s);
    auto *list = finder->findChild<QListWidget *>(u"finderList"_s);
    text->setText(u"crowd"_s);
    QTRY_COMPARE(list->count(), 8); // six teams, how many more, the product
    QCOMPARE(list->item(6)->text(), u"and 4 more"_s);
    for (int step = 0; step < 9; ++step)
        QTest::keyClick(text, Qt::Key_Down);
    QCOMPARE(list->currentRow(), 7);
    QTest::keyClick(text, Qt::Key_Up);
    QCOMPARE(list->currentRow(), 6);
    // It leads to all of them.
    QTest::keyClick(text, Qt::Key_Return);
    QTRY_VERIFY(!child<QDialog>(u"finder"_s));
    QCOMPARE(m_window->screen(), MainWindow::Screen::Teams);
    auto *page = child<QWidget>(u"teamsPage"_s);
    QCOMPARE(page->findChild<QLineEdit *>(u"filter"_s)->text(), u"crowd"_s);
    QTRY_COMPARE(page->findChild<TableView *>(u"entityTable"_s)->model()->rowCount(), 10);
}

void tst_desktop::opensTheGuide()
{
    action(QKeySequence(u"F1"_s))->trigger();
    auto *guide = child<QDialog>(u"guide"_s);
    QVERIFY(guide);
    const auto text = guide->findChild<QTextBrowser *>(u"guideText"_s)->toPlainText();
    for (const auto &word : {u"reverse proxy"_s, u"tunnel"_s, u"TLS"_s, u"backup"_s, u"master.key"_s})
        QVERIFY2(text.contains(word, Qt::CaseInsensitive), qPrintable(word));
    // What each refusal means.
    for (const auto &status : {400, 401, 403, 404, 405, 408, 411, 413, 415, 422, 429, 431, 503})
        QVERIFY2(text.contains(QString::number(status)), qPrintable(QString::number(status)));
    QVERIFY(guide->findChild<QListWidget *>(u"chapters"_s)->count() >= 5);
}

void tst_desktop::aKeyLeavesTheClipboard()
{
    QPushButton button;
    copySecret(&button, u"sdk_secret"_s, 10ms);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"sdk_secret"_s);
    QTRY_COMPARE(QGuiApplication::clipboard()->text(), QString());
}

void tst_desktop::anotherTextStaysOnTheClipboard()
{
    QPushButton button;
    copySecret(&button, u"sdk_secret"_s, 10ms);
    QGuiApplication::clipboard()->setText(u"mine"_s);
    copySecret(&button, u"sdk_other"_s, 30ms); // its end is after the first one's
    QGuiApplication::clipboard()->setText(u"mine"_s);
    bool over = false;
    QTimer::singleShot(60ms, this, [&over] { over = true; });
    QTRY_VERIFY(over);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"mine"_s);
}

void tst_desktop::aRevealedKeyHidesItself()
{
    const auto added = m_desk->addProvider(u"CRM"_s);
    auto *keys = m_window->findChild<KeyBox *>();
    keys->setHideAfter(20ms);
    QTRY_VERIFY(child<QPushButton>(u"revealKey"_s)->isEnabled());
    QStringList shown;
    connect(keys, &KeyBox::revealedChanged, this, [&] { shown.append(keys->revealed()); });
    child<QPushButton>(u"revealKey"_s)->click();
    QTRY_VERIFY(shown.contains(added.key));
    QTRY_COMPARE(shown.last(), QString());
    QVERIFY(!child<QPlainTextEdit>(u"example"_s)->toPlainText().contains(added.key));
}

void tst_desktop::theKitSignsWhenSignaturesAreRequired()
{
    m_desk->addProvider(u"CRM"_s);
    auto *example = child<QPlainTextEdit>(u"example"_s);
    QTRY_VERIFY(example->toPlainText().contains(u"/activities"_s));
    QVERIFY(!example->toPlainText().contains(u"webhook-signature"_s));
    child<QCheckBox>(u"requireSignatures"_s)->click();
    QTRY_VERIFY(example->toPlainText().contains(u"webhook-signature"_s));
    child<QTabBar>(u"kitForms"_s)->setCurrentIndex(4);
    QVERIFY(example->toPlainText().contains(u"HMACSHA256"_s));
}

void tst_desktop::theKitLeavesOutAFeatureThatIsOff()
{
    m_desk->addProvider(u"CRM"_s);
    auto *endpoint = child<QComboBox>(u"kitEndpoint"_s);
    QTRY_COMPARE(endpoint->count(), 2);
    endpoint->setCurrentIndex(1);
    QVERIFY(child<QPlainTextEdit>(u"example"_s)->toPlainText().contains(u"proposition_id"_s));
    m_desk->written<Done>(
        [](Connection &db) { return SettingStore(db).set(Setting::FeatureSales, u"false"_s); });
    QTRY_COMPARE(endpoint->count(), 1);
    QVERIFY(!child<QPlainTextEdit>(u"example"_s)->toPlainText().contains(u"proposition_id"_s));
}

void tst_desktop::sendsATestCall()
{
    const auto added = m_desk->addProvider(u"CRM"_s);
    QTRY_VERIFY(child<QPushButton>(u"revealKey"_s)->isEnabled());
    child<QPushButton>(u"sendTestCall"_s)->click();
    QTRY_COMPARE(m_desk->receiver.sent.size(), 1);
    const auto call = m_desk->receiver.sent.first();
    QCOMPARE(call.path, "/webhooks/" + added.provider.publicId.toLatin1() + "/activities");
    QVERIFY(call.headers.contains(std::pair(QByteArray("Authorization"), "Bearer " + added.key.toLatin1())));
    QTRY_VERIFY(child<Page>(u"providersPage"_s)->banner()->text().contains(u"201"_s));
}

void tst_desktop::saysThatATestCallWasRefused()
{
    m_desk->addProvider(u"CRM"_s);
    m_desk->receiver.answer = 422;
    auto *banner = child<Page>(u"providersPage"_s)->banner();
    QTRY_VERIFY(child<QPushButton>(u"revealKey"_s)->isEnabled());
    child<QPushButton>(u"sendTestCall"_s)->click();
    QTRY_VERIFY(banner->text().contains(u"422"_s));
    m_desk->receiver.answer = {ErrorCode::ShuttingDown, u"The receiver is not running."_s};
    child<QPushButton>(u"sendTestCall"_s)->click();
    QTRY_COMPARE(banner->text(), u"The receiver is not running."_s);
}

void tst_desktop::saysWhatBecameOfARestoring()
{
    auto *banner = child<Banner>(u"healthBanner"_s);
    m_window->showRestored(Done{});
    QVERIFY(banner->text().contains(u"before-restore"_s));
    m_window->showRestored({ErrorCode::Corrupt, u"It is damaged."_s});
    QVERIFY(banner->text().contains(u"It is damaged."_s));
}

QTEST_MAIN(tst_desktop)
#include "tst_desktop.moc"
