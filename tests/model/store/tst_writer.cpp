// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/store/callfixture.h"
#include "tests/model/store/testdisk.h"

#include <QSignalSpy>

#include <atomic>
#include <condition_variable>
#include <future>
#include <mutex>

using namespace Qt::StringLiterals;
using namespace salesdesk;

namespace
{

/// Gathers what is delivered, on the store thread, for the test to wait for.
class Outcomes final
{
public:
    [[nodiscard]] CallSink::Delivery delivery()
    {
        return [this](const std::shared_ptr<SettledCalls> &settled) {
            const std::scoped_lock lock(m_mutex);
            ++m_batches;
            m_all.insert(m_all.end(), settled->outcomes.begin(), settled->outcomes.end());
            for (const auto &submission : settled->submissions)
                m_tickets.push_back(submission.ticket);
            m_arrived.notify_all();
        };
    }
    [[nodiscard]] std::vector<CallOutcome> wait(size_t count)
    {
        std::unique_lock lock(m_mutex);
        m_arrived.wait_for(lock, std::chrono::seconds(20), [&] { return m_all.size() >= count; });
        return m_all;
    }
    /// Of the submissions that came back.
    [[nodiscard]] std::vector<quint64> tickets()
    {
        const std::scoped_lock lock(m_mutex);
        return m_tickets;
    }
    [[nodiscard]] int batches()
    {
        const std::scoped_lock lock(m_mutex);
        return m_batches;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_arrived;
    std::vector<CallOutcome> m_all;
    std::vector<quint64> m_tickets;
    int m_batches = 0;
};

/// Keeps the store thread in a job until it is released, so that what is submitted meanwhile is one batch.
class Pause final
{
    Q_DISABLE_COPY_MOVE(Pause)
public:
    explicit Pause(Workspace &workspace)
    {
        std::promise<void> entered;
        m_done = workspace.write<Done>([this, &entered](Connection &) -> Result<Done> {
            entered.set_value();
            m_release.get_future().wait();
            return Done{};
        });
        entered.get_future().wait();
    }
    ~Pause() { release(); }
    void release()
    {
        if (!std::exchange(m_released, true))
            m_release.set_value();
        m_done.waitForFinished();
    }

private:
    std::promise<void> m_release;
    bool m_released = false;
    QFuture<Result<Done>> m_done;
};

/// Keeps the store thread at the next activity that it stores, while others are submitted.
class Halt final
{
    Q_DISABLE_COPY_MOVE(Halt)
public:
    /// Before the first connection that is to stop.
    static void install() { sqlite3_auto_extension(reinterpret_cast<void (*)()>(&addFunction)); }
    explicit Halt(CallFixture &m)
    {
        m.change(u"CREATE TEMP TRIGGER halt AFTER INSERT ON main.activity BEGIN SELECT halt(); END"_s);
        s_next = this;
    }
    ~Halt() { s_next = nullptr; }
    void waitUntilReached() { m_reached.get_future().wait(); }
    void release() { m_released.set_value(); }

private:
    static int addFunction(sqlite3 *db, char **, const sqlite3_api_routines *)
    {
        return sqlite3_create_function(db, "halt", 0, SQLITE_UTF8, nullptr, &halt, nullptr, nullptr);
    }
    static void halt(sqlite3_context *, int, sqlite3_value **)
    {
        auto *self = s_next.exchange(nullptr);
        if (!self)
            return;
        self->m_reached.set_value();
        self->m_released.get_future().wait();
    }

    static inline std::atomic<Halt *> s_next = nullptr;
    std::promise<void> m_reached;
    std::promise<void> m_released;
};

const QByteArray named = R"(,"agent_name":"Bo")";

} // namespace

/// The writer's promises: order, one commit for many, faults kept apart, nothing lost at the end.
class TestWriter final : public QObject
{
    Q_OBJECT

private:
    void submit(CallFixture &m, quint64 ticket, const QByteArray &id)
    {
        QCOMPARE(m.workspace().submit(
                     m.submission(Endpoint::Activities, CallFixture::activity(id, named), ticket)),
                 SubmitResult::Queued);
    }

private Q_SLOTS:
    void initTestCase()
    {
        TestDisk::install();
        Halt::install();
    }
    void init() { TestDisk::reset(); }

