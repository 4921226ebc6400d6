// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/receiver.h"

#include "tests/receiver/fakesink.h"
#include "tests/receiver/httpclient.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTcpServer>

using namespace salesdesk;
using namespace Qt::StringLiterals;

namespace
{

const QByteArray json =
    R"({"id":"1","type":"Sale","agent_id":"7","agent_name":"Cas","moment":"2025-12-10 19:00:00"})";

QByteArray call(const QByteArray &fields = {}, const QByteArray &body = json,
                const QByteArray &line = "POST /webhooks/p_one/activities HTTP/1.1")
{
    return line +
           "\r\nHost: a\r\nAuthorization: Bearer sdk_good\r\nContent-Type: "
           "application/json\r\nContent-Length: " +
           QByteArray::number(body.size()) + "\r\n" + fields + "\r\n" + body;
}

} // namespace

class TestReceiver : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void answersACall();
    void refusesOnTheHead_data();
    void refusesOnTheHead();
    void refusesAndCloses_data();
    void refusesAndCloses();
    void answersHealth();
    void answersHeadWithoutABody();
    void answersPipelinedInOrder();
    void answersConnectionsOutOfOrder();
    void takesARequestByteByByte();
    void sendsContinueOnlyWhenAdmitted();
    void speaksHttp10();
    void survivesAClientThatHangsUp();
    void endsWhatIsSlow_data();
    void endsWhatIsSlow();
    void limitsConnections();
    void limitsTheRate();
    void holdsFailedAuthentication();
    void believesNamedProxiesOnly();
    void masksSecretsInTheLog();
    void saysWhenItCannotQueue();
    void takesSettingsForTheNextCall();
    void finishesWhatIsInFlightOnStop();
    void saysThatThePortIsTaken();
    void takesTheNextFreePort();
    void saysThatTheAddressIsWrong();
    void listensAgainElsewhere();

private:
    void listen();

    std::unique_ptr<FakeSink> m_sink;
    std::unique_ptr<Receiver> m_receiver;
};

void TestReceiver::init()
{
    m_sink = std::make_unique<FakeSink>();
    m_receiver = std::make_unique<Receiver>(*m_sink);
}

void TestReceiver::cleanup()
{
    m_sink->release(); // what a test left held would keep the receiver waiting
    m_receiver.reset();
    m_sink.reset();
}

void TestReceiver::listen()
{
    m_receiver->start(u"127.0.0.1"_s, 0);
    QTRY_COMPARE(m_receiver->status().state, ReceiverState::Listening);
}

void TestReceiver::answersACall()
{
    listen();
    HttpClient client(m_receiver->status().url);
    client.send(call() + call());
    for (int i = 1; i <= 2; ++i) {
        const auto reply = client.next();
        QCOMPARE(reply.status, 201);
        QCOMPARE(reply.field("Content-Type"), "application/json");
        QVERIFY(reply.field("Date").endsWith(" GMT"));
        QVERIFY(reply.field("Connection").isEmpty());
        QCOMPARE(QJsonDocument::fromJson(reply.body)["call"_L1].toInt(), i);
    }
    const auto submissions = m_sink->submissions();
    QCOMPARE(submissions.size(), size_t(2));
    const auto &first = submissions.front().call;
    QCOMPARE(first.provider, ProviderId{1});
    QCOMPARE(first.key, std::optional(KeyId{1}));
    QCOMPARE(first.method, "POST");
    QCOMPARE(first.path, "/webhooks/p_one/activities");
    QCOMPARE(first.peer, u"127.0.0.1"_s);
    QCOMPARE(first.body, json);
    QVERIFY(first.receivedAt > 0);
    QVERIFY(std::holds_alternative<Draft>(submissions.front().reading.result));
}

