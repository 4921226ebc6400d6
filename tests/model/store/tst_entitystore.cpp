// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkingfixture.h"
#include "model/store/entitystore.h"

using namespace Qt::StringLiterals;
using namespace salesdesk;

namespace
{

Entity draft(EntityKind kind, const QString &name, const QString &email = {})
{
    Entity entity;
    entity.kind = kind;
    entity.name = name;
    entity.email = email;
    return entity;
}

} // namespace

class TestEntityStore final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<LinkingFixture>();
        m_store = std::make_unique<EntityStore>(m_fixture->db());
    }

    void whatIsAddedIsRead()
    {
        const auto team = m_store->add(draft(EntityKind::Team, u"Team One"_s));
        QVERIFY(team);
        auto wanted = draft(EntityKind::Agent, u"  Bo \n Jansen "_s, u" Bo@System23.nl "_s);
        wanted.team = team->id;
        const auto agent = m_store->add(wanted);
        QVERIFY2(agent.ok(), agent ? "" : qPrintable(agent.error().detail));
        QCOMPARE(agent->name, u"Bo Jansen"_s);
        QCOMPARE(agent->email, u"Bo@System23.nl"_s);
        QCOMPARE(agent->teamName, u"Team One"_s);
        QVERIFY(agent->active);
        QCOMPARE(agent->createdAt, m_fixture->clock);
        QCOMPARE(*m_store->get(agent->id), *agent);
        QCOMPARE(m_fixture->db().takeChanges(), Changes(Change::Entities));
    }

    void refuses_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("email");
        QTest::addColumn<int>("code");
        const auto add = [](const char *row, EntityKind kind, const QString &name, const QString &email,
                            ErrorCode code) {
            QTest::newRow(row) << static_cast<int>(kind) << name << email << static_cast<int>(code);
        };
        add("an empty name", EntityKind::Agent, u" "_s, {}, ErrorCode::InvalidArgument);
        add("a name of 256 characters", EntityKind::Agent, QString(256, u'x'), {},
            ErrorCode::InvalidArgument);
        add("an e-mail address that is none", EntityKind::Agent, u"Bo"_s, u"bo"_s,
            ErrorCode::InvalidArgument);
        add("a team with an e-mail address", EntityKind::Team, u"Two"_s, u"bo@x.nl"_s,
            ErrorCode::InvalidArgument);
        add("the address of another agent, in capitals", EntityKind::Agent, u"Bo"_s, u"CAS@SYSTEM23.NL"_s,
            ErrorCode::Conflict);
        add("a team of that name, in capitals", EntityKind::Team, u"TEAM ÉÉN"_s, {}, ErrorCode::Conflict);
        add("a product of that name", EntityKind::Product, u"product a"_s, {}, ErrorCode::Conflict);
    }
    void refuses()
    {
        QFETCH(int, kind);
        QFETCH(QString, name);
        QFETCH(QString, email);
        m_fixture->entity(EntityKind::Agent, u"Cas"_s, u"cas@system23.nl"_s);
        m_fixture->entity(EntityKind::Team, u"Team één"_s);
        m_fixture->entity(EntityKind::Product, u"Product A"_s);
        const auto added = m_store->add(draft(static_cast<EntityKind>(kind), name, email));
        QVERIFY(!added);
        QTEST(static_cast<int>(added.error().code), "code");
        QVERIFY(!added.error().detail.isEmpty());
    }

    void agentsMayShareAName()
    {
        QVERIFY(m_store->add(draft(EntityKind::Agent, u"Bo"_s)));
        QVERIFY(m_store->add(draft(EntityKind::Agent, u"Bo"_s)));
        QVERIFY(m_store->add(draft(EntityKind::Team, u"Bo"_s)));
        QVERIFY(m_store->add(draft(EntityKind::Product, u"Bo"_s)));
        QCOMPARE(m_store->find(EntityKind::Agent, u"bo"_s).error().code, ErrorCode::Conflict);
    }

    void updateChangesAllFour()
    {
        const auto team = m_fixture->entity(EntityKind::Team, u"One"_s);
        auto agent = *m_store->get(m_fixture->entity(EntityKind::Agent, u"Bo"_s, u"bo@x.nl"_s));
        agent.name = u"Bo Jansen"_s;
        agent.email.clear();
        agent.team = team;
        agent.active = false;
        QVERIFY(m_store->update(agent));
        agent.teamName = u"One"_s;
        QCOMPARE(*m_store->get(agent.id), agent);
        QVERIFY(m_store->update(agent)); // its own name and address are no conflict
    }

    void updateRefusesWhatAddRefuses()
    {
        m_fixture->entity(EntityKind::Agent, u"Cas"_s, u"cas@x.nl"_s);
        auto agent = *m_store->get(m_fixture->entity(EntityKind::Agent, u"Bo"_s));
        agent.email = u"Cas@x.nl"_s;
        QCOMPARE(m_store->update(agent).error().code, ErrorCode::Conflict);
        agent.email.clear();
        agent.team = agent.id; // an agent is no team
        QCOMPARE(m_store->update(agent).error().code, ErrorCode::NotFound);
        agent.id = {999};
        QCOMPARE(m_store->update(agent).error().code, ErrorCode::NotFound);
    }

    void listsByNameWithCounts()
    {
        const auto zapier = m_fixture->provider(u"zapier"_s);
        const auto cas = m_fixture->entity(EntityKind::Agent, u"cas"_s, u"c@x.nl"_s);
        const auto bo = m_fixture->entity(EntityKind::Agent, u"Bo"_s);
        m_fixture->entity(EntityKind::Team, u"One"_s);
        const auto identity = m_fixture->identity(zapier, EntityKind::Agent, u"77"_s, u"Bo J."_s);
        m_fixture->change(u"UPDATE identity SET entity_id = ?, record_count = 3 WHERE id = ?"_s,
                          {bo.value, identity.value});
        m_fixture->change(u"UPDATE entity SET active = 0 WHERE id = ?"_s, {cas.value});
        const auto all = *m_store->list(EntityKind::Agent);
        QCOMPARE(all.size(), 2);
        QCOMPARE(all[0].name, u"Bo"_s);
        QCOMPARE(all[0].identityCount, 1);
        QCOMPARE(all[0].records.count(), 3);
        QCOMPARE(all[1].records.count(), 0);
        QCOMPARE(m_store->list(EntityKind::Agent, false)->size(), 1);
        QCOMPARE(m_store->list(EntityKind::Agent, true, u"C@X"_s)->size(), 1);
        QCOMPARE(m_store->list(EntityKind::Agent, true, u"%"_s)->size(), 0);
    }

    void findsByNumberAddressOrName()
    {
        const auto bo = m_fixture->entity(EntityKind::Agent, u"Bo Jansen"_s, u"bo@x.nl"_s);
        QCOMPARE(m_store->find(EntityKind::Agent, QString::number(bo.value))->id, bo);
        QCOMPARE(m_store->find(EntityKind::Agent, u"BO@x.nl"_s)->id, bo);
        QCOMPARE(m_store->find(EntityKind::Agent, u"bo  jansen"_s)->id, bo);
        QCOMPARE(m_store->findAgentByEmail(u"BO@X.NL"_s)->id, bo);
        QCOMPARE(m_store->find(EntityKind::Team, QString::number(bo.value)).error().code,
                 ErrorCode::NotFound);
        QCOMPARE(m_store->find(EntityKind::Agent, u""_s).error().code, ErrorCode::NotFound);
        QCOMPARE(m_store->findAgentByEmail(u"x@x.nl"_s).error().code, ErrorCode::NotFound);
    }

private:
    std::unique_ptr<LinkingFixture> m_fixture;
    std::unique_ptr<EntityStore> m_store;
};

QTEST_GUILESS_MAIN(TestEntityStore)
#include "tst_entitystore.moc"
