// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/receiver.h"
#include "receiver/tlsfiles.h"

#include "tests/receiver/fakesink.h"

#include <QFile>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace salesdesk;
using namespace Qt::StringLiterals;

namespace
{

QString fixture(const QString &name)
{
    return name.isEmpty() ? name : QStringLiteral(TLS_FIXTURES "/") + name;
}

/// The common name a server shows, and its answer to /health; with the newest protocol `protocol` allows.
std::pair<QString, QByteArray> visit(const QString &url, QSsl::SslProtocol protocol = QSsl::SecureProtocols)
{
    QSslSocket socket;
    socket.setPeerVerifyMode(QSslSocket::VerifyNone);
    socket.setProtocol(protocol);
    socket.connectToHostEncrypted(u"127.0.0.1"_s, static_cast<quint16>(QUrl(url, QUrl::StrictMode).port()));
    if (!socket.waitForEncrypted(5000))
        return {};
    socket.write("GET /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    while (socket.state() == QAbstractSocket::ConnectedState && socket.waitForReadyRead(5000))
        ;
    return {socket.peerCertificate().subjectInfo(QSslCertificate::CommonName).value(0), socket.readAll()};
}

} // namespace

class TestTlsFiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsPairs_data();
    void readsPairs();
    void answersOverTls();
    void readsChangedFilesAgain();
    void saysWhyItDoesNotListen();
};

void TestTlsFiles::readsPairs_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("problem"); // a part of the sentence
    QTest::newRow("none: TLS is off") << QString() << QString() << QString();
    QTest::newRow("RSA") << u"rsa.crt"_s << u"rsa.key"_s << QString();
    QTest::newRow("EC") << u"ec.crt"_s << u"ec.key"_s << QString();
    QTest::newRow("no key") << u"ec.crt"_s << QString() << u"ec.crt needs its key"_s;
    QTest::newRow("no certificate") << QString() << u"ec.key"_s << u"ec.key needs its certificate"_s;
    QTest::newRow("a file that is not there") << u"none.crt"_s << u"ec.key"_s << u"none.crt cannot be read"_s;
    QTest::newRow("a key for a certificate")
        << u"ec.key"_s << u"ec.key"_s << u"ec.key holds no certificate"_s;
    QTest::newRow("a certificate for a key")
        << u"ec.crt"_s << u"ec.crt"_s << u"ec.crt holds no RSA or EC private key"_s;
    QTest::newRow("another certificate's key") << u"ec.crt"_s << u"other.key"_s << u"belong together"_s;
    QTest::newRow("a key of another kind") << u"ec.crt"_s << u"rsa.key"_s << u"belong together"_s;
}

void TestTlsFiles::readsPairs()
{
    QFETCH(QString, certificate);
    QFETCH(QString, key);
    QFETCH(QString, problem);
    TlsFiles files;
    const auto loaded = files.load(fixture(certificate), fixture(key));
    QCOMPARE(loaded.ok(), problem.isEmpty());
    if (!loaded)
        QVERIFY2(loaded.error().detail.contains(problem), qPrintable(loaded.error().detail));
    else
        QCOMPARE(files.isEnabled(), !certificate.isEmpty());
}

void TestTlsFiles::answersOverTls()
{
    FakeSink sink;
    sink.set(Setting::TlsCertificate, fixture(u"ec.crt"_s));
    sink.set(Setting::TlsKey, fixture(u"ec.key"_s));
    Receiver receiver(sink);
    receiver.start(u"127.0.0.1"_s, 0);
    QTRY_COMPARE(receiver.status().state, ReceiverState::Listening);
    QVERIFY(receiver.status().url.startsWith(u"https://"_s));
    const auto [name, answer] = visit(receiver.status().url);
    QCOMPARE(name, u"localhost"_s);
    QVERIFY(answer.startsWith("HTTP/1.1 200"));
    QVERIFY(visit(receiver.status().url, QSsl::TlsV1_2).second.startsWith("HTTP/1.1 200"));
}

void TestTlsFiles::readsChangedFilesAgain()
{
    QTemporaryDir folder;
    const auto certificate = folder.filePath(u"c"_s);
    const auto key = folder.filePath(u"k"_s);
    QVERIFY(QFile::copy(fixture(u"rsa.crt"_s), certificate));
    QVERIFY(QFile::copy(fixture(u"rsa.key"_s), key));
    FakeSink sink;
    sink.set(Setting::TlsCertificate, certificate);
    sink.set(Setting::TlsKey, key);
    Receiver receiver(sink);
    receiver.start(u"127.0.0.1"_s, 0);
    QTRY_COMPARE(receiver.status().state, ReceiverState::Listening);
    QCOMPARE(visit(receiver.status().url).first, u"localhost"_s);
    QVERIFY(QFile::remove(key));
    QCOMPARE(visit(receiver.status().url).first, u"localhost"_s); // half changed: the last good pair stays
    QVERIFY(QFile::remove(certificate));
    QVERIFY(QFile::copy(fixture(u"other.crt"_s), certificate));
    QVERIFY(QFile::copy(fixture(u"other.key"_s), key));
    QCOMPARE(visit(receiver.status().url).first, u"other"_s);
}

void TestTlsFiles::saysWhyItDoesNotListen()
{
    FakeSink sink;
    sink.set(Setting::TlsCertificate, fixture(u"ec.crt"_s));
    sink.set(Setting::TlsKey, fixture(u"other.key"_s));
    Receiver receiver(sink);
    receiver.start(u"127.0.0.1"_s, 0);
    QTRY_COMPARE(receiver.status().state, ReceiverState::Failed);
    QVERIFY(receiver.status().problem.contains(u"belong together"_s));
    QVERIFY(!receiver.status().portTaken);
}

QTEST_GUILESS_MAIN(TestTlsFiles)
#include "tst_tlsfiles.moc"