void TestReceiver::refusesOnTheHead_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<int>("status");
    QTest::addColumn<CallReason>("reason");
    QTest::addColumn<bool>("isLogged");

    const QByteArray post = "POST /webhooks/p_one/activities HTTP/1.1";
    const QByteArray key = "Authorization: Bearer sdk_good\r\n";
    const QByteArray type = "Content-Type: application/json\r\n";
    const QByteArray none = "Content-Length: 0\r\n";
    const auto row = [](const char *name, const QByteArray &line, const QByteArray &fields, int status,
                        CallReason reason, bool isLogged) {
        QTest::newRow(name) << line << fields << status << reason << isLogged;
    };
    row("an unknown path", "POST /nothing HTTP/1.1", key + type + none, 404, CallReason::UnknownPath, false);
    row("an unknown endpoint", "POST /webhooks/p_one/x HTTP/1.1", key + type + none, 404,
        CallReason::UnknownPath, false);
    row("an unknown provider", "POST /webhooks/p_x/sales HTTP/1.1", key + type + none, 404,
        CallReason::ProviderUnknown, false);
    row("an archived provider", "POST /webhooks/p_old/sales HTTP/1.1", key + type + none, 404,
        CallReason::ProviderArchived, true);
    row("another method", "GET /webhooks/p_one/sales HTTP/1.1", key, 405, CallReason::MethodNotAllowed, true);
    row("another method for /health", "POST /health HTTP/1.1", none, 405, CallReason::MethodNotAllowed,
        false);
    row("no key", post, type + none, 401, CallReason::KeyMissing, true);
    row("a key of another scheme", post, "Authorization: Basic abc\r\n" + type + none, 401,
        CallReason::KeyMalformed, true);
    row("a scheme without a key", post, "Authorization: Bearer\r\n" + type + none, 401,
        CallReason::KeyMalformed, true);
    row("a key with a space", post, "Authorization: Bearer a b\r\n" + type + none, 401,
        CallReason::KeyMalformed, true);
    row("two keys", post, key + key + type + none, 401, CallReason::KeyMalformed, true);
    row("an unknown key", post, "Authorization: Bearer sdk_bad\r\n" + type + none, 401,
        CallReason::KeyUnknown, true);
    row("a revoked key", post, "Authorization: Bearer sdk_revoked\r\n" + type + none, 401,
        CallReason::KeyRevoked, true);
    row("a key of another provider", post, "Authorization: Bearer sdk_other\r\n" + type + none, 403,
        CallReason::KeyOfOtherProvider, true);
    row("no media type", post, key + none, 415, CallReason::MediaType, true);
    row("another media type", post, key + "Content-Type: text/plain\r\n" + none, 415, CallReason::MediaType,
        true);
    row("no length", post, key + type, 411, CallReason::LengthRequired, true);
    row("a scheme in lower case is a key", post, "Authorization: bearer sdk_good\r\n" + type + none, 400,
        CallReason::BadJson, true);
}

void TestReceiver::refusesOnTheHead()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, fields);
    QFETCH(int, status);
    QFETCH(CallReason, reason);
    QFETCH(bool, isLogged);
    listen();
    HttpClient client(m_receiver->status().url);
    client.send(line + "\r\nHost: a\r\n" + fields + "\r\n" + call());
    const auto reply = client.next();
    QCOMPARE(reply.status, status);
    QCOMPARE(reply.field("Content-Type"), "application/problem+json");
    QCOMPARE(QJsonDocument::fromJson(reply.body)["status"_L1].toInt(), status);
    QCOMPARE(reply.field("WWW-Authenticate"), status == 401 ? "Bearer" : "");
    QCOMPARE(reply.field("Allow"), status != 405 ? "" : line.contains("health") ? "GET, HEAD" : "POST");
    QCOMPARE(client.next().status, 201); // the connection goes on
    const auto submissions = m_sink->submissions();
    if (isLogged) {
        QCOMPARE(submissions.size(), size_t(2));
        QCOMPARE(std::get<Refusal>(submissions.front().reading.result).reason, reason);
    } else {
        QCOMPARE(m_sink->unlogged(), QList{reason});
    }
}

