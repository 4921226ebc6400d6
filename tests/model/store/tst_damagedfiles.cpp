// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/connection.h"
#include "model/store/maintenance.h"
#include "model/store/writer.h"
#include "tests/model/store/callfixture.h"

#include <QFile>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace salesdesk;

namespace
{

constexpr int calls = 30; // few enough for SQLite not to copy its log back
const QByteArray named = R"(,"agent_name":"Bo","agent_team_id":"t","agent_team_name":"One","value":1)";

QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &name, const QByteArray &bytes)
{
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(bytes) != bytes.size())
        qFatal("%s cannot be written.", qPrintable(name));
}

/// A call to the first provider, as the receiver would submit it.
CallOutcome send(Workspace &workspace, const QByteArray &id)
{
    CallSubmission call;
    call.call.provider = ProviderId{1};
    call.call.body = CallFixture::activity(id, named);
    call.call.receivedAt = QDateTime::currentMSecsSinceEpoch();
    call.reading =
        readCall(Endpoint::Activities, "application/json", call.call.body, workspace.directory()->zone);
    const auto outcome = workspace.process(std::move(call)).takeResult();
    if (!outcome)
        qFatal("%s", qPrintable(outcome.error().detail));
    return *outcome;
}

/// What a folder is found to be: an error of open(), or what `check` says.
struct Verdict {
    std::optional<Error> refused;
    QStringList problems;
    [[nodiscard]] bool isFound() const { return refused || !problems.isEmpty(); }
};

} // namespace

/// What must hold of files that a disk, a copy or a hand has damaged. SQLite has no checksums in its main
/// file, so a changed digit inside a text is a text: what is looked for there is that nothing crashes and
/// nothing hangs. Its log has them: from the first damaged frame on it counts for nothing, and what was
/// committed before stands.
class TestDamagedFiles final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aTruncatedFileIsRefused_data();
    void aTruncatedFileIsRefused();
    void anEmptyFileIsNewUnlessItHasALog();
    void everyLostPageIsFound();
    void aWriterThatCannotStartTakesNoWork();
    void flippedBitsDoNoHarm();
    void aDamagedPageWhileRunningIsA503();
    void aTruncatedLogLosesItsEndOnly();
    void aFlippedBitInTheLogLosesWhatFollowsOnly();

private:
    /// A folder with this database and, when it is not empty, this log.
    [[nodiscard]] static QString folderWith(const QTemporaryDir &dir, const QByteArray &database,
                                            const QByteArray &log = {});
    [[nodiscard]] static Verdict judge(const QString &folder);
    /// Opens what a crash left, checks that the first calls of all are there and no part of another, that the
    /// file is sound and that it goes on; gives how many.
    void recover(const QByteArray &log, qsizetype &kept) const;

    QByteArray m_database; // whole, with no log
    qsizetype m_pageSize = 0;
    QByteArray m_base; // the same, and of the calls of m_log the log alone
    QByteArray m_log;
};

void TestDamagedFiles::initTestCase()
{
    CallFixture m;
    const auto file = m.folder() + u"/salesdesk.db"_s;
    for (int i = 0; i < calls; ++i)
        QCOMPARE(m.call(Endpoint::Activities, CallFixture::activity(QByteArray::number(i), named)).reason,
                 CallReason::Created);
    m.close();
    m_database = contentOf(file);
    m_pageSize = (static_cast<uchar>(m_database[16]) << 8) + static_cast<uchar>(m_database[17]);
    QVERIFY(m_pageSize >= 512 && m_database.size() > 20 * m_pageSize);

    CallFixture crashed;
    crashed.close();
    crashed.open();
    const auto other = crashed.folder() + u"/salesdesk.db"_s;
    m_base = contentOf(other);
    for (int i = 0; i < calls; ++i)
        QCOMPARE(
            crashed.call(Endpoint::Activities, CallFixture::activity(QByteArray::number(i), named)).reason,
            CallReason::Created);
    QCOMPARE(contentOf(other), m_base); // nothing was copied back yet
    m_log = contentOf(other + u"-wal"_s);
    QVERIFY(m_log.size() > calls * m_pageSize);
}

QString TestDamagedFiles::folderWith(const QTemporaryDir &dir, const QByteArray &database,
                                     const QByteArray &log)
{
    const auto file = dir.filePath(u"salesdesk.db"_s);
    write(file, database);
    QFile::remove(file + u"-shm"_s);
    QFile::remove(file + u"-wal"_s);
    if (!log.isEmpty())
        write(file + u"-wal"_s, log);
    return dir.path();
}

Verdict TestDamagedFiles::judge(const QString &folder)
{
    const auto opened = Workspace::open({.folder = folder});
    if (!opened)
        return {opened.error(), {}};
    const auto problems =
        (*opened)->read<QStringList>([](Connection &db) { return checkDatabase(db); }).takeResult();
    return problems ? Verdict{{}, *problems} : Verdict{problems.error(), {}};
}

