// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/frames.h"

#include <QLocalServer>
#include <QLocalSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace salesdesk;
using namespace Qt::StringLiterals;

class tst_Frames : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void requestsComeBack();
    void bytesThatAreNoRequest_data();
    void bytesThatAreNoRequest();
    void framesComeBackInOrder();
    void longOutputIsCut();
    void nonsenseIsNoFrame_data();
    void nonsenseIsNoFrame();
    void waitingEnds();

private:
    QTemporaryDir m_dir;
    std::unique_ptr<QLocalServer> m_server;
    std::unique_ptr<QLocalSocket> m_client;
    std::unique_ptr<QLocalSocket> m_owner;
};

void tst_Frames::init()
{
    m_server = std::make_unique<QLocalServer>();
    QVERIFY(m_server->listen(m_dir.filePath(u"s"_s)));
    m_client = std::make_unique<QLocalSocket>();
    m_client->connectToServer(m_server->fullServerName());
    QVERIFY(m_server->waitForNewConnection(5000));
    m_owner.reset(m_server->nextPendingConnection());
    m_owner->setParent(nullptr);
}

void tst_Frames::requestsComeBack()
{
    const Request request{{u"team"_s, u"add"_s, u"Noord ✓"_s, {}}, u"/tmp/ä"_s};
    QCOMPARE(decodeRequest(encodeRequest(request)), request);
}

void tst_Frames::bytesThatAreNoRequest_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto request = encodeRequest({{u"check"_s}, u"/"_s});
    QTest::newRow("none") << QByteArray();
    QTest::newRow("one that is cut off") << request.chopped(1);
    QTest::newRow("one with something behind it") << request + 'x';
    QTest::newRow("a string of four gigabytes") << QByteArray::fromHex("fffffffe");
    QTest::newRow("four milliard strings") << QByteArray::fromHex("00000000ffffffff");
}

void tst_Frames::bytesThatAreNoRequest()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(!decodeRequest(bytes));
}

void tst_Frames::framesComeBackInOrder()
{
    FramePort owner(*m_owner);
    FramePort client(*m_client);
    QVERIFY(owner.send(FrameType::Accepted));
    QVERIFY(owner.send(FrameType::Output, "text"));
    QVERIFY(owner.send(FrameType::Exit, QByteArray(1, 2)));
    const auto accepted = client.receive(5000);
    QVERIFY(accepted && accepted->type == FrameType::Accepted && accepted->payload.isEmpty());
    const auto output = client.receive(5000);
    QVERIFY(output && output->type == FrameType::Output && output->payload == "text");
    const auto end = client.receive(5000);
    QVERIFY(end && end->type == FrameType::Exit && end->payload == QByteArray(1, 2));
}

void tst_Frames::longOutputIsCut()
{
    const QByteArray text(100000, 'x');
    bool sent = false;
    const std::unique_ptr<QThread> writer(QThread::create([&, name = m_server->fullServerName()] {
        QLocalSocket socket;
        socket.connectToServer(name);
        sent = socket.waitForConnected(5000) && FramePort(socket).send(FrameType::Output, text);
        socket.waitForDisconnected(5000);
    }));
    writer->start();
    QVERIFY(m_server->waitForNewConnection(5000));
    const std::unique_ptr<QLocalSocket> reader(m_server->nextPendingConnection());
    reader->setParent(nullptr);
    FramePort client(*reader);
    QByteArray read;
    while (read.size() < text.size()) {
        const auto frame = client.receive(5000);
        QVERIFY(frame && frame->type == FrameType::Output && frame->payload.size() <= 65536);
        read += frame->payload;
    }
    reader->disconnectFromServer();
    QVERIFY(writer->wait(10000));
    QVERIFY(sent);
    QCOMPARE(read, text);
}

void tst_Frames::nonsenseIsNoFrame_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("a length that is too large") << QByteArray::fromHex("ffffffff0101");
    QTest::newRow("a length that is too small") << QByteArray::fromHex("000000010101");
    QTest::newRow("another version") << QByteArray::fromHex("00000002ff01");
    QTest::newRow("an unknown type") << QByteArray::fromHex("0000000201ff");
}

void tst_Frames::nonsenseIsNoFrame()
{
    QFETCH(QByteArray, bytes);
    m_client->write(bytes);
    QVERIFY(m_client->waitForBytesWritten(5000) || m_client->bytesToWrite() == 0);
    FramePort owner(*m_owner);
    QVERIFY(!owner.receive(5000));
}

void tst_Frames::waitingEnds()
{
    FramePort silent(*m_owner);
    QVERIFY(!silent.receive(1)); // by time
    FramePort told(*m_owner, [] { return true; });
    QVERIFY(!told.receive(-1)); // by being told
    m_client.reset();
    FramePort alone(*m_owner);
    QVERIFY(!alone.receive(-1)); // by the other end
}

QTEST_GUILESS_MAIN(tst_Frames)
#include "tst_frames.moc"