void TestReceiver::refusesAndCloses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("status");
    QTest::newRow("no HTTP") << QByteArray("hello\r\n\r\n") << 400;
    QTest::newRow("a bare line feed") << QByteArray("GET / HTTP/1.1\n") << 400;
    QTest::newRow("HTTP/2.0") << QByteArray("GET / HTTP/2.0\r\n\r\n") << 505;
    QTest::newRow("both lengths") << call("Transfer-Encoding: chunked\r\n") << 400;
    QTest::newRow("a long target") << "GET /" + QByteArray(20000, 'x') << 414;
    QTest::newRow("a large head") << "GET / HTTP/1.1\r\nX: " + QByteArray(20000, 'x') << 431;
    QTest::newRow("a large body, by its length")
        << QByteArray(call()).replace("Content-Length: ", "Content-Length: 99999") << 413;
    QTest::newRow("a large body, in chunks")
        << QByteArray(call({}, {})).replace("Content-Length: 0", "Transfer-Encoding: chunked") + "FFFFFF\r\n"
        << 413;
    QTest::newRow("a broken chunk")
        << QByteArray(call({}, {})).replace("Content-Length: 0", "Transfer-Encoding: chunked") + "x\r\n\r\n"
        << 400;
    QTest::newRow("an unknown key with a large body to come")
        << QByteArray("POST /webhooks/p_one/sales HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\nabc")
        << 401;
    QTest::newRow("Connection: close") << call("Connection: close\r\n") << 201;
}

void TestReceiver::refusesAndCloses()
{
    QFETCH(QByteArray, text);
    QFETCH(int, status);
    listen();
    HttpClient client(m_receiver->status().url);
    client.send(text);
    const auto reply = client.next();
    QCOMPARE(reply.status, status);
    QCOMPARE(reply.field("Connection"), "close");
    QTRY_VERIFY(client.isClosed());
    QCOMPARE(client.rest(), QByteArray());
}

void TestReceiver::answersHealth()
{
    listen();
    HttpClient client(m_receiver->status().url);
    client.send("GET /health HTTP/1.1\r\nHost: a\r\n\r\nHEAD /health HTTP/1.1\r\nHost: a\r\n\r\n");
    const auto reply = client.next();
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.body, R"({"status":"ok"})");
    const auto headOnly = client.next(true);
    QCOMPARE(headOnly.status, 200);
    QCOMPARE(headOnly.field("Content-Length"), "15");
    QCOMPARE(client.rest(), QByteArray());
    m_sink->setHealth({false, u"The disk is full."_s});
    client.send("GET /health HTTP/1.1\r\nHost: a\r\n\r\n");
    const auto failing = client.next();
    QCOMPARE(failing.status, 503);
    QVERIFY(failing.field("Retry-After").toInt() > 0);
    QVERIFY(m_sink->submissions().empty());
    QVERIFY(m_sink->unlogged().isEmpty());
}

void TestReceiver::answersHeadWithoutABody()
{
    listen();
    HttpClient client(m_receiver->status().url);
    // RFC 9110 §9.3.2: the length is that of the body which GET would get, or is left out.
    client.send(
        "HEAD /webhooks/p_one/sales HTTP/1.1\r\nHost: a\r\n\r\nHEAD /nothing HTTP/1.1\r\nHost: a\r\n\r\n" +
        call());
    const auto refused = client.next(true);
    QCOMPARE(refused.status, 405);
    QCOMPARE(refused.field("Allow"), "POST");
    QCOMPARE(client.next(true).status, 404);
    QCOMPARE(client.next().status, 201);
    QCOMPARE(client.rest(), QByteArray());
}

void TestReceiver::answersPipelinedInOrder()
{
    listen();
    m_sink->hold();
    HttpClient client(m_receiver->status().url);
    QByteArray all;
    for (int i = 0; i < 50; ++i)
        all += i % 2 ? call({}, QByteArray(json).replace("\"1\"", '"' + QByteArray::number(i) + '"'))
                     : QByteArray("GET /health HTTP/1.1\r\nHost: a\r\n\r\n");
    client.send(all);
    QTRY_COMPARE(m_sink->submissions().size(), size_t(1)); // the second waits for the first
    m_sink->release();
    for (int i = 0; i < 50; ++i) {
        const auto reply = client.next();
        QCOMPARE(reply.status, i % 2 ? 201 : 200);
        if (i % 2)
            QCOMPARE(QJsonDocument::fromJson(reply.body)["id"_L1].toString(), QString::number(i));
    }
}

