// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/commandrun.h"

#include <QTest>

using namespace salesdesk;
using namespace Qt::StringLiterals;

namespace
{

constexpr auto activity =
    R"({"id":"deal 1","type":"Demo","agent_id":"7","agent_name":"Cas","agent_team_id":"1",
        "agent_team_name":"Team One","moment":"2025-12-10 19:00:00","contact_key":"k","value":10.10,
        "value_is_money":true})";
constexpr auto sale =
    R"({"id":"s1","agent_id":"7","agent_name":"Cas","proposition_id":"9","proposition_name":"Gas",
        "sold_at":"2025-12-10","contract_value":5254.21,"energy_meta":{"gas_usage":5000,"connection_count":2}})";

} // namespace

class tst_CommandLine : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void helpAndVersion();
    void wrongUsage_data();
    void wrongUsage();
    void failures_data();
    void failures();
    void providers();
    void providerUrlsFollowTheFeatures();
    void providerOptions();
    void keys();
    void keysNeedTheMasterKey();
    void entities();
    void identities();
    void identityLists();
    void suggestions();
    void activities();
    void sales();
    void recordLimits();
    void calls();
    void replay();
    void settings();
    void backup();
    void checkIsSound();
    void columnsAreAligned();
    void textFromOutsideDrivesNoTerminal();

private:
    std::unique_ptr<CommandFolder> m_folder;
};

void tst_CommandLine::init()
{
    m_folder = std::make_unique<CommandFolder>();
    QVERIFY(m_folder->isOpen());
}

void tst_CommandLine::helpAndVersion()
{
    QVERIFY(m_folder->run(u"--version"_s).output.startsWith("salesdesk "));
    const auto help = m_folder->run(u"--help"_s);
    QCOMPARE(help.status, 0);
    for (const auto &command : commands())
        QVERIFY(help.output.contains(QByteArray(command.name.data(), command.name.size())));
    QVERIFY(m_folder->run(u"provider add --help"_s).output.contains("NAME [--type webhooks]"));
}

void tst_CommandLine::wrongUsage_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArray>("usage");
    const QByteArray add = "usage: salesdesk provider add";
    QTest::newRow("an unknown command") << u"nonsense"_s << QByteArray("--help");
    QTest::newRow("a group without its command") << u"provider"_s << add;
    QTest::newRow("an unknown command of a group") << u"provider remove"_s << add;
    QTest::newRow("a missing operand") << u"provider add"_s << add;
    QTest::newRow("an operand too many") << u"provider add A B"_s << add;
    QTest::newRow("an option of another command") << u"provider add A --limit 1"_s << add;
    QTest::newRow("an unknown option") << u"provider add A --nonsense"_s << QByteArray("--help");
    QTest::newRow("an unknown provider option")
        << u"provider set A nonsense on"_s << QByteArray("usage: salesdesk provider set");
    QTest::newRow("a flag that is none")
        << u"provider set A signing maybe"_s << QByteArray("usage: salesdesk provider set");
    QTest::newRow("a rate that is none")
        << u"provider set A rate_limit many"_s << QByteArray("usage: salesdesk provider set");
    QTest::newRow("an unknown kind") << u"identity list --kind cat"_s
                                     << QByteArray("usage: salesdesk identity list");
    QTest::newRow("two states") << u"identity list --linked --ignored"_s
                                << QByteArray("usage: salesdesk identity list");
    QTest::newRow("a score above 1") << u"identity suggest --min-score 2"_s
                                     << QByteArray("usage: salesdesk identity suggest");
    QTest::newRow("a limit of nothing")
        << u"activity list --limit 0"_s << QByteArray("usage: salesdesk activity list");
    QTest::newRow("a call that is no number") << u"call show x"_s << QByteArray("usage: salesdesk call show");
    QTest::newRow("a replay of nothing") << u"call replay"_s << QByteArray("usage: salesdesk call replay");
    QTest::newRow("a replay of calls and a filter")
        << u"call replay 1 --filter status:422"_s << QByteArray("usage: salesdesk call replay");
}

