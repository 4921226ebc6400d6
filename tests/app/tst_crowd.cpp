// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/servedfolder.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <memory>
#include <vector>

#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace salesdesk;

namespace
{

rlimit openFilesOf(const ServedFolder &served)
{
    rlimit limit{};
    if (::prlimit(static_cast<pid_t>(served.processId()), RLIMIT_NOFILE, nullptr, &limit) != 0)
        qFatal("The limit of open files cannot be read.");
    return limit;
}

bool allowOpenFiles(const ServedFolder &served, rlimit limit)
{
    return ::prlimit(static_cast<pid_t>(served.processId()), RLIMIT_NOFILE, &limit, nullptr) == 0;
}

} // namespace

/// The real executable among clients that mean it ill.
class TestCrowd final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptsAgainWhenDescriptorsAreFreeAgain();
    void hasRoomForAsManyAsTheSettingsSay();
    void saysWhenTheSystemAllowsFewer();
    void countsRefusedCallsPastTheAllowance();
    void keepsSecretsOutOfWhatItWrites();
};

void TestCrowd::acceptsAgainWhenDescriptorsAreFreeAgain()
{
    ServedFolder served;
    QVERIFY(served.start());
    QVERIFY(served.addProvider(u"Zapier"_s));
    auto few = openFilesOf(served);
    few.rlim_cur = 60;
    QVERIFY(allowOpenFiles(served, few));
    std::vector<std::unique_ptr<QTcpSocket>> crowd;
    for (int i = 0; i < 100; ++i) {
        crowd.push_back(std::make_unique<QTcpSocket>());
        crowd.back()->connectToHost(served.url().host(), static_cast<quint16>(served.url().port()));
        QVERIFY(crowd.back()->waitForConnected());
    }
    QVERIFY(!crowd.back()->waitForReadyRead(500)); // nobody takes it
    crowd.clear();
    HttpClient client(served.url());
    QCOMPARE(client.post(served.activitiesPath, served.key, activityJson(u"1"_s)).status, 201);
    QCOMPARE(served.terminate(), 0);
}

void TestCrowd::hasRoomForAsManyAsTheSettingsSay()
{
    ServedFolder served;
    QVERIFY(served.start());
    QVERIFY(served.addProvider(u"Zapier"_s));
    auto limit = openFilesOf(served);
    QVERIFY(limit.rlim_max >= 2000);
    limit.rlim_cur = 100;
    QVERIFY(allowOpenFiles(served, limit));
    QCOMPARE(served.run({u"setting"_s, u"set"_s, u"limit.connections"_s, u"1500"_s}).status, 0);
    HttpClient client(served.url());
    QCOMPARE(client.post(served.activitiesPath, served.key, activityJson(u"1"_s)).status, 201);
    QVERIFY2(openFilesOf(served).rlim_cur > 1500, "no room for them and the database");
    QCOMPARE(openFilesOf(served).rlim_max, limit.rlim_max);
    QCOMPARE(served.terminate(), 0);
    QVERIFY(!served.errorOutput().contains("limit.connections"));
}

void TestCrowd::saysWhenTheSystemAllowsFewer()
{
    ServedFolder served;
    QVERIFY(served.start());
    QVERIFY(served.addProvider(u"Zapier"_s));
    QVERIFY(allowOpenFiles(served, {160, 160}));
    QCOMPARE(served.run({u"setting"_s, u"set"_s, u"limit.connections"_s, u"1500"_s}).status, 0);
    QByteArray said;
    const auto says = [&](const char *text) {
        return QTest::qWaitFor([&] {
            said += served.errorOutput();
            return said.contains(text);
        });
    };
    QVERIFY2(
        says("The settings allow 1500 connections at once, and the system 32: raise its limit of open files, "
             "or lower limit.connections."),
        said.constData());
    // Those who only hold a place make room, as they do at the limit of the settings.
    std::vector<std::unique_ptr<QTcpSocket>> crowd;
    for (int i = 0; i < 100; ++i) {
        crowd.push_back(std::make_unique<QTcpSocket>());
        crowd.back()->connectToHost(served.url().host(), static_cast<quint16>(served.url().port()));
        QVERIFY(crowd.back()->waitForConnected());
    }
    HttpClient client(served.url());
    QCOMPARE(client.post(served.activitiesPath, served.key, activityJson(u"1"_s)).status, 201);
    QCOMPARE(served.run({u"setting"_s, u"set"_s, u"limit.connections"_s, u"20"_s}).status, 0);
    QVERIFY2(says("What was wrong is in order now."), said.constData());
    QCOMPARE(served.terminate(), 0);
}

void TestCrowd::countsRefusedCallsPastTheAllowance()
{
    ServedFolder served;
    QVERIFY(served.start());
    QVERIFY(served.addProvider(u"Zapier"_s));
    QCOMPARE(served.run({u"setting"_s, u"set"_s, u"log.refused_per_minute"_s, u"5"_s}).status, 0);
    HttpClient client(served.url());
    for (int i = 0; i < 40; ++i)
        QCOMPARE(client.post(served.activitiesPath, served.key, "{").status, 400);
    QCOMPARE(client.post(served.activitiesPath, served.key, activityJson(u"1"_s)).status, 201);
    const auto calls = served.run({u"call"_s, u"list"_s, u"--limit"_s, u"100"_s, u"--json"_s}).json().array();
    int refused = 0;
    for (const auto call : calls)
        refused += call[u"status"_s].toInt() == 400 ? 1 : 0;
    QVERIFY2(refused == 5 || refused == 10, qPrintable(QString::number(refused))); // a minute may have ended
    QCOMPARE(calls.size(), refused + 1);
}

void TestCrowd::keepsSecretsOutOfWhatItWrites()
{
    ServedFolder served;
    QVERIFY(served.start());
    QVERIFY(served.addProvider(u"Zapier"_s));
    HttpClient client(served.url());
    const QByteArray secrets = "Cookie: hidden1\r\nX-Api-Key: hidden2\r\nWebhook-Signature: v1,hidden3\r\n"
                               "Proxy-Authorization: Basic hidden4\r\nX-Hub-Signature-256: hidden5\r\n";
    QCOMPARE(client
                 .post(served.activitiesPath + u"?api_key=hidden6&x=1"_s, served.key, activityJson(u"1"_s),
                       secrets)
                 .status,
             201);
    QCOMPARE(client.post(served.activitiesPath, served.key + "hidden7", activityJson(u"2"_s), secrets).status,
             401);
    QCOMPARE(client.post(u"/nowhere/hidden8"_s, served.key, activityJson(u"3"_s), secrets).status, 404);
    QByteArray written;
    for (const auto &line : {u"call list --json"_s, u"call show 1 --json"_s, u"call show 2 --json"_s})
        written += served.run(line.split(u' ')).out;
    QCOMPARE(served.terminate(), 0);
    written += served.errorOutput();
    for (const auto &name : {u"salesdesk.db"_s, u"salesdesk.db-wal"_s}) {
        QFile file(served.path() + u'/' + name);
        if (file.open(QIODevice::ReadOnly))
            written += file.readAll();
    }
    QVERIFY(written.contains("x=1"));
    QVERIFY(!written.contains("hidden"));
    QVERIFY(!written.contains(served.key));
}

QTEST_GUILESS_MAIN(TestCrowd)
#include "tst_crowd.moc"
