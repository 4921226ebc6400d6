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
        const auto activity = m_store->activities({})->first();
        QTEST(activity.agent.value_or(u"-"_s), "agent");
        QTEST(activity.team.value_or(u"-"_s), "team");
        const auto sale = m_store->sales({})->first();
        QTEST(sale.agent.value_or(u"-"_s), "agent");
        QTEST(sale.team.value_or(u"-"_s), "team");
        QCOMPARE(sale.product, std::nullopt);
        link(m_productIdentity, m_product);
        QCOMPARE(m_store->sales({})->first().product, std::optional(u"Gas 1"_s));
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
        QVERIFY(m_store->activities({})->first() == expected);
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
        QVERIFY(m_store->sales({})->first() == expected);
        m_fixture->change(
            u"UPDATE sale SET cancelled_at = 7, is_retention = 1, contract_value_cents = 525421, "
            "contact_key = 'c', electricity_usage = '5000', electricity_return = '0', "
            "gas_usage = '1.5', connection_count = 2"_s);
        expected.cancelledAt = 7;
        expected.isRetention = true;
        expected.contractValue = Cents{525421};
        expected.contactKey = u"c"_s;
        expected.energy = {u"5000"_s, u"0"_s, u"1.5"_s, 2};
        QVERIFY(m_store->sales({})->first() == expected);
        QCOMPARE(*m_store->countSales(), 1);
    }

    void pagesMeetEveryRowOnce()
    {
        // Many share a moment: the row's number decides between them.
        for (int i = 0; i < 25; ++i) {
            m_fixture->activity(m_zapier, u"a%1"_s.arg(i), m_agentIdentity, {}, 1000 + i % 3);
            m_fixture->sale(m_zapier, u"s%1"_s.arg(i), m_agentIdentity, m_productIdentity, {}, 1000 + i % 3);
        }
        RecordQuery query;
        query.limit = 4;
        QList<std::pair<qint64, RecordId>> activities;
        for (auto page = m_store->activities(query); !page->isEmpty(); page = m_store->activities(query)) {
            for (const auto &row : *page)
                activities.append({row.moment, row.id});
            query.after = activities.last();
        }
        query.after.reset();
        QList<std::pair<qint64, RecordId>> sales;
        for (auto page = m_store->sales(query); !page->isEmpty(); page = m_store->sales(query)) {
            for (const auto &row : *page)
                sales.append({row.soldAt, row.id});
            query.after = sales.last();
        }
        QCOMPARE(activities.size(), 25);
        QCOMPARE(sales.size(), 25);
        QVERIFY(std::is_sorted(activities.crbegin(), activities.crend()));
        QVERIFY(std::is_sorted(sales.crbegin(), sales.crend()));
    }

    void filters_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("activities");
        QTest::addColumn<int>("sales");
        QTest::newRow("nothing: all") << u""_s << 2 << 1;
        QTest::newRow("part of an id") << u"DEAL"_s << 1 << 0;
        QTest::newRow("part of a type") << u"dem"_s << 2 << 0;
        QTest::newRow("a contact key") << u"KEY-1"_s << 1 << 0;
        QTest::newRow("the agent's external ID") << u"a7"_s << 2 << 1;
        QTest::newRow("the team's external ID") << u"t1"_s << 1 << 0;
        QTest::newRow("the product's external ID") << u"p9"_s << 0 << 1;
        QTest::newRow("a wildcard is a character") << u"%"_s << 0 << 0;
        QTest::newRow("an underscore is a character") << u"d_al"_s << 0 << 0;
        QTest::newRow("a quotation mark harms nothing") << u"'"_s << 0 << 0;
    }
    void filters()
    {
        QFETCH(QString, text);
        m_fixture->activity(m_zapier, u"deal 1"_s, m_agentIdentity, m_teamIdentity);
        m_fixture->activity(m_zapier, u"x"_s, m_agentIdentity);
        m_fixture->sale(m_zapier, u"s1"_s, m_agentIdentity, m_productIdentity);
        m_fixture->change(u"UPDATE activity SET contact_key = 'key-1' WHERE external_id = 'x'"_s);
        RecordQuery query;
        query.text = text;
        QTEST(static_cast<int>(m_store->activities(query)->size()), "activities");
        QTEST(static_cast<int>(m_store->sales(query)->size()), "sales");
        query.provider = ProviderId{999};
        QCOMPARE(m_store->activities(query)->size(), 0);
        QCOMPARE(m_store->sales(query)->size(), 0);
        query.provider = m_zapier;
        QTEST(static_cast<int>(m_store->activities(query)->size()), "activities");
    }

private:
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
