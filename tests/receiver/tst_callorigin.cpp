// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/callorigin.h"

#include "model/domain/signature.h"

#include <QTest>

using namespace salesdesk;
using namespace Qt::StringLiterals;

class TestCallOrigin : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsTheClient_data();
    void findsTheClient();
    void asksForASignature_data();
    void asksForASignature();
    void saysThatTheSecretIsMissing();
};

void TestCallOrigin::findsTheClient_data()
{
    QTest::addColumn<QString>("peer");
    QTest::addColumn<QStringList>("fields");
    QTest::addColumn<QString>("client");
    QTest::newRow("no proxy: what it says is nobody's word")
        << u"9.9.9.9"_s << QStringList{u"1.1.1.1"_s} << u"9.9.9.9"_s;
    QTest::newRow("a proxy that says nothing") << u"10.0.0.1"_s << QStringList{} << u"10.0.0.1"_s;
    QTest::newRow("a proxy") << u"10.0.0.1"_s << QStringList{u"1.1.1.1"_s} << u"1.1.1.1"_s;
    QTest::newRow("what a client claimed before its proxy")
        << u"10.0.0.1"_s << QStringList{u"6.6.6.6, 1.1.1.1"_s} << u"1.1.1.1"_s;
    QTest::newRow("two proxies of ours")
        << u"10.0.0.1"_s << QStringList{u"1.1.1.1, 10.0.0.2"_s} << u"1.1.1.1"_s;
    QTest::newRow("two fields, in order")
        << u"10.0.0.1"_s << QStringList{u"6.6.6.6"_s, u"1.1.1.1"_s} << u"1.1.1.1"_s;
    QTest::newRow("IPv6") << u"fd00::1"_s << QStringList{u"2001:db8::7"_s} << u"2001:db8::7"_s;
    QTest::newRow("a proxy's own IPv4 as IPv6")
        << u"::ffff:10.0.0.1"_s << QStringList{u"1.1.1.1"_s} << u"1.1.1.1"_s;
    QTest::newRow("no address") << u"10.0.0.1"_s << QStringList{u"unknown"_s} << u"10.0.0.1"_s;
    QTest::newRow("an address behind no address")
        << u"10.0.0.1"_s << QStringList{u"1.1.1.1, _hidden"_s} << u"10.0.0.1"_s;
    QTest::newRow("nothing between commas") << u"10.0.0.1"_s << QStringList{u",,"_s} << u"10.0.0.1"_s;
}

void TestCallOrigin::findsTheClient()
{
    QFETCH(QString, peer);
    QFETCH(QStringList, fields);
    QFETCH(QString, client);
    RequestHead head;
    QByteArrayList sent;
    for (const auto &field : fields)
        sent.append(field.toLatin1());
    for (const auto &field : std::as_const(sent))
        head.headers.emplace_back("X-Forwarded-For", field);
    const QList proxies{QHostAddress(u"10.0.0.1"_s), QHostAddress(u"10.0.0.2"_s), QHostAddress(u"fd00::1"_s)};
    QCOMPARE(forwardedFor(QHostAddress(peer), head, proxies).toString(), client);
}

void TestCallOrigin::asksForASignature_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<qint64>("late"); // s
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<bool>("isTaken");
    QTest::newRow("signed") << QByteArray("{}") << qint64(0) << QByteArray() << true;
    QTest::newRow("one of several signatures")
        << QByteArray("{}") << qint64(0) << QByteArray("v1,AAAA v2,x ") << true;
    QTest::newRow("five minutes late") << QByteArray("{}") << qint64(300) << QByteArray() << true;
    QTest::newRow("later than that") << QByteArray("{}") << qint64(301) << QByteArray() << false;
    QTest::newRow("earlier than that") << QByteArray("{}") << qint64(-302) << QByteArray() << false;
    QTest::newRow("another body") << QByteArray("{ }") << qint64(0) << QByteArray() << false;
}

void TestCallOrigin::asksForASignature()
{
    QFETCH(QByteArray, body);
    QFETCH(qint64, late);
    QFETCH(QByteArray, more);
    QFETCH(bool, isTaken);
    const QByteArray secret(32, 's');
    Directory directory;
    directory.signingSecrets.insert(ProviderId{1}, secret);
    const qint64 now = 1'800'000'000'000;
    const auto seconds = QByteArray::number(now / 1000 - late);
    const QByteArray signatures = more + makeSignature({"msg_1", seconds, {}, "{}"}, secret);
    RequestHead head;
    head.headers = {
        {"Webhook-Id", "msg_1"}, {"Webhook-Timestamp", seconds}, {"Webhook-Signature", signatures}};
    const auto refusal = refuseUnsigned(head, body, ProviderId{1}, directory, now);
    QCOMPARE(!refusal, isTaken);
    if (refusal)
        QCOMPARE(refusal->reason, CallReason::SignatureInvalid);
}

void TestCallOrigin::saysThatTheSecretIsMissing()
{
    const auto refusal = refuseUnsigned({}, "{}", ProviderId{1}, {}, 0);
    QVERIFY(refusal);
    QCOMPARE(refusal->reason, CallReason::StorageFailed);
    QVERIFY(refusal->retryAfter > 0);
}

QTEST_APPLESS_MAIN(TestCallOrigin)
#include "tst_callorigin.moc"