void TestReceiver::answersConnectionsOutOfOrder()
{
    listen();
    m_sink->hold();
    HttpClient first(m_receiver->status().url);
    HttpClient second(m_receiver->status().url);
    first.send(call());
    QTRY_COMPARE(m_sink->submissions().size(), size_t(1));
    second.send(call({}, QByteArray(json).replace("\"1\"", "\"2\"")));
    QTRY_COMPARE(m_sink->submissions().size(), size_t(2));
    m_sink->release(true);
    QCOMPARE(QJsonDocument::fromJson(first.next().body)["id"_L1].toString(), u"1"_s);
    QCOMPARE(QJsonDocument::fromJson(second.next().body)["id"_L1].toString(), u"2"_s);
}

void TestReceiver::takesARequestByteByByte()
{
    listen();
    HttpClient client(m_receiver->status().url);
    client.socket().setSocketOption(QAbstractSocket::LowDelayOption, 1);
    const auto text = QByteArray(call({}, {})).replace("Content-Length: 0", "Transfer-Encoding: chunked") +
                      "10\r\n" + json.first(16) + "\r\n" + QByteArray::number(json.size() - 16, 16) +
                      ";x=y\r\n" + json.sliced(16) + "\r\n0\r\nX: y\r\n\r\n";
    for (const auto c : text) {
        client.send(QByteArray(1, c));
        QCoreApplication::processEvents();
    }
    QCOMPARE(client.next().status, 201);
    QCOMPARE(m_sink->submissions().front().call.body, json);
}

void TestReceiver::sendsContinueOnlyWhenAdmitted()
{
    listen();
    HttpClient good(m_receiver->status().url);
    const auto whole = call("Expect: 100-continue\r\n");
    const auto head = whole.first(whole.size() - json.size());
    good.send(head);
    QCOMPARE(good.next().status, 100);
    good.send(json);
    QCOMPARE(good.next().status, 201);

    HttpClient bad(m_receiver->status().url);
    bad.send(QByteArray(head).replace("sdk_good", "sdk_bad"));
    const auto reply = bad.next();
    QCOMPARE(reply.status, 401);
    QCOMPARE(reply.field("Connection"), "close");
    QTRY_VERIFY(bad.isClosed());
}

void TestReceiver::speaksHttp10()
{
    listen();
    HttpClient client(m_receiver->status().url);
    const QByteArray line = "POST /webhooks/p_one/activities HTTP/1.0";
    client.send(call("Connection: keep-alive\r\n", json, line));
    auto reply = client.next();
    QCOMPARE(reply.status, 201);
    QCOMPARE(reply.field("Connection"), "keep-alive");
    client.send(call({}, json, line));
    reply = client.next();
    QCOMPARE(reply.status, 201);
    QCOMPARE(reply.field("Connection"), "close");
    QTRY_VERIFY(client.isClosed());
}

void TestReceiver::survivesAClientThatHangsUp()
{
    listen();
    m_sink->hold();
    for (size_t i = 1; i <= 5; ++i) {
        HttpClient client(m_receiver->status().url);
        client.send(call() + call());
        QTRY_COMPARE(m_sink->submissions().size(), i);
        client.socket().abort();
    }
    m_sink->release();
    HttpClient client(m_receiver->status().url);
    client.send(call());
    QCOMPARE(client.next().status, 201);
    QTRY_COMPARE(m_receiver->status().connections, 1);
}

void TestReceiver::endsWhatIsSlow_data()
{
    QTest::addColumn<Setting>("setting");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("status");
    QTest::newRow("a head that does not end") << Setting::LimitHeadSeconds << QByteArray("GET /") << 408;
    QTest::newRow("a body that does not end") << Setting::LimitBodySeconds << call().chopped(5) << 408;
    QTest::newRow("a connection without a request") << Setting::LimitIdleSeconds << QByteArray() << 0;
}

