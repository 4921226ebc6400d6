// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/requestframer.h"

#include <QTest>

using namespace salesdesk;

namespace
{

/// What a framer made of a text, fed in pieces of `step` bytes.
struct Verdict {
    RequestFramer::State state = RequestFramer::State::Head;
    CallReason reason = CallReason::Created; // of a refusal
    QByteArray method;
    QByteArray path;
    QByteArray body;
    bool keepAlive = false;
    qsizetype used = 0;
    friend bool operator==(const Verdict &, const Verdict &) = default;
};

Verdict frame(const QByteArray &text, qsizetype step, RequestFramer::Limits limits = {})
{
    RequestFramer framer(limits);
    Verdict verdict;
    for (qsizetype at = 0; at < text.size(); at += step) {
        auto piece = QByteArrayView(text).sliced(at, std::min(step, text.size() - at));
        while (!piece.isEmpty()) {
            const auto used = framer.feed(piece);
            if (used == 0)
                break;
            verdict.used += used;
            piece = piece.sliced(used);
        }
    }
    verdict.state = framer.state();
    if (verdict.state == RequestFramer::State::Refused) {
        verdict.reason = framer.refusal().reason;
        verdict.used = 0;
        return verdict;
    }
    verdict.method = framer.head().method.toByteArray();
    verdict.path = framer.head().path.toByteArray();
    verdict.keepAlive = framer.head().keepAlive;
    verdict.body = framer.body();
    return verdict;
}

const QByteArray host = "Host: a\r\n";

} // namespace

class TestRequestFramer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void accepts_data();
    void accepts();
    void refuses_data();
    void refuses();
    void keepsAlive_data();
    void keepsAlive();
    void leavesWhatFollows();
    void limitsTheHead();
    void limitsAChunkedBody();
    void limitsChunkExtensions();
    void limitsTrailers();
    void readsFields();
};

