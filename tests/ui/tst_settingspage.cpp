// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/desk.h"

#include "model/store/connection.h"
#include "model/store/maintenance.h"
#include "model/store/settingstore.h"
#include "ui/banner.h"
#include "ui/datapane.h"
#include "ui/settingspage.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDateTime>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QScopeGuard>
#include <QTest>

#include <algorithm>

using namespace salesdesk;
using namespace Qt::StringLiterals;

class tst_settingspage final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void storesWhatIsEntered();
    void saysInTheUsersWordsWhatIsWrong_data();
    void saysInTheUsersWordsWhatIsWrong();
    void saysWhatRetentionWouldRemove();
    void asksBeforeCallsAreRemoved();
    void nothingMovesWhenSomethingIsSaid();
    void labelsStandBesideTheirFields_data();
    void labelsStandBesideTheirFields();
    void asksBeforeOthersCanReachIt();
    void leavesTheAddressWhenTheQuestionIsClosed();
    void takesTheTlsFilesTogether();
    void refusesTlsFilesThatCannotBeUsed();
    void showsHowTheReceiverIs();
    void choosesALanguage();
    void startsAtLogin();
    void saysThatItCannotStartAtLogin();
    void backsUpWhileItRuns();
    void refusesToOverwriteABackup();
    void checksTheDatabase();
    void asksBeforeItRestores();
    void aDamagedBackupIsNotRestored();
    void longWorkIsCancelled_data();
    void longWorkIsCancelled();

private:
    template <typename T>
    T *child(const QString &name)
    {
        return m_page->findChild<T *>(name);
    }
    void enter(const QString &field, const QString &text)
    {
        auto *line = child<QLineEdit>(field);
        line->selectAll();
        QTest::keyClicks(line, text);
        QTest::keyClick(line, Qt::Key_Return);
    }
    /// Yes to what cannot be undone.
    static void confirm(QMessageBox *box)
    {
        for (auto *button : box->buttons()) {
            if (box->buttonRole(button) == QMessageBox::DestructiveRole)
                button->click();
        }
    }
    void confirmRestoring() { confirm(child<QMessageBox>(u"restoreBox"_s)); }
    /// Three calls, of which one is 50 days old and one 40.
    void sendOldCalls();
    QString stored(Setting setting) { return m_desk->workspace->directory()->settings.text(setting); }

    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<SettingsPage> m_page;
};

void tst_settingspage::init()
{
    m_desk = std::make_unique<Desk>();
    m_page = std::make_unique<SettingsPage>(*m_desk->workspace, m_desk->receiver, m_desk->desktop);
    m_page->show();
}

void tst_settingspage::cleanup()
{
    m_page.reset();
    m_desk.reset();
}

void tst_settingspage::storesWhatIsEntered()
{
    enter(u"listen.port"_s, u"9000"_s);
    QTRY_COMPARE(stored(Setting::ListenPort), u"9000"_s);
    QTRY_VERIFY(m_page->banner()->text().contains(u"Port"_s));
    child<QCheckBox>(u"feature.sales"_s)->click();
    QTRY_COMPARE(stored(Setting::FeatureSales), u"false"_s);
    // What another window or a command sets is shown.
    m_desk->written<Done>([](Connection &db) { return SettingStore(db).set(Setting::LimitBody, u"2048"_s); });
    QTRY_COMPARE(child<QLineEdit>(u"limit.body"_s)->text(), u"2048"_s);
}

void tst_settingspage::saysInTheUsersWordsWhatIsWrong_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("said");
    QTest::newRow("a port that is none") << u"listen.port"_s << u"99999"_s << u"65535"_s;
    QTest::newRow("a name for an address") << u"listen.address"_s << u"here"_s << u"IP address"_s;
    QTest::newRow("a proxy that is none") << u"proxies"_s << u"a,b"_s << u"IP addresses"_s;
    QTest::newRow("a zone that is none") << u"timezone"_s << u"Mars/Olympus"_s << u"time zone"_s;
}

