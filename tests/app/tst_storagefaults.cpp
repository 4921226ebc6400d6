// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/connection.h"
#include "tests/app/servedfolder.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <array>
#include <atomic>
#include <cerrno>
#include <thread>

using namespace Qt::StringLiterals;
using namespace salesdesk;

/// What must hold when storing fails: 503 and nothing acknowledged is lost; and it goes on by itself
/// afterwards.
class TestStorageFaults final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void faultyDisk_data();
    void faultyDisk();
    void aDiskThatFailsUnderLoad_data() { faultyDisk_data(); }
    void aDiskThatFailsUnderLoad();
    void aDiskThatFillsUp();
    void aLockedDatabase();
    void damagedFile_data();
    void damagedFile();

private:
    /// Gives the file that setFault() writes.
    static QString putOnFaultyDisk(ServedFolder &served);
    static void setFault(const QString &control, const QByteArray &line);
    static QSet<QString> storedIds(const ServedFolder &served);
};

QString TestStorageFaults::putOnFaultyDisk(ServedFolder &served)
{
    QString control = served.path() + u"/fault"_s;
    served.environment.insert(u"LD_PRELOAD"_s, QStringLiteral(FAULTY_DISK_LIBRARY));
    served.environment.insert(u"FAULTY_DISK"_s, control);
    return control;
}

void TestStorageFaults::setFault(const QString &control, const QByteArray &line)
{
    QFile file(control);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(line);
}

QSet<QString> TestStorageFaults::storedIds(const ServedFolder &served)
{
    QSet<QString> ids;
    const auto listed = served.run({u"activity"_s, u"list"_s, u"--limit"_s, u"100000"_s, u"--json"_s});
    for (const auto row : listed.json().array())
        ids.insert(row[u"id"_s].toString());
    return ids;
}

void TestStorageFaults::faultyDisk_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::newRow("the disk is full") << QByteArray("write " + QByteArray::number(ENOSPC));
    QTest::newRow("writing gives an I/O error") << QByteArray("write " + QByteArray::number(EIO));
    QTest::newRow("the file system became read-only") << QByteArray("write " + QByteArray::number(EROFS));
    QTest::newRow("fsync gives an I/O error") << QByteArray("sync " + QByteArray::number(EIO));
    QTest::newRow("fsync finds the disk full") << QByteArray("sync " + QByteArray::number(ENOSPC));
}