void TestRequestFramer::accepts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");

    const auto row = [](const char *name, const QByteArray &text, const QByteArray &method,
                        const QByteArray &path,
                        const QByteArray &body) { QTest::newRow(name) << text << method << path << body; };
    row("9112 §2.1 no body", "GET /a HTTP/1.1\r\n" + host + "\r\n", "GET", "/a", "");
    row("9112 §2.2 empty lines before the request", "\r\n\r\nGET /a HTTP/1.1\r\n" + host + "\r\n", "GET",
        "/a", "");
    row("9110 §2.5 a later minor version", "GET /a HTTP/1.7\r\n" + host + "\r\n", "GET", "/a", "");
    row("9112 §3.2 HTTP/1.0 without Host", "GET /a HTTP/1.0\r\n\r\n", "GET", "/a", "");
    row("9112 §3.2.1 a query is not the path", "GET /a?b=/c HTTP/1.1\r\n" + host + "\r\n", "GET", "/a", "");
    row("9112 §3.2.2 absolute form", "GET http://b:80/a?x HTTP/1.1\r\n" + host + "\r\n", "GET", "/a", "");
    row("9112 §3.2.2 absolute form with no path", "GET HTTPS://b HTTP/1.1\r\n" + host + "\r\n", "GET", "/",
        "");
    row("9112 §3.2.4 asterisk form", "OPTIONS * HTTP/1.1\r\n" + host + "\r\n", "OPTIONS", "*", "");
    row("9110 §9.1 an unknown method", "BREW /a HTTP/1.1\r\n" + host + "\r\n", "BREW", "/a", "");
    row("9110 §5.5 a field without a value", "GET /a HTTP/1.1\r\nX:\r\n" + host + "\r\n", "GET", "/a", "");
    row("9110 §5.5 a field with bytes above ASCII", "GET /a HTTP/1.1\r\nX: \xc3\xa9\r\n" + host + "\r\n",
        "GET", "/a", "");
    row("9112 §3.2 an empty Host", "GET /a HTTP/1.1\r\nHost:\r\n\r\n", "GET", "/a", "");
    row("9112 §3.2 a Host with an IPv6 address and a port", "GET /a HTTP/1.1\r\nHost: [::1]:8787\r\n\r\n",
        "GET", "/a", "");
    row("9112 §3.2.2 absolute form with an IPv6 address",
        "GET http://[::1]:80/a HTTP/1.1\r\n" + host + "\r\n", "GET", "/a", "");
    row("9110 §5.5 a field with a tab within", "GET /a HTTP/1.1\r\nX: a\tb\r\n" + host + "\r\n", "GET", "/a",
        "");
    row("9112 §6.2 Content-Length with white space around it",
        "POST /a HTTP/1.1\r\n" + host + "Content-Length:\t 2 \t\r\n\r\nhi", "POST", "/a", "hi");
    row("9110 §7.8 an upgrade that is not made",
        "GET /a HTTP/1.1\r\n" + host + "Connection: Upgrade\r\nUpgrade: h2c\r\n\r\n", "GET", "/a", "");
    row("9112 §7.1.1 white space before a chunk's extension",
        "POST /a HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n3 ;a\r\nhel\r\n0\r\n\r\n", "POST",
        "/a", "hel");
    row("9110 §5.6.4 a quoted pair in a chunk's extension",
        "POST /a HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n3;a=\"\\\"\"\r\nhel\r\n0\r\n\r\n",
        "POST", "/a", "hel");
    row("9112 §6.2 Content-Length", "POST /a HTTP/1.1\r\n" + host + "Content-Length: 5\r\n\r\nhello", "POST",
        "/a", "hello");
    row("9112 §6.2 Content-Length of nothing", "POST /a HTTP/1.1\r\n" + host + "Content-Length: 0\r\n\r\n",
        "POST", "/a", "");
    row("9112 §7.1 chunks",
        "POST /a HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n",
        "POST", "/a", "hello");
    row("9112 §7 the coding's name without case",
        "POST /a HTTP/1.1\r\n" + host + "transfer-encoding: ChunkeD\r\n\r\nA\r\n0123456789\r\n0\r\n\r\n",
        "POST", "/a", "0123456789");
    row("9112 §7.1 leading zeros of a chunk's size",
        "POST /a HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n0003\r\nhel\r\n000\r\n\r\n",
        "POST", "/a", "hel");
    row("9112 §7.1 no chunk but the last",
        "POST /a HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "POST", "/a", "");
    row("9112 §7.1.2 no chunk but the last, with a trailer",
        "POST /a HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n0\r\nX: y\r\n\r\n", "POST", "/a",
        "");
    row("9112 §7.1.2 a trailer with one quotation mark",
        "POST /a HTTP/1.1\r\n" + host +
            "Transfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\nX: \"\r\nY: z\r\n\r\n",
        "POST", "/a", "a");
    row("9112 §7.1.1 chunk extensions",
        "POST /a HTTP/1.1\r\n" + host +
            "Transfer-Encoding: chunked\r\n\r\n3;a=b;c=\"d e\"\r\nhel\r\n0;x\r\n\r\n",
        "POST", "/a", "hel");
    row("9112 §7.1.2 trailers are discarded",
        "POST /a HTTP/1.1\r\n" + host +
            "Transfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n0\r\nAuthorization: x\r\nY: z\r\n\r\n",
        "POST", "/a", "hel");
}

void TestRequestFramer::accepts()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    const Verdict expected{RequestFramer::State::Complete, CallReason::Created, method, path, body,
                           !text.contains("HTTP/1.0"),     text.size()};
    QCOMPARE(frame(text, text.size()).body, body);
    for (qsizetype step = 1; step <= text.size(); ++step)
        QVERIFY2(frame(text, step) == expected, qPrintable(QString::number(step)));
}

