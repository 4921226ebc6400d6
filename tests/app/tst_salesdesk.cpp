// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/signature.h"
#include "tests/app/servedfolder.h"

#include <QDateTime>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salesdesk;

/// The real executable, over HTTP and the command line: the program's main job from end to end.
class TestSalesDesk final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theMainJob();
    void aKeyIsRevokedForTheNextCall();
    void aFeatureIsSwitchedOffForTheNextCall();
    void signaturesAreRequiredForTheNextCall();
    void aValueThatServeCannotTakeIsWrongUsage();
    void oneProcessOwnsAFolder();
    void noKeyIsOnDiskInClear();
    void aReplayMendsWhatFailed();
    void theDemoFillsAnEmptyFolderAlone();
    void aBackupIsRestored();
    void wrongUsageIsToldApart_data();
    void wrongUsageIsToldApart();

private:
    static QByteArray example();
};

/// The public page's activity, comments taken out.
QByteArray TestSalesDesk::example()
{
    return R"({
"id": "deal 123 | demo planned",
"type": "Deal stage: Demo planned",
"agent_id": "123",
"agent_name": "Cas",
"agent_email": "cas@system23.nl",
"agent_team_id": "1",
"agent_team_name": "Team One",
"moment": "2025-12-10 19:00:00",
"contact_key": "123",
"value": 399.95,
"value_is_money": true
})";
}

void TestSalesDesk::theMainJob()
{
    ServedFolder served;
    QVERIFY(served.start());
    QVERIFY(served.addProvider(u"Zapier webhooks"_s));
    HttpClient client(served.url());
    QCOMPARE(client.get(u"/health"_s).status, 200);

    const auto created = client.post(served.activitiesPath, served.key, example());
    QCOMPARE(created.status, 201);
    QCOMPARE(created.json()[u"result"_s].toString(), u"created"_s);
    QCOMPARE(created.json()[u"type"_s].toString(), u"activity"_s);
    QCOMPARE(created.json()[u"id"_s].toString(), u"deal 123 | demo planned"_s);
    const auto updated = client.post(served.activitiesPath, served.key, example());
    QCOMPARE(updated.status, 200);
    QCOMPARE(updated.json()[u"result"_s].toString(), u"updated"_s);
    QCOMPARE(client.post(served.activitiesPath, "sdk_wrong", example()).status, 401);

    // The e-mail rule made an agent; the team waits until it is linked.
    const auto activity = [&served] {
        return served.run({u"activity"_s, u"list"_s, u"--json"_s}).json().array()[0].toObject();
    };
    QCOMPARE(activity()[u"agent"_s].toString(), u"Cas"_s);
    QCOMPARE(activity()[u"moment"_s].toString(), u"2025-12-10T18:00:00Z"_s);
    QVERIFY(activity()[u"team"_s].isNull());
    const auto waiting = served.run({u"identity"_s, u"list"_s, u"--unlinked"_s, u"--json"_s}).json().array();
    QCOMPARE(waiting.size(), 1);
    QCOMPARE(waiting[0][u"kind"_s].toString(), u"team"_s);
    QCOMPARE(waiting[0][u"waiting"_s].toInt(), 1);
    QCOMPARE(served.run({u"team"_s, u"add"_s, u"North"_s}).status, 0);
    const auto identity = QString::number(waiting[0][u"id"_s].toInt());
    QCOMPARE(served.run({u"identity"_s, u"link"_s, identity, u"North"_s}).status, 0);
    QCOMPARE(activity()[u"team"_s].toString(), u"North"_s);
    QCOMPARE(served.run({u"identity"_s, u"undo"_s}).status, 0);
    QVERIFY(activity()[u"team"_s].isNull());

    const auto calls = served.run({u"call"_s, u"list"_s, u"--json"_s}).json().array();
    QCOMPARE(calls.size(), 3);
    QCOMPARE(calls[0][u"status"_s].toInt(), 401);
    QCOMPARE(calls[0][u"reason"_s].toString(), u"key_unknown"_s);
    QCOMPARE(calls[2][u"status"_s].toInt(), 201);
    QCOMPARE(served.terminate(), 0);
}

void TestSalesDesk::aKeyIsRevokedForTheNextCall()
{
    ServedFolder served;
    QVERIFY(served.start());
    QVERIFY(served.addProvider(u"CRM"_s));
    HttpClient client(served.url());
    QCOMPARE(client.post(served.activitiesPath, served.key, activityJson(u"1"_s)).status, 201);
    const auto second = served.run({u"key"_s, u"add"_s, u"CRM"_s, u"--label"_s, u"new"_s, u"--json"_s});
    QCOMPARE(second.status, 0);
    QCOMPARE(served.run({u"key"_s, u"revoke"_s, u"1"_s}).status, 0);
    const auto refused = client.post(served.activitiesPath, served.key, activityJson(u"2"_s));
    QCOMPARE(refused.status, 401);
    QVERIFY(refused.head.toLower().contains("\r\nwww-authenticate: bearer"));
    QVERIFY(!refused.body.contains("revoked"));
    const auto key = second.json().object()[u"key"_s].toString().toUtf8();
    QCOMPARE(client.post(served.activitiesPath, key, activityJson(u"2"_s)).status, 201);
    const auto shown = served.run({u"key"_s, u"show"_s, u"2"_s});
    QVERIFY(shown.out.contains(key));
    QVERIFY(!served.run({u"key"_s, u"list"_s, u"CRM"_s, u"--json"_s}).out.contains(key));
}

