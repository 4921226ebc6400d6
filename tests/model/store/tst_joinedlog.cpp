// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/connection.h"
#include "tests/model/store/testdisk.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salesdesk;

class TestJoinedLog final : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] std::unique_ptr<Connection> opened(Connection::Mode mode) const
    {
        auto connection = Connection::open(m_folder->filePath(u"100 %? #.db"_s), mode);
        return connection ? std::move(connection).value() : nullptr;
    }
    static qint64 count(Connection &db)
    {
        return db.number(u"SELECT count(*) FROM thing"_s, {}).value().value_or(-1);
    }
    static void insert(Connection &db, qsizetype size)
    {
        QVERIFY(db.insert(u"INSERT INTO thing (body) VALUES (?)"_s, {QByteArray(size, 'x')}));
    }

    /// What a power cut would leave, opened anew: the rows of it.
    qint64 countAfterPowerCut() const
    {
        const QTemporaryDir elsewhere;
        const auto copy = elsewhere.filePath(u"copy.db"_s);
        if (!TestDisk::copyAfterPowerCut(m_folder->filePath(u"100 %? #.db"_s), copy))
            return -1;
        const auto opened = Connection::open(copy, Connection::Mode::Read);
        return opened ? count(**opened) : -1;
    }
    void insertUnflushed()
    {
        QVERIFY(m_db->beginUnflushed());
        insert(*m_db, 5000);
        QVERIFY(m_db->commitUnflushed());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Connection> m_db;

private Q_SLOTS:
    void initTestCase() { TestDisk::install(); }

    void init()
    {
        TestDisk::reset();
        m_folder = std::make_unique<QTemporaryDir>();
        m_db = opened(Connection::Mode::Write);
        QVERIFY(m_db);
        QVERIFY(m_db->change(u"CREATE TABLE thing (id INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT"_s));
    }
    void cleanup() { m_db.reset(); }

    void aCommitOfManyPagesIsOneWrite()
    {
        QVERIFY(m_db->begin());
        for (int i = 0; i < 12; ++i)
            insert(*m_db, 7000);
        const auto writes = TestDisk::writes();
        const auto before = m_db->uncopiedPages();
        QVERIFY(m_db->commit());
        QVERIFY(m_db->uncopiedPages() >= before + 12);
        QCOMPARE(TestDisk::writes(), writes + 1);
    }

    void anotherConnectionSeesACommitAtOnce()
    {
        const auto reader = opened(Connection::Mode::Read);
        for (int i = 1; i <= 3; ++i) {
            insert(*m_db, 9000);
            QCOMPARE(count(*reader), i);
        }
    }

    // More than the cache holds goes to the log before COMMIT, is read from there, and is written over.
    void aTransactionLargerThanTheCacheHolds()
    {
        const auto reader = opened(Connection::Mode::Read);
        QVERIFY(m_db->begin());
        for (int i = 0; i < 300; ++i)
            insert(*m_db, 100'000);
        QCOMPARE(m_db->change(u"UPDATE thing SET body = zeroblob(50000) WHERE id % 3 = 0"_s).value(), 100);
        QCOMPARE(count(*m_db), 300);
        QCOMPARE(count(*reader), 0);
        QVERIFY(m_db->commit());
        QCOMPARE(reader->number(u"SELECT sum(length(body)) FROM thing"_s, {}).value(), 25'000'000);
        m_db->checkpoint();
        auto check = m_db->query(u"PRAGMA integrity_check"_s);
        QVERIFY(check && check->next());
        QCOMPARE(check->text(0), u"ok"_s);
    }

    void aCommitThatDoesNotFitFailsWhole()
    {
        insert(*m_db, 5000);
        TestDisk::setFull(true);
        QVERIFY(m_db->begin());
        insert(*m_db, 5000);
        insert(*m_db, 5000);
        const auto failed = m_db->commit();
        QVERIFY(!failed);
        QCOMPARE(failed.error().code, ErrorCode::StorageFull);
        m_db->rollback();
        TestDisk::setFull(false);
        const auto reader = opened(Connection::Mode::Read);
        QCOMPARE(count(*reader), 1);
        insert(*m_db, 5000);
        QCOMPARE(count(*reader), 2);
    }

    void aCheckpointLetsTheLogBeginAnew()
    {
        insert(*m_db, 50'000);
        const auto written = m_db->uncopiedPages();
        QVERIFY(written > 6);
        m_db->checkpoint();
        QCOMPARE(m_db->uncopiedPages(), 0);
        insert(*m_db, 10);
        QVERIFY(m_db->uncopiedPages() > 0);
        QVERIFY(m_db->uncopiedPages() < written);
    }

    void aCheckpointKeepsWhatAReaderNeeds()
    {
        const auto reader = opened(Connection::Mode::Read);
        insert(*m_db, 50'000);
        auto rows = reader->query(u"SELECT id FROM thing UNION ALL SELECT 7"_s);
        QVERIFY(rows && rows->next()); // holds the state with one row
        insert(*m_db, 50'000);
        m_db->checkpoint();
        QVERIFY(m_db->uncopiedPages() > 0);
        reader->releaseCursors();
        m_db->checkpoint();
        QCOMPARE(m_db->uncopiedPages(), 0);
        QCOMPARE(count(*reader), 2);
    }

    void whatIsNotFlushedIsSeenButNotSafe()
    {
        const auto reader = opened(Connection::Mode::Read);
        insert(*m_db, 5000);
        QCOMPARE(countAfterPowerCut(), 1);
        const auto syncs = TestDisk::syncs();
        insertUnflushed();
        insertUnflushed();
        QCOMPARE(TestDisk::syncs(), syncs);
        QCOMPARE(count(*reader), 3);
        QCOMPARE(countAfterPowerCut(), 1);
        QVERIFY(m_db->flush());
        QCOMPARE(TestDisk::syncs(), syncs + 1);
        QCOMPARE(countAfterPowerCut(), 3);
        QVERIFY(m_db->flush()); // has nothing left to do
        QCOMPARE(TestDisk::syncs(), syncs + 1);
    }

    void whatAFailedFlushDroppedIsWrittenAgain()
    {
        insert(*m_db, 5000);
        insertUnflushed();
        TestDisk::setSyncFails(true);
        QCOMPARE(m_db->flush().error().code, ErrorCode::StorageFailed);
        insertUnflushed();
        QCOMPARE(m_db->flush().error().code, ErrorCode::StorageFailed);
        QCOMPARE(m_db->begin().error().code, ErrorCode::StorageFailed); // nothing comes on top of it
        TestDisk::setFull(true);                                        // nor can it be written again
        TestDisk::setSyncFails(false);
        QCOMPARE(m_db->flush().error().code, ErrorCode::StorageFull);
        TestDisk::setFull(false);
        QCOMPARE(countAfterPowerCut(), 1);
        QVERIFY(m_db->flush());
        QCOMPARE(countAfterPowerCut(), 3);
    }

    // Beside a flush that fails, within COMMIT.
    void aCommitBringsWhatWasBeforeItToDisk()
    {
        insertUnflushed();
        TestDisk::setSyncFails(true);
        QVERIFY(!m_db->flush());
        QVERIFY(m_db->beginUnflushed());
        insert(*m_db, 5000);
        QVERIFY(!m_db->commit());
        m_db->rollback();
        TestDisk::setSyncFails(false);
        QVERIFY(m_db->beginUnflushed());
        insert(*m_db, 9000);
        QVERIFY(m_db->commit());
        QCOMPARE(countAfterPowerCut(), 2);
        QCOMPARE(count(*m_db), 2);
    }

    void whatWasTakenBackIsNotThereAfterwards()
    {
        insertUnflushed();
        QVERIFY(m_db->beginUnflushed());
        for (int i = 0; i < 100; ++i)
            insert(*m_db, 100'000); // more than the cache holds: it is in the log
        m_db->rollback();
        insertUnflushed();
        QVERIFY(m_db->flush());
        QCOMPARE(countAfterPowerCut(), 2);
        QVERIFY(m_db->begin());
        QVERIFY(m_db->commit());
    }

    void aLogThatBeginsAnewIsSafeBeforeItsPages()
    {
        insert(*m_db, 50'000);
        insertUnflushed();
        m_db->checkpoint();
        QCOMPARE(m_db->uncopiedPages(), 0);
        QCOMPARE(countAfterPowerCut(), 2);
        const auto syncs = TestDisk::syncs();
        insertUnflushed(); // its header at once, its pages later
        QCOMPARE(TestDisk::syncs(), syncs + 1);
        QCOMPARE(countAfterPowerCut(), 2);
        QVERIFY(m_db->flush());
        QCOMPARE(countAfterPowerCut(), 3);
    }
};

QTEST_GUILESS_MAIN(TestJoinedLog)
#include "tst_joinedlog.moc"
