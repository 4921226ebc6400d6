// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/desk.h"

#include "model/domain/callfilter.h"
#include "model/domain/rhythm.h"
#include "model/store/connection.h"
#include "model/store/identitystore.h"
#include "model/store/metricstore.h"
#include "ui/banner.h"
#include "ui/callchart.h"
#include "ui/copyfield.h"
#include "ui/figurelist.h"
#include "ui/mainwindow.h"
#include "ui/overviewpage.h"

#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace salesdesk;
using namespace Qt::StringLiterals;

/// The first screen, and where everything on it leads.
class tst_overviewpage final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void isTheFirstScreen();
    void leadsANewcomerToTheFirstLink();
    void aTestCallGoesOutBeforeTheProvidersWereLookedAt();
    void saysHowTheReceiverIs();
    void aTakenPortHasItsButton();
    void anotherProblemLeadsToTheSettings();
    void figuresLeadToTheLog();
    void aBarLeadsToItsCalls();
    void draggingZoomsAndEscapeEndsIt();
    void theKeyboardChoosesBars();
    void causesOfTodayLeadToTheLog();
    void whatWaitsLeadsToTheQueue();
    void namesAProviderThatFellSilent();
    void addsChangesAndRemovesAMetric();
    void aMetricSaysWhatIsNotCounted();
    void aFailedReadIsSaid();

private:
    template <typename T>
    T *child(const QString &name)
    {
        return m_page->findChild<T *>(name);
    }
    void open()
    {
        m_window = std::make_unique<MainWindow>(*m_desk->workspace, m_desk->receiver, m_desk->desktop,
                                                m_desk->master);
        m_window->resize(1280, 900);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_page = m_window->findChild<OverviewPage *>(u"overviewPage"_s);
        QVERIFY(m_page);
    }
    [[nodiscard]] QString filterOfLog() const
    {
        return m_window->findChild<QWidget *>(u"callLogPage"_s)->findChild<QLineEdit *>(u"filter"_s)->text();
    }
    /// The log is shown with a filter that can be read, and has as many calls.
    void verifyLog(const QString &begin, int calls)
    {
        QCOMPARE(m_window->screen(), MainWindow::Screen::Calls);
        QVERIFY2(filterOfLog().startsWith(begin), qPrintable(filterOfLog()));
        const auto filter = readCallFilter(filterOfLog(), now(), m_desk->workspace->directory()->zone);
        QVERIFY(std::holds_alternative<CallFilter>(filter));
        auto *table = m_window->findChild<QAbstractItemView *>(u"callTable"_s);
        QTRY_COMPARE(table->model()->rowCount(), calls);
    }
    static qint64 now() { return QDateTime::currentMSecsSinceEpoch(); }

    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<MainWindow> m_window;
    OverviewPage *m_page = nullptr;
};

void tst_overviewpage::init()
{
    m_desk = std::make_unique<Desk>();
}

void tst_overviewpage::cleanup()
{
    m_window.reset();
    m_desk.reset();
}

void tst_overviewpage::isTheFirstScreen()
{
    open();
    QCOMPARE(m_window->screen(), MainWindow::Screen::Overview);
    m_window->showScreen(MainWindow::Screen::Teams);
    m_window->keepPlace();
    open();
    QCOMPARE(m_window->screen(), MainWindow::Screen::Teams); // as it was left
}

void tst_overviewpage::leadsANewcomerToTheFirstLink()
{
    open();
    auto *steps = child<QWidget>(u"firstSteps"_s);
    QTRY_VERIFY(steps->isVisible());
    QVERIFY(child<QPushButton>(u"firstProvider"_s)->isEnabled());
    QVERIFY(!child<QPushButton>(u"firstCall"_s)->isEnabled());
    child<QPushButton>(u"firstProvider"_s)->click();
    QCOMPARE(m_window->screen(), MainWindow::Screen::Providers);
    auto *dialog = m_window->findChild<QDialog *>(u"newProviderDialog"_s);
    QVERIFY(dialog);
    dialog->findChild<QLineEdit *>(u"name"_s)->setText(u"Zapier webhooks"_s);
    dialog->findChild<QPushButton *>(u"create"_s)->click();
    QTRY_VERIFY(!m_window->findChild<QDialog *>(u"newProviderDialog"_s));

    m_window->showScreen(MainWindow::Screen::Overview);
    QTRY_VERIFY(child<QPushButton>(u"firstCall"_s)->isEnabled());
    QVERIFY(!child<QPushButton>(u"firstProvider"_s)->isVisible());
    child<QPushButton>(u"firstCall"_s)->click();
    QCOMPARE(m_window->screen(), MainWindow::Screen::Providers);
    QTRY_COMPARE(m_desk->receiver.sent.size(), 1);
    const auto &directory = m_desk->workspace->directory();
    ProviderStore::Added added;
    added.provider = directory->providers.cbegin().value();
    m_desk->sendActivity(added, "1"); // as the receiver would have stored it

    m_window->showScreen(MainWindow::Screen::Overview);
    QTRY_VERIFY(child<QPushButton>(u"firstLink"_s)->isEnabled());
    child<QPushButton>(u"firstLink"_s)->click();
    QCOMPARE(m_window->screen(), MainWindow::Screen::Unlinked);
    m_desk->written<DecisionId>([](Connection &db) -> Result<DecisionId> {
        const auto waiting = IdentityStore(db).list({});
        if (!waiting.ok())
            return waiting.error();
        return IdentityStore(db).createAndLink(waiting->first().id, {Decider::Kind::Person, u"me"_s});
    });
    m_window->showScreen(MainWindow::Screen::Overview);
    QTRY_VERIFY(!steps->isVisible());
}

