// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/receiver.h"

#include "tests/receiver/fakesink.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

using namespace salesdesk;
using namespace Qt::StringLiterals;

/// *Send Test Call*: the receiver's face sends to the receiver itself, over HTTP.
class TestTestSender final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isAnsweredByTheReceiver_data();
    void isAnsweredByTheReceiver();
    void saysThatNobodyListens();
    void judgesTlsFiles();

private:
    static Result<int> answerOf(QFuture<Result<int>> future)
    {
        return QTest::qWaitFor([&future] { return future.isFinished(); }, 20000)
                   ? future.result()
                   : Result<int>(ErrorCode::Internal, u"no answer"_s);
    }
    static TestCall call(const QByteArray &key)
    {
        return {
            "/webhooks/p_one/activities",
            {{"Authorization", "Bearer " + key}, {"Content-Type", "application/json"}},
            R"({"id":"1","type":"Sale","agent_id":"7","agent_name":"Cas","moment":"2025-12-10 19:00:00"})"};
    }
};

void TestTestSender::isAnsweredByTheReceiver_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("tls");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<int>("status");
    QTest::newRow("a call") << u"127.0.0.1"_s << false << QByteArray("sdk_good") << 201;
    QTest::newRow("a wrong key") << u"127.0.0.1"_s << false << QByteArray("sdk_wrong") << 401;
    QTest::newRow("a receiver on all addresses") << u"0.0.0.0"_s << false << QByteArray("sdk_good") << 201;
    QTest::newRow("a certificate for another name")
        << u"127.0.0.1"_s << true << QByteArray("sdk_good") << 201;
}

void TestTestSender::isAnsweredByTheReceiver()
{
    QFETCH(QString, address);
    QFETCH(bool, tls);
    QFETCH(QByteArray, key);
    QFETCH(int, status);
    FakeSink sink;
    if (tls) {
        sink.set(Setting::TlsCertificate, QStringLiteral(TLS_FIXTURES "/rsa.crt"));
        sink.set(Setting::TlsKey, QStringLiteral(TLS_FIXTURES "/rsa.key"));
    }
    Receiver receiver(sink);
    receiver.start(address, 0);
    QTRY_COMPARE(receiver.status().state, ReceiverState::Listening);
    QCOMPARE(receiver.status().url.startsWith(u"https:"_s), tls);
    const auto answer = answerOf(receiver.send(call(key)));
    QVERIFY2(answer.ok(), answer.ok() ? "" : qPrintable(answer.error().detail));
    QCOMPARE(*answer, status);
}

void TestTestSender::saysThatNobodyListens()
{
    FakeSink sink;
    Receiver receiver(sink);
    const auto answer = answerOf(receiver.send(call("sdk_good")));
    QVERIFY(!answer.ok());
    QVERIFY2(answer.error().detail.contains(u"not running"_s), qPrintable(answer.error().detail));
}

void TestTestSender::judgesTlsFiles()
{
    FakeSink sink;
    const Receiver receiver(sink);
    QVERIFY(receiver.checkTls(QStringLiteral(TLS_FIXTURES "/ec.crt"), QStringLiteral(TLS_FIXTURES "/ec.key"))
                .ok());
    QVERIFY(
        !receiver.checkTls(QStringLiteral(TLS_FIXTURES "/ec.crt"), QStringLiteral(TLS_FIXTURES "/rsa.key"))
             .ok());
}

QTEST_GUILESS_MAIN(TestTestSender)
#include "tst_testsender.moc"
