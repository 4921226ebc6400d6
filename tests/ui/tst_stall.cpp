// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/desk.h"

#include "ui/mainwindow.h"
#include "ui/tableview.h"

#include <QElapsedTimer>
#include <QTest>
#include <QTimer>

#include <atomic>
#include <thread>

using namespace salesdesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// A thread that does nothing but wake up every few milliseconds: how late it does is what the machine takes
/// from everybody, and no stall of ours.
class Lateness final
{
    Q_DISABLE_COPY_MOVE(Lateness)
public:
    Lateness()
        : m_thread([this](const std::stop_token &stop) {
            while (!stop.stop_requested()) {
                const auto due = std::chrono::steady_clock::now() + 5ms;
                std::this_thread::sleep_until(due);
                const auto late = std::chrono::steady_clock::now() - due;
                m_sum += std::chrono::duration_cast<std::chrono::milliseconds>(late).count();
            }
        })
    {
    }
    /// Milliseconds since it was made.
    [[nodiscard]] qint64 sum() const { return m_sum; }

private:
    std::atomic<qint64> m_sum = 0;
    std::jthread m_thread;
};

/// 1,000 calls a second into the open window: its event loop never stands still for 50 ms.
class tst_stall final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aThousandCallsASecond_data();
    void aThousandCallsASecond();
};

void tst_stall::aThousandCallsASecond_data()
{
    QTest::addColumn<int>("screen");
    QTest::newRow("the provider's page") << static_cast<int>(MainWindow::Screen::Providers);
    QTest::newRow("the call log") << static_cast<int>(MainWindow::Screen::Calls);
    QTest::newRow("the activities") << static_cast<int>(MainWindow::Screen::Activities);
}

void tst_stall::aThousandCallsASecond()
{
    QFETCH(int, screen);
    Desk desk;
    const auto provider = desk.addProvider(u"CRM"_s);
    MainWindow window(*desk.workspace, desk.receiver, desk.desktop, desk.master);
    window.showScreen(static_cast<MainWindow::Screen>(screen));
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    desk.sendActivity(provider, "first");

    constexpr int seconds = 4;
    std::atomic_bool sent = false;
    std::thread sender([&] {
        const auto start = std::chrono::steady_clock::now();
        for (int number = 0; number < seconds * 1000; number += 10) {
            for (int one = number; one < number + 10; ++one) {
                auto submission =
                    desk.call(provider, Endpoint::Activities,
                              R"({"id":"a)" + QByteArray::number(one) +
                                  R"(","type":"Sale","agent_id":"77","moment":"2025-12-10 19:00:00"})");
                if (desk.workspace->submit(std::move(submission)) != SubmitResult::Queued)
                    qFatal("a call was not taken");
            }
            std::this_thread::sleep_until(start + std::chrono::milliseconds(number + 10));
        }
        sent = true;
    });
    qint64 worst = 0;
    qint64 lateBefore = 0;
    const Lateness lateness;
    QElapsedTimer since;
    since.start();
    QTimer tick;
    tick.setTimerType(Qt::PreciseTimer);
    connect(&tick, &QTimer::timeout, this, [&] {
        const auto late = lateness.sum();
        worst = qMax(worst, since.restart() - 5 - (late - lateBefore));
        lateBefore = late;
    });
    tick.start(5ms);
    QTRY_VERIFY_WITH_TIMEOUT(sent, 20000);
    sender.join();
    qInfo("largest stall: %lld ms", worst);
    QVERIFY2(worst < 50, qPrintable(u"%1 ms"_s.arg(worst)));
}

QTEST_MAIN(tst_stall)
#include "tst_stall.moc"