void tst_overviewpage::aTestCallGoesOutBeforeTheProvidersWereLookedAt()
{
    m_desk->addProvider(u"CRM"_s);
    open();
    QTRY_VERIFY(child<QPushButton>(u"firstCall"_s)->isEnabled());
    child<QPushButton>(u"firstCall"_s)->click();
    QTRY_COMPARE(m_desk->receiver.sent.size(), 1);
}

void tst_overviewpage::saysHowTheReceiverIs()
{
    open();
    QVERIFY(child<CopyField>(u"receiverUrl"_s)->isVisible());
    QCOMPARE(child<CopyField>(u"receiverUrl"_s)->text(), u"http://127.0.0.1:8787"_s);
    m_desk->receiver.stop();
    auto *action = child<QPushButton>(u"receiverAction"_s);
    QVERIFY(action->isVisible());
    QVERIFY(!child<CopyField>(u"receiverUrl"_s)->isVisible());
    action->click();
    QCOMPARE(m_desk->receiver.status().state, ReceiverState::Listening);
    QVERIFY(!action->isVisible());
}

void tst_overviewpage::aTakenPortHasItsButton()
{
    open();
    m_desk->receiver.set({ReceiverState::Failed, {}, u"Port 8787 is taken."_s, true, 0, 0});
    QCOMPARE(child<QLabel>(u"receiverProblem"_s)->text(), u"Port 8787 is taken."_s);
    QVERIFY(!m_window->findChild<Banner *>(u"receiverBanner"_s)->isVisible()); // it would say it twice
    m_window->showScreen(MainWindow::Screen::Calls);
    QVERIFY(m_window->findChild<Banner *>(u"receiverBanner"_s)->isVisible());
    m_window->showScreen(MainWindow::Screen::Overview);
    child<QPushButton>(u"receiverAction"_s)->click();
    QTRY_COMPARE(m_desk->receiver.status().state, ReceiverState::Listening);
}

void tst_overviewpage::anotherProblemLeadsToTheSettings()
{
    open();
    m_desk->receiver.set({ReceiverState::Failed, {}, u"The certificate cannot be read."_s, false, 0, 0});
    child<QPushButton>(u"receiverAction"_s)->click();
    QCOMPARE(m_window->screen(), MainWindow::Screen::Settings);
}

void tst_overviewpage::figuresLeadToTheLog()
{
    const auto provider = m_desk->addProvider(u"CRM"_s);
    for (int i = 0; i < 3; ++i)
        m_desk->sendActivity(provider, QByteArray::number(i));
    m_desk->send(provider, Endpoint::Sales, "{");
    open();
    QTRY_COMPARE(child<QPushButton>(u"calls2xx"_s)->text(), u"3 accepted"_s);
    QCOMPARE(child<QPushButton>(u"calls4xx"_s)->text(), u"1 refused"_s);
    QCOMPARE(child<QPushButton>(u"calls5xx"_s)->text(), u"0 failed"_s);
    child<QPushButton>(u"calls2xx"_s)->click();
    verifyLog(u"status:2xx since:"_s, 3);
    child<QPushButton>(u"calls4xx"_s)->click();
    verifyLog(u"status:4xx since:"_s, 1);
    child<QPushButton>(u"lastMonth"_s)->click();
    child<QPushButton>(u"calls2xx"_s)->click();
    verifyLog(u"status:2xx since:"_s, 3);
}