    void outcomesComeInOrderAsOneBatch()
    {
        CallFixture m;
        Outcomes outcomes;
        m.workspace().setDelivery(outcomes.delivery());
        Pause pause(m.workspace());
        for (quint64 i = 1; i <= 100; ++i)
            submit(m, i, QByteArray::number(i));
        pause.release();
        const auto all = outcomes.wait(100);
        QCOMPARE(all.size(), 100);
        QCOMPARE(outcomes.batches(), 1);
        for (quint64 i = 1; i <= 100; ++i) {
            QCOMPARE(all[i - 1].ticket, i);
            QCOMPARE(outcomes.tickets().at(i - 1), i);
            QCOMPARE(all[i - 1].reason, CallReason::Created);
            QCOMPARE(all[i - 1].call.value, static_cast<qint64>(i));
        }
        m.workspace().setDelivery({});
    }

    void oneFaultyCallDoesNotFailItsNeighbours()
    {
        CallFixture m;
        m.change(u"CREATE TRIGGER faulty BEFORE INSERT ON activity WHEN NEW.external_id LIKE 'bad%' "
                 "BEGIN SELECT RAISE(ABORT, 'faulty'); END"_s);
        Outcomes outcomes;
        m.workspace().setDelivery(outcomes.delivery());
        Pause pause(m.workspace());
        // Four faulty ones first: they are at fault, not the storage.
        const QByteArrayList ids = {"bad1", "bad2", "bad3", "bad4", "a", "b", "bad5", "c"};
        for (qsizetype i = 0; i < ids.size(); ++i)
            submit(m, static_cast<quint64>(i), ids[i]);
        pause.release();
        const auto all = outcomes.wait(8);
        QCOMPARE(all.size(), 8);
        for (size_t i = 0; i < all.size(); ++i) {
            const bool bad = ids[static_cast<qsizetype>(i)].startsWith("bad");
            QCOMPARE(all[i].ticket, i);
            QCOMPARE(all[i].reason, bad ? CallReason::StorageFailed : CallReason::Created);
            QCOMPARE(all[i].retryAfter > 0, bad);
            QCOMPARE(CallFixture::answerOf(all[i])[u"status"_s].toInt(), bad ? 503 : 0);
        }
        QCOMPARE(m.dump(u"SELECT external_id FROM activity ORDER BY id"_s), u"a b c"_s);
        QCOMPARE(m.dump(u"SELECT record_count FROM identity"_s), u"3"_s);
        QCOMPARE(m.dump(u"SELECT COUNT(*) FROM call"_s), u"3"_s);
        QVERIFY(m.workspace().health().storing);
        m.workspace().setDelivery({});
    }

    void aFullDiskIsToldAndMends()
    {
        CallFixture m;
        const QSignalSpy health(&m.workspace(), &Workspace::healthChanged);
        // Beyond its pages SQLite says SQLITE_FULL, as it does on a full disk.
        const auto limit = [&](const QString &pages) {
            m.write<Done>([&](Connection &db) -> Result<Done> {
                auto set = db.query(u"PRAGMA max_page_count = "_s + pages);
                return set ? Result<Done>(Done{}) : set.error();
            });
        };
        limit(u"1"_s); // SQLite takes it as the pages there are
        m.workspace().countUnlogged(CallReason::UnknownPath);
        CallOutcome failed;
        for (int i = 0; i < 200 && failed.reason != CallReason::StorageFull; ++i)
            failed = m.call(Endpoint::Activities, CallFixture::activity("x" + QByteArray::number(i), named));
        QCOMPARE(failed.reason, CallReason::StorageFull);
        QVERIFY(!failed.call.isValid());
        QVERIFY(failed.retryAfter > 0);
        limit(u"1000000"_s);
        QTRY_VERIFY(m.workspace().health().storing);
        QCOMPARE(m.call(Endpoint::Activities, CallFixture::activity("after", named)).reason,
                 CallReason::Created);
        QTRY_COMPARE(m.dump(u"SELECT reason, count FROM unlogged"_s, 2), u"unknown_path|1"_s);
    }

    void aLockedDatabaseIsToldAndMends()
    {
        CallFixture m;
        QSignalSpy health(&m.workspace(), &Workspace::healthChanged);
        {
            // Another program that breaks the rule of the one writer.
            const auto other = Connection::open(m.folder() + u"/salesdesk.db"_s, Connection::Mode::Write);
            QVERIFY(other && (*other)->begin());
            const auto outcome = m.call(Endpoint::Activities, CallFixture::activity("1", named));
            QCOMPARE(outcome.reason, CallReason::StorageFailed);
            QVERIFY(!m.workspace().health().storing);
            QVERIFY(!m.workspace().health().detail.isEmpty());
            (*other)->rollback();
        }
        QTRY_VERIFY(m.workspace().health().storing); // by itself, with no call
        QTRY_COMPARE(health.size(), 2);
        QCOMPARE(m.call(Endpoint::Activities, CallFixture::activity("1", named)).reason, CallReason::Created);
    }