void tst_settingspage::saysInTheUsersWordsWhatIsWrong()
{
    QFETCH(QString, name);
    QFETCH(QString, text);
    QFETCH(QString, said);
    const auto setting = settingFromName(name);
    const auto before = stored(*setting);
    enter(name, text);
    const auto note = child<QLabel>(name + u".note"_s)->text();
    QVERIFY2(note.contains(said) && !note.contains(name), qPrintable(note));
    QCOMPARE(stored(*setting), before);
}

void tst_settingspage::sendOldCalls()
{
    const auto provider = m_desk->addProvider(u"CRM"_s);
    for (int i = 0; i < 3; ++i)
        m_desk->sendActivity(provider, QByteArray::number(i));
    constexpr qint64 day = 86'400'000;
    const auto now = QDateTime::currentMSecsSinceEpoch();
    m_desk->written<Done>([&](Connection &db) -> Result<Done> {
        for (int i = 1; i <= 2; ++i) {
            if (const auto set = db.change(u"UPDATE call SET received_at = ? WHERE id = ?"_s,
                                           {now - (60 - i * 10) * day, i});
                !set)
                return set.error();
        }
        return Done{};
    });
}

void tst_settingspage::saysWhatRetentionWouldRemove()
{
    sendOldCalls();
    auto *days = child<QLineEdit>(u"log.retention_days"_s);
    const auto *effect = child<QLabel>(u"log.retention_days.effect"_s);
    const auto type = [](QLineEdit *line, const QString &text) {
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, text);
    };
    type(child<QLineEdit>(u"log.retention_megabytes"_s), u"500"_s);
    const auto *ofSize = child<QLabel>(u"log.retention_megabytes.effect"_s);
    QTRY_COMPARE(ofSize->text(), u"Would remove no call now."_s);
    QVERIFY(effect->text().isEmpty());
    type(days, u"55"_s); // each field says what its own value does
    QVERIFY(ofSize->text().isEmpty());
    QTRY_COMPARE(effect->text(), u"Would remove no call now."_s);
    type(days, u"45"_s);
    QTRY_VERIFY2(effect->text().startsWith(u"Would remove 1 call from before "_s),
                 qPrintable(effect->text()));
    type(days, u"30"_s);
    QTRY_VERIFY2(effect->text().startsWith(u"Would remove 2 calls from before "_s) &&
                     effect->text().contains(u", some "_s),
                 qPrintable(effect->text()));
    // What is stored needs no warning.
    QTest::keyClick(days, Qt::Key_Return);
    QCOMPARE(effect->text(), u"Counting what it would remove…"_s);
    QTRY_VERIFY(child<QMessageBox>(u"retentionBox"_s));
    confirm(child<QMessageBox>(u"retentionBox"_s));
    QTRY_COMPARE(stored(Setting::LogRetentionDays), u"30"_s);
    QTRY_VERIFY(effect->text().isEmpty());
    // What cannot be used would do nothing.
    type(days, u"x"_s);
    QVERIFY(effect->text().isEmpty());
}

void tst_settingspage::asksBeforeCallsAreRemoved()
{
    sendOldCalls();
    auto *days = child<QLineEdit>(u"log.retention_days"_s);
    const auto *effect = child<QLabel>(u"log.retention_days.effect"_s);
    child<QTabWidget>(u"settingTabs"_s)->setCurrentIndex(3);
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    days->setFocus();
    days->selectAll();
    QTest::keyClicks(days, u"30"_s);
    QTest::keyClick(days, Qt::Key_Tab); // leaving the field is no agreement
    QTRY_VERIFY(child<QMessageBox>(u"retentionBox"_s));
    QPointer<QMessageBox> box(child<QMessageBox>(u"retentionBox"_s));
    QVERIFY2(box->text().startsWith(u"Remove 2 calls from before "_s), qPrintable(box->text()));
    QCOMPARE(stored(Setting::LogRetentionDays), u"90"_s);
    QCOMPARE(box->defaultButton(), box->button(QMessageBox::Cancel));
    box->button(QMessageBox::Cancel)->click();
    QCOMPARE(days->text(), u"90"_s);
    QVERIFY(effect->text().isEmpty());
    QTRY_VERIFY(!box);
    QCOMPARE(stored(Setting::LogRetentionDays), u"90"_s);
    // A value that removes nothing is taken without a word.
    enter(u"log.retention_days"_s, u"60"_s);
    QTRY_COMPARE(stored(Setting::LogRetentionDays), u"60"_s);
    QVERIFY(!child<QMessageBox>(u"retentionBox"_s));
    enter(u"log.retention_days"_s, u"45"_s);
    QTRY_VERIFY(child<QMessageBox>(u"retentionBox"_s));
    confirm(child<QMessageBox>(u"retentionBox"_s));
    QTRY_COMPARE(stored(Setting::LogRetentionDays), u"45"_s);
}