void TestReceiver::endsWhatIsSlow()
{
    QFETCH(Setting, setting);
    QFETCH(QByteArray, text);
    QFETCH(int, status);
    m_sink->set(setting, u"1"_s);
    listen();
    HttpClient client(m_receiver->status().url);
    client.send(text);
    QCOMPARE(client.next().status, status);
    QTRY_VERIFY(client.isClosed());
    QCOMPARE(m_sink->submissions().size(), size_t(setting == Setting::LimitBodySeconds ? 1 : 0));
}

void TestReceiver::limitsConnections()
{
    m_sink->set(Setting::LimitConnectionsPerAddress, u"2"_s);
    listen();
    HttpClient first(m_receiver->status().url);
    auto second = std::make_unique<HttpClient>(m_receiver->status().url);
    first.send(call());
    second->send(call());
    QCOMPARE(first.next().status, 201);
    QCOMPARE(second->next().status, 201);
    HttpClient third(m_receiver->status().url);
    const auto reply = third.next();
    QCOMPARE(reply.status, 503);
    QVERIFY(reply.field("Retry-After").toInt() > 0);
    QTRY_VERIFY(third.isClosed());
    second.reset();
    QTRY_COMPARE(m_receiver->status().connections, 1);
    HttpClient fourth(m_receiver->status().url);
    fourth.send(call());
    QCOMPARE(fourth.next().status, 201);
}

void TestReceiver::limitsTheRate()
{
    listen();
    HttpClient client(m_receiver->status().url);
    const auto text = QByteArray(call({}, json, "POST /webhooks/p_slow/activities HTTP/1.1"))
                          .replace("sdk_good", "sdk_slow");
    client.send(text + text + text);
    QCOMPARE(client.next().status, 201);
    QCOMPARE(client.next().status, 201);
    const auto reply = client.next();
    QCOMPARE(reply.status, 429);
    QCOMPARE(reply.field("Retry-After"), "30");
}

void TestReceiver::holdsFailedAuthentication()
{
    listen();
    HttpClient client(m_receiver->status().url);
    const auto bad = QByteArray(call()).replace("sdk_good", "sdk_bad");
    for (int i = 0; i < 10; ++i) {
        client.send(bad);
        QCOMPARE(client.next().status, 401);
    }
    QElapsedTimer timer;
    timer.start();
    client.send(bad);
    QCOMPARE(client.next().status, 401);
    QVERIFY(timer.elapsed() >= 900);
    // A valid key never waits: a busy machine makes one of five calls slow, and not each.
    bool atOnce = false;
    for (int i = 0; i < 5 && !atOnce; ++i) {
        timer.start();
        client.send(call());
        QCOMPARE(client.next().status, 201);
        atOnce = timer.elapsed() < 900;
    }
    QVERIFY(atOnce);
}

void TestReceiver::believesNamedProxiesOnly()
{
    listen();
    HttpClient client(m_receiver->status().url);
    const auto forwarded = call("X-Forwarded-For: 6.6.6.6, 192.0.2.7\r\n");
    client.send(forwarded);
    QCOMPARE(client.next().status, 201);
    m_sink->set(Setting::Proxies, u"127.0.0.1"_s);
    client.send(forwarded);
    QCOMPARE(client.next().status, 201);
    const auto submissions = m_sink->submissions();
    QCOMPARE(submissions[0].call.peer, u"127.0.0.1"_s);
    QCOMPARE(submissions[1].call.peer, u"192.0.2.7"_s);
}

void TestReceiver::masksSecretsInTheLog()
{
    listen();
    HttpClient client(m_receiver->status().url);
    client.send(call(
        "Cookie: c=hidden1\r\nwebhook-signature: hidden2\r\nX-Auth-Token: hidden3\r\nX-Api-Key: hidden4\r\n"
        "X-Plain: shown\r\n",
        json, "POST /webhooks/p_one/activities?token=hidden5&a=b HTTP/1.1"));
    QCOMPARE(client.next().status, 201);
    const auto submission = m_sink->submissions().front();
    const auto logged = submission.call.path + '\n' + submission.call.headers;
    QVERIFY(!logged.contains("hidden"));
    QVERIFY(!logged.contains(FakeSink::key));
    QVERIFY(logged.contains("X-Plain: shown"));
    QVERIFY(logged.contains("Authorization: Bearer \u2022"));
    QVERIFY(logged.contains("&a=b"));
}