    void whatWasAheadOfADiskThatFailsIsDenied_data()
    {
        QTest::addColumn<bool>("ends");
        QTest::newRow("and the disk mends") << false;
        QTest::newRow("and the folder is closed once the disk mends") << true;
    }

    // Calls that are committed while the disk is behind, and then the disk fails.
    void whatWasAheadOfADiskThatFailsIsDenied()
    {
        QFETCH(const bool, ends);
        constexpr quint64 together = 100;
        CallFixture m;
        m.call(Endpoint::Activities, CallFixture::activity("first", named));
        Halt halt(m);
        Outcomes outcomes;
        m.workspace().setDelivery(outcomes.delivery());
        {
            Pause pause(m.workspace());
            for (quint64 i = 0; i < together; ++i) {
                const auto id = QString::number(i);
                auto made = m.submission(Endpoint::Activities, CallFixture::activity(id.toUtf8(), named), i);
                made.call.messageId = id;
                QCOMPARE(m.workspace().submit(std::move(made)), SubmitResult::Queued);
            }
        }
        halt.waitUntilReached();
        TestDisk::setSyncFails(true);
        submit(m, together, "last"); // so the hundred do not wait for the disk
        halt.release();
        const auto all = outcomes.wait(together + 1);
        QCOMPARE(all.size(), together + 1);
        for (size_t i = 0; i < all.size(); ++i) {
            QCOMPARE(all[i].ticket, i);
            QCOMPARE(all[i].reason, CallReason::StorageFailed);
            QVERIFY(all[i].retryAfter > 0);
            QCOMPARE(CallFixture::answerOf(all[i])[u"status"_s].toInt(), 503);
        }
        QVERIFY(!m.workspace().health().storing);
        const auto syncs = TestDisk::syncs();
        // Tried again in vain: there is a second until the next attempt.
        QTRY_VERIFY(TestDisk::syncs() > syncs + 1);
        TestDisk::setSyncFails(false);
        if (ends)
            m.open();
        QTRY_VERIFY(m.workspace().health().storing); // by itself, with no call
        m.workspace().setDelivery({});
        // They are stored (the last one perhaps, too), but the log says what their senders were told.
        const auto denied = m.dump(u"SELECT COUNT(*) - 1 FROM activity"_s).toULongLong();
        QVERIFY(denied >= together);
        QCOMPARE(m.dump(u"SELECT status, reason, COUNT(*) FROM call GROUP BY status"_s, 3),
                 u"201|created|1 503|storage_failed|%1"_s.arg(denied));
        QCOMPARE(m.dump(u"SELECT COUNT(*) FROM call_content WHERE CAST(answer AS TEXT) LIKE '%:503%'"_s),
                 QString::number(denied));
        QCOMPARE(m.dump(u"SELECT record_count FROM identity"_s), QString::number(denied + 1));
        QCOMPARE(m.dump(u"SELECT COUNT(*) FROM webhook_message"_s), u"0"_s);
        QCOMPARE(m.call(Endpoint::Activities, CallFixture::activity("99", named)).reason,
                 CallReason::Updated);
    }

    void whatAnEndedProcessCouldNotFlushIsSafeBeforeTheNextCall()
    {
        CallFixture m;
        m.call(Endpoint::Activities, CallFixture::activity("first", named));
        TestDisk::setSyncFails(true);
        QCOMPARE(m.call(Endpoint::Activities, CallFixture::activity("second", named)).reason,
                 CallReason::StorageFailed);
        m.close(); // the log stays: the system has all of it, the disk has not
        TestDisk::setSyncFails(false);
        m.open();
        QCOMPARE(m.call(Endpoint::Activities, CallFixture::activity("third", named)).reason,
                 CallReason::Created);

        const QTemporaryDir elsewhere;
        const auto copy = elsewhere.filePath(u"copy.db"_s);
        QVERIFY(TestDisk::copyAfterPowerCut(m.folder() + u"/salesdesk.db"_s, copy));
        const auto left = Connection::open(copy, Connection::Mode::Read);
        QVERIFY(left);
        const auto count = u"SELECT COUNT(*) FROM activity WHERE external_id IN ('first', 'third')"_s;
        QCOMPARE((*left)->number(count, {}).value(), 2);
    }