void tst_settingspage::nothingMovesWhenSomethingIsSaid()
{
    m_page->resize(1000, 700);
    const auto *port = child<QLineEdit>(u"listen.port"_s);
    const auto place = [&] { return port->mapTo(m_page.get(), QPoint()); };
    const auto before = place();
    enter(u"listen.port"_s, u"9000"_s);
    QTRY_VERIFY(m_page->banner()->isVisible());
    m_page->grab(); // lays it out
    QCOMPARE(place(), before);
    enter(u"listen.address"_s, u"0.0.0.0"_s);
    QVERIFY(child<Banner>(u"exposureBanner"_s)->isVisible());
    m_page->grab();
    QCOMPARE(place(), before);
}

void tst_settingspage::labelsStandBesideTheirFields_data()
{
    QTest::addColumn<double>("points");
    QTest::newRow("100 %") << 10.0;
    QTest::newRow("200 %") << 20.0;
}

void tst_settingspage::labelsStandBesideTheirFields()
{
    QFETCH(double, points);
    const auto before = QApplication::font();
    const auto restored = qScopeGuard([&] { QApplication::setFont(before); });
    auto font = before;
    font.setPointSizeF(points);
    QApplication::setFont(font);
    m_page = std::make_unique<SettingsPage>(*m_desk->workspace, m_desk->receiver, m_desk->desktop);
    m_page->resize(1600, 1000);
    m_page->show();
    auto *tabs = child<QTabWidget>(u"settingTabs"_s);
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        m_page->grab(); // lays it out
    }
    const auto labels = m_page->findChildren<QLabel *>();
    for (int number = 0; number < static_cast<int>(Setting::Count); ++number) {
        const auto *control = child<QWidget>(QString(spec(static_cast<Setting>(number)).name));
        const auto found = std::find_if(labels.cbegin(), labels.cend(), [control](const QLabel *label) {
            return label->buddy() && label->buddy()->isAncestorOf(control);
        });
        QVERIFY2(found != labels.cend(), qPrintable(control->objectName()));
        const auto *form = (*found)->parentWidget();
        const auto middle = [form](const QWidget *widget) {
            return widget->mapTo(form, widget->rect().center()).y();
        };
        QVERIFY2(
            qAbs(middle(*found) - middle(control)) <= 1,
            qPrintable(u"%1: %2, %3"_s.arg(control->objectName()).arg(middle(*found)).arg(middle(control))));
    }
}

void tst_settingspage::asksBeforeOthersCanReachIt()
{
    auto *question = child<Banner>(u"exposureBanner"_s);
    enter(u"listen.address"_s, u"0.0.0.0"_s);
    QVERIFY(question->isVisible());
    QVERIFY2(question->text().contains(u"0.0.0.0"_s), qPrintable(question->text()));
    QCOMPARE(stored(Setting::ListenAddress), u"127.0.0.1"_s);
    question->findChild<QPushButton *>(u"bannerAction"_s)->click();
    QTRY_COMPARE(stored(Setting::ListenAddress), u"0.0.0.0"_s);
    QVERIFY(question->isHidden());
    // Back to this computer there is nothing to ask.
    enter(u"listen.address"_s, u"127.0.0.2"_s);
    QTRY_COMPARE(stored(Setting::ListenAddress), u"127.0.0.2"_s);
}