void tst_overviewpage::aBarLeadsToItsCalls()
{
    const auto provider = m_desk->addProvider(u"CRM"_s);
    auto earlier = m_desk->call(provider, Endpoint::Sales, "{");
    earlier.call.receivedAt = now() - 8 * QuarterMs;
    m_desk->workspace->process(std::move(earlier)).waitForFinished();
    m_desk->sendActivity(provider, "1");
    open();
    auto *chart = child<CallChart>(u"callChart"_s);
    QTRY_COMPARE(chart->total().refused, 1);
    QTest::mouseClick(chart, Qt::LeftButton, {}, chart->barRect(now()).center());
    verifyLog(u"since:"_s, 1);
    m_window->showScreen(MainWindow::Screen::Overview);
    QTest::mouseClick(chart, Qt::LeftButton, {}, chart->barRect(now() - 30 * QuarterMs).center());
    verifyLog(u"since:"_s, 0);
}

void tst_overviewpage::draggingZoomsAndEscapeEndsIt()
{
    const auto provider = m_desk->addProvider(u"CRM"_s);
    m_desk->sendActivity(provider, "1");
    open();
    auto *chart = child<CallChart>(u"callChart"_s);
    QTRY_COMPARE(chart->total().accepted, 1);
    child<QPushButton>(u"lastWeek"_s)->click();
    const auto before = chart->to() - chart->from();
    QCOMPARE(before, 7 * 96 * QuarterMs);
    const QSignalSpy chosen(chart, &CallChart::chosen);
    QTest::mousePress(chart, Qt::LeftButton, {}, chart->barRect(now() - 48 * QuarterMs).center());
    QTest::mouseMove(chart, chart->barRect(now()).center());
    QTest::mouseRelease(chart, Qt::LeftButton, {}, chart->barRect(now()).center());
    QVERIFY(chart->isZoomed());
    QVERIFY(chart->to() - chart->from() < before / 4);
    QCOMPARE(chosen.size(), 0);
    QCOMPARE(chart->total().accepted, 1);
    QVERIFY(child<QPushButton>(u"endZoom"_s)->isVisible());
    m_desk->sendActivity(provider, "2"); // what comes in counts in the zoom, too
    QTRY_COMPARE(chart->total().accepted, 2);
    QVERIFY(chart->isZoomed());
    m_page->stepBack();
    QVERIFY(!chart->isZoomed());
    QCOMPARE(chart->to() - chart->from(), before);
    QVERIFY(!child<QPushButton>(u"endZoom"_s)->isVisible());
}

void tst_overviewpage::theKeyboardChoosesBars()
{
    const auto provider = m_desk->addProvider(u"CRM"_s);
    m_desk->sendActivity(provider, "1");
    open();
    auto *chart = child<CallChart>(u"callChart"_s);
    QTRY_COMPARE(chart->total().accepted, 1);
    const auto whole = chart->accessibleDescription();
    chart->setFocus();
    QVERIFY(chart->chosenText().isEmpty());
    QTest::keyClick(chart, Qt::Key_Left);
    const auto lastBar = chart->chosenText(); // what the tool tip says to the mouse
    QVERIFY2(lastBar.endsWith(u"\n1 accepted, 0 refused, 0 failed"_s), qPrintable(lastBar));
    QCOMPARE(chart->accessibleDescription(), lastBar);
    QTest::keyClick(chart, Qt::Key_Left);
    QVERIFY(chart->chosenText().endsWith(u"\n0 accepted, 0 refused, 0 failed"_s));
    QTest::keyClick(chart, Qt::Key_Right);
    QCOMPARE(chart->chosenText(), lastBar);
    QTest::keyClick(chart, Qt::Key_Left, Qt::ShiftModifier);
    QVERIFY(chart->chosenText() != lastBar);
    QVERIFY(chart->chosenText().endsWith(u"\n1 accepted, 0 refused, 0 failed"_s));
    QTest::keyClick(chart, Qt::Key_Return);
    QVERIFY(chart->isZoomed());
    QCOMPARE(chart->accessibleDescription(), whole);
    QCOMPARE(chart->to() - chart->from(), 2 * QuarterMs);
    QVERIFY(chart->stepBack());
    QTest::keyClick(chart, Qt::Key_Left);
    QTest::keyClick(chart, Qt::Key_Return);
    verifyLog(u"since:"_s, 1);
    QVERIFY(!chart->stepBack());
}