void TestReceiver::saysWhenItCannotQueue()
{
    listen();
    HttpClient client(m_receiver->status().url);
    m_sink->setResult(SubmitResult::QueueFull);
    client.send(call());
    auto reply = client.next();
    QCOMPARE(reply.status, 503);
    QVERIFY(reply.field("Retry-After").toInt() > 0);
    m_sink->setResult(SubmitResult::ShuttingDown);
    client.send(call());
    QCOMPARE(client.next().status, 503);
    QCOMPARE(m_sink->unlogged(), (QList{CallReason::QueueFull, CallReason::ShuttingDown}));
    m_sink->setResult(SubmitResult::Queued);
    client.send(call());
    QCOMPARE(client.next().status, 201);
}

void TestReceiver::takesSettingsForTheNextCall()
{
    listen();
    HttpClient client(m_receiver->status().url);
    client.send(call());
    QCOMPARE(client.next().status, 201);
    m_sink->set(Setting::FeatureActivities, u"false"_s);
    client.send(call());
    const auto reply = client.next();
    QCOMPARE(reply.status, 404);
    QVERIFY(reply.body.contains("switched off"));
}

void TestReceiver::finishesWhatIsInFlightOnStop()
{
    listen();
    m_sink->hold();
    const auto url = m_receiver->status().url;
    HttpClient busy(url);
    HttpClient idle(url);
    busy.send(call());
    QTRY_COMPARE(m_sink->submissions().size(), size_t(1));
    QTRY_COMPARE(m_receiver->status().connections, 2);
    m_receiver->stop();
    QTRY_VERIFY(idle.isClosed());
    QCOMPARE(m_receiver->status().state, ReceiverState::Listening);
    m_sink->release();
    const auto reply = busy.next();
    QCOMPARE(reply.status, 201);
    QCOMPARE(reply.field("Connection"), "close");
    QTRY_COMPARE(m_receiver->status().state, ReceiverState::Stopped);
    HttpClient late(url);
    QVERIFY(late.isClosed());
}

void TestReceiver::saysThatThePortIsTaken()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    m_receiver->start(u"127.0.0.1"_s, other.serverPort());
    QTRY_COMPARE(m_receiver->status().state, ReceiverState::Failed);
    QVERIFY(m_receiver->status().portTaken);
    QVERIFY(m_receiver->status().problem.contains(QString::number(other.serverPort())));
}

void TestReceiver::takesTheNextFreePort()
{
    QTcpServer first;
    QVERIFY(first.listen(QHostAddress::LocalHost, 0));
    const int taken = first.serverPort();
    QVERIFY(taken < 65500);
    QTcpServer second; // the one behind it, unless somebody else has it
    second.listen(QHostAddress::LocalHost, static_cast<quint16>(taken + 1));
    m_sink->set(Setting::ListenPort, QString::number(taken));
    m_receiver->start(u"127.0.0.1"_s, ReceiverControl::NextFreePort);
    QTRY_COMPARE(m_receiver->status().state, ReceiverState::Listening);
    const auto port = QUrl(m_receiver->status().url).port();
    QVERIFY2(port > taken + 1 && port <= taken + 100, qPrintable(m_receiver->status().url));
}

void TestReceiver::saysThatTheAddressIsWrong()
{
    m_receiver->start(u"here.there"_s, 0);
    QTRY_COMPARE(m_receiver->status().state, ReceiverState::Failed);
    QVERIFY(!m_receiver->status().portTaken);
    QVERIFY(!m_receiver->status().problem.isEmpty());
}

void TestReceiver::listensAgainElsewhere()
{
    listen();
    const auto before = m_receiver->status().url;
    m_receiver->start(u"127.0.0.1"_s, 0);
    QTRY_VERIFY(m_receiver->status().state == ReceiverState::Listening && m_receiver->status().url != before);
    HttpClient client(m_receiver->status().url);
    client.send(call());
    QCOMPARE(client.next().status, 201);
}

QTEST_GUILESS_MAIN(TestReceiver)
#include "tst_receiver.moc"