void TestStorageFaults::faultyDisk()
{
    QFETCH(QByteArray, fault);
    ServedFolder served;
    const auto control = putOnFaultyDisk(served);
    QVERIFY(served.start());
    QVERIFY(served.addProvider(u"Zapier"_s));
    HttpClient client(served.url());
    QSet<QString> acknowledged;
    const auto send = [&](const QString &id) {
        const auto answer = client.post(served.activitiesPath, served.key, activityJson(id));
        if (answer.status == 201)
            acknowledged.insert(id);
        return answer;
    };

    for (int i = 0; i < 20; ++i)
        QCOMPARE(send(u"before %1"_s.arg(i)).status, 201);
    QCOMPARE(client.get(u"/health"_s).status, 200);

    setFault(control, fault);
    for (int i = 0; i < 5; ++i) {
        const auto answer = send(u"during %1"_s.arg(i));
        QCOMPARE(answer.status, 503);
        QVERIFY2(answer.head.toLower().contains("\r\nretry-after:"), answer.head.constData());
        QVERIFY(answer.head.contains("application/problem+json"));
        QVERIFY(!answer.json()[u"detail"_s].toString().isEmpty());
    }
    QCOMPARE(client.get(u"/health"_s).status, 503);

    setFault(control, {});
    QTRY_COMPARE_WITH_TIMEOUT(client.get(u"/health"_s).status, 200, 15'000);
    QCOMPARE(send(u"after"_s).status, 201);

    QCOMPARE(storedIds(served), acknowledged);
    QCOMPARE(served.terminate(), 0);
    QVERIFY(served.start());
    QCOMPARE(storedIds(served), acknowledged);
    QCOMPARE(served.run({u"check"_s}).status, 0);
}

// Calls wait while others are committed: some are in the log, seen by all, when their disk fails.
void TestStorageFaults::aDiskThatFailsUnderLoad()
{
    QFETCH(QByteArray, fault);
    ServedFolder served;
    const auto control = putOnFaultyDisk(served);
    QVERIFY(served.start());
    QVERIFY(served.addProvider(u"Zapier"_s));
    constexpr size_t senders = 8;
    std::atomic<int> acknowledged = 0;
    std::atomic<int> refused = 0;
    std::atomic<bool> isEnough = false;
    std::array<QSet<QString>, senders> ids;
    std::array<QList<int>, senders> otherAnswers;
    {
        std::array<std::jthread, senders> threads;
        for (size_t sender = 0; sender < senders; ++sender) {
            threads[sender] = std::jthread([&, sender] {
                HttpClient client(served.url());
                for (int i = 0; !isEnough; ++i) {
                    const auto id = u"%1-%2"_s.arg(sender).arg(i);
                    const auto status =
                        client.post(served.activitiesPath, served.key, activityJson(id)).status;
                    if (status == 201) {
                        ids[sender].insert(id);
                        ++acknowledged;
                    } else if (status == 503) {
                        ++refused;
                    } else {
                        otherAnswers[sender].append(status);
                        return;
                    }
                }
            });
        }
        HttpClient client(served.url());
        for (int round = 1; round <= 3; ++round) {
            const auto goesOn = acknowledged + 200;
            QTRY_VERIFY_WITH_TIMEOUT(acknowledged >= goesOn, 30'000);
            const auto fails = refused + 20;
            setFault(control, fault);
            QTRY_VERIFY_WITH_TIMEOUT(refused >= fails, 30'000);
            setFault(control, {});
            QTRY_COMPARE_WITH_TIMEOUT(client.get(u"/health"_s).status, 200, 15'000);
        }
        isEnough = true;
    }
    QSet<QString> all;
    for (size_t sender = 0; sender < senders; ++sender) {
        QCOMPARE(otherAnswers[sender], QList<int>());
        all += ids[sender];
    }
    // The log tells what was answered. What was in doubt is stored, too.
    QSet<QString> logged;
    const auto listed = served.run({u"call"_s, u"list"_s, u"--limit"_s, u"100000"_s, u"--json"_s});
    for (const auto row : listed.json().array()) {
        if (row[u"status"_s].toInt() == 201)
            logged.insert(row[u"record"_s].toString());
        else
            QCOMPARE(row[u"status"_s].toInt(), 503);
    }
    QCOMPARE(logged, all);
    QVERIFY(storedIds(served).contains(all));
    QCOMPARE(served.terminate(), 0);
    QVERIFY(served.start());
    QVERIFY(storedIds(served).contains(all));
    QCOMPARE(served.run({u"check"_s}).status, 0);
}

void TestStorageFaults::aDiskThatFillsUp()
{
    ServedFolder served;
    const auto control = putOnFaultyDisk(served);
    QVERIFY(served.start());
    QVERIFY(served.addProvider(u"Zapier"_s));
    HttpClient client(served.url());
    QSet<QString> acknowledged;
    // The log grows until it meets the end of the disk, in the midst of a write; then room is made, four
    // times.
    for (int round = 1; round <= 4; ++round) {
        setFault(control, "room " + QByteArray::number(round * 1'000'000));
        int refused = 0;
        for (int i = 0; refused < 3; ++i) {
            QVERIFY(i < 5000);
            const auto id = u"%1 %2"_s.arg(round).arg(i);
            const auto answer = client.post(served.activitiesPath, served.key, activityJson(id));
            if (answer.status == 201) {
                acknowledged.insert(id);
                continue;
            }
            QCOMPARE(answer.status, 503);
            QVERIFY(answer.head.toLower().contains("\r\nretry-after:"));
            QVERIFY2(answer.body.contains("disk"), answer.body.constData());
            QCOMPARE(client.get(u"/health"_s).status, 503);
            ++refused;
        }
        setFault(control, {});
        QTRY_COMPARE_WITH_TIMEOUT(client.get(u"/health"_s).status, 200, 15'000);
        QCOMPARE(storedIds(served), acknowledged);
    }
    served.kill(); // and what is on that disk is whole
    QVERIFY(served.start());
    QCOMPARE(storedIds(served), acknowledged);
    QCOMPARE(served.run({u"check"_s}).status, 0);
}

void TestStorageFaults::aLockedDatabase()
{
    ServedFolder served;
    QVERIFY(served.start());
    QVERIFY(served.addProvider(u"Zapier"_s));
    HttpClient client(served.url());
    const auto send = [&](const QString &id) {
        return client.post(served.activitiesPath, served.key, activityJson(id));
    };
    QCOMPARE(send(u"before"_s).status, 201);
    {
        // Another program that writes, against the rule.
        const auto other = Connection::open(served.path() + u"/salesdesk.db"_s, Connection::Mode::Write);
        QVERIFY(other && (*other)->begin());
        const auto answer = send(u"during"_s);
        QCOMPARE(answer.status, 503);
        QVERIFY(answer.head.toLower().contains("\r\nretry-after:"));
        QVERIFY2(answer.body.contains("locked by another program"), answer.body.constData());
        QCOMPARE(client.get(u"/health"_s).status, 503);
        (*other)->rollback();
    }
    QTRY_COMPARE_WITH_TIMEOUT(client.get(u"/health"_s).status, 200, 15'000);
    QCOMPARE(send(u"during"_s).status, 201);
    QCOMPARE(storedIds(served), (QSet{u"before"_s, u"during"_s}));
    QCOMPARE(served.terminate(), 0);
}

void TestStorageFaults::damagedFile_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("cut to half a page") << 0;
    QTest::newRow("its header overwritten") << 1;
    QTest::newRow("not a database at all") << 2;
}

void TestStorageFaults::damagedFile()
{
    QFETCH(int, kind);
    ServedFolder served;
    QVERIFY(served.start());
    QVERIFY(served.addProvider(u"Zapier"_s));
    QCOMPARE(served.terminate(), 0);

    QFile file(served.path() + u"/salesdesk.db"_s);
    QVERIFY(file.open(QIODevice::ReadWrite));
    if (kind == 0)
        QVERIFY(file.resize(2048));
    else if (kind == 1)
        QCOMPARE(file.write(QByteArray(64, '\x5a')), 64);
    else
        QVERIFY(file.resize(0) && file.write("A letter to my accountant.\n") > 0);
    file.close();
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto before = file.readAll();

    const auto ran = served.run({u"provider"_s, u"list"_s});
    QCOMPARE(ran.status, 1);
    QVERIFY2(ran.err.contains("salesdesk.db"), ran.err.constData());
    QVERIFY(!served.start());
    file.seek(0);
    QCOMPARE(file.readAll(), before);
}

QTEST_GUILESS_MAIN(TestStorageFaults)
#include "tst_storagefaults.moc"