void tst_overviewpage::causesOfTodayLeadToTheLog()
{
    const auto provider = m_desk->addProvider(u"Zapier \"new\" \\ one"_s);
    const auto other = m_desk->addProvider(u"CRM"_s);
    for (int i = 0; i < 2; ++i)
        m_desk->send(provider, Endpoint::Sales, "{");
    m_desk->send(other, Endpoint::Sales, "{");
    m_desk->sendActivity(provider, "1");
    auto yesterday = m_desk->call(provider, Endpoint::Sales, "{");
    yesterday.call.receivedAt = now() - 100 * QuarterMs;
    m_desk->workspace->process(std::move(yesterday)).waitForFinished();
    open();
    auto *causes = child<FigureList>(u"cause"_s);
    QTRY_COMPARE(causes->figures().size(), 2);
    QCOMPARE(causes->figures()[0].detail, u"Zapier \"new\" \\ one"_s);
    QCOMPARE(causes->figures()[0].figure, u"2"_s);
    QTest::mouseClick(child<QWidget>(u"cause0"_s), Qt::LeftButton);
    verifyLog(u"provider:"_s, 2);
    QVERIFY(filterOfLog().contains(u"reason:bad_json"_s));
}

void tst_overviewpage::whatWaitsLeadsToTheQueue()
{
    const auto provider = m_desk->addProvider(u"CRM"_s);
    m_desk->send(
        provider, Endpoint::Sales,
        R"({"id":"1","agent_id":"7","agent_name":"Bo","proposition_id":"9","proposition_name":"Gas",)"
        R"("sold_at":"2025-12-10","contract_value":12.5})");
    open();
    auto *waiting = child<FigureList>(u"waiting"_s);
    QTRY_COMPARE(waiting->figures().size(), 2);
    QCOMPARE(waiting->figures()[1].figure, u"€\u00a012.50"_s);
    QTest::mouseClick(child<QWidget>(u"waiting1"_s), Qt::LeftButton);
    QCOMPARE(m_window->screen(), MainWindow::Screen::Unlinked);
    auto *queue = m_window->findChild<QWidget *>(u"unlinkedPage"_s);
    QCOMPARE(queue->findChild<QComboBox *>(u"kindFilter"_s)->currentData().toInt(), int(EntityKind::Product));
    auto *table = queue->findChild<QAbstractItemView *>(u"identityTable"_s);
    QTRY_COMPARE(table->model()->rowCount(), 1);
}

void tst_overviewpage::namesAProviderThatFellSilent()
{
    const auto silent = m_desk->addProvider(u"Dialler"_s);
    m_desk->addProvider(u"Never called"_s);
    // Around the clock for a week, until six hours ago.
    m_desk->written<qint64>([id = silent.provider.id](Connection &db) {
        return db.change(
            u"WITH RECURSIVE n (i) AS (SELECT 24 UNION ALL SELECT i + 1 FROM n WHERE i < 700) "
            "INSERT INTO call (received_at, provider_id, endpoint, status, reason, duration_us, "
            "body_size) SELECT ? - i * 900000, ?, 0, 200, 'updated', 1, 1 FROM n ORDER BY i DESC"_s,
            {now(), id.value});
    });
    open();
    auto *providers = child<FigureList>(u"provider"_s);
    QTRY_COMPARE(providers->figures().size(), 2);
    QTRY_VERIFY(providers->figures()[0].detail.startsWith(u"Silent for 6 h."_s));
    QCOMPARE(providers->figures()[0].tone, std::optional(Tone::Warning));
    QVERIFY(providers->figures()[1].detail.isEmpty());
    QTest::mouseClick(child<QWidget>(u"provider0"_s), Qt::LeftButton);
    verifyLog(u"provider:Dialler"_s, 677);
    m_window->showScreen(MainWindow::Screen::Overview);
    const QSignalSpy fell(m_page, &OverviewPage::fellSilent);
    m_desk->sendActivity(silent, "1");
    QTRY_VERIFY(providers->figures()[0].detail.isEmpty());
    QCOMPARE(fell.size(), 0); // said once, when it was found
}

