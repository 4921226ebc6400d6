// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/flusher.h"

#include <QTest>

#include <future>
#include <semaphore>

using namespace Qt::StringLiterals;
using namespace salesdesk;

/// Order, waiting and failures of the writer's flushes.
class TestFlusher final : public QObject
{
    Q_OBJECT

private:
    /// What happened, in order; a flush takes a permit, and fails when it is told to.
    struct Disk {
        std::mutex mutex;
        QStringList events;
        std::counting_semaphore<> permits{0};
        std::atomic<bool> fails = false;

        void note(const QString &event)
        {
            const std::scoped_lock lock(mutex);
            events.append(event);
        }
        Flusher::Steps steps()
        {
            return {[this]() -> Result<Done> {
                        permits.acquire();
                        note(u"flush"_s);
                        return fails ? Result<Done>(ErrorCode::StorageFailed, u"Broken."_s) : Done{};
                    },
                    [this](const std::shared_ptr<SettledCalls> &calls) {
                        note(u"deliver %1"_s.arg(calls->outcomes.at(0).ticket));
                    },
                    [this] { note(u"failed"_s); }};
        }
    };
    static Flusher::Batch batch(quint64 ticket)
    {
        auto calls = std::make_shared<SettledCalls>();
        calls->outcomes.push_back({ticket, CallId{static_cast<qint64>(ticket)}, CallReason::Created, {}, 0});
        return {calls, {}};
    }

private Q_SLOTS:
    void flushesAndDeliversInOrder()
    {
        Disk disk;
        Flusher flusher(disk.steps());
        QVERIFY(flusher.isIdle());
        flusher.put(batch(1));
        QVERIFY(!flusher.isIdle());
        flusher.put(batch(2));
        auto third = std::async(std::launch::async, [&] {
            flusher.put(batch(3)); // waits until the first is flushed
            disk.note(u"put 3"_s);
        });
        disk.permits.release();
        third.wait();
        disk.permits.release(2);
        QVERIFY(!flusher.drain());
        QVERIFY(flusher.isIdle());
        disk.events.removeOne(u"deliver 1"_s); // before or after the third was put
        QCOMPARE(disk.events, (QStringList{u"flush"_s, u"put 3"_s, u"flush"_s, u"deliver 2"_s, u"flush"_s,
                                           u"deliver 3"_s}));
    }

    void aFailureKeepsWhatCameAfterIt()
    {
        Disk disk;
        Flusher flusher(disk.steps());
        disk.fails = true;
        flusher.put(batch(1));
        flusher.put(batch(2));
        disk.permits.release();
        auto third = std::async(std::launch::async, [&] { flusher.put(batch(3)); });
        third.wait();
        QVERIFY(flusher.hasFailed());
        QVERIFY(!flusher.isIdle()); // and nobody goes past it
        const auto failure = flusher.drain();
        QVERIFY(failure);
        QCOMPARE(failure->error, (Error{ErrorCode::StorageFailed, u"Broken."_s}));
        QList<quint64> tickets;
        for (const auto &one : failure->batches)
            tickets.append(one.calls->outcomes.at(0).ticket);
        QCOMPARE(tickets, (QList<quint64>{1, 2, 3}));
        QVERIFY(!flusher.hasFailed());
        QVERIFY(!flusher.drain()); // told once

        disk.fails = false;
        disk.permits.release();
        flusher.put(batch(4));
        QVERIFY(!flusher.drain());
        disk.events.removeOne(u"failed"_s);
        QCOMPARE(disk.events, (QStringList{u"flush"_s, u"flush"_s, u"deliver 4"_s}));
    }

    void theEndFlushesWhatWasPut()
    {
        Disk disk;
        {
            Flusher flusher(disk.steps());
            flusher.put(batch(1));
            flusher.put(batch(2));
            disk.permits.release(2);
        }
        QCOMPARE(disk.events, (QStringList{u"flush"_s, u"deliver 1"_s, u"flush"_s, u"deliver 2"_s}));
    }
};

QTEST_GUILESS_MAIN(TestFlusher)
#include "tst_flusher.moc"