void TestRequestFramer::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<CallReason>("reason");

    const auto row = [](const char *name, const QByteArray &text,
                        CallReason reason = CallReason::BadRequest) {
        QTest::newRow(name) << text << reason;
    };
    const auto fields = [](const QByteArray &lines) {
        return "POST /a HTTP/1.1\r\n" + host + lines + "\r\n";
    };
    const auto chunked = [&fields](const QByteArray &body) {
        return fields("Transfer-Encoding: chunked\r\n") + body;
    };

    row("9112 §2.2 a bare line feed", "GET /a HTTP/1.1\nHost: a\n\n");
    row("9112 §2.2 a bare line feed among fields", "GET /a HTTP/1.1\r\nHost: a\nX: y\r\n\r\n");
    row("9112 §2.2 a bare carriage return", "GET /a HTTP/1.1\r\nHost: a\rX: y\r\n\r\n");
    row("9112 §2.2 white space before the request line", " GET /a HTTP/1.1\r\nHost: a\r\n\r\n");
    row("9112 §2.2 white space before the first field", "GET /a HTTP/1.1\r\n Host: a\r\n\r\n");
    row("9112 §2.2 empty lines without end", "\r\n\r\n\r\n\r\n\r\n\r\n");
    row("9112 §2.3 no version", "GET /a\r\nHost: a\r\n\r\n");
    row("9112 §2.3 a version in lower case", "GET /a http/1.1\r\nHost: a\r\n\r\n");
    row("9112 §2.3 a version with too many digits", "GET /a HTTP/1.10\r\nHost: a\r\n\r\n");
    row("9110 §15.6.6 HTTP/2.0", "GET /a HTTP/2.0\r\nHost: a\r\n\r\n", CallReason::VersionNotSupported);
    row("9110 §15.6.6 HTTP/0.9 with a version", "GET /a HTTP/0.9\r\n\r\n", CallReason::VersionNotSupported);
    row("9113 §3.4 the preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        CallReason::VersionNotSupported);
    row("9112 §3 two spaces", "GET  /a HTTP/1.1\r\nHost: a\r\n\r\n");
    row("9112 §3 a tab between the parts", "GET\t/a HTTP/1.1\r\nHost: a\r\n\r\n");
    row("9112 §3 a space at the end", "GET /a HTTP/1.1 \r\nHost: a\r\n\r\n");
    row("9110 §9.1 a method that is no token", "GE(T /a HTTP/1.1\r\nHost: a\r\n\r\n");
    row("9112 §3.2 a space in the target", "GET /a b HTTP/1.1\r\nHost: a\r\n\r\n");
    row("9112 §3.2 a fragment in the target", "GET /a#b HTTP/1.1\r\nHost: a\r\n\r\n");
    row("9112 §3.2 bytes above ASCII in the target", "GET /\xc3\xa9 HTTP/1.1\r\nHost: a\r\n\r\n");
    row("9112 §3.2 a target that is no path", "GET a HTTP/1.1\r\nHost: a\r\n\r\n");
    row("9112 §3.2.2 absolute form with user information", "GET http://u@b/ HTTP/1.1\r\nHost: a\r\n\r\n");
    row("9112 §3.2.2 absolute form of another scheme", "GET ftp://b/ HTTP/1.1\r\nHost: a\r\n\r\n");
    row("9112 §3.2.3 CONNECT", "CONNECT a:80 HTTP/1.1\r\nHost: a\r\n\r\n");
    row("9112 §3.2.4 asterisk form of another method", "GET * HTTP/1.1\r\nHost: a\r\n\r\n");
    row("9112 §3.2 no Host in 1.1", "GET /a HTTP/1.1\r\nX: y\r\n\r\n");
    row("9112 §3.2 two Hosts", "GET /a HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n");
    row("9112 §3.2 two Hosts in 1.0", "GET /a HTTP/1.0\r\nHost: a\r\nHost: b\r\n\r\n");
    row("9112 §3.2 a Host with a space", "GET /a HTTP/1.1\r\nHost: a b\r\n\r\n");
    row("9112 §3.2 a Host with user information", "GET /a HTTP/1.1\r\nHost: u@a\r\n\r\n");
    row("9112 §5 a field without a colon", fields("abc\r\n"));
    row("9112 §5.1 white space before the colon", fields("Content-Length : 0\r\n"));
    row("9112 §5.1 a tab before the colon", fields("Content-Length\t: 0\r\n"));
    row("9112 §5.1 a field without a name", fields(": x\r\n"));
    row("9110 §5.1 a name that is no token", fields("a(b: x\r\n"));
    row("9112 §5.2 a folded field", fields("X: a\r\n b\r\n"));
    row("9112 §5.2 a field folded with a tab", fields("X: a\r\n\tb\r\n"));
    row("9110 §5.5 a NUL", fields(QByteArray("X: a\0b\r\n", 8)));
    row("9110 §5.5 a control character", fields("X: a\x01\r\n"));
    row("9110 §5.5 a DEL", fields("X: a\x7f\r\n"));
    row("no text at all: a TLS greeting", QByteArray("\x16\x03\x01\x02\x00\x01", 6));
    row("9112 §6.1 Content-Length with Transfer-Encoding",
        fields("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n"));
    row("9112 §6.1 Transfer-Encoding with Content-Length",
        fields("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n"));
    row("9112 §6.1 an unknown coding", fields("Transfer-Encoding: gzip\r\n"));
    row("9112 §6.1 a coding before chunked", fields("Transfer-Encoding: gzip, chunked\r\n"));
    row("9112 §6.1 chunked twice", fields("Transfer-Encoding: chunked, chunked\r\n"));
    row("9112 §6.1 two Transfer-Encodings",
        fields("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n"));
    row("9112 §6.1 identity", fields("Transfer-Encoding: identity\r\n"));
    row("9112 §6.1 a coding in quotes", fields("Transfer-Encoding: \"chunked\"\r\n"));
    row("9112 §6.1 no coding", fields("Transfer-Encoding:\r\n"));
    row("9112 §6.1 chunked with a vertical tab", fields("Transfer-Encoding: \x0b"
                                                        "chunked\r\n"));
    row("9112 §6.1 chunked in HTTP/1.0", "POST /a HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n");
    row("9112 §3 something behind the version", "GET /a HTTP/1.1 x\r\nHost: a\r\n\r\n");
    row("9112 §5.1 white space before the colon of Host", "GET /a HTTP/1.1\r\nHost : a\r\n\r\n");
    row("9112 §5.1 white space before the colon of Transfer-Encoding",
        fields("Transfer-Encoding : chunked\r\n"));
    row("9112 §5.2 a folded Transfer-Encoding", fields("Transfer-Encoding:\r\n chunked\r\n"));
    row("9112 §6.3 two Content-Lengths in 1.0",
        "POST /a HTTP/1.0\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n");
    row("9110 §8.6 two numbers in a Content-Length", fields("Content-Length: 1 2\r\n"));
    row("9112 §7.1.1 a bare carriage return in a chunk's extension", chunked("3;a\rb\r\nhel\r\n0\r\n\r\n"));
    row("9112 §6.3 two equal Content-Lengths", fields("Content-Length: 5\r\nContent-Length: 5\r\n"));
    row("9112 §6.3 two differing Content-Lengths", fields("Content-Length: 5\r\nContent-Length: 6\r\n"));
    row("9112 §6.3 a list of Content-Lengths", fields("Content-Length: 5, 5\r\n"));
    row("9110 §8.6 a Content-Length with a plus", fields("Content-Length: +5\r\n"));
    row("9110 §8.6 a negative Content-Length", fields("Content-Length: -5\r\n"));
    row("9110 §8.6 a hexadecimal Content-Length", fields("Content-Length: 0x5\r\n"));
    row("9110 §8.6 an empty Content-Length", fields("Content-Length:\r\n"));
    row("9110 §8.6 a Content-Length that overflows", fields("Content-Length: 99999999999999999999\r\n"));
    row("9110 §10.1.1 another expectation", fields("Expect: 200-ok\r\nContent-Length: 0\r\n"));
    row("9112 §7.1 a chunk without a size", chunked("\r\nhel\r\n0\r\n\r\n"));
    row("9112 §7.1 a chunk's size that is no number", chunked("x\r\nhel\r\n0\r\n\r\n"));
    row("9112 §7.1 a chunk's size with 0x", chunked("0x3\r\nhel\r\n0\r\n\r\n"));
    row("9112 §7.1 a negative chunk's size", chunked("-3\r\nhel\r\n0\r\n\r\n"));
    row("9112 §7.1 white space before a chunk's size", chunked(" 3\r\nhel\r\n0\r\n\r\n"));
    row("9112 §7.1 a chunk's size that overflows", chunked("FFFFFFFFFFFFFFFFF\r\nhel\r\n0\r\n\r\n"));
    row("9112 §7.1 a chunk longer than its size", chunked("3\r\nhello\r\n0\r\n\r\n"));
    row("9112 §7.1.1 a chunk's extension with an open quote", chunked("3;a=\"\r\nhel\r\n0\r\n\r\n"));
    row("9112 §7.1.1 a chunk's extension that is quoted over two lines",
        chunked("3;a=\"\r\nb\"\r\nhel\r\n0\r\n\r\n"));
    row("9112 §7.1.2 a bare line feed in the trailer", chunked("3\r\nhel\r\n0\r\nX: y\n\r\n"));
    row("9112 §7.1 a bare line feed behind a chunk's size", chunked("3\nhel\r\n0\r\n\r\n"));
    row("9112 §7.1 a bare line feed behind a chunk", chunked("3\r\nhel\n0\r\n\r\n"));
}

