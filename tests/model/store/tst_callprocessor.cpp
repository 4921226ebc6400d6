// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/identitystore.h"
#include "model/store/maintenance.h"
#include "tests/model/store/callfixture.h"

#include <QJsonArray>
#include <QRandomGenerator>

#include <future>

using namespace Qt::StringLiterals;
using namespace salesdesk;

namespace
{

const QByteArray named = R"(,"agent_name":"Bo")";
const QByteArray namedSale = R"(,"agent_name":"Bo","proposition_name":"Gas")";

/// JSON with ' for ", which is easier to read in C++.
QByteArray quoted(QByteArray json)
{
    return json.replace('\'', '"');
}

} // namespace

/// Every rule of spec.md's "Webhooks" that needs the database, through a workspace.
class TestCallProcessor final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m = std::make_unique<CallFixture>(); }
    void cleanup() { m.reset(); }

    void whatIsNotRecognisedIsNamed_data()
    {
        QTest::addColumn<bool>("isSale");
        QTest::addColumn<QByteArray>("more");
        QTest::addColumn<QString>("fields");
        QTest::newRow("an agent") << false << QByteArray() << u"agent_id"_s;
        QTest::newRow("agent and team")
            << false << QByteArray(R"(,"agent_team_id":"1")") << u"agent_id agent_team_id"_s;
        QTest::newRow("a team beside a named agent")
            << false << QByteArray(R"(,"agent_name":"Bo","agent_team_id":"1")") << u"agent_team_id"_s;
        QTest::newRow("all three of a sale")
            << true << QByteArray(R"(,"agent_team_id":"1")") << u"agent_id agent_team_id proposition_id"_s;
        QTest::newRow("a product beside a named agent") << true << named << u"proposition_id"_s;
    }
    void whatIsNotRecognisedIsNamed()
    {
        QFETCH(bool, isSale);
        QFETCH(QByteArray, more);
        const auto outcome =
            m->call(isSale ? Endpoint::Sales : Endpoint::Activities,
                    isSale ? CallFixture::sale("1", more) : CallFixture::activity("1", more));
        QCOMPARE(outcome.reason, CallReason::NotRecognised);
        QStringList fields;
        const auto errors = CallFixture::answerOf(outcome)[u"errors"_s].toArray();
        for (const auto &error : errors) {
            fields.append(error[u"field"_s].toString());
            QCOMPARE(error[u"code"_s].toString(), u"not_recognised"_s);
            QVERIFY(error[u"detail"_s].toString().contains(u"Zapier"_s));
        }
        QTEST(fields.join(u' '), "fields");
        // Of a failed call nothing is stored but its log row.
        QCOMPARE(m->dump(u"SELECT (SELECT COUNT(*) FROM identity), (SELECT COUNT(*) FROM activity), "
                         "(SELECT COUNT(*) FROM sale), (SELECT COUNT(*) FROM call)"_s,
                         4),
                 u"0|0|0|1"_s);
        QCOMPARE(m->dump(u"SELECT status, reason, record_external_id, agent_external_id FROM call"_s, 4),
                 u"422|not_recognised|1|7"_s);
    }

    void everyFaultyFieldIsNamedAtOnce_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<QString>("faults");
        QTest::newRow("beside an agent that is not known")
            << QByteArray("'agent_id':'8','value':'much'") << u"value:wrong_type agent_id:not_recognised"_s;
        QTest::newRow("a faulty name is no missing name")
            << QByteArray("'agent_id':'8','agent_name':true") << u"agent_name:wrong_type"_s;
        QTest::newRow("a known agent, an unknown team")
            << QByteArray("'agent_id':'7','agent_email':'no','agent_team_id':'1'")
            << u"agent_email:invalid_email agent_team_id:not_recognised"_s;
        QTest::newRow("decimals that only the stored record makes faulty")
            << QByteArray("'agent_id':'8','value':'1.001'")
            << u"value:too_many_decimals agent_id:not_recognised"_s;
    }
    void everyFaultyFieldIsNamedAtOnce()
    {
        QFETCH(QByteArray, fields);
        const auto stored =
            quoted("{'id':'1','type':'Sale','moment':'2025-12-10','agent_id':'7','agent_name':'Bo',"
                   "'value_is_money':true}");
        QCOMPARE(m->call(Endpoint::Activities, stored).reason, CallReason::Created);
        const auto outcome = m->call(Endpoint::Activities,
                                     quoted("{'id':'1','type':'Sale','moment':'2025-12-10'," + fields + '}'));
        QCOMPARE(outcome.reason, CallReason::FieldsInvalid);
        QStringList faults;
        const auto answer = CallFixture::answerOf(outcome);
        const auto errors = answer[u"errors"_s].toArray();
        for (const auto &error : errors) {
            faults.append(error[u"field"_s].toString() + u':' + error[u"code"_s].toString());
            QVERIFY(answer[u"detail"_s].toString().contains(error[u"field"_s].toString()));
        }
        QTEST(faults.join(u' '), "faults");
    }

    void aRehearsalLeavesNothing()
    {
        const auto rehearse = [&](const QByteArray &body) {
            return m->workspace().rehearse(m->submission(Endpoint::Activities, body)).result().value();
        };
        const auto rehearsal = rehearse(CallFixture::activity("1", named));
        QCOMPARE(rehearsal.outcome.reason, CallReason::Created);
        QVERIFY(!rehearsal.outcome.call.isValid());
        QVERIFY(!rehearsal.details.row.id.isValid());
        QCOMPARE(rehearsal.details.row.reason, CallReason::Created);
        QVERIFY(rehearsal.details.changes.contains({u"type"_s, {}, u"Sale"_s}));
        const auto refused = rehearse(CallFixture::activity("1"));
        QCOMPARE(refused.outcome.reason, CallReason::NotRecognised);
        QCOMPARE(refused.details.errors.first().field, u"agent_id"_s);
        QCOMPARE(m->dump(u"SELECT (SELECT COUNT(*) FROM identity), (SELECT COUNT(*) FROM activity), "
                         "(SELECT COUNT(*) FROM sale), (SELECT COUNT(*) FROM call)"_s,
                         4),
                 u"0|0|0|0"_s);
        // Nor does the writer remember what was rolled back.
        QCOMPARE(m->call(Endpoint::Activities, CallFixture::activity("1")).reason, CallReason::NotRecognised);
    }

    void aNameCreatesAndRenames()
    {
        QCOMPARE(m->call(Endpoint::Activities, CallFixture::activity("1", named)).reason,
                 CallReason::Created);
        QCOMPARE(m->call(Endpoint::Activities, CallFixture::activity("2")).reason, CallReason::Created);
        QCOMPARE(m->dump(u"SELECT external_id, name, record_count FROM identity"_s, 3), u"7|Bo|2"_s);
        QCOMPARE(
            m->call(Endpoint::Activities, CallFixture::activity("1", R"(,"agent_name":"Bo Jansen")")).reason,
            CallReason::Updated);
        QCOMPARE(m->dump(u"SELECT external_id, name, name_folded, record_count FROM identity"_s, 4),
                 u"7|Bo Jansen|bo jansen|2"_s);
    }

    void oneIdUnderTwoKindsIsTwoIdentities()
    {
        QCOMPARE(
            m->call(Endpoint::Sales,
                    R"({"id":"1","agent_id":"7","agent_name":"Bo","agent_team_id":"7","agent_team_name":"T",
                             "proposition_id":"7","proposition_name":"Gas","sold_at":"2025-12-10"})")
                .reason,
            CallReason::Created);
        QCOMPARE(m->dump(u"SELECT kind, name FROM identity ORDER BY kind"_s, 2), u"0|Bo 1|T 2|Gas"_s);
    }

    void aNameDoesNotTurnTextRound()
    {
        m->call(Endpoint::Activities, CallFixture::activity("1", R"(,"agent_name":"\u202Enesnaj ob")"));
        QCOMPARE(m->dump(u"SELECT name FROM identity"_s), u"nesnaj ob"_s);
    }

    void salesAreCountedApart()
    {
        const auto sale = [](const QByteArray &id, const QByteArray &agent) {
            return quoted(
                "{'id':'" + id + "','agent_id':'" + agent +
                "','agent_name':'Bo','agent_team_id':'4','agent_team_name':'T','proposition_id':'P',"
                "'proposition_name':'Gas','sold_at':'2025-12-10','contract_value':10}");
        };
        const auto counts = [this] {
            return m->dump(u"SELECT external_id, record_count, sale_count, value_cents FROM identity "
                           "ORDER BY external_id"_s,
                           4);
        };
        m->call(Endpoint::Activities, CallFixture::activity("1", named));
        m->call(Endpoint::Sales, sale("1", "7"));
        m->call(Endpoint::Sales, sale("2", "7"));
        QCOMPARE(counts(), u"4|2|2|2000 7|3|2|2000 P|2|2|2000"_s);
        m->call(Endpoint::Sales, sale("2", "8")); // the sale goes over to another agent
        QCOMPARE(counts(), u"4|2|2|2000 7|2|1|1000 8|1|1|1000 P|2|2|2000"_s);
        m->call(Endpoint::Sales, quoted("{'id':'3','agent_id':'9'}")); // refused
        QCOMPARE(counts(), u"4|2|2|2000 7|2|1|1000 8|1|1|1000 P|2|2|2000"_s);
    }

    void seenAndUsedAreNoted()
    {
        m->call(Endpoint::Activities, CallFixture::activity("1", named));
        const auto first = m->receivedAt;
        m->call(Endpoint::Activities, CallFixture::activity("1"));
        QCOMPARE(m->dump(u"SELECT first_seen_at, last_seen_at FROM identity"_s, 2),
                 u"%1|%2"_s.arg(first).arg(m->receivedAt));
        QVERIFY(m->dump(u"SELECT last_call_at FROM provider"_s) >= QString::number(first));
        // The second came within a second of the first: it is kept, and written at the end at the latest.
        m->close();
        m->open();
        QCOMPARE(m->dump(u"SELECT last_call_at FROM provider"_s), QString::number(m->receivedAt));
    }

    void theEmailRule_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QByteArray>("more");
        QTest::addColumn<QString>("agents"); // name, email
        QTest::addColumn<bool>("linked");
        const QByteArray email = R"(,"agent_name":"Bo","agent_email":"Bo@Example.nl")";
        QTest::newRow("makes an agent") << QString() << email << u"Bo|Bo@Example.nl"_s << true;
        QTest::newRow("finds the agent, whatever the case")
            << u"INSERT INTO entity (kind, name, name_folded, email, email_folded, created_at) "
               "VALUES (0, 'B', 'b', 'BO@example.NL', 'bo@example.nl', 1)"_s
            << email << u"B|BO@example.NL"_s << true;
        QTest::newRow("does nothing when switched off")
            << u"UPDATE provider SET create_users = 0"_s << email << QString() << false;
        QTest::newRow("does nothing without an address") << QString() << named << QString() << false;
    }
    void theEmailRule()
    {
        QFETCH(QString, before);
        QFETCH(QByteArray, more);
        QFETCH(bool, linked);
        if (!before.isEmpty()) {
            m->write<Done>([&](Connection &db) -> Result<Done> {
                const auto changed = db.change(before);
                db.note(Change::Providers);
                return changed ? Result<Done>(Done{}) : changed.error();
            });
        }
        QCOMPARE(m->call(Endpoint::Activities, CallFixture::activity("1", more)).reason, CallReason::Created);
        QTEST(m->dump(u"SELECT name, email FROM entity"_s, 2), "agents");
        QCOMPARE(m->dump(u"SELECT entity_id IS NOT NULL FROM identity"_s), linked ? u"1"_s : u"0"_s);
    }

    void whatAPersonUnlinkedOrIgnoredIsLeftAlone_data()
    {
        QTest::addColumn<QString>("state");
        QTest::newRow("unlinked by a person") << u"entity_id = NULL, unlinked_by_person = 1"_s;
        QTest::newRow("ignored") << u"entity_id = NULL, ignored = 1"_s;
    }
    void whatAPersonUnlinkedOrIgnoredIsLeftAlone()
    {
        QFETCH(QString, state);
        const QByteArray email = R"(,"agent_name":"Bo","agent_email":"bo@example.nl")";
        m->call(Endpoint::Activities, CallFixture::activity("1", email));
        m->change(u"UPDATE identity SET "_s + state);
        m->call(Endpoint::Activities, CallFixture::activity("2", email));
        QCOMPARE(m->dump(u"SELECT entity_id IS NULL FROM identity"_s), u"1"_s);
    }

    void theTeamRuleMovesTheAgent()
    {
        const QByteArray more =
            R"(,"agent_name":"Bo","agent_email":"bo@example.nl","agent_team_id":"1","agent_team_name":"One")";
        m->call(Endpoint::Activities, CallFixture::activity("1", more));
        QCOMPARE(m->dump(u"SELECT team_id FROM entity WHERE kind = 0"_s), u"-"_s);
        // The later of the two comes to be linked.
        m->write<DecisionId>([](Connection &db) {
            return IdentityStore(db).createAndLink(IdentityId{2}, {Decider::Kind::Person, u"me"_s});
        });
        const auto team = u"SELECT t.name FROM entity a JOIN entity t ON t.id = a.team_id"_s;
        QCOMPARE(m->dump(team), u"One"_s);
        // The next call says otherwise.
        m->change(u"INSERT INTO entity (kind, name, name_folded, created_at) VALUES (1, 'Two', 'two', 1)"_s);
        m->change(u"INSERT INTO identity (provider_id, kind, external_id, name, entity_id, first_seen_at, "
                  u"last_seen_at) "
                  "SELECT 1, 1, '2', 'Two', id, 1, 1 FROM entity WHERE name = 'Two'"_s);
        m->call(Endpoint::Activities, CallFixture::activity("1", R"(,"agent_team_id":"2")"));
        QCOMPARE(m->dump(team), u"Two"_s);
        m->call(Endpoint::Activities, CallFixture::activity("1", R"(,"agent_team_id":"1")"));
        QCOMPARE(m->dump(team), u"One"_s);
        // A call that bears no team leaves it.
        m->call(Endpoint::Activities, CallFixture::activity("1"));
        QCOMPARE(m->dump(team), u"One"_s);
    }

    void anUpdateOfAnActivity_data()
    {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("second");
        QTest::addColumn<QString>("row"); // contact_key, value, value_is_money, value_cents, team
        const QByteArray full =
            named +
            R"(,"agent_team_id":"1","agent_team_name":"One","contact_key":"c","value":10.10,"value_is_money":true)";
        QTest::newRow("what is left out keeps its value") << full << QByteArray() << u"c|10.10|1|1010|1"_s;
        QTest::newRow("what is null is cleared")
            << full
            << QByteArray(R"(,"agent_team_id":null,"contact_key":null,"value":null,"value_is_money":null)")
            << u"-|-|0|-|-"_s;
        QTest::newRow("what is sent is taken")
            << full << QByteArray(R"(,"contact_key":"d","value":"3","value_is_money":true)")
            << u"d|3|1|300|1"_s;
        QTest::newRow("money becomes a number")
            << full << QByteArray(R"(,"value_is_money":false)") << u"c|10.10|0|-|1"_s;
        QTest::newRow("a number becomes money")
            << QByteArray(named + R"(,"value":5)") << QByteArray(R"(,"value_is_money":true)")
            << u"-|5|1|500|-"_s;
    }
    void anUpdateOfAnActivity()
    {
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, second);
        QCOMPARE(m->call(Endpoint::Activities, CallFixture::activity("1", first)).reason,
                 CallReason::Created);
        QCOMPARE(m->call(Endpoint::Activities, CallFixture::activity("1", second)).reason,
                 CallReason::Updated);
        QTEST(m->dump(u"SELECT a.contact_key, a.value, a.value_is_money, a.value_cents, t.external_id FROM "
                      u"activity a "
                      "LEFT JOIN identity t ON t.id = a.team_identity_id"_s,
                      5),
              "row");
        checkCounts();
    }

    void moneyIsJudgedAgainstWhatIsStored()
    {
        m->call(Endpoint::Activities, CallFixture::activity("1", named + R"(,"value":1.005)"));
        const auto outcome =
            m->call(Endpoint::Activities, CallFixture::activity("1", R"(,"value_is_money":true)"));
        QCOMPARE(outcome.reason, CallReason::FieldsInvalid);
        const auto error = CallFixture::answerOf(outcome)[u"errors"_s][0];
        QCOMPARE(error[u"field"_s].toString(), u"value"_s);
        QCOMPARE(error[u"code"_s].toString(), u"too_many_decimals"_s);
        QCOMPARE(m->dump(u"SELECT value_is_money FROM activity"_s), u"0"_s);
    }

    void anUpdateOfASale_data()
    {
        QTest::addColumn<QByteArray>("second");
        QTest::addColumn<QString>("row");
        QTest::newRow("what is left out keeps its value")
            << QByteArray() << u"1765443600000|1|525421|c|5000|0|12.5|2"_s;
        QTest::newRow("what is null is cleared")
            << QByteArray(
                   R"(,"cancelled_at":null,"is_retention":null,"contract_value":null,"contact_key":null,"energy_meta":null)")
            << u"-|0|-|-|-|-|-|-"_s;
        QTest::newRow("one member of energy_meta is taken, the others keep theirs")
            << QByteArray(R"(,"energy_meta":{"gas_usage":null,"connection_count":3})")
            << u"1765443600000|1|525421|c|5000|0|-|3"_s;
    }
    void anUpdateOfASale()
    {
        QFETCH(QByteArray, second);
        const auto full =
            namedSale +
            R"(,"cancelled_at":"2025-12-11 10:00:00","is_retention":true,"contract_value":5254.21,"contact_key":"c",
            "energy_meta":{"electricity_usage":5000,"electricity_return":0,"gas_usage":12.5,"connection_count":2})";
        QCOMPARE(m->call(Endpoint::Sales, CallFixture::sale("1", full)).reason, CallReason::Created);
        QCOMPARE(m->call(Endpoint::Sales, CallFixture::sale("1", second)).reason, CallReason::Updated);
        QTEST(m->dump(
                  u"SELECT cancelled_at, is_retention, contract_value_cents, contact_key, electricity_usage, "
                  "electricity_return, gas_usage, connection_count FROM sale"_s,
                  8),
              "row");
        checkCounts();
    }

    void theLogSaysWhatChanged()
    {
        const auto created =
            m->call(Endpoint::Activities, CallFixture::activity("1", named + R"(,"value":1)"));
        QCOMPARE(CallFixture::answerOf(created)[u"result"_s].toString(), u"created"_s);
        QCOMPARE(CallFixture::answerOf(created)[u"call"_s].toInteger(), created.call.value);
        m->call(Endpoint::Activities, CallFixture::activity("1", R"(,"value":2)"));
        QCOMPARE(m->dump(u"SELECT changes FROM call_content WHERE call_id = 2"_s),
                 uR"([{"field":"value","before":"1","after":"2"}])"_s);
        QCOMPARE(m->dump(u"SELECT status, reason, type, record_id FROM call"_s, 4),
                 u"201|created|Sale|1 200|updated|Sale|1"_s);
        QCOMPARE(m->dump(u"SELECT identities FROM call_content"_s), u"[1] [1]"_s);
    }

    void longBodiesAreCutInTheLog()
    {
        const auto body =
            CallFixture::activity("1", named + quoted(",'extra':'" + QByteArray(70'000, 'x') + "'"));
        QCOMPARE(m->call(Endpoint::Activities, body).reason, CallReason::Created);
        QCOMPARE(m->dump(u"SELECT LENGTH(body), body_size FROM call_content JOIN call ON id = call_id"_s, 2),
                 u"65536|%1"_s.arg(body.size()));
    }

    void pastTheAllowanceRefusalsAreCounted()
    {
        m->change(u"INSERT INTO setting (name, value) VALUES ('log.refused_per_minute', '2')"_s);
        m->close();
        m->open();
        for (int i = 0; i < 5; ++i) {
            auto refused = m->submission(Endpoint::Activities, "{");
            const auto ticket = refused.ticket = static_cast<quint64>(i);
            std::promise<CallOutcome> promise;
            m->workspace().setDelivery([&](const std::shared_ptr<SettledCalls> &settled) {
                promise.set_value(settled->outcomes.at(0));
            });
            QCOMPARE(m->workspace().submit(refused), SubmitResult::Queued);
            const auto outcome = promise.get_future().get();
            QCOMPARE(outcome.ticket, ticket);
            QCOMPARE(outcome.reason, CallReason::BadJson);
            QCOMPARE(outcome.call.isValid(), i < 2);
            m->workspace().setDelivery({});
        }
        QCOMPARE(m->dump(u"SELECT COUNT(*) FROM call"_s), u"2"_s);
        QCOMPARE(m->dump(u"SELECT reason, count FROM unlogged"_s, 2), u"bad_json|3"_s);
    }

    void countsStayExactWhateverComes()
    {
        QRandomGenerator random(20251210);
        for (int i = 0; i < 150; ++i) {
            const auto pick = [&](int below) { return QByteArray::number(random.bounded(below)); };
            QByteArray body = "{'id':'" + pick(12) + "','agent_id':'a" + pick(4) + "','agent_name':'A'";
            if (random.bounded(2))
                body += random.bounded(4) ? ",'agent_team_id':'t" + pick(3) + "','agent_team_name':'T'"
                                          : QByteArray(",'agent_team_id':null");
            const bool isSale = random.bounded(2) == 1;
            if (isSale) {
                body += ",'sold_at':'2025-12-10','proposition_id':'p" + pick(3) + "','proposition_name':'P'";
                if (random.bounded(2))
                    body += random.bounded(3) ? ",'contract_value':" + pick(1000) + "." + pick(100)
                                              : QByteArray(",'contract_value':null");
            } else {
                body += ",'moment':'2025-12-10','type':'x'";
                if (random.bounded(2))
                    body += ",'value':" + pick(1000) + "." + pick(1000);
                if (random.bounded(2))
                    body += random.bounded(3) ? ",'value_is_money':true" : ",'value_is_money':null";
            }
            const auto outcome = m->call(isSale ? Endpoint::Sales : Endpoint::Activities, quoted(body + '}'));
            QVERIFY2(httpStatus(outcome.reason) < 500 && outcome.reason != CallReason::BadJson,
                     outcome.answer.constData());
        }
        checkCounts();
    }

private:
    void checkCounts()
    {
        const auto problems =
            m->workspace().read<QStringList>([](Connection &db) { return checkDatabase(db); }).result();
        QVERIFY(problems);
        QCOMPARE(*problems, QStringList());
    }

    std::unique_ptr<CallFixture> m;
};

QTEST_GUILESS_MAIN(TestCallProcessor)
#include "tst_callprocessor.moc"