void tst_settingspage::leavesTheAddressWhenTheQuestionIsClosed()
{
    enter(u"listen.address"_s, u"::"_s);
    auto *question = child<Banner>(u"exposureBanner"_s);
    QVERIFY(question->isVisible());
    question->findChild<QAbstractButton *>(u"bannerClose"_s)->click();
    QCOMPARE(child<QLineEdit>(u"listen.address"_s)->text(), u"127.0.0.1"_s);
    QCOMPARE(stored(Setting::ListenAddress), u"127.0.0.1"_s);
}

void tst_settingspage::takesTheTlsFilesTogether()
{
    enter(u"tls.certificate"_s, u"/etc/cert.pem"_s);
    QVERIFY(child<QLabel>(u"tls.key.note"_s)->text().contains(u"needed"_s));
    QCOMPARE(stored(Setting::TlsCertificate), QString());
    enter(u"tls.key"_s, u"/etc/key.pem"_s);
    QTRY_COMPARE(stored(Setting::TlsCertificate), u"/etc/cert.pem"_s);
    QCOMPARE(stored(Setting::TlsKey), u"/etc/key.pem"_s);
}

void tst_settingspage::refusesTlsFilesThatCannotBeUsed()
{
    m_desk->receiver.tls = {ErrorCode::InvalidArgument, u"/etc/key.pem holds no key."_s};
    enter(u"tls.certificate"_s, u"/etc/cert.pem"_s);
    enter(u"tls.key"_s, u"/etc/key.pem"_s);
    QVERIFY(child<QLabel>(u"tls.key.note"_s)->text().contains(u"holds no key"_s));
    QCOMPARE(stored(Setting::TlsCertificate), QString());
}

void tst_settingspage::showsHowTheReceiverIs()
{
    auto *state = child<QLabel>(u"settingsReceiverState"_s);
    QVERIFY(state->text().contains(u"http://127.0.0.1:8787"_s));
    m_desk->receiver.set({ReceiverState::Failed, {}, u"Port 9000 is in use."_s, true, 0, 0});
    QCOMPARE(state->text(), u"Port 9000 is in use."_s);
}

void tst_settingspage::choosesALanguage()
{
    auto *choice = child<QComboBox>(u"language"_s);
    const int dutch = choice->findData(u"nl"_s);
    choice->setCurrentIndex(dutch);
    Q_EMIT choice->activated(dutch);
    QTRY_COMPARE(stored(Setting::Language), u"nl"_s);
    // It is not in force before the window opens anew: that is offered.
    auto *anew = m_page->banner()->findChild<QPushButton *>(u"bannerAction"_s);
    QTRY_VERIFY(anew->isVisible());
    QVERIFY2(m_page->banner()->text().contains(u"anew"_s), qPrintable(m_page->banner()->text()));
    QVERIFY(!m_desk->desktop.openedAnew);
    anew->click();
    QVERIFY(m_desk->desktop.openedAnew);
}

void tst_settingspage::startsAtLogin()
{
    auto *box = child<QCheckBox>(u"autostart"_s);
    QVERIFY(!box->isChecked());
    box->click();
    QVERIFY(m_desk->desktop.autostart);
    box->click();
    QVERIFY(!m_desk->desktop.autostart);
}

void tst_settingspage::saysThatItCannotStartAtLogin()
{
    m_desk->desktop.refusal = Error{ErrorCode::StorageFailed, u"The file cannot be changed."_s};
    child<QCheckBox>(u"autostart"_s)->click();
    QCOMPARE(m_page->banner()->text(), u"The file cannot be changed."_s);
    QVERIFY(!child<QCheckBox>(u"autostart"_s)->isChecked());
}