void TestDamagedFiles::aTruncatedFileIsRefused_data()
{
    QTest::addColumn<qsizetype>("size");
    QTest::newRow("one byte") << qsizetype(1);
    QTest::newRow("half of its header") << qsizetype(50);
    QTest::newRow("its header alone") << qsizetype(100);
    QTest::newRow("half a page") << m_pageSize / 2;
    QTest::newRow("one page") << m_pageSize;
    QTest::newRow("half of it") << m_database.size() / 2 / m_pageSize * m_pageSize;
    QTest::newRow("half of it, within a page") << m_database.size() / 2 / m_pageSize * m_pageSize + 777;
    QTest::newRow("all but a page") << m_database.size() - m_pageSize;
}

void TestDamagedFiles::aTruncatedFileIsRefused()
{
    QFETCH(qsizetype, size);
    const QTemporaryDir dir;
    const auto cut = m_database.first(size);
    const auto folder = folderWith(dir, cut);
    const auto verdict = judge(folder);
    QVERIFY(verdict.refused);
    QCOMPARE(verdict.refused->code, ErrorCode::Corrupt);
    QVERIFY2(verdict.refused->detail.contains(u"salesdesk.db"_s) &&
                 verdict.refused->detail.contains(u"damaged. Restore a backup."_s),
             qPrintable(verdict.refused->detail));
    QCOMPARE(contentOf(folder + u"/salesdesk.db"_s), cut);
}

void TestDamagedFiles::anEmptyFileIsNewUnlessItHasALog()
{
    const QTemporaryDir dir;
    const auto folder = folderWith(dir, {}, m_log);
    const auto verdict = judge(folder);
    QVERIFY(verdict.refused);
    QCOMPARE(verdict.refused->code, ErrorCode::Corrupt);
    QVERIFY2(verdict.refused->detail.contains(u"damaged. Restore a backup."_s),
             qPrintable(verdict.refused->detail));
    QCOMPARE(contentOf(folder + u"/salesdesk.db"_s), QByteArray());
    QCOMPARE(contentOf(folder + u"/salesdesk.db-wal"_s), m_log);
    // As one is left that was made and not written to yet.
    QVERIFY(!judge(folderWith(dir, {})).isFound());
}

void TestDamagedFiles::everyLostPageIsFound()
{
    const QTemporaryDir dir;
    for (qsizetype at = 0; at < m_database.size(); at += m_pageSize) {
        for (const char filling : {'\0', '\xa5'}) {
            auto damaged = m_database;
            std::fill_n(damaged.begin() + at, m_pageSize, filling);
            const auto verdict = judge(folderWith(dir, damaged));
            QVERIFY2(verdict.isFound(), qPrintable(u"page %1"_s.arg(at / m_pageSize + 1)));
        }
    }
}

void TestDamagedFiles::aWriterThatCannotStartTakesNoWork()
{
    const QTemporaryDir dir;
    const auto file = folderWith(dir, m_database) + u"/salesdesk.db"_s;
    std::optional<qint64> page;
    {
        const auto db = Connection::open(file, Connection::Mode::Read);
        QVERIFY(db);
        page = (*db)->number(u"SELECT rootpage FROM sqlite_schema WHERE name = 'provider'"_s, {}).value();
    }
    QVERIFY(page);
    auto damaged = m_database;
    std::fill_n(damaged.begin() + (*page - 1) * m_pageSize, m_pageSize, '\xa5');
    std::ignore = folderWith(dir, damaged);
    // The file opens, and what the receiver must know of it cannot be read.
    Writer writer(file, {}, 10, {[](Changes) {}, [](const StoreHealth &) {}});
    const auto started = writer.start();
    QVERIFY(!started);
    QCOMPARE(started.error().code, ErrorCode::Corrupt);
    std::optional<Error> told;
    writer.post([](Connection &) { return std::nullopt; }, [&told](const auto &error) { told = error; });
    QVERIFY(told);
    QCOMPARE(told->code, ErrorCode::ShuttingDown);
    QCOMPARE(writer.submit({}), SubmitResult::ShuttingDown);
}

void TestDamagedFiles::flippedBitsDoNoHarm()
{
    const QTemporaryDir dir;
    QRandomGenerator random(3);
    int refused = 0;
    int found = 0;
    constexpr int rounds = 150;
    for (int round = 0; round < rounds; ++round) {
        auto damaged = m_database;
        // The first bytes of a page say how the rest is read: there a bit does most.
        const auto pages = static_cast<quint32>(damaged.size() / m_pageSize);
        for (int flip = 0; flip < 4; ++flip) {
            const auto page = static_cast<qsizetype>(random.bounded(pages)) * m_pageSize;
            const auto within =
                static_cast<qsizetype>(random.bounded(static_cast<quint32>(flip < 2 ? 64 : m_pageSize)));
            damaged[page + within] = static_cast<char>(damaged[page + within] ^ (1 << random.bounded(8)));
        }
        const auto folder = folderWith(dir, damaged);
        const auto opened = Workspace::open({.folder = folder});
        if (!opened) {
            ++refused;
            QVERIFY(!opened.error().detail.isEmpty());
            continue;
        }
        auto &workspace = **opened;
        const auto problems =
            workspace.read<QStringList>([](Connection &db) { return checkDatabase(db); }).takeResult();
        found += !problems || !problems->isEmpty() ? 1 : 0;
        std::ignore =
            workspace.read<QList<Provider>>([](Connection &db) { return ProviderStore(db).list(true); })
                .takeResult();
        // A call is stored, or it is told that it was not: each gets its outcome.
        for (int i = 0; i < 5; ++i) {
            const auto status = httpStatus(send(workspace, QByteArray::number(i)).reason);
            QVERIFY2(status == 200 || status == 201 || status == 404 || status == 503,
                     qPrintable(QString::number(status)));
        }
    }
    qInfo("%d of %d refused, %d found by check", refused, rounds, found);
    // Which of them are found is SQLite's matter, for it has no checksums; that many are is not in doubt.
    QVERIFY(refused > 0);
    QVERIFY(found > 0);
}