void tst_CommandLine::wrongUsage()
{
    QFETCH(QString, line);
    QFETCH(QByteArray, usage);
    const auto ran = m_folder->run(line);
    QCOMPARE(ran.status, 2);
    QVERIFY2(ran.errors.startsWith("salesdesk: "), ran.errors.constData());
    QVERIFY2(ran.errors.contains(usage), ran.errors.constData());
    QCOMPARE(ran.output, QByteArray());
}

void tst_CommandLine::failures_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("no such provider") << u"provider archive Nobody"_s;
    QTest::newRow("a provider's name that is empty") << u"provider add --type=webhooks ~"_s;
    QTest::newRow("another type of provider") << u"provider add Zapier --type mail"_s;
    QTest::newRow("keys of no provider") << u"key list Nobody"_s;
    QTest::newRow("no such key") << u"key show 99"_s;
    QTest::newRow("no such key to revoke") << u"key revoke 99"_s;
    QTest::newRow("a team that is not there") << u"agent add Bo --team Nowhere"_s;
    QTest::newRow("an address that is none") << u"agent add Bo --email nonsense"_s;
    QTest::newRow("no such identity") << u"identity link 99 1"_s;
    QTest::newRow("identities of no provider") << u"identity list --provider Nobody"_s;
    QTest::newRow("nothing to undo") << u"identity undo"_s;
    QTest::newRow("records of no provider") << u"sale list --provider Nobody"_s;
    QTest::newRow("no such call") << u"call show 99"_s;
    QTest::newRow("no such call to replay") << u"call replay 99"_s;
    QTest::newRow("a filter that cannot be read") << u"call list --filter status:nonsense"_s;
    QTest::newRow("no such setting") << u"setting get nonsense"_s;
    QTest::newRow("no such setting to set") << u"setting set nonsense 1"_s;
    QTest::newRow("a value that is not allowed") << u"setting set listen.port many"_s;
    QTest::newRow("a setting that cannot be set") << u"setting set keystore file"_s;
    QTest::newRow("a backup to nowhere") << u"backup nowhere/file"_s;
}

void tst_CommandLine::failures()
{
    QFETCH(QString, line);
    const auto ran = m_folder->run(line);
    QCOMPARE(ran.status, 1);
    QVERIFY2(ran.errors.startsWith("salesdesk: "), ran.errors.constData());
    QVERIFY2(ran.errors.size() > 20, ran.errors.constData());
}

void tst_CommandLine::providers()
{
    const auto added = m_folder->object(u"provider add Zapier~webhooks"_s);
    QVERIFY(added[u"id"_s].toString().startsWith("p_"_L1));
    QCOMPARE(added[u"name"_s].toString(), u"Zapier webhooks"_s);
    QCOMPARE(added[u"type"_s].toString(), u"webhooks"_s);
    QVERIFY(added[u"key"_s].toString().startsWith("sdk_"_L1));
    QCOMPARE(added[u"urls"_s][u"activities"_s].toString(),
             u"http://127.0.0.1:8787/webhooks/%1/activities"_s.arg(added[u"id"_s].toString()));

    QCOMPARE(m_folder->object(u"provider rename Zapier~webhooks Make"_s)[u"name"_s].toString(), u"Make"_s);
    const auto list = m_folder->array(u"provider list"_s);
    QCOMPARE(list.size(), 1);
    QCOMPARE(list[0][u"id"_s], added[u"id"_s]);
    QCOMPARE(list[0][u"name"_s].toString(), u"Make"_s);
    QVERIFY(!list[0].toObject().contains(u"key"_s));
    QCOMPARE(m_folder->run(u"provider add make"_s).status, 1);

    QVERIFY(!m_folder->object(u"provider archive "_s + added[u"id"_s].toString())[u"archived_at"_s].isNull());
    QCOMPARE(m_folder->run(u"provider list --json"_s).output, QByteArray("[]\n"));
}

