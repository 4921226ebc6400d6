// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/connection.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salesdesk;

class TestConnection final : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] QString file() const { return m_folder->filePath(u"test.db"_s); }
    [[nodiscard]] std::unique_ptr<Connection> opened(Connection::Mode mode = Connection::Mode::Write) const
    {
        auto connection = Connection::open(file(), mode);
        return connection ? std::move(connection).value() : nullptr;
    }
    static void makeTable(Connection &db)
    {
        QVERIFY(db.change(
            u"CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT NOT NULL, note TEXT) STRICT"_s));
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void pragmasHold_data()
    {
        QTest::addColumn<QString>("pragma");
        QTest::addColumn<QString>("expected");
        QTest::newRow("the journal is a write-ahead log") << u"PRAGMA journal_mode"_s << u"wal"_s;
        QTest::newRow("a commit reaches the disk") << u"PRAGMA synchronous"_s << u"2"_s;
        QTest::newRow("references are checked") << u"PRAGMA foreign_keys"_s << u"1"_s;
    }
    void pragmasHold()
    {
        QFETCH(QString, pragma);
        const auto db = opened();
        QVERIFY(db);
        auto answer = db->query(pragma);
        QVERIFY(answer && answer->next());
        QTEST(answer->text(0), "expected");
    }

    void aSelectThatIsLeftHoldsUpNoCheckpoint()
    {
        const auto db = opened();
        QVERIFY(db);
        makeTable(*db);
        for (int i = 0; i < 2; ++i)
            QVERIFY(db->insert(u"INSERT INTO thing (name) VALUES ('x')"_s));
        for (int i = 0; i < 40; ++i) {
            QVERIFY(db->begin());
            auto row = db->query(u"SELECT name FROM thing"_s);
            QVERIFY(row && row->next());
            QVERIFY(db->insert(u"INSERT INTO thing (name) VALUES (hex(zeroblob(500000)))"_s));
            QVERIFY(db->commit());
            db->checkpoint(); // as the writer does behind each commit
        }
        // 40 MB were written, and a checkpoint is due after every 8.
        const auto log = QFileInfo(file() + u"-wal"_s).size();
        QVERIFY2(log < 20'000'000, qPrintable(QString::number(log)));
    }

    void aNumberedParameterCanBeUsedTwice()
    {
        const auto db = opened();
        QVERIFY(db);
        auto answer = db->query(u"SELECT ?2 || ?1 || ?2"_s, {u"a"_s, u"b"_s});
        QVERIFY(answer && answer->next());
        QCOMPARE(answer->text(0), u"bab"_s);
        QVERIFY(!db->query(u"SELECT ?2 || ?1 || ?2"_s, {u"a"_s}));
    }

    void aReaderCannotWrite()
    {
        const auto writer = opened();
        makeTable(*writer);
        const auto reader = opened(Connection::Mode::Read);
        QVERIFY(reader);
        const auto failed = reader->insert(u"INSERT INTO thing (name) VALUES (?)"_s, {u"a"_s});
        QVERIFY(!failed);
        QCOMPARE(failed.error().code, ErrorCode::StorageFailed);
    }

    void valuesComeBackAsTheyWentIn()
    {
        const auto db = opened();
        makeTable(*db);
        QCOMPARE(
            db->insert(u"INSERT INTO thing (name, note) VALUES (?, ?)"_s, {QString(), QVariant()}).value(),
            1);
        QCOMPARE(db->insert(u"INSERT INTO thing (name, note) VALUES (?, ?)"_s, {u"é€😀"_s, u""_s}).value(), 2);
        auto rows = db->query(u"SELECT id, name, note FROM thing ORDER BY id"_s);
        QVERIFY(rows && rows->next());
        QVERIFY(!rows->isNull(1)); // a null QString is an empty text
        QCOMPARE(rows->optionalText(2), std::nullopt);
        QVERIFY(rows->next());
        QCOMPARE(rows->number(0), 2);
        QCOMPARE(rows->text(1), u"é€😀"_s);
        QCOMPARE(rows->optionalText(2), u""_s);
        QVERIFY(!rows->next());
        QCOMPARE(rows->failure(), std::nullopt);
        QCOMPARE(db->change(u"UPDATE thing SET note = ?"_s, {u"x"_s}).value(), 2);
    }

    void aStatementRunAgainHasItsNewValues()
    {
        const auto db = opened();
        QVERIFY(db);
        const QVariantList values{
            {},    u"7"_s,    7, 7LL, 7, QByteArray("7"), u"7"_s,       u"7"_s, QVariant(), QVariant(),
            u""_s, QString(), 8, 9,   9, QByteArray("9"), QByteArray(), {}};
        for (const auto &value : values) {
            auto row = db->query(u"SELECT typeof(?1), ?1"_s, {value});
            QVERIFY(row && row->next());
            const auto type = value.typeId();
            QCOMPARE(row->text(0), !value.isValid()                ? u"null"_s
                                   : type == QMetaType::QString    ? u"text"_s
                                   : type == QMetaType::QByteArray ? u"blob"_s
                                                                   : u"integer"_s);
            QCOMPARE(row->text(1), value.toString());
            row->finish();
        }
    }

    void whatIsRolledBackIsGone()
    {
        const auto db = opened();
        makeTable(*db);
        QVERIFY(db->begin());
        QVERIFY(db->insert(u"INSERT INTO thing (name) VALUES (?)"_s, {u"a"_s}));
        db->note(Change::Entities);
        db->rollback();
        QVERIFY(!db->takeChanges());
        auto rows = db->query(u"SELECT COUNT(*) FROM thing"_s);
        QVERIFY(rows && rows->next());
        QCOMPARE(rows->number(0), 0);
    }

    void aReaderSeesNewRowsOnceItsCursorsAreReleased()
    {
        const auto writer = opened();
        makeTable(*writer);
        QVERIFY(writer->insert(u"INSERT INTO thing (name) VALUES (?)"_s, {u"a"_s}));
        QVERIFY(writer->insert(u"INSERT INTO thing (name) VALUES (?)"_s, {u"b"_s}));
        const auto reader = opened(Connection::Mode::Read);
        auto left = reader->query(u"SELECT name FROM thing"_s);
        QVERIFY(left && left->next()); // the second row is not read
        QVERIFY(writer->insert(u"INSERT INTO thing (name) VALUES (?)"_s, {u"c"_s}));
        reader->releaseCursors();
        auto rows = reader->query(u"SELECT COUNT(*) FROM thing"_s);
        QVERIFY(rows && rows->next());
        QCOMPARE(rows->number(0), 3);
    }

    void errorsTellCasesApart_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("a statement that is none") << u"SELEKT 1"_s << ErrorCode::Internal;
        QTest::newRow("a row twice") << u"INSERT INTO thing (id, name) VALUES (1, 'b')"_s
                                     << ErrorCode::Conflict;
        QTest::newRow("no room left")
            << u"INSERT INTO thing (name) VALUES (hex(zeroblob(10000000)))"_s << ErrorCode::StorageFull;
    }
    void errorsTellCasesApart()
    {
        QFETCH(QString, sql);
        const auto db = opened();
        makeTable(*db);
        QVERIFY(db->insert(u"INSERT INTO thing (id, name) VALUES (1, 'a')"_s));
        QVERIFY(db->query(u"PRAGMA max_page_count = 20"_s));
        const auto failed = db->insert(sql);
        QVERIFY(!failed);
        QTEST(failed.error().code, "code");
        QVERIFY(db->insert(u"INSERT INTO thing (id, name) VALUES (2, 'after')"_s));
    }

    void aLockedDatabaseIsBusy()
    {
        const auto first = opened();
        const auto second = opened();
        QVERIFY(first->begin());
        QVERIFY(second->query(u"PRAGMA busy_timeout = 1"_s));
        const auto failed = second->begin();
        QVERIFY(!failed);
        QCOMPARE(failed.error().code, ErrorCode::Busy);
    }

    void aMissingFolderIsSaid()
    {
        const auto failed =
            Connection::open(m_folder->filePath(u"no/such/folder.db"_s), Connection::Mode::Write);
        QVERIFY(!failed);
        QCOMPARE(failed.error().code, ErrorCode::StorageFailed);
    }

    void theClockCanBeSet()
    {
        const auto db = Connection::open(file(), Connection::Mode::Write, [] { return qint64(42); });
        QVERIFY(db);
        QCOMPARE(db.value()->now(), 42);
    }

    void foldingIgnoresCaseAndEdges() { QCOMPARE(folded(u"  ÉCOLE "_s), folded(u"école"_s)); }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestConnection)
#include "tst_connection.moc"