void TestRequestFramer::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(CallReason, reason);
    for (qsizetype step = 1; step <= text.size(); ++step) {
        const auto verdict = frame(text, step);
        QCOMPARE(verdict.state, RequestFramer::State::Refused);
        QCOMPARE(verdict.reason, reason);
    }
}

void TestRequestFramer::keepsAlive_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<bool>("keepAlive");
    QTest::newRow("9112 §9.3 1.1") << QByteArray("HTTP/1.1\r\nHost: a\r\n") << true;
    QTest::newRow("9112 §9.3 1.1 with close")
        << QByteArray("HTTP/1.1\r\nHost: a\r\nConnection: close\r\n") << false;
    QTest::newRow("9112 §9.3 1.1 with close in a list")
        << QByteArray("HTTP/1.1\r\nHost: a\r\nConnection: x , CLOSE\r\n") << false;
    QTest::newRow("9112 §9.3 1.1 with close in a second field")
        << QByteArray("HTTP/1.1\r\nHost: a\r\nConnection: x\r\nConnection: close\r\n") << false;
    QTest::newRow("9112 §9.3 1.1 with both")
        << QByteArray("HTTP/1.1\r\nHost: a\r\nConnection: keep-alive, close\r\n") << false;
    QTest::newRow("9110 §5.6.1 1.1 with empty elements in the list")
        << QByteArray("HTTP/1.1\r\nHost: a\r\nConnection: , close ,\r\n") << false;
    QTest::newRow("9112 §9.3 1.0") << QByteArray("HTTP/1.0\r\n") << false;
    QTest::newRow("9112 §9.3 1.0 with keep-alive")
        << QByteArray("HTTP/1.0\r\nConnection: Keep-Alive\r\n") << true;
    QTest::newRow("9112 §9.3 1.0 with both")
        << QByteArray("HTTP/1.0\r\nConnection: keep-alive, close\r\n") << false;
}