void tst_CommandLine::providerUrlsFollowTheFeatures()
{
    QCOMPARE(m_folder->run(u"setting set feature.sales off"_s).status, 0);
    m_folder->context().receiverUrl = [] { return u"http://[::1]:99"_s; };
    const QJsonValue urls = m_folder->object(u"provider add A"_s)[u"urls"_s];
    QVERIFY(urls[u"sales"_s].isNull());
    QVERIFY(urls[u"activities"_s].toString().startsWith("http://[::1]:99/webhooks/"_L1));
}

void tst_CommandLine::providerOptions()
{
    QCOMPARE(m_folder->run(u"provider add A"_s).status, 0);
    auto provider = m_folder->array(u"provider list"_s)[0].toObject();
    QCOMPARE(provider[u"create_users"_s].toBool(), true);
    QCOMPARE(provider[u"manage_teams"_s].toBool(), true);
    QCOMPARE(provider[u"rate_limit"_s].toInt(-1), 0);
    QCOMPARE(provider[u"signing"_s].toBool(true), false);
    QCOMPARE(m_folder->object(u"provider set A create_users off"_s)[u"create_users"_s].toBool(true), false);
    QCOMPARE(m_folder->object(u"provider set A manage_teams no"_s)[u"manage_teams"_s].toBool(true), false);
    QCOMPARE(m_folder->object(u"provider set A rate_limit 60"_s)[u"rate_limit"_s].toInt(), 60);
    QCOMPARE(m_folder->object(u"provider set A signing on"_s)[u"signing"_s].toBool(), true);
    QCOMPARE(m_folder->run(u"provider set A rate_limit -1"_s).status, 1);
}

void tst_CommandLine::keys()
{
    const auto first = m_folder->object(u"provider add A"_s)[u"key"_s].toString();
    const auto added = m_folder->object(u"key add A --label new"_s);
    QCOMPARE(added[u"label"_s].toString(), u"new"_s);
    QVERIFY(added[u"key"_s].toString() != first);

    const auto id = added[u"id"_s].toInteger();
    const auto listed = m_folder->run(u"key list A --json"_s).output;
    QVERIFY(!listed.contains(first.toLatin1()) && !listed.contains(added[u"key"_s].toString().toLatin1()));
    QCOMPARE(m_folder->array(u"key list A"_s).size(), 2);
    QCOMPARE(m_folder->run(u"key show %1"_s.arg(id)).output, added[u"key"_s].toString().toLatin1() + '\n');

    QVERIFY(!m_folder->object(u"key revoke %1"_s.arg(id))[u"revoked_at"_s].isNull());
    QCOMPARE(m_folder->run(u"key revoke %1"_s.arg(id)).status, 1);

    QCOMPARE(m_folder->object(u"key add A"_s)[u"label"_s].toString(), u"key 3"_s); // the revoked one counts
    QCOMPARE(m_folder->run(u"key add A --label ~"_s).errors,
             QByteArray("salesdesk: A key's label takes 1 to 255 characters.\n"));
}

void tst_CommandLine::keysNeedTheMasterKey()
{
    QCOMPARE(m_folder->run(u"provider add A"_s).status, 0);
    m_folder->context().master = {ErrorCode::SecretUnavailable, u"Unlock the keychain."_s};
    for (const auto &line : {u"provider add B"_s, u"key add A"_s, u"key show 1"_s}) {
        const auto ran = m_folder->run(line);
        QCOMPARE(ran.status, 1);
        QCOMPARE(ran.errors, QByteArray("salesdesk: Unlock the keychain.\n"));
    }
    QCOMPARE(m_folder->run(u"provider list"_s).status, 0);
}