void TestSalesDesk::aFeatureIsSwitchedOffForTheNextCall()
{
    ServedFolder served;
    QVERIFY(served.start());
    QVERIFY(served.addProvider(u"CRM"_s));
    HttpClient client(served.url());
    QCOMPARE(served.run({u"setting"_s, u"set"_s, u"feature.activities"_s, u"off"_s}).status, 0);
    const auto refused = client.post(served.activitiesPath, served.key, activityJson(u"1"_s));
    QCOMPARE(refused.status, 404);
    QVERIFY(refused.body.contains("switched off"));
    QVERIFY(
        served.run({u"provider"_s, u"list"_s, u"--json"_s}).json()[0][u"urls"_s][u"activities"_s].isNull());
    QCOMPARE(served.run({u"setting"_s, u"set"_s, u"feature.activities"_s, u"on"_s}).status, 0);
    QCOMPARE(client.post(served.activitiesPath, served.key, activityJson(u"1"_s)).status, 201);
}

void TestSalesDesk::signaturesAreRequiredForTheNextCall()
{
    ServedFolder served;
    QVERIFY(served.start());
    QVERIFY(served.addProvider(u"CRM"_s));
    HttpClient client(served.url());
    const auto on = served.run({u"provider"_s, u"set"_s, u"CRM"_s, u"signing"_s, u"on"_s, u"--json"_s});
    const auto text = on.json().object()[u"secret"_s].toString();
    QVERIFY(text.startsWith(u"whsec_"));
    const auto secret = QByteArray::fromBase64(text.sliced(6).toUtf8());

    const auto unsignedCall = client.post(served.activitiesPath, served.key, activityJson(u"1"_s));
    QCOMPARE(unsignedCall.status, 401);
    QCOMPARE(served.run({u"call"_s, u"list"_s, u"--json"_s}).json()[0][u"reason"_s].toString(),
             u"signature_invalid"_s);

    const auto body = activityJson(u"1"_s);
    const auto seconds = QByteArray::number(QDateTime::currentSecsSinceEpoch());
    const auto signedHeaders =
        "webhook-id: msg_1\r\nwebhook-timestamp: " + seconds +
        "\r\nwebhook-signature: " + makeSignature({"msg_1", seconds, {}, body}, secret) + "\r\n";
    const auto first = client.post(served.activitiesPath, served.key, body, signedHeaders);
    QCOMPARE(first.status, 201);
    // Sent again it is answered as the first was, and stored once.
    const auto again = client.post(served.activitiesPath, served.key, body, signedHeaders);
    QCOMPARE(again.status, 201);
    QCOMPARE(again.body, first.body);
    QCOMPARE(served.run({u"activity"_s, u"list"_s, u"--json"_s}).json().array().size(), 1);
    // The body is what was signed.
    QCOMPARE(client.post(served.activitiesPath, served.key, activityJson(u"2"_s), signedHeaders).status, 401);
}

void TestSalesDesk::aValueThatServeCannotTakeIsWrongUsage()
{
    ServedFolder served;
    for (const auto &[option, value] : {std::pair{u"--port"_s, u"70000"_s}, {u"--listen"_s, u"nowhere"_s}}) {
        const auto refused = served.run({u"serve"_s, option, value});
        QCOMPARE(refused.status, 2);
        QVERIFY2(refused.err.contains(option.toUtf8()), refused.err.constData());
    }
}

void TestSalesDesk::oneProcessOwnsAFolder()
{
    ServedFolder served;
    QVERIFY(served.start());
    const auto second = served.run({u"serve"_s, u"--port"_s, u"0"_s});
    QCOMPARE(second.status, 1);
    QVERIFY2(second.err.contains(served.path().toUtf8()), second.err.constData());
    QCOMPARE(served.terminate(), 0);
    // With nobody there a command owns the folder itself.
    QCOMPARE(served.run({u"provider"_s, u"add"_s, u"Later"_s}).status, 0);
    QVERIFY(served.start());
    QCOMPARE(served.run({u"provider"_s, u"list"_s, u"--json"_s}).json()[0][u"name"_s].toString(), u"Later"_s);
}