void TestDamagedFiles::aDamagedPageWhileRunningIsA503()
{
    const QTemporaryDir dir;
    const auto folder = folderWith(dir, m_database);
    const auto opened = Workspace::open({.folder = folder});
    QVERIFY(opened);
    auto &workspace = **opened;
    // All but the pages that were read already: the schema, providers and settings are in the cache.
    write(folder + u"/salesdesk.db"_s,
          m_database.first(3 * m_pageSize) + QByteArray(m_database.size() - 3 * m_pageSize, '\xa5'));
    for (int i = 0; i < 3; ++i) {
        const auto outcome = send(workspace, "1");
        QCOMPARE(httpStatus(outcome.reason), 503);
        QVERIFY(outcome.retryAfter > 0);
        QVERIFY(outcome.answer.contains("damaged. Restore a backup."));
        QVERIFY(!workspace.health().storing);
    }
    // Touching the header goes well, and tells nothing of the pages that calls need.
    QVERIFY(!QTest::qWaitFor([&workspace] { return workspace.health().storing; }, 2500));
    QVERIFY(workspace.health().detail.contains(u"damaged"_s));
}

void TestDamagedFiles::recover(const QByteArray &log, qsizetype &kept) const
{
    const QTemporaryDir dir;
    const auto folder = folderWith(dir, m_base, log);
    const auto opened = Workspace::open({.folder = folder});
    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().detail));
    auto &workspace = **opened;
    const auto ids = workspace
                         .read<QStringList>([](Connection &db) -> Result<QStringList> {
                             QStringList all;
                             auto rows = db.query(u"SELECT a.external_id FROM activity a ORDER BY a.id"_s);
                             while (rows && rows->next())
                                 all.append(rows->text(0));
                             return rows ? Result<QStringList>(all) : rows.error();
                         })
                         .takeResult();
    QVERIFY(ids);
    for (qsizetype i = 0; i < ids->size(); ++i)
        QCOMPARE(ids->at(i), QString::number(i)); // those of the beginning, none left out
    const auto rows = workspace
                          .read<qint64>([](Connection &db) -> Result<qint64> {
                              const auto count = db.number(u"SELECT COUNT(*) FROM call"_s, {});
                              return count ? Result<qint64>(count->value_or(-1)) : count.error();
                          })
                          .takeResult();
    QVERIFY(rows);
    QCOMPARE(*rows, ids->size()); // a record and its log row are one
    const auto problems =
        workspace.read<QStringList>([](Connection &db) { return checkDatabase(db); }).takeResult();
    QVERIFY(problems);
    QCOMPARE(*problems, QStringList());
    QCOMPARE(send(workspace, "after").reason, CallReason::Created);
    kept = ids->size();
}

void TestDamagedFiles::aTruncatedLogLosesItsEndOnly()
{
    qsizetype kept = 0;
    recover(m_log, kept);
    QCOMPARE(kept, calls); // a crash alone loses nothing
    qsizetype before = calls;
    for (int part = 19; part >= 0; --part) {
        recover(m_log.first(std::max<qsizetype>(1, m_log.size() * part / 20 - 5)), kept);
        QVERIFY(kept <= before);
        before = kept;
    }
    QCOMPARE(before, 0);
}

void TestDamagedFiles::aFlippedBitInTheLogLosesWhatFollowsOnly()
{
    QRandomGenerator random(5);
    constexpr qsizetype logHeader = 32; // bytes; then frames of a head of 24 and a page each
    const auto frame = m_pageSize + 24;
    for (int round = 0; round < 40; ++round) {
        auto damaged = m_log;
        const auto at = round == 0
                            ? qsizetype(3)
                            : static_cast<qsizetype>(random.bounded(static_cast<quint32>(m_log.size())));
        damaged[at] = static_cast<char>(damaged[at] ^ (1 << random.bounded(8)));
        qsizetype kept = 0;
        recover(damaged, kept);
        if (QTest::currentTestFailed())
            return;
        // As if the log ended in front of that frame.
        qsizetype cut = 0;
        const auto whole = at < logHeader ? 1 : logHeader + (at - logHeader) / frame * frame;
        recover(m_log.first(whole), cut);
        QCOMPARE(kept, cut);
    }
}

QTEST_GUILESS_MAIN(TestDamagedFiles)
#include "tst_damagedfiles.moc"