void tst_CommandLine::entities()
{
    const auto team = m_folder->object(u"team add Noord"_s);
    const auto agent = m_folder->object(u"agent add Bo~Jansen --email bo@x.nl --team noord"_s);
    QCOMPARE(agent[u"name"_s].toString(), u"Bo Jansen"_s);
    QCOMPARE(agent[u"email"_s].toString(), u"bo@x.nl"_s);
    QCOMPARE(m_folder->object(u"product add Gas"_s)[u"name"_s].toString(), u"Gas"_s);
    const auto agents = m_folder->array(u"agent list"_s);
    QCOMPARE(agents.size(), 1);
    QCOMPARE(agents[0][u"team"_s].toString(), u"Noord"_s);
    QCOMPARE(m_folder->array(u"team list"_s)[0][u"id"_s], team[u"id"_s]);
    QCOMPARE(m_folder->array(u"product list"_s).size(), 1);
    QCOMPARE(m_folder->run(u"agent add Other --email BO@x.nl"_s).status, 1);
}

void tst_CommandLine::identities()
{
    QCOMPARE(m_folder->run(u"provider add A"_s).status, 0);
    QCOMPARE(m_folder->call(u"A"_s, Endpoint::Activities, activity), QByteArray("created"));
    const auto waiting = m_folder->array(u"identity list --unlinked --kind agent"_s);
    QCOMPARE(waiting.size(), 1);
    const auto identity = waiting[0].toObject();
    QCOMPARE(identity[u"provider"_s].toString(), u"A"_s);
    QCOMPARE(identity[u"kind"_s].toString(), u"agent"_s);
    QCOMPARE(identity[u"external_id"_s].toString(), u"7"_s);
    QCOMPARE(identity[u"name"_s].toString(), u"Cas"_s);
    QVERIFY(identity[u"email"_s].isNull() && identity[u"linked_to"_s].isNull());
    QCOMPARE(identity[u"ignored"_s].toBool(true), false);
    QCOMPARE(identity[u"waiting"_s].toInt(), 1);

    const auto id = identity[u"id"_s].toInteger();
    const auto agent = m_folder->object(u"agent add Cas~de~Boer"_s)[u"id"_s].toInteger();
    const auto linked = m_folder->object(u"identity link %1 %2"_s.arg(id).arg(agent));
    QCOMPARE(linked[u"linked_to"_s].toString(), u"Cas de Boer"_s);
    QCOMPARE(linked[u"waiting"_s].toInt(-1), 0);
    QCOMPARE(m_folder->array(u"activity list"_s)[0][u"agent"_s].toString(), u"Cas de Boer"_s);

    QVERIFY(m_folder->object(u"identity unlink %1"_s.arg(id))[u"linked_to"_s].isNull());
    QVERIFY(m_folder->array(u"activity list"_s)[0][u"agent"_s].isNull());
    QVERIFY(!m_folder->object(u"identity undo"_s)[u"undone"_s].toString().isEmpty());
    QCOMPARE(m_folder->array(u"activity list"_s)[0][u"agent"_s].toString(), u"Cas de Boer"_s);
    const auto team = m_folder->object(u"team add Noord"_s)[u"id"_s].toInteger();
    QCOMPARE(m_folder->run(u"identity link %1 %2"_s.arg(id).arg(team)).status, 1);
}

void tst_CommandLine::identityLists()
{
    QCOMPARE(m_folder->run(u"provider add A"_s).status, 0);
    QCOMPARE(m_folder->call(u"A"_s, Endpoint::Sales, sale), QByteArray("created"));
    const auto product = m_folder->array(u"identity list --kind product"_s)[0][u"id"_s].toInteger();
    QCOMPARE(m_folder->object(u"identity ignore %1"_s.arg(product))[u"ignored"_s].toBool(), true);
    QCOMPARE(m_folder->array(u"identity list --unlinked"_s).size(), 1);
    QCOMPARE(m_folder->array(u"identity list --ignored"_s).size(), 1);
    QCOMPARE(m_folder->array(u"identity list --linked"_s).size(), 0);
    QCOMPARE(m_folder->array(u"identity list --all --provider a"_s).size(), 2);
    QCOMPARE(m_folder->array(u"identity list"_s).size(), 2);
}