void TestSalesDesk::noKeyIsOnDiskInClear()
{
    ServedFolder served;
    QVERIFY(served.start());
    QVERIFY(served.addProvider(u"CRM"_s));
    HttpClient client(served.url());
    QCOMPARE(client.post(served.activitiesPath, served.key, activityJson(u"1"_s)).status, 201);
    QCOMPARE(client.post(served.activitiesPath, served.key + "x", activityJson(u"1"_s)).status, 401);
    int files = 0;
    QDirIterator iterator(served.path(), QDir::Files | QDir::Hidden);
    while (iterator.hasNext()) {
        QFile file(iterator.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains(served.key), qPrintable(file.fileName()));
        QVERIFY2(!(file.permissions() & (QFile::ReadGroup | QFile::ReadOther)), qPrintable(file.fileName()));
        ++files;
    }
    QVERIFY(files >= 3);
    for (const auto &command : {u"call list"_s, u"provider list"_s, u"key list CRM"_s, u"call show 1"_s})
        QVERIFY(!served.run(command.split(u' ') << u"--json"_s).out.contains(served.key));
}

void TestSalesDesk::aReplayMendsWhatFailed()
{
    ServedFolder served;
    QVERIFY(served.start());
    QVERIFY(served.addProvider(u"CRM"_s));
    HttpClient client(served.url());
    const QByteArray nameless = R"({"id":"1","type":"Sale","agent_id":"77","moment":"2025-12-10"})";
    const auto failed = client.post(served.activitiesPath, served.key, nameless);
    QCOMPARE(failed.status, 422);
    QCOMPARE(failed.json()[u"errors"_s][0][u"field"_s].toString(), u"agent_id"_s);
    QCOMPARE(failed.json()[u"errors"_s][0][u"code"_s].toString(), u"not_recognised"_s);
    auto named = nameless;
    named.replace("\"77\"", "\"77\",\"agent_name\":\"Bo\"").replace("\"1\"", "\"2\"");
    QCOMPARE(client.post(served.activitiesPath, served.key, named).status, 201);

    const auto count = [&served] {
        return served.run({u"activity"_s, u"list"_s, u"--json"_s}).json().array().size();
    };
    QCOMPARE(served.run({u"call"_s, u"replay"_s, u"1"_s, u"--dry-run"_s}).status, 0);
    QCOMPARE(count(), 1);
    QCOMPARE(served.run({u"call"_s, u"replay"_s, u"--filter"_s, u"reason:not_recognised"_s}).status, 0);
    QCOMPARE(count(), 2);
}

void TestSalesDesk::theDemoFillsAnEmptyFolderAlone()
{
    const ServedFolder served;
    QCOMPARE(served.run({u"demo"_s, u"--calls"_s, u"300"_s}).status, 0);
    QCOMPARE(served.run({u"call"_s, u"list"_s, u"--limit"_s, u"1000"_s, u"--json"_s}).json().array().size(),
             300);
    QCOMPARE(served.run({u"check"_s}).status, 0);
    const auto again = served.run({u"demo"_s});
    QCOMPARE(again.status, 1);
    QVERIFY(!again.err.isEmpty());
}

void TestSalesDesk::aBackupIsRestored()
{
    const ServedFolder served;
    QCOMPARE(served.run({u"provider"_s, u"add"_s, u"Before"_s}).status, 0);
    const auto file = served.path() + u"/backup.db"_s;
    QCOMPARE(served.run({u"backup"_s, file}).status, 0);
    QCOMPARE(served.run({u"backup"_s, file}).status, 1); // never over a file that is there
    QCOMPARE(served.run({u"provider"_s, u"add"_s, u"After"_s}).status, 0);
    QCOMPARE(served.run({u"restore"_s, file}).status, 0);
    const auto providers = served.run({u"provider"_s, u"list"_s, u"--json"_s}).json().array();
    QCOMPARE(providers.size(), 1);
    QCOMPARE(providers[0][u"name"_s].toString(), u"Before"_s);
}

void TestSalesDesk::wrongUsageIsToldApart_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    QTest::newRow("no such command") << QStringList{u"dance"_s} << 2;
    QTest::newRow("a missing operand") << QStringList{u"provider"_s, u"add"_s} << 2;
    QTest::newRow("an unknown option") << QStringList{u"call"_s, u"list"_s, u"--colour"_s} << 2;
    QTest::newRow("no such provider") << QStringList{u"key"_s, u"list"_s, u"Nobody"_s} << 1;
    QTest::newRow("no such setting") << QStringList{u"setting"_s, u"get"_s, u"colour"_s} << 1;
    QTest::newRow("help") << QStringList{u"--help"_s} << 0;
    QTest::newRow("version") << QStringList{u"--version"_s} << 0;
}

void TestSalesDesk::wrongUsageIsToldApart()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, status);
    const ServedFolder served;
    const auto ran = served.run(arguments);
    QCOMPARE(ran.status, status);
    QVERIFY(status == 0 ? !ran.out.isEmpty() : ran.err.startsWith("salesdesk: "));
}

QTEST_GUILESS_MAIN(TestSalesDesk)
#include "tst_salesdesk.moc"
