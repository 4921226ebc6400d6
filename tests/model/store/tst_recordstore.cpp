// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkingfixture.h"
#include "model/store/recordstore.h"

using namespace Qt::StringLiterals;
using namespace salesdesk;

class TestRecordStore final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<LinkingFixture>();
        m_store = std::make_unique<RecordStore>(m_fixture->db());
        m_zapier = m_fixture->provider(u"zapier"_s);
        m_teamIdentity = m_fixture->identity(m_zapier, EntityKind::Team, u"T1"_s, u"Team One"_s);
        m_agentIdentity = m_fixture->identity(m_zapier, EntityKind::Agent, u"A7"_s, u"Bo J."_s);
        m_productIdentity = m_fixture->identity(m_zapier, EntityKind::Product, u"P9"_s, u"Gas"_s);
        m_own = m_fixture->entity(EntityKind::Team, u"Own team"_s);
        m_sent = m_fixture->entity(EntityKind::Team, u"Sent team"_s);
        m_product = m_fixture->entity(EntityKind::Product, u"Gas 1"_s);
        m_bo = m_fixture->entity(EntityKind::Agent, u"Bo Jansen"_s);
    }

    void belongsTo_data()
    {
        QTest::addColumn<bool>("agentLinked");
        QTest::addColumn<bool>("agentHasTeam");
        QTest::addColumn<bool>("teamSent");
        QTest::addColumn<bool>("teamLinked");
        QTest::addColumn<QString>("agent");
        QTest::addColumn<QString>("team");
        QTest::newRow("nothing is linked: nobody") << false << false << true << false << u"-"_s << u"-"_s;
        QTest::newRow("the agent alone, on no team")
            << true << false << true << false << u"Bo Jansen"_s << u"-"_s;
        QTest::newRow("no team was sent: the agent's")
            << true << true << false << false << u"Bo Jansen"_s << u"Own team"_s;
        QTest::newRow("the team sent is not linked: the agent's")
            << true << true << true << false << u"Bo Jansen"_s << u"Own team"_s;
        QTest::newRow("the team sent is linked: that")
            << true << true << true << true << u"Bo Jansen"_s << u"Sent team"_s;
        QTest::newRow("the team alone is linked")
            << false << false << true << true << u"-"_s << u"Sent team"_s;
    }
    void belongsTo()
    {
        QFETCH(bool, agentLinked);
        QFETCH(bool, agentHasTeam);
        QFETCH(bool, teamSent);
        QFETCH(bool, teamLinked);
        const auto team = teamSent ? std::optional(m_teamIdentity) : std::nullopt;
        m_fixture->activity(m_zapier, u"a1"_s, m_agentIdentity, team);
        m_fixture->sale(m_zapier, u"s1"_s, m_agentIdentity, m_productIdentity, team);
        if (agentLinked)
            link(m_agentIdentity, m_bo);
        if (teamLinked)
            link(m_teamIdentity, m_sent);
        if (agentHasTeam)
            m_fixture->change(u"UPDATE entity SET team_id = ? WHERE id = ?"_s, {m_own.value, m_bo.value});
        const auto activity = all<Activity>().first();
        QTEST(activity.agent.value_or(u"-"_s), "agent");
        QTEST(activity.team.value_or(u"-"_s), "team");
        const auto sale = all<Sale>().first();
        QTEST(sale.agent.value_or(u"-"_s), "agent");
        QTEST(sale.team.value_or(u"-"_s), "team");
        QCOMPARE(sale.product, std::nullopt);
        link(m_productIdentity, m_product);
        QCOMPARE(all<Sale>().first().product, std::optional(u"Gas 1"_s));
    }

    void everyFieldOfAnActivity()
    {
        const auto id = m_fixture->activity(m_zapier, u"a1"_s, m_agentIdentity, m_teamIdentity, 1234);
        m_fixture->change(u"UPDATE activity SET contact_key = 'c', value = '10.10', value_is_money = 1"_s);
        Activity expected;
        expected.id = id;
        expected.provider = m_zapier;
        expected.providerName = u"zapier"_s;
        expected.externalId = u"a1"_s;
        expected.type = u"Demo"_s;
        expected.agentIdentity = m_agentIdentity;
        expected.agentExternalId = u"A7"_s;
        expected.teamIdentity = m_teamIdentity;
        expected.teamExternalId = u"T1"_s;
        expected.moment = 1234;
        expected.contactKey = u"c"_s;
        expected.value = u"10.10"_s;
        expected.valueIsMoney = true;
        expected.createdAt = 5;
        expected.updatedAt = 6;
        QVERIFY(all<Activity>().first() == expected);
        QCOMPARE(*m_store->countActivities(), 1);
        QCOMPARE(*m_store->countSales(), 0);
    }

    void everyFieldOfASale()
    {
        const auto id = m_fixture->sale(m_zapier, u"s1"_s, m_agentIdentity, m_productIdentity, {}, 1234);
        Sale expected;
        expected.id = id;
        expected.provider = m_zapier;
        expected.providerName = u"zapier"_s;
        expected.externalId = u"s1"_s;
        expected.agentIdentity = m_agentIdentity;
        expected.agentExternalId = u"A7"_s;
        expected.productIdentity = m_productIdentity;
        expected.productExternalId = u"P9"_s;
        expected.soldAt = 1234;
        expected.createdAt = 5;
        expected.updatedAt = 6;
        QVERIFY(all<Sale>().first() == expected);
        m_fixture->change(
            u"UPDATE sale SET cancelled_at = 7, is_retention = 1, contract_value_cents = 525421, "
            "contact_key = 'c', electricity_usage = '5000', electricity_return = '0', "
            "gas_usage = '1.5', connection_count = 2"_s);
        expected.cancelledAt = 7;
        expected.isRetention = true;
        expected.contractValue = Cents{525421};
        expected.contactKey = u"c"_s;
        expected.energy = {u"5000"_s, u"0"_s, u"1.5"_s, 2};
        QVERIFY(all<Sale>().first() == expected);
        QCOMPARE(*m_store->countSales(), 1);
    }

    void whomARecordRefersTo()
    {
        const auto activity = m_fixture->activity(m_zapier, u"a1"_s, m_agentIdentity, m_teamIdentity);
        const auto sale = m_fixture->sale(m_zapier, u"s1"_s, m_agentIdentity, m_productIdentity);
        link(m_agentIdentity, m_bo);
        const auto first = m_store->details<Activity>(activity);
        QCOMPARE(first->record.externalId, u"a1"_s);
        QCOMPARE(first->identities.size(), 2);
        QCOMPARE(first->identities.at(0).linkedToName, u"Bo Jansen"_s);
        QCOMPARE(first->identities.at(1).externalId, u"T1"_s);
        const auto second = m_store->details<Sale>(sale);
        QCOMPARE(second->identities.size(), 2);
        QCOMPARE(second->identities.at(1).kind, EntityKind::Product);
        QCOMPARE(m_store->details<Sale>(RecordId{99}).error().code, ErrorCode::NotFound);
    }

    void rowsComeAsAsked()
    {
        const auto one = m_fixture->activity(m_zapier, u"a1"_s, m_agentIdentity);
        const auto two = m_fixture->activity(m_zapier, u"a2"_s, m_agentIdentity);
        const auto rows = m_store->records<Activity>({two, RecordId{77}, one});
        QCOMPARE(rows->size(), 2);
        QCOMPARE(rows->at(0).externalId, u"a2"_s);
        QCOMPARE(rows->at(1).externalId, u"a1"_s);
    }

    void pagesMeetEveryRowOnce_data()
    {
        QTest::addColumn<RecordOrder>("order");
        QTest::newRow("by moment") << RecordOrder::Moment;
        QTest::newRow("by change") << RecordOrder::Change;
    }
    void pagesMeetEveryRowOnce()
    {
        QFETCH(RecordOrder, order);
        // Many share a moment: the row's number decides between them.
        for (int i = 0; i < 25; ++i)
            m_fixture->sale(m_zapier, u"s%1"_s.arg(i), m_agentIdentity, m_productIdentity, {}, 1000 + i % 3);
        m_fixture->change(u"UPDATE sale SET updated_at = 2000 + id % 4"_s);
        const RecordQuery query{.endpoint = Endpoint::Sales, .order = order};
        QList<std::pair<qint64, RecordId>> sales;
        std::optional<RecordKey> after;
        do {
            const auto page = m_store->page<Sale>(query, 4, after);
            QVERIFY(page.ok());
            for (const auto &row : page->records)
                sales.append({order == RecordOrder::Moment ? row.soldAt : row.updatedAt, row.id});
            after = page->next;
        } while (after);
        QCOMPARE(sales.size(), 25);
        QVERIFY(std::is_sorted(sales.crbegin(), sales.crend()));
    }

    void piecesMeetEveryRowOnce()
    {
        for (int i = 0; i < 25; ++i)
            m_fixture->activity(m_zapier, u"a%1"_s.arg(i), m_agentIdentity, {}, 1000 + i % 3);
        const RecordSearch search(m_fixture->db());
        QList<RecordKey> keys;
        std::optional<RecordKey> after;
        int pieces = 0;
        do {
            const auto piece = search.find({}, after, 4);
            QVERIFY(piece.ok());
            keys += piece->found;
            after = piece->next;
            ++pieces;
        } while (after);
        QCOMPARE(pieces, 7);
        QCOMPARE(keys.size(), 25);
        QVERIFY(std::is_sorted(keys.crbegin(), keys.crend()));
    }

    void filters_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("activities");
        QTest::addColumn<QString>("sales");
        const auto row = [](const char *name, const QString &text, const QString &activities,
                            const QString &sales) { QTest::newRow(name) << text << activities << sales; };
        row("nothing: all", u""_s, u"x,deal 1"_s, u"s2,s1"_s);
        row("part of an id", u"DEAL"_s, u"deal 1"_s, u""_s);
        row("a contact key", u"KEY-1"_s, u"x"_s, u""_s);
        row("the agent's external ID", u"a7"_s, u"x,deal 1"_s, u"s2,s1"_s);
        row("the team's external ID", u"t1"_s, u"deal 1"_s, u""_s);
        row("the product's external ID", u"p9"_s, u""_s, u"s2,s1"_s);
        row("a wildcard is a character", u"%"_s, u""_s, u""_s);
        row("an underscore is a character", u"d_al"_s, u""_s, u""_s);
        row("a quotation mark harms nothing", u"'"_s, u""_s, u""_s);
        row("the whole id", u"id:\"deal 1\""_s, u"deal 1"_s, u""_s);
        row("a part of it is none", u"id:deal"_s, u""_s, u""_s);
        row("several ids", u"id:x,s1,s2"_s, u"x"_s, u"s2,s1"_s);
        row("the agent's name", u"agent:jansen"_s, u"x,deal 1"_s, u"s2,s1"_s);
        row("not another's", u"agent:\"Bo J.\""_s, u""_s, u""_s);
        row("the agent's ID whole", u"agent:A7"_s, u"x,deal 1"_s, u"s2,s1"_s);
        row("the team that was sent is not linked: the agent's", u"team:own"_s, u"x,deal 1"_s, u"s2,s1"_s);
        row("the team's ID", u"team:T1"_s, u"deal 1"_s, u""_s);
        row("not its records", u"-team:T1"_s, u"x"_s, u"s2,s1"_s);
        row("a provider", u"provider:ZAPIER"_s, u"x,deal 1"_s, u"s2,s1"_s);
        row("no provider", u"provider:crm"_s, u""_s, u""_s);
        row("what is not linked", u"unlinked"_s, u"deal 1"_s, u"s2,s1"_s);
        row("what is", u"-unlinked"_s, u"x"_s, u""_s);
        row("a contact", u"contact:key-1"_s, u"x"_s, u""_s);
        row("another contact", u"-contact:key-1"_s, u"deal 1"_s, u"s2,s1"_s);
        row("more than", u"value:>100"_s, u"deal 1"_s, u"s1"_s);
        row("exactly", u"value:10.5"_s, u"x"_s, u""_s);
        row("nothing is less than", u"-value:>100"_s, u"x"_s, u"s2"_s);
        row("since", u"since:1970-01-01T00:00:02Z"_s, u"x"_s, u"s2"_s);
        row("until", u"until:1970-01-01T00:00:02Z"_s, u"deal 1"_s, u"s1"_s);
        row("changed since", u"changed:1970-01-01T00:00:03Z"_s, u"deal 1"_s, u"s1"_s);
    }
    void filters()
    {
        QFETCH(QString, text);
        m_fixture->activity(m_zapier, u"deal 1"_s, m_agentIdentity, m_teamIdentity, 1000);
        m_fixture->activity(m_zapier, u"x"_s, m_agentIdentity, {}, 2000);
        m_fixture->sale(m_zapier, u"s1"_s, m_agentIdentity, m_productIdentity, {}, 1000);
        m_fixture->sale(m_zapier, u"s2"_s, m_agentIdentity, m_productIdentity, {}, 2000);
        m_fixture->change(u"UPDATE activity SET contact_key = 'key-1', value = '10.5' WHERE id = 2"_s);
        m_fixture->change(u"UPDATE activity SET value = '100.01', value_is_money = 1, value_cents = 10001, "
                          "updated_at = 3000 WHERE id = 1"_s);
        m_fixture->change(u"UPDATE sale SET contract_value_cents = 99900, updated_at = 3000 WHERE id = 1"_s);
        link(m_agentIdentity, m_bo);
        m_fixture->change(u"UPDATE entity SET team_id = ? WHERE id = ?"_s, {m_own.value, m_bo.value});
        QTEST(idsOf<Activity>(text), "activities");
        QTEST(idsOf<Sale>(text), "sales");
    }

    void filtersOfOneKind_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("ids");
        QTest::newRow("a product's name") << u"product:green"_s << u"s2"_s;
        QTest::newRow("its sender's name, while it is not linked") << u"product:gas"_s << u"s1"_s;
        QTest::newRow("cancelled ones") << u"cancelled"_s << u"s1"_s;
        QTest::newRow("the others") << u"-cancelled"_s << u"s2"_s;
        QTest::newRow("retention") << u"retention"_s << u"s2"_s;
    }
    void filtersOfOneKind()
    {
        QFETCH(QString, text);
        const auto linked = m_fixture->identity(m_zapier, EntityKind::Product, u"P1"_s, u"Power"_s);
        link(linked, m_fixture->entity(EntityKind::Product, u"Green power"_s));
        m_fixture->sale(m_zapier, u"s1"_s, m_agentIdentity, m_productIdentity, {}, 1000);
        m_fixture->sale(m_zapier, u"s2"_s, m_agentIdentity, linked, {}, 2000);
        m_fixture->change(u"UPDATE sale SET cancelled_at = 5 WHERE id = 1"_s);
        m_fixture->change(u"UPDATE sale SET is_retention = 1 WHERE id = 2"_s);
        QTEST(idsOf<Sale>(text), "ids");
    }

    void aTypeInAnyCase()
    {
        m_fixture->activity(m_zapier, u"a1"_s, m_agentIdentity);
        QCOMPARE(idsOf<Activity>(u"type:DEMO"_s), u"a1"_s);
        QCOMPARE(idsOf<Activity>(u"type:Dem"_s), QString());
        QCOMPARE(idsOf<Activity>(u"dem"_s), u"a1"_s);
    }

    void historyIsNewestFirst()
    {
        const auto sale = m_fixture->sale(m_zapier, u"s1"_s, m_agentIdentity, m_productIdentity);
        QList<qint64> calls;
        for (int i = 0; i < 5; ++i)
            calls.prepend(addCall(Endpoint::Sales, sale, i));
        addCall(Endpoint::Activities, sale, 9); // of another record
        const auto newest = m_store->history(Endpoint::Sales, sale, 3);
        QCOMPARE(newest->size(), 3);
        QCOMPARE(newest->first().row.id.value, calls.first());
        QVERIFY(newest->first().changes == (QList<FieldChange>{{u"contract_value"_s, u"3"_s, u"4"_s}}));
        const auto older = m_store->history(Endpoint::Sales, sale, 3, newest->last().row.id);
        QCOMPARE(older->size(), 2);
        QCOMPARE(older->last().row.id.value, calls.last());
        QCOMPARE(older->last().row.reason, CallReason::Created);
        QVERIFY(older->last().changes == (QList<FieldChange>{{u"contract_value"_s, std::nullopt, u"0"_s}}));
    }

    void newsIsWhatCallsSay()
    {
        const auto one = m_fixture->activity(m_zapier, u"a1"_s, m_agentIdentity, {}, 1000);
        const auto two = m_fixture->activity(m_zapier, u"a2"_s, m_agentIdentity, m_teamIdentity, 2000);
        const auto sale = m_fixture->sale(m_zapier, u"s1"_s, m_agentIdentity, m_productIdentity);
        const RecordSearch search(m_fixture->db());
        const auto before = addCall(Endpoint::Activities, one, 1);
        QCOMPARE(*search.lastCall(), before);
        QVERIFY(search.since({}, before)->changed.isEmpty());
        addCall(Endpoint::Activities, two, 1);
        addCall(Endpoint::Activities, two, 2);
        const auto last = addCall(Endpoint::Sales, sale, 1);
        const auto news = search.since({}, before);
        QCOMPARE(news->all, false);
        QCOMPARE(news->lastCall, last);
        QCOMPARE(news->changed.size(), 1);
        QCOMPARE(news->changed.first().id, two);
        QVERIFY(news->changed.first().key == std::optional(RecordKey{2000, two.value}));
        // One that no longer fits is said to be nowhere.
        const auto filter = readRecordFilter(Endpoint::Activities, u"-team:T1", 0, QTimeZone::utc());
        const auto filtered = search.since({.filter = std::get<RecordFilter>(filter)}, before);
        QCOMPARE(filtered->changed.size(), 1);
        QVERIFY(!filtered->changed.first().key);
        // What the log no longer tells has to be read anew.
        m_fixture->change(u"DELETE FROM call WHERE id = ?"_s, {before + 1});
        QCOMPARE(search.since({}, before)->all, true);
        QCOMPARE(search.since({}, last)->all, false);
    }

