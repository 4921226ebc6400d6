// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/filleddesk.h"

#include "model/tables/tables.h"
#include "ui/mainwindow.h"
#include "ui/tableview.h"

#include <QElapsedTimer>
#include <QLineEdit>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

#include <atomic>

using namespace salesdesk;
using namespace Qt::StringLiterals;

/// Keeps the thread that reads and the one that writes from their work until it goes. Whoever waits for them
/// on this thread would wait for ever: so they give up after some seconds, and say so.
class HeldStorage final
{
    Q_DISABLE_COPY_MOVE(HeldStorage)
public:
    explicit HeldStorage(Workspace &workspace)
    {
        const auto wait = [gate = m_gate, waitedFor = m_waitedFor](Connection &) -> Result<Done> {
            if (!gate->tryAcquire(1, 20'000))
                *waitedFor = true;
            return Done{};
        };
        m_reading = workspace.read<Done>(wait);
        m_writing = workspace.write<Done>(wait);
    }
    ~HeldStorage() { release(); }
    void release() { m_gate->release(2); }
    [[nodiscard]] bool isHeld() const
    {
        return !*m_waitedFor && !m_reading.isFinished() && !m_writing.isFinished();
    }

private:
    std::shared_ptr<QSemaphore> m_gate = std::make_shared<QSemaphore>();
    std::shared_ptr<std::atomic_bool> m_waitedFor = std::make_shared<std::atomic_bool>(false);
    QFuture<Result<Done>> m_reading;
    QFuture<Result<Done>> m_writing;
};

/// What keeps the window's event loop from standing still: it never waits for the storage, and takes what
/// comes in in few bites. How long it stands still is measured by bench_calllog.
class tst_stall final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void neverWaitsForTheStorage_data() { screens(); }
    void neverWaitsForTheStorage();
    void takesABurstInFewBites_data() { screens(); }
    void takesABurstInFewBites();

private:
    static void screens()
    {
        QTest::addColumn<int>("screen");
        QTest::newRow("the provider's page") << static_cast<int>(MainWindow::Screen::Providers);
        QTest::newRow("the call log") << static_cast<int>(MainWindow::Screen::Calls);
        QTest::newRow("the activities") << static_cast<int>(MainWindow::Screen::Activities);
    }
    /// The list of calls or records of the screen that is shown.
    static TableView *tableOf(const MainWindow &window)
    {
        for (const auto &name : {u"providerCalls"_s, u"callTable"_s, u"activityTable"_s}) {
            auto *table = window.findChild<TableView *>(name);
            if (table && table->isVisible())
                return table;
        }
        return nullptr;
    }
};

void tst_stall::neverWaitsForTheStorage()
{
    QFETCH(int, screen);
    Desk desk;
    fill(desk);
    MainWindow window(*desk.workspace, desk.receiver, desk.desktop, desk.master);
    window.showScreen(MainWindow::Screen::Settings);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    HeldStorage storage(*desk.workspace);
    window.showScreen(static_cast<MainWindow::Screen>(screen));
    auto *table = tableOf(window);
    QVERIFY(table);
    QVERIFY(window.grab().width() > 0); // painted without its rows
    for (auto *filter : window.findChildren<QLineEdit *>(u"filter"_s)) {
        if (filter->isVisible())
            QTest::keyClicks(filter, u"status:4xx"_s);
    }
    bool turned = false;
    QTimer::singleShot(0, &window, [&turned] { turned = true; });
    QTRY_VERIFY(turned);
    QVERIFY2(storage.isHeld(), "the window waited for the storage");
    for (auto *filter : window.findChildren<QLineEdit *>(u"filter"_s))
        filter->clear();
    storage.release();
    QTRY_VERIFY(table->model()->rowCount() > 0);
}

void tst_stall::takesABurstInFewBites()
{
    QFETCH(int, screen);
    Desk desk;
    const auto provider = desk.addProvider(u"CRM"_s);
    desk.sendActivity(provider, "first");
    MainWindow window(*desk.workspace, desk.receiver, desk.desktop, desk.master);
    window.showScreen(static_cast<MainWindow::Screen>(screen));
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    const auto *model = tableOf(window)->model();
    QTRY_COMPARE(model->rowCount(), 1);

    QSignalSpy inserted(model, &QAbstractItemModel::rowsInserted);
    QSignalSpy reset(model, &QAbstractItemModel::modelReset);
    QElapsedTimer clock;
    clock.start();
    constexpr int calls = 3000;
    for (int number = 0; number < calls; ++number) {
        auto submission = desk.call(provider, Endpoint::Activities,
                                    R"({"id":"a)" + QByteArray::number(number) +
                                        R"(","type":"Sale","agent_id":"77","moment":"2025-12-10 19:00:00"})");
        QCOMPARE(desk.workspace->submit(std::move(submission)), SubmitResult::Queued);
        if (number % 100 == 0)
            QCoreApplication::processEvents();
    }
    // The newest is at the top.
    QTRY_COMPARE_WITH_TIMEOUT(model->index(0, 0).data(IdRole).toLongLong(), calls + 1, 30'000);
    // At most four times a second, whatever the machine takes for it.
    const auto most = clock.elapsed() / 250 + 2;
    QVERIFY2(inserted.size() + reset.size() <= most,
             qPrintable(u"%1 times in %2 ms"_s.arg(inserted.size() + reset.size()).arg(clock.elapsed())));
}

QTEST_MAIN(tst_stall)
#include "tst_stall.moc"