void tst_CommandLine::suggestions()
{
    QCOMPARE(m_folder->run(u"provider add A"_s).status, 0);
    QCOMPARE(m_folder->call(u"A"_s, Endpoint::Activities, activity), QByteArray("created"));
    const QJsonValue agent = m_folder->object(u"agent add Cas"_s)[u"id"_s];
    const QJsonValue team = m_folder->object(u"team add Team~One"_s)[u"id"_s];
    const auto offered = m_folder->array(u"identity suggest --min-score 0.5"_s);
    QCOMPARE(offered.size(), 2);
    QCOMPARE(offered[0][u"entity"_s], agent);
    QCOMPARE(offered[1][u"entity"_s], team);
    QVERIFY(offered[0][u"identity"_s].toInteger() > 0);
    QVERIFY(offered[0][u"score"_s].toDouble() > 0.5);
    QVERIFY(!offered[0][u"reason"_s].toString().isEmpty());
    QCOMPARE(offered[0][u"ambiguous"_s].toBool(true), false);
    QCOMPARE(m_folder->array(u"identity list --linked"_s).size(), 0);

    QCOMPARE(m_folder->array(u"identity suggest --min-score 0.5 --accept"_s).size(), 2);
    QCOMPARE(m_folder->array(u"identity list --linked"_s).size(), 2);
    QCOMPARE(m_folder->array(u"identity suggest --accept"_s).size(), 0);
    QCOMPARE(m_folder->run(u"identity undo"_s).status, 0); // one step of the history
    QCOMPARE(m_folder->array(u"identity list --linked"_s).size(), 0);
}

void tst_CommandLine::activities()
{
    QCOMPARE(m_folder->run(u"provider add A"_s).status, 0);
    QCOMPARE(m_folder->call(u"A"_s, Endpoint::Activities, activity), QByteArray("created"));
    QVERIFY(m_folder->run(u"activity list --json"_s).output.contains("\"value\":10.10,"));
    const auto row = m_folder->array(u"activity list --provider A"_s)[0].toObject();
    QCOMPARE(row[u"id"_s].toString(), u"deal 1"_s);
    QCOMPARE(row[u"provider"_s].toString(), u"A"_s);
    QCOMPARE(row[u"type"_s].toString(), u"Demo"_s);
    QCOMPARE(row[u"agent_id"_s].toString(), u"7"_s);
    QCOMPARE(row[u"agent_team_id"_s].toString(), u"1"_s);
    QCOMPARE(row[u"moment"_s].toString(), u"2025-12-10T18:00:00Z"_s);
    QCOMPARE(row[u"contact_key"_s].toString(), u"k"_s);
    QCOMPARE(row[u"value_is_money"_s].toBool(), true);
    QVERIFY(row[u"agent"_s].isNull() && row[u"team"_s].isNull());
}

void tst_CommandLine::sales()
{
    QCOMPARE(m_folder->run(u"provider add A"_s).status, 0);
    QCOMPARE(m_folder->call(u"A"_s, Endpoint::Sales, sale), QByteArray("created"));
    QVERIFY(m_folder->run(u"sale list --json"_s).output.contains("\"contract_value\":5254.21,"));
    const auto row = m_folder->array(u"sale list"_s)[0].toObject();
    QCOMPARE(row[u"id"_s].toString(), u"s1"_s);
    QCOMPARE(row[u"proposition_id"_s].toString(), u"9"_s);
    QCOMPARE(row[u"sold_at"_s].toString(), u"2025-12-10T05:00:00Z"_s);
    QVERIFY(row[u"cancelled_at"_s].isNull() && row[u"product"_s].isNull());
    QCOMPARE(row[u"is_retention"_s].toBool(true), false);
    QCOMPARE(row[u"energy_meta"_s][u"gas_usage"_s].toInt(), 5000);
    QCOMPARE(row[u"energy_meta"_s][u"connection_count"_s].toInt(), 2);
    QVERIFY(row[u"energy_meta"_s][u"electricity_usage"_s].isNull());
}

