// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/signature.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace salesdesk;

/// The vector is the one of the reference libraries' documentation.
class TestSignature final : public QObject
{
    Q_OBJECT

    const QByteArray secret = QByteArray::fromBase64("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    const QByteArray id = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    const QByteArray timestamp = "1614265330";
    const QByteArray body = "{\"test\": 2432232314}";
    const QByteArray signature = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    static constexpr qint64 now = 1'614'265'330'000;

private Q_SLOTS:
    void verdicts_data()
    {
        QTest::addColumn<QByteArray>("signatures");
        QTest::addColumn<QByteArray>("sentBody");
        QTest::addColumn<qint64>("at");
        QTest::addColumn<QString>("problem"); // empty: it holds
        const QByteArray other = "v1,AAAASsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
        QTest::newRow("the reference vector") << signature << body << now << u""_s;
        QTest::newRow("one of several fits")
            << QByteArray(other + " v1a,xx " + signature) << body << now << u""_s;
        QTest::newRow("five minutes late") << signature << body << now + 300'000 << u""_s;
        QTest::newRow("more than five minutes late") << signature << body << now + 301'000 << u"clock"_s;
        QTest::newRow("from the future") << signature << body << now - 301'000 << u"clock"_s;
        QTest::newRow("another body") << signature << QByteArray(body + ' ') << now << u"secret"_s;
        QTest::newRow("another version of the scheme")
            << QByteArray("v2," + signature.sliced(3)) << body << now << u"secret"_s;
        QTest::newRow("not base64") << QByteArray("v1,!") << body << now << u"secret"_s;
        QTest::newRow("no signature") << QByteArray() << body << now << u"missing"_s;
    }
    void verdicts()
    {
        QFETCH(QByteArray, signatures);
        QFETCH(QByteArray, sentBody);
        QFETCH(qint64, at);
        QFETCH(QString, problem);
        const auto verdict = verifySignature({id, timestamp, signatures, sentBody}, secret, at);
        QCOMPARE(verdict.ok(), problem.isEmpty());
        if (!verdict)
            QVERIFY2(verdict.error().detail.contains(problem), qPrintable(verdict.error().detail));
    }

    void aTimestampThatIsNoNumberIsSaid()
    {
        const auto verdict = verifySignature({id, "yesterday", signature, body}, secret, now);
        QVERIFY(!verdict);
        QVERIFY(verdict.error().detail.contains(u"webhook-timestamp"));
    }

    void whatIsMadeIsAccepted()
    {
        QCOMPARE(makeSignature({id, timestamp, {}, body}, secret), signature);
        const auto fresh = makeSigningSecret();
        QCOMPARE(fresh.size(), 32);
        QVERIFY(fresh != makeSigningSecret());
        QCOMPARE(toSecretText(secret), u"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"_s);
    }
};

QTEST_GUILESS_MAIN(TestSignature)
#include "tst_signature.moc"
