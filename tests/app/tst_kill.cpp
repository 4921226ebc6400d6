// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/servedfolder.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

#include <array>
#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;
using namespace salesdesk;

/// kill -9 under load, again and again on one folder: every acknowledged call is there, once. KILLS sets how
/// often.
class TestKill final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acknowledgedCallsSurvive();
    void aTermFinishesWhatIsInFlight();
    void aTermWaitsForNobodyForEver();
};

namespace
{

constexpr int Senders = 8;

/// Sends new activities until the receiver is gone; gives the ids that were acknowledged.
QStringList sendUntilGone(const ServedFolder &served, const QString &prefix, std::atomic<int> &acknowledged)
{
    QStringList ids;
    HttpClient client(served.url());
    for (int i = 0;; ++i) {
        const auto id = u"%1-%2"_s.arg(prefix).arg(i);
        const auto answer = client.post(served.activitiesPath, served.key, activityJson(id));
        if (answer.status != 201)
            return ids;
        ids.append(id);
        ++acknowledged;
    }
}

} // namespace

void TestKill::acknowledgedCallsSurvive()
{
    const int kills = qEnvironmentVariableIsSet("KILLS") ? qEnvironmentVariableIntValue("KILLS") : 6;
    ServedFolder served;
    QRandomGenerator random(7);
    QStringList all;
    for (int round = 0; round < kills; ++round) {
        QVERIFY(served.start());
        if (round == 0)
            QVERIFY(served.addProvider(u"Zapier"_s));
        std::atomic<int> acknowledged = 0;
        std::array<QStringList, Senders> ids;
        {
            std::array<std::jthread, Senders> senders;
            for (size_t i = 0; i < Senders; ++i) {
                senders[i] = std::jthread(
                    [&, i] { ids[i] = sendUntilGone(served, u"%1-%2"_s.arg(round).arg(i), acknowledged); });
            }
            // Somewhere in the stream: after a number of answers, whatever is under way just then.
            const int enough = 50 + static_cast<int>(random.bounded(400));
            QTRY_VERIFY_WITH_TIMEOUT(acknowledged.load() >= enough, 30'000);
            served.kill();
        }
        for (const auto &part : ids)
            all += part;
    }

    QVERIFY(served.start());
    const auto listed = served.run(
        {u"activity"_s, u"list"_s, u"--limit"_s, QString::number(all.size() * 2 + 1000), u"--json"_s});
    QCOMPARE(listed.status, 0);
    QHash<QString, int> stored;
    for (const auto row : listed.json().array())
        ++stored[row[u"id"_s].toString()];
    int lost = 0;
    for (const auto &id : std::as_const(all))
        lost += stored.value(id) == 1 ? 0 : 1;
    qInfo("%lld acknowledged over %d kills, %lld stored, %d lost", static_cast<long long>(all.size()), kills,
          static_cast<long long>(stored.size()), lost);
    QCOMPARE(lost, 0);
    for (const auto count : std::as_const(stored))
        QCOMPARE(count, 1);
    QCOMPARE(served.run({u"check"_s}).status, 0);
}

void TestKill::aTermFinishesWhatIsInFlight()
{
    ServedFolder served;
    QVERIFY(served.start());
    QVERIFY(served.addProvider(u"Zapier"_s));
    std::atomic<int> acknowledged = 0;
    std::array<QStringList, Senders> ids;
    {
        std::array<std::jthread, Senders> senders;
        for (size_t i = 0; i < Senders; ++i)
            senders[i] =
                std::jthread([&, i] { ids[i] = sendUntilGone(served, QString::number(i), acknowledged); });
        QTRY_VERIFY_WITH_TIMEOUT(acknowledged.load() >= 200, 30'000);
        QCOMPARE(served.terminate(), 0);
    }
    QSet<QString> all;
    for (const auto &part : ids)
        all += QSet(part.begin(), part.end());
    QVERIFY(served.start());
    QSet<QString> stored;
    const auto listed = served.run({u"activity"_s, u"list"_s, u"--limit"_s, u"100000"_s, u"--json"_s});
    for (const auto row : listed.json().array())
        stored.insert(row[u"id"_s].toString());
    QCOMPARE(stored, all); // what was stored was also acknowledged: nobody was left without an answer
}

void TestKill::aTermWaitsForNobodyForEver()
{
    ServedFolder served;
    QVERIFY(served.start());
    QVERIFY(served.addProvider(u"Zapier"_s));
    QTcpSocket half; // a request that never ends
    half.connectToHost(served.url().host(), static_cast<quint16>(served.url().port()));
    QVERIFY(half.waitForConnected());
    half.write("POST " + served.activitiesPath.toUtf8() + " HTTP/1.1\r\nHost: a\r\n");
    QVERIFY(half.waitForBytesWritten());
    HttpClient other(served.url());
    QCOMPARE(other.post(served.activitiesPath, served.key, activityJson(u"1"_s)).status, 201);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(served.terminate(), 0);
    QVERIFY2(timer.elapsed() < 8000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(TestKill)
#include "tst_kill.moc"
