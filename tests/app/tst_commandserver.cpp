// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandserver.h"

#include "app/commandclient.h"
#include "tests/app/commandrun.h"

#include <QFile>
#include <QLocalSocket>
#include <QTest>
#include <QThreadPool>

using namespace salesdesk;
using namespace Qt::StringLiterals;

namespace
{

/// A server on a folder of its own, and what other processes would ask of it.
class Served final
{
public:
    explicit Served(CommandServer::Window window = CommandServer::Window::None)
        : server(std::make_unique<CommandServer>(folder.context(), window))
        , path(folder.path(u"socket"_s))
    {
        if (const auto started = server->start(path); !started)
            qFatal("%s", qPrintable(started.error().detail));
    }
    /// Runs `ask` on a thread of its own while the server's goes on.
    template <typename T>
    [[nodiscard]] static T elsewhere(std::function<T()> ask)
    {
        std::optional<T> answer;
        std::atomic<bool> done = false;
        QThreadPool::globalInstance()->start([&] {
            answer = ask();
            done = true;
        });
        if (!QTest::qWaitFor([&done] { return done.load(); }, 20'000))
            qFatal("There was no answer.");
        return *answer;
    }
    [[nodiscard]] Ran run(const QStringList &line)
    {
        return elsewhere<Ran>([this, line] {
            Collected collected;
            const auto status = handOver(path, {line, folder.path(u"."_s)}, collected);
            return Ran{status.value_or(-1), collected.output, collected.errors};
        });
    }
    /// What the server says to these bytes, to the end.
    [[nodiscard]] QByteArray say(const QByteArray &bytes)
    {
        QLocalSocket socket;
        socket.connectToServer(path);
        if (!socket.waitForConnected(5000))
            return "it does not listen: it waits";
        socket.write(bytes);
        QByteArray said;
        if (!QTest::qWaitFor(
                [&] {
                    said += socket.readAll();
                    return socket.state() == QLocalSocket::UnconnectedState;
                },
                15'000))
            return "it waits for more";
        return said + socket.readAll();
    }

    CommandFolder folder;
    std::unique_ptr<CommandServer> server;
    QString path;
};

} // namespace

class TestCommandServer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void runsCommandsOfOthers();
    void givesStatusAndErrors();
    void runsSeveralAtOnce();
    void refusesWhatNeedsTheFolderAlone();
    void raisesTheWindow();
    void letsNobodyElseIn();
    void takesTheSocketOfOneThatWasKilled();
    void outlivesNonsense_data();
    void outlivesNonsense();
    void takesNothingMoreAtTheEnd();
};

void TestCommandServer::runsCommandsOfOthers()
{
    Served m;
    const auto added = m.run({u"provider"_s, u"add"_s, u"Zapier"_s, u"--json"_s});
    QCOMPARE(added.status, 0);
    QVERIFY(added.output.contains("\"name\":\"Zapier\""));
    // File names are those of the client's folder.
    QCOMPARE(m.run({u"backup"_s, u"copy.db"_s}).status, 0);
    QVERIFY(QFile::exists(m.folder.path(u"copy.db"_s)));
}

void TestCommandServer::givesStatusAndErrors()
{
    Served m;
    const auto unknown = m.run({u"key"_s, u"list"_s, u"Nobody"_s});
    QCOMPARE(unknown.status, 1);
    QVERIFY(unknown.output.isEmpty() && unknown.errors.contains("Nobody"));
    QCOMPARE(m.run({u"dance"_s}).status, 2);
    QCOMPARE(m.run({u"--help"_s}).status, 0);
}

void TestCommandServer::runsSeveralAtOnce()
{
    Served m;
    std::atomic<int> good = 0;
    std::atomic<int> done = 0;
    QThreadPool pool;
    pool.setMaxThreadCount(30);
    for (int i = 0; i < 30; ++i) {
        pool.start([&m, &good, &done, i] {
            Collected collected;
            const QStringList line{u"agent"_s, u"add"_s, u"Agent %1"_s.arg(i)};
            good += handOver(m.path, {line, m.folder.path(u"."_s)}, collected) == 0 ? 1 : 0;
            ++done;
        });
    }
    QTRY_COMPARE_WITH_TIMEOUT(done.load(), 30, 30'000);
    QCOMPARE(good.load(), 30);
    QCOMPARE(m.folder.array(u"agent list"_s).size(), 30);
}

void TestCommandServer::refusesWhatNeedsTheFolderAlone()
{
    Served m;
    for (const auto &line : {QStringList{u"restore"_s, u"x.db"_s}, QStringList{u"serve"_s}}) {
        const auto ran = m.run(line);
        QCOMPARE(ran.status, 1);
        QVERIFY2(ran.errors.contains("SalesDesk is running on this data folder"), ran.errors.constData());
    }
}

void TestCommandServer::raisesTheWindow()
{
    Served shown(CommandServer::Window::Shown);
    int raised = 0;
    connect(shown.server.get(), &CommandServer::raiseRequested, this, [&raised] { ++raised; });
    QCOMPARE(Served::elsewhere<RaiseAnswer>([&] { return askToRaise(shown.path); }), RaiseAnswer::Raised);
    QTRY_COMPARE(raised, 1);
    Served none;
    QCOMPARE(Served::elsewhere<RaiseAnswer>([&] { return askToRaise(none.path); }), RaiseAnswer::NoWindow);
    QCOMPARE(Served::elsewhere<RaiseAnswer>([&] { return askToRaise(none.path + u"x"_s); }),
             RaiseAnswer::NoOwner);
}

void TestCommandServer::letsNobodyElseIn()
{
    const Served m;
    constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(m.path) & others));
}

void TestCommandServer::takesTheSocketOfOneThatWasKilled()
{
    Served m;
    m.server.reset();
    QFile left(m.path);
    QVERIFY(left.open(QIODevice::WriteOnly));
    left.close();
    m.server = std::make_unique<CommandServer>(m.folder.context(), CommandServer::Window::None);
    QVERIFY(m.server->start(m.path));
    QCOMPARE(m.run({u"provider"_s, u"list"_s}).status, 0);
    m.server = std::make_unique<CommandServer>(m.folder.context(), CommandServer::Window::None);
    const auto nowhere = m.server->start(m.folder.path(u"no/such/folder/socket"_s));
    QVERIFY(!nowhere);
    QCOMPARE(nowhere.error().code, ErrorCode::StorageFailed);
}

void TestCommandServer::outlivesNonsense_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("text") << QByteArray("GET / HTTP/1.1\r\n\r\n");
    QTest::newRow("a frame beyond all measure") << QByteArray("\xff\xff\xff\xff\x01\x01", 6);
    QTest::newRow("a frame of another version") << QByteArray("\x00\x00\x00\x02\x63\x01", 6);
    QTest::newRow("an empty frame") << QByteArray(4, '\0');
    QTest::newRow("half a frame, and silence") << QByteArray("\x00\x00\x00\x40\x01\x01half", 10);
    QTest::newRow("silence") << QByteArray();
}

void TestCommandServer::outlivesNonsense()
{
    QFETCH(QByteArray, bytes);
    Served m;
    QVERIFY(!m.say(bytes).contains("waits"));
    QCOMPARE(m.run({u"provider"_s, u"list"_s}).status, 0);
}

void TestCommandServer::takesNothingMoreAtTheEnd()
{
    Served m;
    m.server.reset();
    QCOMPARE(m.run({u"provider"_s, u"list"_s}).status, -1); // it was not run
}

QTEST_GUILESS_MAIN(TestCommandServer)
#include "tst_commandserver.moc"
