// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/connection.h"

#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

using namespace Qt::StringLiterals;
using namespace salesdesk;

namespace
{

// The system's file access as these tests want it: writes to a log are counted, and fail when told to.
int logWrites = 0;
bool isFull = false;
sqlite3_vfs *realFiles = nullptr;
const sqlite3_io_methods *realMethods = nullptr;

int countWrite(sqlite3_file *file, const void *data, int size, sqlite3_int64 at)
{
    ++logWrites;
    return isFull ? SQLITE_FULL : realMethods->xWrite(file, data, size, at);
}

int openCounting(sqlite3_vfs *, sqlite3_filename name, sqlite3_file *file, int flags, int *opened)
{
    const int result = realFiles->xOpen(realFiles, name, file, flags, opened);
    if (result == SQLITE_OK && (flags & SQLITE_OPEN_WAL) != 0) {
        static sqlite3_io_methods counting;
        realMethods = file->pMethods;
        counting = *realMethods;
        counting.xWrite = &countWrite;
        file->pMethods = &counting;
    }
    return result;
}

} // namespace

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

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Connection> m_db;

private Q_SLOTS:
    void initTestCase()
    {
        realFiles = sqlite3_vfs_find(nullptr);
        static sqlite3_vfs counting = *realFiles;
        counting.zName = "counting";
        counting.xOpen = &openCounting;
        counting.pNext = nullptr;
        QCOMPARE(sqlite3_vfs_register(&counting, 1), SQLITE_OK);
    }

    void init()
    {
        isFull = false;
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
        logWrites = 0;
        const auto before = m_db->uncopiedPages();
        QVERIFY(m_db->commit());
        QVERIFY(m_db->uncopiedPages() >= before + 12);
        QCOMPARE(logWrites, 1);
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
        isFull = true;
        QVERIFY(m_db->begin());
        insert(*m_db, 5000);
        insert(*m_db, 5000);
        const auto failed = m_db->commit();
        QVERIFY(!failed);
        QCOMPARE(failed.error().code, ErrorCode::StorageFull);
        m_db->rollback();
        isFull = false;
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
};

QTEST_GUILESS_MAIN(TestJoinedLog)
#include "tst_joinedlog.moc"
