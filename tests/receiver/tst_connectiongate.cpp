// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/connectiongate.h"

#include "tests/receiver/receiverfixture.h"

#include <QElapsedTimer>

#include <vector>

#include <sys/resource.h>

using namespace salesdesk;
using namespace Qt::StringLiterals;

namespace
{

using Crowd = std::vector<std::unique_ptr<HttpClient>>;

QHostAddress address(int last)
{
    return QHostAddress(u"127.0.0.%1"_s.arg(last));
}

/// Opens connections of one address that send `text` and then nothing.
void add(Crowd &crowd, const ReceiverFixture &m, int count, int from, const QByteArray &text)
{
    for (int i = 0; i < count; ++i) {
        crowd.push_back(std::make_unique<HttpClient>(m.url(), address(from)));
        crowd.back()->send(text);
    }
}

qsizetype answered(const Crowd &crowd, int status)
{
    return std::count_if(crowd.begin(), crowd.end(), [status](const auto &client) {
        return client->rest().startsWith("HTTP/1.1 " + QByteArray::number(status));
    });
}

qsizetype closedOf(const Crowd &crowd)
{
    return std::count_if(crowd.begin(), crowd.end(), [](const auto &client) { return client->isClosed(); });
}

} // namespace

/// Who gets a place, and who has to give his.
class TestConnectionGate : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aCrowdKeepsNoGoodCallerOut();
    void anAddressHasItsShareOnly();
    void aProxyStandsForMany();
    void whoeverWaitsLongestOfTheMostGivesWay();
    void aCallUnderWayGivesNoWay();
    void whoIsTurnedAwayCanReadWhy();
    void aSlowHeadCannotBeKeptUp();
};

void TestConnectionGate::initTestCase()
{
    rlimit limit{};
    QCOMPARE(::getrlimit(RLIMIT_NOFILE, &limit), 0);
    limit.rlim_cur = limit.rlim_max; // both ends of some 700 connections are in this process
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &limit), 0);
    QVERIFY(limit.rlim_max >= 2000);
}

void TestConnectionGate::aCrowdKeepsNoGoodCallerOut()
{
    const ReceiverFixture m;
    QVERIFY(m.listen());
    HttpClient early(m.url(), address(9));
    early.send(callRequest());
    QCOMPARE(early.next().status, 201);

    Crowd slow;
    for (int from = 2; from < 6; ++from)
        add(slow, m, 100, from, "POST /webhooks/p_one/activities HTTP/1.1\r\nHost: a\r\nX: ");
    Crowd half;
    add(half, m, 60, 6, callRequest().chopped(20));
    Crowd many;
    add(many, m, 200, 7, {});
    QTRY_COMPARE(m.receiver->status().connections, 512);

    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 20; ++i)
        QCOMPARE(m.good(address(8)), 201);
    early.send(callRequest());
    QCOMPARE(early.next().status, 201); // a connection of before goes on
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(m.receiver->status().connections <= 512); // those who only hold a place made room
    QCOMPARE(closedOf(half), 0);                      // callers with a valid key
    for (auto &client : half) {
        client->send(callRequest().last(20));
        QCOMPARE(client->next().status, 201);
    }
}

void TestConnectionGate::anAddressHasItsShareOnly()
{
    const ReceiverFixture m;
    QVERIFY(m.listen());
    Crowd crowd;
    add(crowd, m, 200, 2, {});
    QTRY_COMPARE(closedOf(crowd), 200 - 128);
    QVERIFY(answered(crowd, 503) >= 64); // no more of them are given time to read why at once
    QTRY_COMPARE(m.receiver->status().connections, 128);
    QCOMPARE(m.good(address(2)), 503);
    QCOMPARE(m.good(address(3)), 201);
    crowd.front().reset();
    QTRY_COMPARE(m.receiver->status().connections, 127);
    QCOMPARE(m.good(address(2)), 201);
}

