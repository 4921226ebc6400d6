// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/clientstream.h"

#include "tests/receiver/receiverfixture.h"

#include <QElapsedTimer>

using namespace salesdesk;
using namespace Qt::StringLiterals;

/// How connections end, and what becomes of clients that do not take their answers, as a client sees it.
class TestClientStream : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void answersAHalfClosedClient_data();
    void answersAHalfClosedClient();
    void answersNothingToHalfARequest_data();
    void answersNothingToHalfARequest();
    void takesNoMoreOfAClientThatDoesNotRead();
    void endsAClientThatDoesNotRead();
    void aLastAnswerOutlivesWhatIsUnread();
    void stopsInTimeThoughAClientDoesNotRead();
    void stopsInTimeThoughNothingIsStored();
    void answersPipelinedCallsBeforeItStops();

private:
    static void sendWithoutReading(HttpClient &client);
    static void readAtLast(HttpClient &client);
    static void setWindow(HttpClient &client, int bytes);
};

namespace
{

// 62 MB of requests and 6 MB of answers: more than the kernel keeps of either.
constexpr int manyRequests = 20'000;
constexpr int requestPadding = 3000;

} // namespace

/// Sends requests and takes none of the answers; returns when the receiver has stopped taking them.
void TestClientStream::sendWithoutReading(HttpClient &client)
{
    auto &socket = client.socket();
    setWindow(client, 64 * 1024);
    socket.setReadBufferSize(1);
    client.send(("GET /nothing HTTP/1.1\r\nHost: a\r\nX: " + QByteArray(requestPadding, 'x') + "\r\n\r\n")
                    .repeated(manyRequests));
    QVERIFY(!QTest::qWaitFor([&socket] { return socket.bytesToWrite() < 3'000'000; }, 2000));
}

void TestClientStream::readAtLast(HttpClient &client)
{
    setWindow(client, 4 * 1024 * 1024);
    client.socket().setReadBufferSize(0);
}

void TestClientStream::setWindow(HttpClient &client, int bytes)
{
    ::setsockopt(static_cast<int>(client.socket().socketDescriptor()), SOL_SOCKET, SO_RCVBUF, &bytes,
                 sizeof bytes);
}

void TestClientStream::answersAHalfClosedClient_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QList<int>>("statuses");
    QTest::newRow("a call") << callRequest() << QList{201};
    QTest::newRow("a refused call") << QByteArray(callRequest()).replace("sdk_good", "sdk_bad") << QList{401};
    QTest::newRow("no call") << healthRequest << QList{200};
    QTest::newRow("calls in a row") << callRequest() + healthRequest + callRequest() << QList{201, 200, 201};
    QTest::newRow("a call of HTTP/1.0")
        << callRequest({}, activityBody, "POST /webhooks/p_one/activities HTTP/1.0") << QList{201};
    QTest::newRow("a call in chunks")
        << QByteArray(callRequest({}, {})).replace("Content-Length: 0", "Transfer-Encoding: chunked") +
               QByteArray::number(activityBody.size(), 16) + "\r\n" + activityBody + "\r\n0\r\n\r\n"
        << QList{201};
}

void TestClientStream::answersAHalfClosedClient()
{
    QFETCH(QByteArray, sent);
    QFETCH(QList<int>, statuses);
    const ReceiverFixture m;
    QVERIFY(m.listen());
    HttpClient client(m.url());
    client.send(sent);
    client.shutSending();
    for (const int status : statuses)
        QCOMPARE(client.next().status, status);
    QTRY_VERIFY(client.isClosed());
    QCOMPARE(client.rest(), QByteArray());
    QTRY_COMPARE(m.receiver->status().connections, 0);
}

void TestClientStream::answersNothingToHalfARequest_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("half a head") << QByteArray("POST /webhooks/p_one");
    QTest::newRow("half a body") << callRequest().chopped(5);
}

void TestClientStream::answersNothingToHalfARequest()
{
    QFETCH(QByteArray, sent);
    const ReceiverFixture m;
    QVERIFY(m.listen());
    HttpClient client(m.url());
    client.send(sent);
    client.shutSending();
    QTRY_VERIFY(client.isClosed());
    QCOMPARE(client.rest(), QByteArray());
    QVERIFY(m.sink.submissions().empty());
    QCOMPARE(m.good(), 201);
}

