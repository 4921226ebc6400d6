// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/receiver.h"
#include "receiver/tlsfiles.h"

#include "tests/receiver/fakesink.h"
#include "tests/receiver/httpclient.h"

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

QByteArray content(const QString &name)
{
    QFile file(fixture(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A receiver whose certificate and key are files in a folder of the test's.
class TlsServer final
{
public:
    TlsServer(const QTemporaryDir &folder, const QString &pair)
        : receiver(sink)
        , m_folder(folder)
    {
        write(content(pair + u".crt"_s), content(pair + u".key"_s));
        sink.set(Setting::TlsCertificate, m_folder.filePath(u"c"_s));
        sink.set(Setting::TlsKey, m_folder.filePath(u"k"_s));
    }
    [[nodiscard]] bool isListening()
    {
        receiver.start(u"127.0.0.1"_s, 0);
        return QTest::qWaitFor([this] { return receiver.status().state == ReceiverState::Listening; });
    }
    void write(const QByteArray &certificate, const QByteArray &key)
    {
        for (const auto &[name, bytes] : {std::pair(u"c"_s, certificate), std::pair(u"k"_s, key)}) {
            QFile file(m_folder.filePath(name));
            if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(bytes) != bytes.size())
                qFatal("The test's files cannot be written.");
        }
    }

    FakeSink sink;
    Receiver receiver;

private:
    const QTemporaryDir &m_folder;
};

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
    void saysWhatIsWrongWithAChangedPair_data();
    void saysWhatIsWrongWithAChangedPair();
    void saysThatACertificateIsOutOfDate();
    void refusesOldProtocols();
    void letsARefusedClientReadWhy();
    void endsAHandshakeThatDoesNotEnd();
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

void TestTlsFiles::saysWhatIsWrongWithAChangedPair_data()
{
    QTest::addColumn<QByteArray>("certificate");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QString>("problem");
    const auto ecKey = content(u"ec.key"_s);
    QTest::newRow("a key that is cut off")
        << content(u"ec.crt"_s) << ecKey.first(ecKey.size() / 2) << u"holds no RSA or EC private key"_s;
    QTest::newRow("another pair's key")
        << content(u"ec.crt"_s) << content(u"other.key"_s) << u"belong together"_s;
    QTest::newRow("an empty certificate") << QByteArray() << ecKey << u"holds no certificate"_s;
}

void TestTlsFiles::saysWhatIsWrongWithAChangedPair()
{
    QFETCH(QByteArray, certificate);
    QFETCH(QByteArray, key);
    QFETCH(QString, problem);
    const QTemporaryDir folder;
    TlsServer server(folder, u"rsa"_s);
    QVERIFY(server.isListening());
    QCOMPARE(server.receiver.status().problem, QString());

    // The pair of before goes on serving, and the status says so without a client that asks for it.
    server.write(certificate, key);
    QTRY_VERIFY2(server.receiver.status().problem.contains(problem),
                 qPrintable(server.receiver.status().problem));
    QVERIFY(server.receiver.status().problem.contains(u"those of before stay in use"_s));
    QCOMPARE(server.receiver.status().state, ReceiverState::Listening);
    for (int i = 0; i < 3; ++i) {
        const auto [name, answer] = visit(server.receiver.status().url);
        QCOMPARE(name, u"localhost"_s);
        QVERIFY(answer.startsWith("HTTP/1.1 200"));
    }

    server.write(content(u"other.crt"_s), content(u"other.key"_s));
    QTRY_COMPARE(server.receiver.status().problem, QString());
    QCOMPARE(visit(server.receiver.status().url).first, u"other"_s);
}

void TestTlsFiles::saysThatACertificateIsOutOfDate()
{
    TlsFiles files;
    QVERIFY(files.load(fixture(u"ec.crt"_s), fixture(u"ec.key"_s)));
    const auto certificate = QSslCertificate::fromPath(fixture(u"ec.crt"_s)).constFirst();
    QCOMPARE(files.problem(certificate.effectiveDate().addDays(1)), QString());
    QVERIFY(files.problem(certificate.expiryDate().addDays(1)).contains(u"expired on 21"_s));
    QVERIFY(files.problem(certificate.effectiveDate().addDays(-1)).contains(u"is valid from 20"_s));
}

void TestTlsFiles::refusesOldProtocols()
{
    const QTemporaryDir folder;
    TlsServer server(folder, u"ec"_s);
    QVERIFY(server.isListening());
    // What a client of TLS 1.0 and of 1.1 sends first, with a cipher that both knew; Qt's own are not built
    // with them. The answer is an alert: 21, the version, and "protocol version" (RFC 8446 §6.2).
    for (const char minor : {'\x01', '\x02'}) {
        HttpClient client(server.receiver.status().url);
        const QByteArray hello = QByteArray("\x03", 1) + minor + QByteArray(32, 'r') + QByteArray(1, '\0') +
                                 QByteArray("\x00\x02\xc0\x0a\x01\x00", 6);
        const QByteArray handshake = QByteArray("\x01\x00\x00", 3) + char(hello.size()) + hello;
        client.send(QByteArray("\x16\x03", 2) + minor + QByteArray(1, '\0') + char(handshake.size()) +
                    handshake);
        QTRY_VERIFY(client.isClosed());
        QCOMPARE(client.rest().first(1), QByteArray("\x15"));
        QCOMPARE(client.rest().last(1), QByteArray("\x46"));
    }
    QVERIFY(visit(server.receiver.status().url).second.startsWith("HTTP/1.1 200"));
}

void TestTlsFiles::letsARefusedClientReadWhy()
{
    const QTemporaryDir folder;
    TlsServer server(folder, u"ec"_s);
    QVERIFY(server.isListening());
    QSslSocket socket;
    socket.setPeerVerifyMode(QSslSocket::VerifyNone);
    socket.connectToHostEncrypted(u"127.0.0.1"_s,
                                  static_cast<quint16>(QUrl(server.receiver.status().url).port()));
    QVERIFY(socket.waitForEncrypted(5000));
    // Refused on its head while its body is on the way: the answer must outlive what is unread.
    socket.write("POST /webhooks/p_one/sales HTTP/1.1\r\nHost: a\r\nContent-Length: 2000000\r\n\r\n" +
                 QByteArray(2'000'000, 'x'));
    QTRY_VERIFY(socket.bytesAvailable() > 0 || socket.state() == QAbstractSocket::UnconnectedState);
    QVERIFY(socket.readAll().startsWith("HTTP/1.1 401"));
}

void TestTlsFiles::endsAHandshakeThatDoesNotEnd()
{
    const QTemporaryDir folder;
    TlsServer server(folder, u"ec"_s);
    server.sink.set(Setting::LimitIdleSeconds, u"1"_s);
    QVERIFY(server.isListening());
    HttpClient silent(server.receiver.status().url);
    HttpClient half(server.receiver.status().url);
    half.send(QByteArray("\x16\x03\x01\x02\x00\x01", 6));
    HttpClient clear(server.receiver.status().url);
    clear.send("GET /health HTTP/1.1\r\nHost: a\r\n\r\n");
    QTRY_VERIFY(silent.isClosed() && half.isClosed() && clear.isClosed());
    QCOMPARE(server.receiver.status().state, ReceiverState::Listening);
    QTRY_COMPARE(server.receiver.status().connections, 0);
    QVERIFY(visit(server.receiver.status().url).second.startsWith("HTTP/1.1 200"));
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