void tst_CommandLine::recordLimits()
{
    QCOMPARE(m_folder->run(u"provider add A"_s).status, 0);
    for (int i = 0; i < 7; ++i) {
        const auto body = QByteArray(activity).replace("deal 1", "deal " + QByteArray::number(i));
        QCOMPARE(m_folder->call(u"A"_s, Endpoint::Activities, body), QByteArray("created"));
    }
    QCOMPARE(m_folder->array(u"activity list"_s).size(), 7);
    QCOMPARE(m_folder->array(u"activity list --limit 3"_s).size(), 3);
    QCOMPARE(m_folder->array(u"call list --limit 3"_s).size(), 3);
    QCOMPARE(m_folder->array(u"call list"_s).size(), 7);
}

void tst_CommandLine::calls()
{
    QCOMPARE(m_folder->run(u"provider add A"_s).status, 0);
    QCOMPARE(m_folder->call(u"A"_s, Endpoint::Activities, activity), QByteArray("created"));
    QCOMPARE(m_folder->call(u"A"_s, Endpoint::Sales, "{}"), QByteArray("fields_invalid"));
    const auto calls = m_folder->array(u"call list"_s);
    QCOMPARE(calls.size(), 2);
    QCOMPARE(calls[0][u"status"_s].toInt(), 422);
    QCOMPARE(calls[0][u"reason"_s].toString(), u"fields_invalid"_s);
    QCOMPARE(calls[0][u"endpoint"_s].toString(), u"sales"_s);
    QCOMPARE(calls[1][u"provider"_s].toString(), u"A"_s);
    QVERIFY(calls[1][u"received_at"_s].toString().endsWith(u'Z'));
    QVERIFY(calls[1][u"duration_ms"_s].isDouble());
    QCOMPARE(m_folder->array(u"call list --filter status:422"_s).size(), 1);

    const auto refused = m_folder->object(u"call show %1"_s.arg(calls[0][u"id"_s].toInteger()));
    QVERIFY(refused[u"errors"_s].toArray().size() >= 4);
    const auto details = m_folder->object(u"call show %1"_s.arg(calls[1][u"id"_s].toInteger()));
    QCOMPARE(details[u"body"_s].toString(), QString::fromUtf8(activity));
    QCOMPARE(details[u"answer"_s][u"result"_s].toString(), u"created"_s);
    QCOMPARE(details[u"moment_sent"_s].toString(), u"2025-12-10 19:00:00"_s);
    QCOMPARE(details[u"moment_utc"_s].toString(), u"2025-12-10T18:00:00Z"_s);
    QVERIFY(!details[u"changes"_s].toArray().isEmpty());
    QCOMPARE(details[u"headers"_s][0][u"name"_s].toString(), u"Content-Type"_s);
    QVERIFY(m_folder->run(u"call show %1"_s.arg(calls[1][u"id"_s].toInteger())).output.contains("deal 1"));
}

void tst_CommandLine::replay()
{
    QCOMPARE(m_folder->run(u"provider add A"_s).status, 0);
    const QByteArray withoutNames = R"({"id":"x","type":"Demo","agent_id":"7","moment":"2025-12-10"})";
    QCOMPARE(m_folder->call(u"A"_s, Endpoint::Activities, withoutNames), QByteArray("not_recognised"));
    QCOMPARE(m_folder->call(u"A"_s, Endpoint::Activities, activity), QByteArray("created"));

    const auto filter =
        QStringList{u"call"_s, u"replay"_s, u"--filter"_s, u"reason:not_recognised"_s, u"--json"_s};
    const auto dryRan = m_folder->run(filter + QStringList{u"--dry-run"_s});
    QCOMPARE(dryRan.status, 0);
    QVERIFY2(dryRan.output.contains("\"status\":201"), dryRan.output.constData());
    QCOMPARE(m_folder->array(u"activity list"_s).size(), 1);

    const auto ran = m_folder->run(filter);
    QCOMPARE(ran.status, 0);
    QVERIFY2(ran.output.contains("\"reason\":\"created\""), ran.output.constData());
    QCOMPARE(m_folder->array(u"activity list"_s).size(), 2);
    const auto newest = m_folder->array(u"call list"_s)[0].toObject();
    const auto details = m_folder->object(u"call show %1"_s.arg(newest[u"id"_s].toInteger()));
    QVERIFY(details[u"replay_of"_s].toInteger() > 0);

    const auto partly = m_folder->run(u"call replay 1 99 --json"_s);
    QCOMPARE(partly.status, 1);
    QVERIFY(partly.output.contains("\"reason\":\"updated\"") && partly.errors.contains("99"));
}