void TestRequestFramer::keepsAlive()
{
    QFETCH(QByteArray, line);
    QFETCH(bool, keepAlive);
    const auto verdict = frame("GET / " + line + "\r\n", 1000);
    QCOMPARE(verdict.state, RequestFramer::State::Complete);
    QCOMPARE(verdict.keepAlive, keepAlive);
}

void TestRequestFramer::leavesWhatFollows()
{
    const QByteArray chunked =
        "POST /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n";
    const QByteArray sized = "POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\nx";
    for (const auto &first : {chunked, sized}) {
        for (qsizetype step = 1; step < first.size() + 10; ++step) {
            const auto verdict = frame(first + "GET /b HTTP/1.1\r\n", step);
            QCOMPARE(verdict.state, RequestFramer::State::Complete);
            QCOMPARE(verdict.body, QByteArray("x"));
            if (step >= first.size())
                QCOMPARE(verdict.used, first.size());
        }
    }
}

void TestRequestFramer::limitsTheHead()
{
    const RequestFramer::Limits limits{100, 100};
    const QByteArray prefix = "GET / HTTP/1.1\r\nHost: a\r\nX: ";
    const auto fitting = prefix + QByteArray(100 - prefix.size() - 4, 'x') + "\r\n\r\n";
    QCOMPARE(frame(fitting, 1000, limits).state, RequestFramer::State::Complete);
    QCOMPARE(frame(prefix + QByteArray(100, 'x'), 7, limits).reason, CallReason::HeadTooLarge);
    QCOMPARE(frame("GET /" + QByteArray(100, 'x'), 7, limits).reason, CallReason::UriTooLong);
}

