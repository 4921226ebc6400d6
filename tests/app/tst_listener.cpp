// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/listener.h"

#include "model/store/settingstore.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace salesdesk;
using namespace Qt::StringLiterals;

namespace
{

/// Does what it is told when the test says so, and keeps where it was to listen.
class ToldReceiver final : public ReceiverControl
{
public:
    [[nodiscard]] ReceiverStatus status() const override { return m_status; }
    void start(const QString &address, int port) override
    {
        starts.append({address, port});
        become(ReceiverState::Starting);
    }
    void stop() override { ++stops; }
    [[nodiscard]] QFuture<Result<int>> send(const TestCall &) override { return {}; }
    [[nodiscard]] Result<Done> checkTls(const QString &, const QString &) const override { return Done{}; }

    void become(ReceiverState state, const QString &url = {})
    {
        m_status.state = state;
        m_status.url = url;
        Q_EMIT statusChanged(m_status);
    }

    QList<std::pair<QString, int>> starts;
    int stops = 0;

private:
    ReceiverStatus m_status;
};

} // namespace

class TestListener : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void listensWhereTheSettingsSay();
    void theCommandLineBeatsTheSettings();
    void listensAgainWhenTheSettingsChange_data();
    void listensAgainWhenTheSettingsChange();
    void otherSettingsDoNotDisturbIt();
    void aPortItTookComesIntoTheSettings();
    void triesAgainAfterAFailure();
    void staysStoppedWhenAPersonStoppedIt();
    void endsBehindWhatIsInFlight();
    void endsAtOnceWhenNothingListens();

private:
    void set(Setting setting, const QString &value);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<ToldReceiver> m_receiver;
};

void TestListener::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    auto opened = Workspace::open({.folder = m_folder->filePath(u"data"_s)});
    QVERIFY(opened);
    m_workspace = std::move(opened).value();
    m_receiver = std::make_unique<ToldReceiver>();
}

void TestListener::cleanup()
{
    m_receiver.reset();
    m_workspace.reset();
}

void TestListener::set(Setting setting, const QString &value)
{
    QSignalSpy told(m_workspace.get(), &Workspace::changed);
    const auto stored =
        m_workspace->write<Done>([&](Connection &db) { return SettingStore(db).set(setting, value); })
            .takeResult();
    QVERIFY(stored);
    QTRY_VERIFY(!told.isEmpty());
}

void TestListener::listensWhereTheSettingsSay()
{
    set(Setting::ListenPort, u"9000"_s);
    Listener listener(*m_workspace, *m_receiver, {});
    listener.start();
    QCOMPARE(m_receiver->starts, (QList{std::pair(u"127.0.0.1"_s, 9000)}));
    QCOMPARE(listener.url(), QString());
    m_receiver->become(ReceiverState::Listening, u"http://127.0.0.1:9000"_s);
    QCOMPARE(listener.url(), u"http://127.0.0.1:9000"_s);
    m_receiver->become(ReceiverState::Failed);
    QCOMPARE(listener.url(), QString());
}

void TestListener::theCommandLineBeatsTheSettings()
{
    Listener listener(*m_workspace, *m_receiver, {u"::1"_s, 0});
    listener.start();
    m_receiver->become(ReceiverState::Listening, u"http://[::1]:4711"_s);
    set(Setting::ListenPort, u"9000"_s);
    set(Setting::ListenAddress, u"127.0.0.2"_s);
    QCOMPARE(m_receiver->starts, (QList{std::pair(u"::1"_s, 0)}));
    QCOMPARE(m_receiver->stops, 0);
}

void TestListener::listensAgainWhenTheSettingsChange_data()
{
    QTest::addColumn<Setting>("setting");
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("port");
    QTest::newRow("the port") << Setting::ListenPort << u"9000"_s << 9000;
    QTest::newRow("the address") << Setting::ListenAddress << u"127.0.0.2"_s << 8787;
    QTest::newRow("the certificate") << Setting::TlsCertificate << u"/c.pem"_s << 8787;
    QTest::newRow("the key") << Setting::TlsKey << u"/k.pem"_s << 8787;
}

void TestListener::listensAgainWhenTheSettingsChange()
{
    QFETCH(Setting, setting);
    QFETCH(QString, value);
    QFETCH(int, port);
    Listener listener(*m_workspace, *m_receiver, {});
    listener.start();
    m_receiver->become(ReceiverState::Listening, u"http://127.0.0.1:8787"_s);
    set(setting, value);
    QTRY_COMPARE(m_receiver->stops, 1);
    QCOMPARE(m_receiver->starts.size(), 1); // what is in flight is finished first
    set(Setting::LimitBody, u"2048"_s);
    QCOMPARE(m_receiver->stops, 1);
    m_receiver->become(ReceiverState::Stopped);
    QCOMPARE(m_receiver->starts.size(), 2);
    QCOMPARE(m_receiver->starts.last().second, port);
}

void TestListener::otherSettingsDoNotDisturbIt()
{
    Listener listener(*m_workspace, *m_receiver, {});
    listener.start();
    m_receiver->become(ReceiverState::Listening, u"http://127.0.0.1:8787"_s);
    set(Setting::LimitBody, u"2048"_s);
    QCOMPARE(m_receiver->stops, 0);
    QCOMPARE(m_receiver->starts.size(), 1);
}

void TestListener::aPortItTookComesIntoTheSettings()
{
    Listener listener(*m_workspace, *m_receiver, {});
    listener.start();
    m_receiver->become(ReceiverState::Listening, u"http://127.0.0.1:8788"_s); // the next free one
    set(Setting::ListenPort, u"8788"_s);
    QCOMPARE(m_receiver->stops, 0);
    set(Setting::ListenPort, u"9000"_s);
    QTRY_COMPARE(m_receiver->stops, 1);
}

void TestListener::triesAgainAfterAFailure()
{
    Listener listener(*m_workspace, *m_receiver, {});
    listener.start();
    m_receiver->become(ReceiverState::Failed);
    set(Setting::ListenPort, u"9000"_s);
    QTRY_COMPARE(m_receiver->starts.size(), 2);
    QCOMPARE(m_receiver->starts.last(), std::pair(u"127.0.0.1"_s, 9000));
    QCOMPARE(m_receiver->stops, 0);
}

void TestListener::staysStoppedWhenAPersonStoppedIt()
{
    Listener listener(*m_workspace, *m_receiver, {});
    listener.start();
    m_receiver->become(ReceiverState::Stopped);
    set(Setting::ListenPort, u"9000"_s);
    QCOMPARE(m_receiver->starts.size(), 1);
}

void TestListener::endsBehindWhatIsInFlight()
{
    Listener listener(*m_workspace, *m_receiver, {});
    const QSignalSpy ended(&listener, &Listener::ended);
    listener.start();
    m_receiver->become(ReceiverState::Listening, u"http://127.0.0.1:8787"_s);
    listener.end();
    QCOMPARE(m_receiver->stops, 1);
    QVERIFY(ended.isEmpty());
    set(Setting::ListenPort, u"9000"_s); // nothing is begun any more
    m_receiver->become(ReceiverState::Stopped);
    QCOMPARE(ended.size(), 1);
    QCOMPARE(m_receiver->starts.size(), 1);
}

void TestListener::endsAtOnceWhenNothingListens()
{
    Listener listener(*m_workspace, *m_receiver, {});
    const QSignalSpy ended(&listener, &Listener::ended);
    listener.end();
    QCOMPARE(ended.size(), 1);
    QCOMPARE(m_receiver->stops, 0);
}

QTEST_GUILESS_MAIN(TestListener)
#include "tst_listener.moc"