void tst_settingspage::backsUpWhileItRuns()
{
    m_desk->addProvider(u"CRM"_s);
    const auto file = m_desk->folder.filePath(u"copy.db"_s);
    m_page->data()->backUp(file);
    QVERIFY(!child<QPushButton>(u"backUp"_s)->isEnabled());
    QTRY_VERIFY(child<QPushButton>(u"backUp"_s)->isEnabled());
    QVERIFY2(m_page->banner()->text().contains(u"copy.db"_s), qPrintable(m_page->banner()->text()));
    QVERIFY(QFile::exists(file));
}

void tst_settingspage::refusesToOverwriteABackup()
{
    QFile there(m_desk->folder.filePath(u"mine.db"_s));
    QVERIFY(there.open(QIODevice::WriteOnly) && there.write("mine") == 4);
    there.close();
    m_page->data()->backUp(there.fileName());
    QTRY_VERIFY(m_page->banner()->text().contains(u"there already"_s));
    QCOMPARE(there.size(), 4);
}

void tst_settingspage::checksTheDatabase()
{
    child<QPushButton>(u"checkData"_s)->click();
    QTRY_COMPARE(m_page->banner()->text(), u"The database is sound."_s);
}

void tst_settingspage::asksBeforeItRestores()
{
    const auto file = m_desk->folder.filePath(u"one.db"_s);
    QVERIFY(backupAside(m_desk->workspace->folder(), file).result());
    m_page->data()->restore(file);
    QVERIFY(child<QMessageBox>(u"restoreBox"_s)->text().contains(file));
    QVERIFY(!m_desk->desktop.restored);
    confirmRestoring();
    QTRY_VERIFY(m_desk->desktop.restored);
    // It stands ready to be put in place.
    QVERIFY(QFile::exists(m_desk->workspace->folder() + u"/salesdesk.db.restoring"_s));
}

void tst_settingspage::aDamagedBackupIsNotRestored()
{
    QFile bad(m_desk->folder.filePath(u"bad.db"_s));
    QVERIFY(bad.open(QIODevice::WriteOnly) && bad.write(QByteArray(5000, 'x')) == 5000);
    bad.close();
    m_page->data()->restore(bad.fileName());
    confirmRestoring();
    QTRY_VERIFY(m_page->banner()->isVisible());
    QVERIFY2(m_page->banner()->text().contains(u"damaged"_s), qPrintable(m_page->banner()->text()));
    QVERIFY(!m_desk->desktop.restored);
}

void tst_settingspage::longWorkIsCancelled_data()
{
    QTest::addColumn<QString>("work");
    QTest::newRow("a backup") << u"backup"_s;
    QTest::newRow("a restoring") << u"restore"_s;
}

void tst_settingspage::longWorkIsCancelled()
{
    QFETCH(QString, work);
    m_desk->written<qint64>([](Connection &db) { // so many rows that no copy is made in a blink
        return db.change(uR"(
            CREATE TABLE filler AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200000)
            SELECT zeroblob(300) AS bytes FROM n)"_s);
    });
    const auto backup = m_desk->folder.filePath(u"one.db"_s);
    QVERIFY(backupAside(m_desk->workspace->folder(), backup).result());
    m_page->showData();
    const auto copy = m_desk->folder.filePath(u"copy.db"_s);
    if (work == "backup"_L1) {
        m_page->data()->backUp(copy);
    } else {
        m_page->data()->restore(backup);
        confirmRestoring();
    }
    auto *cancel = child<QPushButton>(u"cancelWork"_s);
    QVERIFY(!child<QPushButton>(u"restoreData"_s)->isEnabled());
    cancel->click();
    QTRY_VERIFY(m_page->banner()->isVisible());
    QVERIFY2(m_page->banner()->text().contains(u"Cancelled"_s), qPrintable(m_page->banner()->text()));
    QVERIFY(!cancel->isVisible());
    QVERIFY(child<QPushButton>(u"restoreData"_s)->isEnabled());
    QVERIFY(!QFile::exists(copy));
    QVERIFY(!QFile::exists(m_desk->workspace->folder() + u"/salesdesk.db.restoring"_s));
    QVERIFY(!m_desk->desktop.restored);
}

QTEST_MAIN(tst_settingspage)
#include "tst_settingspage.moc"