void TestRequestFramer::limitsAChunkedBody()
{
    const RequestFramer::Limits limits{1000, 10};
    const QByteArray head = "POST /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
    QCOMPARE(frame(head + "5\r\nhello\r\n5\r\nhello\r\n0\r\n\r\n", 3, limits).state,
             RequestFramer::State::Complete);
    // Refused on the size alone, before the chunk is there.
    QCOMPARE(frame(head + "5\r\nhello\r\n6\r\n", 3, limits).reason, CallReason::BodyTooLarge);
    QCOMPARE(frame(head + "FFFFFFFFFFFFFFFF\r\n", 3, limits).reason, CallReason::BodyTooLarge);
}

void TestRequestFramer::limitsChunkExtensions()
{
    const QByteArray head = "POST /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
    QCOMPARE(frame(head + "1;" + QByteArray(10000, 'x'), 100).reason, CallReason::BadRequest);
    QByteArray many = head;
    for (int i = 0; i < 30; ++i)
        many += "1;" + QByteArray(1000, 'x') + "\r\ny\r\n";
    QCOMPARE(frame(many, 100).reason, CallReason::BadRequest);
}

void TestRequestFramer::limitsTrailers()
{
    const QByteArray head = "POST /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n";
    QCOMPARE(frame(head + "X: " + QByteArray(10000, 'x'), 100).reason, CallReason::BadRequest);
}

void TestRequestFramer::readsFields()
{
    RequestFramer framer({});
    const QByteArray text = "POST /a?k=v HTTP/1.1\r\nHost: a\r\nExpect: 100-Continue\r\nX: \t b \t\r\nx:c\r\n"
                            "Content-Length: 007\r\n\r\n";
    QCOMPARE(framer.feed(text), text.size());
    QCOMPARE(framer.state(), RequestFramer::State::Body);
    const auto &head = framer.head();
    QCOMPARE(head.target, QByteArray("/a?k=v"));
    QCOMPARE(head.contentLength, std::optional<qint64>(7));
    QVERIFY(head.expectContinue);
    QCOMPARE(head.count("X"), 2);
    QCOMPARE(head.value("x").toByteArray(), QByteArray("b"));
    QCOMPARE(head.headers.size(), 5);
}

QTEST_APPLESS_MAIN(TestRequestFramer)
#include "tst_requestframer.moc"