private:
    template <typename R>
    QList<R> all()
    {
        return m_store->page<R>({.endpoint = endpointOf<R>}, 1000)->records;
    }
    /// The external IDs of what fits, in the list's order.
    template <typename R>
    QString idsOf(const QString &text)
    {
        const auto filter = readRecordFilter(endpointOf<R>, text, 0, QTimeZone::utc());
        const auto page =
            m_store->page<R>({.endpoint = endpointOf<R>, .filter = std::get<RecordFilter>(filter)}, 1000);
        if (!page)
            return page.error().detail;
        QStringList ids;
        for (const auto &record : page->records)
            ids.append(record.externalId);
        return ids.join(u',');
    }
    /// The `number`th call to a record: the first one made it.
    qint64 addCall(Endpoint endpoint, RecordId record, int number)
    {
        const auto id = m_fixture->insert(
            u"INSERT INTO call (received_at, provider_id, endpoint, status, reason, record_id, duration_us, "
            "body_size) VALUES (1, ?, ?, ?, ?, ?, 1, 1)"_s,
            {m_zapier.value, static_cast<int>(endpoint), number == 0 ? 201 : 200,
             number == 0 ? u"created"_s : u"updated"_s, record.value});
        const auto before = number == 0 ? u"null"_s : u"\"%1\""_s.arg(number - 1);
        m_fixture->insert(
            u"INSERT INTO call_content (call_id, method, path, peer, content_type, headers, body, answer, "
            "changes) VALUES (?, 'POST', '/x', '::1', 'application/json', x'', x'', x'', ?)"_s,
            {id,
             u"[{\"field\":\"contract_value\",\"before\":%1,\"after\":\"%2\"}]"_s.arg(before).arg(number)});
        return id;
    }
    void link(IdentityId identity, EntityId entity)
    {
        m_fixture->change(u"UPDATE identity SET entity_id = ? WHERE id = ?"_s,
                          {entity.value, identity.value});
    }

    std::unique_ptr<LinkingFixture> m_fixture;
    std::unique_ptr<RecordStore> m_store;
    ProviderId m_zapier;
    IdentityId m_agentIdentity;
    IdentityId m_teamIdentity;
    IdentityId m_productIdentity;
    EntityId m_own;
    EntityId m_sent;
    EntityId m_product;
    EntityId m_bo;
};

QTEST_GUILESS_MAIN(TestRecordStore)
#include "tst_recordstore.moc"