void tst_overviewpage::addsChangesAndRemovesAMetric()
{
    const auto provider = m_desk->addProvider(u"CRM"_s);
    m_desk->sendActivity(provider, "1");
    open();
    child<QPushButton>(u"addMetric"_s)->click();
    QTRY_VERIFY(child<QDialog>(u"metricDialog"_s));
    auto *dialog = child<QDialog>(u"metricDialog"_s);
    auto *by = dialog->findChild<QComboBox *>(u"by"_s);
    QCOMPARE(by->findData(int(Metric::By::Product)), -1); // activities have none
    QVERIFY(!dialog->findChild<QPushButton *>(u"accept"_s)->isEnabled());
    dialog->findChild<QLineEdit *>(u"name"_s)->setText(u"All sales"_s);
    auto *types = dialog->findChild<QListWidget *>(u"types"_s);
    QCOMPARE(types->count(), 1);
    types->item(0)->setCheckState(Qt::Checked);
    dialog->findChild<QPushButton *>(u"accept"_s)->click();
    const auto stored = [this] {
        return m_desk->workspace->read<QList<Metric>>([](Connection &db) { return MetricStore(db).list(); })
            .result();
    };
    QTRY_VERIFY(child<QWidget>(u"metric1"_s));
    QCOMPARE(stored()->first().types, QStringList{u"Sale"_s});

    child<QPushButton>(u"moreMetric1"_s)->menu()->actions()[0]->trigger();
    QTRY_VERIFY(child<QDialog>(u"metricDialog"_s) && child<QDialog>(u"metricDialog"_s)->isVisible());
    dialog = child<QDialog>(u"metricDialog"_s);
    dialog->findChild<QComboBox *>(u"source"_s)->setCurrentIndex(1);
    QVERIFY(!dialog->findChild<QListWidget *>(u"types"_s)->isEnabled());
    by = dialog->findChild<QComboBox *>(u"by"_s);
    by->setCurrentIndex(by->findData(int(Metric::By::Product)));
    dialog->findChild<QPushButton *>(u"accept"_s)->click();
    QTRY_COMPARE(stored()->first().by, Metric::By::Product);
    QCOMPARE(stored()->first().source, Metric::Source::Sales);

    child<QPushButton>(u"moreMetric1"_s)->menu()->actions()[1]->trigger();
    QTRY_VERIFY(!child<QWidget>(u"metric1"_s));
    QVERIFY(stored()->isEmpty());
    QTRY_VERIFY(m_page->banner()->isVisible());
    Q_EMIT m_page->banner()->triggered(); // its Undo
    QTRY_COMPARE(stored()->size(), 1);
    QCOMPARE(stored()->first().name, u"All sales"_s);
}

void tst_overviewpage::aMetricSaysWhatIsNotCounted()
{
    const auto provider = m_desk->addProvider(u"CRM"_s);
    const auto moment = QDateTime::currentDateTimeUtc().toString(Qt::ISODate).toLatin1();
    for (const auto &[id, agent] : {std::pair("1", "7"), std::pair("2", "7"), std::pair("3", "8")})
        m_desk->send(provider, Endpoint::Activities,
                     QByteArray("{\"id\":\"") + id + "\",\"type\":\"Demo\",\"agent_id\":\"" + agent +
                         "\",\"agent_name\":\"Agent " + agent + "\",\"moment\":\"" + moment +
                         "\",\"value\":2.5,\"value_is_money\":true}");
    m_desk->written<DecisionId>([](Connection &db) -> Result<DecisionId> {
        const auto waiting = IdentityStore(db).find(u"CRM:7"_s);
        if (!waiting.ok())
            return waiting.error();
        return IdentityStore(db).createAndLink(waiting->id, {Decider::Kind::Person, u"me"_s});
    });
    m_desk->written<Metric>([](Connection &db) {
        return MetricStore(db).save({.name = u"Worth"_s, .measure = Metric::Measure::Value});
    });
    open();
    QTRY_VERIFY(child<FigureList>(u"metricRows1-"_s));
    auto *rows = child<FigureList>(u"metricRows1-"_s);
    QTRY_COMPARE(rows->figures().size(), 1);
    QCOMPARE(rows->figures()[0].text, u"Agent 7"_s);
    QCOMPARE(rows->figures()[0].figure, u"€\u00a05.00"_s);
    auto *uncounted = child<QPushButton>(u"uncounted1"_s);
    QVERIFY(uncounted->isVisible());
    QVERIFY2(uncounted->text().startsWith(u"1 "_s), qPrintable(uncounted->text()));
    QVERIFY(uncounted->text().endsWith(u"€\u00a02.50"_s));
    uncounted->click();
    QCOMPARE(m_window->screen(), MainWindow::Screen::Unlinked);
}

void tst_overviewpage::aFailedReadIsSaid()
{
    m_desk->written<qint64>([](Connection &db) { return db.change(u"DROP TABLE metric"_s); });
    open();
    QTRY_VERIFY(m_page->banner()->isVisible());
    QVERIFY(m_page->banner()->text().contains(u"metric"_s));
}

QTEST_MAIN(tst_overviewpage)
#include "tst_overviewpage.moc"