void TestConnectionGate::aProxyStandsForMany()
{
    ReceiverFixture m;
    m.sink.set(Setting::LimitConnectionsPerAddress, u"2"_s);
    m.sink.set(Setting::LimitConnections, u"10"_s);
    m.sink.set(Setting::Proxies, u"127.0.0.2"_s);
    QVERIFY(m.listen());
    Crowd proxied;
    add(proxied, m, 8, 2, {});
    Crowd direct;
    add(direct, m, 2, 3, {});
    QTRY_COMPARE(m.receiver->status().connections, 10);
    QCOMPARE(m.good(address(2)), 201); // room is made by those who came by themselves
    QCOMPARE(closedOf(proxied), 0);
    QTRY_COMPARE(closedOf(direct), 1);
}

void TestConnectionGate::whoeverWaitsLongestOfTheMostGivesWay()
{
    ReceiverFixture m;
    m.sink.set(Setting::LimitConnections, u"5"_s);
    QVERIFY(m.listen());
    HttpClient lone(m.url(), address(2)); // waits longest, but its address has no other
    lone.send(callRequest());
    QCOMPARE(lone.next().status, 201);
    Crowd crowd;
    for (int i = 0; i < 4; ++i) {
        add(crowd, m, 1, 3, i == 0 ? "POST /slow HTTP/1.1\r\n" : "");
        QTRY_COMPARE(m.receiver->status().connections, i + 2);
    }
    QCOMPARE(m.good(address(4)), 201);
    QTRY_VERIFY(crowd.front()->isClosed());
    QCOMPARE(crowd.front()->next().status, 503); // it had begun a request: it is told
    QCOMPARE(closedOf(crowd), 1);
    lone.send(callRequest());
    QCOMPARE(lone.next().status, 201);
}

void TestConnectionGate::aCallUnderWayGivesNoWay()
{
    ReceiverFixture m;
    m.sink.set(Setting::LimitConnections, u"3"_s);
    m.sink.hold();
    QVERIFY(m.listen());
    Crowd busy;
    add(busy, m, 2, 2, callRequest());
    add(busy, m, 1, 2, callRequest().chopped(3));
    QTRY_COMPARE(m.sink.submissions().size(), size_t(2));
    QTRY_COMPARE(m.receiver->status().connections, 3);
    QCOMPARE(m.good(address(3)), 503);
    busy.back()->send(callRequest().last(3));
    QTRY_COMPARE(m.sink.submissions().size(), size_t(3));
    m.sink.release();
    for (auto &client : busy)
        QCOMPARE(client->next().status, 201);
    QCOMPARE(m.good(address(3)), 201); // those are idle now
}

void TestConnectionGate::whoIsTurnedAwayCanReadWhy()
{
    ReceiverFixture m;
    m.sink.set(Setting::LimitConnectionsPerAddress, u"1"_s);
    QVERIFY(m.listen());
    HttpClient first(m.url());
    first.send(callRequest());
    QCOMPARE(first.next().status, 201);
    for (int i = 0; i < 50; ++i) {
        HttpClient next(m.url());
        next.send(callRequest()); // closing on it would reset the connection
        const auto reply = next.next();
        QCOMPARE(reply.status, 503);
        QCOMPARE(reply.field("Retry-After"), "1");
        QCOMPARE(reply.field("Connection"), "close");
    }
    QCOMPARE(m.sink.submissions().size(), size_t(1));
}

void TestConnectionGate::aSlowHeadCannotBeKeptUp()
{
    ReceiverFixture m;
    m.sink.set(Setting::LimitHeadSeconds, u"1"_s);
    QVERIFY(m.listen());
    HttpClient client(m.url());
    client.send("GET /health HTTP/1.1\r\n");
    QElapsedTimer timer;
    timer.start();
    // A field every now and then does not put the deadline off.
    QTRY_VERIFY((client.send("X: y\r\n"), client.isClosed() || !client.rest().isEmpty()));
    QCOMPARE(client.next().status, 408);
    QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(TestConnectionGate)
#include "tst_connectiongate.moc"