void TestClientStream::takesNoMoreOfAClientThatDoesNotRead()
{
    const ReceiverFixture m;
    QVERIFY(m.listen());
    HttpClient client(m.url());
    sendWithoutReading(client);
    QCOMPARE(m.good(), 201); // others are answered meanwhile

    // When it reads at last, each answer is there.
    readAtLast(client);
    QByteArray answers;
    QTRY_COMPARE_WITH_TIMEOUT((answers += client.socket().readAll()).count("HTTP/1.1 404 "), manyRequests,
                              30'000);
}

void TestClientStream::endsAClientThatDoesNotRead()
{
    ReceiverFixture m;
    QVERIFY(m.listen());
    HttpClient client(m.url());
    sendWithoutReading(client);
    // Only now: it would be ended while it is seen that no more is taken, and what it has to send goes then.
    m.sink.set(Setting::LimitIdleSeconds, u"1"_s);
    QCOMPARE(m.good(), 201); // a new connection: the receiver has read the limit
    QTRY_COMPARE_WITH_TIMEOUT(m.receiver->status().connections, 0, 30'000);
    readAtLast(client);
    QTRY_VERIFY_WITH_TIMEOUT(client.isClosed(), 30'000);
}

void TestClientStream::aLastAnswerOutlivesWhatIsUnread()
{
    const ReceiverFixture m;
    QVERIFY(m.listen());
    // A body of 2 MB is on its way when its head is refused: closing at once would reset the connection, and
    // the answer would be gone with it.
    const auto large = callRequest({}, QByteArray(2'000'000, 'x'));
    for (int i = 0; i < 20; ++i) {
        HttpClient client(m.url());
        client.send(large);
        QCOMPARE(client.next().status, 413);
        client.socket().disconnectFromHost();
    }
    // What follows a request that asks to close is not answered, and takes no answer with it either.
    HttpClient client(m.url());
    client.send(callRequest("Connection: close\r\n") + callRequest());
    QCOMPARE(client.next().status, 201);
    QTRY_VERIFY(client.isClosed());
    QCOMPARE(client.rest(), QByteArray());
    QCOMPARE(m.sink.submissions().size(), size_t(21));
}

void TestClientStream::stopsInTimeThoughAClientDoesNotRead()
{
    ReceiverFixture m;
    QVERIFY(m.listen());
    HttpClient deaf(m.url());
    sendWithoutReading(deaf);
    m.sink.hold();
    HttpClient busy(m.url());
    busy.send(callRequest());
    QTRY_COMPARE(m.sink.submissions().size(), size_t(1));

    QElapsedTimer timer;
    timer.start();
    m.receiver->stop();
    m.sink.release();
    QCOMPARE(busy.next().status, 201);
    QTRY_COMPARE_WITH_TIMEOUT(m.receiver->status().state, ReceiverState::Stopped, 10'000);
    QVERIFY2(timer.elapsed() < 8000, qPrintable(QString::number(timer.elapsed())));
    readAtLast(deaf);
    QTRY_VERIFY_WITH_TIMEOUT(deaf.isClosed(), 30'000); // 60 MB go first
}

void TestClientStream::stopsInTimeThoughNothingIsStored()
{
    ReceiverFixture m;
    QVERIFY(m.listen());
    m.sink.hold();
    HttpClient client(m.url());
    client.send(callRequest());
    QTRY_COMPARE(m.sink.submissions().size(), size_t(1));
    QElapsedTimer timer;
    timer.start();
    m.receiver->stop();
    QTRY_COMPARE_WITH_TIMEOUT(m.receiver->status().state, ReceiverState::Stopped, 10'000);
    QVERIFY2(timer.elapsed() >= 4000 && timer.elapsed() < 8000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(client.next().status, 0); // not acknowledged: the sender sends it again
    m.sink.release();                  // an outcome for nobody does no harm
    QVERIFY(m.listen());
    QCOMPARE(m.good(), 201);
}

void TestClientStream::answersPipelinedCallsBeforeItStops()
{
    ReceiverFixture m;
    QVERIFY(m.listen());
    m.sink.hold();
    HttpClient client(m.url());
    client.send(callRequest() + healthRequest);
    QTRY_COMPARE(m.sink.submissions().size(), size_t(1));
    m.receiver->stop();
    m.sink.release();
    const auto reply = client.next();
    QCOMPARE(reply.status, 201);
    // The one behind it was not begun: the client sees that by the closing (RFC 9112 §9.6).
    QCOMPARE(reply.field("Connection"), "close");
    QTRY_VERIFY(client.isClosed());
    QCOMPARE(client.rest(), QByteArray());
    QTRY_COMPARE(m.receiver->status().state, ReceiverState::Stopped);
}

QTEST_GUILESS_MAIN(TestClientStream)
#include "tst_clientstream.moc"