    void whoMayCallIsNotKnownAndNobodyIsTaken()
    {
        CallFixture m;
        // The change is committed, but what it leaves cannot be read.
        m.change(u"ALTER TABLE api_key RENAME TO elsewhere"_s);
        m.write<Done>([](Connection &db) -> Result<Done> {
            db.note(Change::Providers);
            const auto changed = db.change(u"UPDATE provider SET rate_limit = 7"_s);
            return changed ? Result<Done>(Done{}) : changed.error();
        });
        QVERIFY(!m.workspace().health().storing);
        const auto refused = m.call(Endpoint::Activities, CallFixture::activity("1", named));
        QCOMPARE(refused.reason, CallReason::StorageFailed);
        QVERIFY(refused.retryAfter > 0);
        QVERIFY(!m.workspace().health().storing); // still
        QCOMPARE(m.dump(u"SELECT COUNT(*) FROM activity"_s), u"0"_s);
        m.change(u"ALTER TABLE elsewhere RENAME TO api_key"_s);
        QTRY_VERIFY(m.workspace().health().storing); // by itself, with no call
        QCOMPARE(m.workspace().directory()->providers.cbegin()->rateLimit, 7);
        QCOMPARE(m.call(Endpoint::Activities, CallFixture::activity("1", named)).reason, CallReason::Created);
    }

    void aFullQueueIsSaid()
    {
        CallFixture m(2);
        Outcomes outcomes;
        m.workspace().setDelivery(outcomes.delivery());
        Pause pause(m.workspace());
        submit(m, 1, "1");
        submit(m, 2, "2");
        QCOMPARE(
            m.workspace().submit(m.submission(Endpoint::Activities, CallFixture::activity("3", named), 3)),
            SubmitResult::QueueFull);
        QVERIFY(!m.workspace().health().storing);
        QVERIFY(!m.workspace().health().detail.isEmpty());
        pause.release();
        QCOMPARE(outcomes.wait(2).size(), 2);
        QVERIFY(m.workspace().health().storing);
        submit(m, 4, "4");
        QCOMPARE(outcomes.wait(3).size(), 3);
        m.workspace().setDelivery({});
    }

    void theEndFinishesWhatIsQueued()
    {
        CallFixture m;
        Outcomes outcomes;
        m.workspace().setDelivery(outcomes.delivery());
        for (quint64 i = 1; i <= 300; ++i)
            submit(m, i, QByteArray::number(i));
        auto written = m.workspace().write<Done>([](Connection &) -> Result<Done> { return Done{}; });
        m.close();
        QCOMPARE(outcomes.wait(300).size(), 300);
        QVERIFY(written.isFinished() && written.result().ok());
        m.open();
        QCOMPARE(m.dump(u"SELECT COUNT(*) FROM activity"_s), u"300"_s);
    }

    void aJobThatGivesAnErrorLeavesNothing()
    {
        CallFixture m;
        const auto result =
            m.workspace()
                .write<Done>([](Connection &db) -> Result<Done> {
                    if (const auto done = db.change(u"UPDATE provider SET name = 'x'"_s); !done)
                        return done.error();
                    return {ErrorCode::Conflict, u"no"_s};
                })
                .result();
        QCOMPARE(result.error(), (Error{ErrorCode::Conflict, u"no"_s}));
        QCOMPARE(m.dump(u"SELECT name FROM provider"_s), u"Zapier"_s);
    }

    void whatAJobChangesTheNextCallSees()
    {
        CallFixture m;
        m.call(Endpoint::Activities, CallFixture::activity("1", named));
        Pause pause(m.workspace());
        auto renamed = m.workspace().write<qint64>(
            [](Connection &db) { return db.change(u"UPDATE identity SET external_id = '8'"_s); });
        auto called = m.workspace().process(m.submission(Endpoint::Activities, CallFixture::activity("2")));
        pause.release();
        QCOMPARE(called.result()->reason, CallReason::NotRecognised);
        QCOMPARE(renamed.result().value(), 1);
    }

    void changesAreToldGathered()
    {
        CallFixture m;
        QSignalSpy changed(&m.workspace(), &Workspace::changed);
        for (int i = 0; i < 20; ++i)
            m.call(Endpoint::Activities, CallFixture::activity(QByteArray::number(i), named));
        QTRY_VERIFY(!changed.isEmpty());
        Changes all;
        for (const auto &arguments : std::as_const(changed))
            all |= arguments.at(0).value<Changes>();
        QVERIFY(all.testFlag(Change::Calls) && all.testFlag(Change::Activities) &&
                all.testFlag(Change::Identities));
        QVERIFY(changed.size() < 20);
    }
};

QTEST_GUILESS_MAIN(TestWriter)
#include "tst_writer.moc"
