// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/secrets.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace salesdesk;
using namespace Qt::StringLiterals;

class TestSecrets : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void opensWhatItSealed();
    void opensNothingElse_data();
    void opensNothingElse();
    void sealsEachTimeAnew();
    void keepsItsBytes();
    void refusesBytesOfAnotherLength_data();
    void refusesBytesOfAnotherLength();
    void makesKeys();
    void makesPublicIds();
    void hashesAsTheStandardSays();
};

void TestSecrets::opensWhatItSealed()
{
    const auto master = MasterKey::generate();
    for (const auto &secret : {QByteArray(), QByteArray("x"), QByteArray(10'000, '\0')}) {
        const auto opened = master.open(master.seal(secret, "p_1"), "p_1");
        QVERIFY(opened);
        QCOMPARE(*opened, secret);
    }
}

void TestSecrets::opensNothingElse_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("another master key") << 0;
    QTest::newRow("sealed for another provider") << 1;
    QTest::newRow("each bit of it, flipped") << 2;
    QTest::newRow("each beginning of it") << 3;
}

void TestSecrets::opensNothingElse()
{
    QFETCH(int, kind);
    const auto master = MasterKey::generate();
    const auto sealed = master.seal("sdk_secret", "p_1");
    const auto isClosed = [](const Result<QByteArray> &opened) {
        return !opened && opened.error().code == ErrorCode::SecretUnavailable &&
               !opened.error().detail.contains(u"sdk_"_s);
    };
    if (kind == 0)
        QVERIFY(isClosed(MasterKey::generate().open(sealed, "p_1")));
    if (kind == 1)
        QVERIFY(isClosed(master.open(sealed, "p_2")));
    for (qsizetype i = 0; kind == 2 && i < sealed.size() * 8; ++i) {
        auto flipped = sealed;
        flipped[i / 8] = static_cast<char>(flipped[i / 8] ^ (1 << i % 8));
        QVERIFY(isClosed(master.open(flipped, "p_1")));
    }
    for (qsizetype i = 0; kind == 3 && i < sealed.size(); ++i)
        QVERIFY(isClosed(master.open(sealed.first(i), "p_1")));
}

void TestSecrets::sealsEachTimeAnew()
{
    const auto master = MasterKey::generate();
    const auto sealed = master.seal("sdk_secret", "p_1");
    QVERIFY(master.seal("sdk_secret", "p_1") != sealed); // equal secrets are not seen to be equal
    QVERIFY(!sealed.contains("secret"));
}

void TestSecrets::keepsItsBytes()
{
    const auto master = MasterKey::generate();
    QCOMPARE(master.bytes().size(), qsizetype(MasterKey::Size));
    const auto again = MasterKey::fromBytes(master.bytes());
    QVERIFY(again);
    QCOMPARE(*again->open(master.seal("s", "p"), "p"), QByteArray("s"));
    QVERIFY(MasterKey::generate().bytes() != master.bytes());
}

void TestSecrets::refusesBytesOfAnotherLength_data()
{
    QTest::addColumn<qsizetype>("size");
    for (const qsizetype size : {0, 1, 31, 33, 64})
        QTest::addRow("%lld bytes", static_cast<long long>(size)) << size;
}

void TestSecrets::refusesBytesOfAnotherLength()
{
    QFETCH(qsizetype, size);
    const auto key = MasterKey::fromBytes(QByteArray(size, 'k'));
    QVERIFY(!key);
    QCOMPARE(key.error().code, ErrorCode::InvalidArgument);
}

void TestSecrets::makesKeys()
{
    const auto master = MasterKey::generate();
    static const QRegularExpression form(u"^sdk_[A-Za-z0-9_-]{43}$"_s);
    QSet<QString> texts;
    for (int i = 0; i < 50; ++i) {
        const auto key = makeKey(master, "p_1");
        QVERIFY2(form.match(key.text).hasMatch(), qPrintable(key.hint));
        texts.insert(key.text);
        QCOMPARE(key.sha256, sha256(key.text.toUtf8()));
        QCOMPARE(*master.open(key.sealed, "p_1"), key.text.toUtf8());
        QCOMPARE(key.hint, u"sdk_••••••"_s + key.text.last(4));
    }
    QCOMPARE(texts.size(), 50);
}

void TestSecrets::makesPublicIds()
{
    static const QRegularExpression form(u"^p_[A-Za-z0-9_-]{22}$"_s);
    QSet<QString> ids;
    for (int i = 0; i < 50; ++i) {
        const auto id = makePublicId();
        QVERIFY2(form.match(id).hasMatch(), qPrintable(id));
        ids.insert(id);
    }
    QCOMPARE(ids.size(), 50);
}

void TestSecrets::hashesAsTheStandardSays()
{
    // FIPS 180-4: the example "abc".
    QCOMPARE(sha256("abc").toHex(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

QTEST_APPLESS_MAIN(TestSecrets)
#include "tst_secrets.moc"