void tst_CommandLine::settings()
{
    QCOMPARE(m_folder->run(u"setting get timezone"_s).output, QByteArray("Europe/Amsterdam\n"));
    QCOMPARE(m_folder->object(u"setting set listen.port 9000"_s)[u"value"_s].toInt(), 9000);
    QCOMPARE(m_folder->object(u"setting get listen.port"_s)[u"value"_s].toInt(), 9000);
    QCOMPARE(m_folder->object(u"setting set feature.sales off"_s)[u"value"_s].toBool(true), false);
    QCOMPARE(m_folder->run(u"setting get keystore"_s).output, QByteArray("file\n"));
    const auto list = m_folder->array(u"setting list"_s);
    QCOMPARE(list.size(), static_cast<int>(Setting::Count) + 1);
    QCOMPARE(list[0][u"name"_s].toString(), u"listen.address"_s);
    QCOMPARE(list.last()[u"name"_s].toString(), u"keystore"_s);
}

void tst_CommandLine::backup()
{
    const auto made = m_folder->object(u"backup copy.db"_s);
    QCOMPARE(made[u"file"_s].toString(), m_folder->path(u"copy.db"_s));
    QCOMPARE(made[u"bytes"_s].toInteger(), QFileInfo(m_folder->path(u"copy.db"_s)).size());
    QCOMPARE(m_folder->run(u"backup copy.db"_s).status, 1); // it is there already

    const auto parsed = parseLine({u"restore"_s, u"copy.db"_s});
    auto context = m_folder->context();
    context.folder = m_folder->path(u"other"_s);
    context.workspace = nullptr;
    QVERIFY(QDir().mkpath(context.folder));
    Collected collected;
    QCOMPARE(runCommand(std::get<ParsedLine>(parsed), context, collected), 0);
    QVERIFY(Workspace::open({.folder = context.folder}).ok());
}

void tst_CommandLine::checkIsSound()
{
    QCOMPARE(m_folder->object(u"check"_s)[u"sound"_s].toBool(), true);
    QCOMPARE(m_folder->run(u"check"_s).output, QByteArray("The database is sound.\n"));
}

void tst_CommandLine::columnsAreAligned()
{
    QCOMPARE(m_folder->run(u"team list"_s).output, QByteArray());
    QCOMPARE(m_folder->run(u"team add Noord"_s).status, 0);
    QCOMPARE(m_folder->run(u"team add A~longer~name"_s).status, 0);
    const auto lines = m_folder->run(u"team list"_s).output.split('\n');
    QCOMPARE(lines.size(), 4);
    QVERIFY(lines[0].startsWith("id  name "));
    QCOMPARE(lines[1].indexOf("yes"), lines[2].indexOf("yes"));
}

void tst_CommandLine::textFromOutsideDrivesNoTerminal()
{
    QCOMPARE(OutputValue(u"a\x1b[2Jb\u202e"_s).text(), u"a\ufffd[2Jb\ufffd"_s);
    QCOMPARE(OutputValue(u"\"\\\n\x1b\u00e9"_s).json(), QByteArray("\"\\\"\\\\\\n\\u001b\xc3\xa9\""));
    QCOMPARE(OutputValue::number(u"007"_s).json(), QByteArray("\"007\""));
    QCOMPARE(OutputValue::number(u"-1.50e3"_s).json(), QByteArray("-1.50e3"));
    QCOMPARE(OutputValue::number(std::nullopt).json(), QByteArray("null"));
}

QTEST_GUILESS_MAIN(tst_CommandLine)
#include "tst_commandline.moc"
