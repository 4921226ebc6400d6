// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkingfixture.h"
#include "model/store/entitystore.h"
#include "model/store/identitystore.h"

#include <tuple>

using namespace Qt::StringLiterals;
using namespace salesdesk;

namespace
{

const Decider person{Decider::Kind::Person, u"root"_s};

} // namespace

class TestIdentityStore final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<LinkingFixture>();
        m_store = std::make_unique<IdentityStore>(m_fixture->db());
        m_zapier = m_fixture->provider(u"zapier"_s);
        m_team = m_fixture->identity(m_zapier, EntityKind::Team, u"1"_s, u"Team One"_s);
        m_agent = m_fixture->identity(m_zapier, EntityKind::Agent, u"77"_s, u"Bo J."_s, u"bo@x.nl"_s, m_team);
        m_product = m_fixture->identity(m_zapier, EntityKind::Product, u"77"_s, u"Product A"_s);
        m_bo = m_fixture->entity(EntityKind::Agent, u"Bo Jansen"_s);
        m_cas = m_fixture->entity(EntityKind::Agent, u"Cas"_s);
        m_one = m_fixture->entity(EntityKind::Team, u"One"_s);
        m_fixture->activity(m_zapier, u"a1"_s, m_agent, m_team);
        m_fixture->sale(m_zapier, u"s1"_s, m_agent, m_product);
    }

    void linkSetsThePointer()
    {
        const auto records = m_fixture->records();
        std::ignore = m_fixture->db().takeChanges();
        QVERIFY(m_store->link(m_agent, m_bo, person));
        const auto linked = *m_store->get(m_agent);
        QCOMPARE(linked.linkedTo, std::optional(m_bo));
        QCOMPARE(linked.linkedToName, u"Bo Jansen"_s);
        QCOMPARE(linked.linkedBy, u"root"_s);
        QCOMPARE(linked.teamName, u"Team One"_s);
        QCOMPARE(m_fixture->db().takeChanges(), Changes(Change::Identities) | Change::Decisions);
        QVERIFY(m_store->link(m_agent, m_cas, person));
        QCOMPARE(m_store->get(m_agent)->linkedTo, std::optional(m_cas));
        QCOMPARE(m_fixture->records(), records);
    }

    void linkRefuses()
    {
        QCOMPARE(m_store->link(m_agent, m_one, person).error().code, ErrorCode::Conflict);
        QCOMPARE(m_store->link(m_agent, {999}, person).error().code, ErrorCode::NotFound);
        QCOMPARE(m_store->link({999}, m_bo, person).error().code, ErrorCode::NotFound);
        QCOMPARE(m_store->link({}, person).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(m_store->link({{m_agent, m_bo}, {m_agent, m_cas}}, person).error().code,
                 ErrorCode::InvalidArgument);
        QCOMPARE(m_store->steps(10)->size(), 0);
    }

    void severalAreOneStep()
    {
        const auto other = m_fixture->identity(m_zapier, EntityKind::Agent, u"78"_s, u"Cas"_s);
        const auto step = m_store->link({{m_agent, m_bo}, {other, m_cas}}, person);
        QVERIFY(step);
        const auto history = *m_store->steps(10);
        QCOMPARE(history.size(), 1);
        QCOMPARE(history[0].id, *step);
        QCOMPARE(history[0].identities, 2);
        const auto undone = m_store->undo(person);
        QVERIFY(undone);
        QCOMPARE(*undone, u"Undone: linking 2 identities."_s);
        QVERIFY(!m_store->get(m_agent)->linkedTo);
        QVERIFY(!m_store->get(other)->linkedTo);
    }

    void createAndLinkMakesTheEntity()
    {
        QVERIFY(m_store->createAndLink(m_agent, person));
        const auto made = *EntityStore(m_fixture->db()).get(*m_store->get(m_agent)->linkedTo);
        QCOMPARE(made.name, u"Bo J."_s);
        QCOMPARE(made.email, u"bo@x.nl"_s);
        const auto nameless = m_fixture->identity(m_zapier, EntityKind::Product, u"P 9"_s, {});
        QVERIFY(m_store->createAndLink(nameless, person));
        QCOMPARE(m_store->get(nameless)->linkedToName, u"P 9"_s);
        const auto sameName = m_fixture->identity(m_zapier, EntityKind::Team, u"2"_s, u"ONE"_s);
        QCOMPARE(m_store->createAndLink(sameName, person).error().code, ErrorCode::Conflict);
    }

    void unlinkIsRemembered()
    {
        QCOMPARE(m_store->unlink(m_agent, person).error().code, ErrorCode::Conflict);
        QVERIFY(m_store->link(m_agent, m_bo, person));
        QVERIFY(m_store->unlink(m_agent, person));
        QCOMPARE(m_store->get(m_agent)->linkedTo, std::nullopt);
        QCOMPARE(m_store->get(m_agent)->linkedBy, QString());
        QVERIFY(!m_store->applyEmailRule(m_agent, u"bo@x.nl"_s)->has_value());
        // A person's linking takes the mark away: unlinked by undo, the rule links it again.
        QVERIFY(m_store->link(m_agent, m_bo, person));
        QCOMPARE(m_fixture->dump(u"SELECT unlinked_by_person FROM identity WHERE kind = 0"_s, 1), u"0|\n"_s);
        QVERIFY(m_store->undo(person));
        QCOMPARE(m_fixture->dump(u"SELECT unlinked_by_person FROM identity WHERE kind = 0"_s, 1), u"1|\n"_s);
    }

    void ignoringOnlyHides()
    {
        QVERIFY(m_store->setIgnored(m_agent, true, person));
        QCOMPARE(m_store->setIgnored(m_agent, true, person).error().code, ErrorCode::Conflict);
        QCOMPARE(*m_store->count({IdentityState::Unlinked, {}, {}, {}}), 2);
        QCOMPARE(*m_store->count({IdentityState::Ignored, {}, {}, {}}), 1);
        QVERIFY(m_store->link(m_agent, m_bo, person));
        QVERIFY(m_store->get(m_agent)->ignored);
        QVERIFY(m_store->setIgnored(m_agent, false, person));
        QCOMPARE(m_store->setIgnored(m_agent, false, person).error().code, ErrorCode::Conflict);
    }

    void undoGoesBackStepByStepAcrossARestart()
    {
        const auto state = [this] {
            return m_fixture->dump(
                       u"SELECT id, entity_id, linked_by, unlinked_by_person, ignored FROM identity "
                       "ORDER BY id"_s,
                       5) +
                   m_fixture->dump(u"SELECT id, name, team_id, active FROM entity ORDER BY id"_s, 4);
        };
        QStringList states;
        const auto remember = [&] { states.append(state()); };
        remember();
        QVERIFY(m_store->createAndLink(m_agent, person));
        remember();
        QVERIFY(m_store->link(m_team, m_one, person)); // moves the new agent
        remember();
        QVERIFY(m_store->unlink(m_agent, person));
        remember();
        QVERIFY(m_store->setIgnored(m_agent, true, person));
        remember();
        QVERIFY(m_store->link(m_agent, m_cas, person)); // moves Cas
        m_fixture->reopen();
        IdentityStore store(m_fixture->db());
        while (!states.isEmpty()) {
            const auto undone = store.undo(person);
            QVERIFY2(undone.ok(), undone ? "" : qPrintable(undone.error().detail));
            QCOMPARE(state(), states.takeLast());
        }
        QCOMPARE(store.undo(person).error().code, ErrorCode::Conflict);
        const auto history = store.steps(100);
        QCOMPARE(history->size(), 5);
        QVERIFY(std::all_of(history->cbegin(), history->cend(),
                            [](const HistoryStep &step) { return step.undone; }));
    }

    void undoLeavesWhatWasChangedSince()
    {
        QVERIFY(m_store->link(m_team, m_one, person));
        QVERIFY(m_store->link(m_agent, m_bo, person));
        auto bo = *EntityStore(m_fixture->db()).get(m_bo);
        QCOMPARE(bo.team, std::optional(m_one));
        bo.team = {};
        QVERIFY(EntityStore(m_fixture->db()).update(bo));
        QCOMPARE(m_store->undo(person).error().code, ErrorCode::Conflict);
        m_fixture->change(u"UPDATE entity SET team_id = ? WHERE id = ?"_s, {m_one.value, m_bo.value});
        m_fixture->change(u"UPDATE identity SET entity_id = ? WHERE id = ?"_s, {m_cas.value, m_agent.value});
        QCOMPARE(m_store->undo(person).error().code, ErrorCode::Conflict);
        QCOMPARE(m_store->get(m_agent)->linkedTo, std::optional(m_cas));
    }

    void undoDeactivatesAMadeEntityThatIsInUse()
    {
        QVERIFY(m_store->createAndLink(m_agent, person));
        const auto made = *m_store->get(m_agent)->linkedTo;
        const auto make = m_fixture->provider(u"make"_s);
        const auto other = m_fixture->identity(make, EntityKind::Agent, u"5"_s, u"Bo"_s);
        QCOMPARE(**m_store->applyEmailRule(other, u"BO@X.NL"_s), made);
        QVERIFY(m_store->undo(person));
        const auto kept = EntityStore(m_fixture->db()).get(made);
        QVERIFY(kept);
        QVERIFY(!kept->active);
        QCOMPARE(m_store->get(other)->linkedTo, std::optional(made));
        // A rule's step is nothing a person undoes.
        QCOMPARE(m_store->undo(person).error().code, ErrorCode::Conflict);
    }

    void emailRule_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("email");
        QTest::addColumn<QString>("linkedTo");
        QTest::newRow("makes an agent of that name") << u""_s << u"new@x.nl"_s << u"Bo J."_s;
        QTest::newRow("takes the agent with that address")
            << u"UPDATE entity SET email = 'b@x.nl', email_folded = 'b@x.nl' WHERE name = 'Cas'"_s
            << u"B@X.nl"_s << u"Cas"_s;
        QTest::newRow("leaves an ignored identity")
            << u"UPDATE identity SET ignored = 1"_s << u"b@x.nl"_s << u""_s;
        QTest::newRow("leaves what a person unlinked")
            << u"UPDATE identity SET unlinked_by_person = 1"_s << u"b@x.nl"_s << u""_s;
        QTest::newRow("leaves it when the option is off")
            << u"UPDATE provider SET create_users = 0"_s << u"b@x.nl"_s << u""_s;
        QTest::newRow("leaves what is no address") << u""_s << u"nobody"_s << u""_s;
        QTest::newRow("leaves what is linked already")
            << u"UPDATE identity SET entity_id = (SELECT id FROM entity WHERE name = 'Bo Jansen') WHERE kind = 0"_s
            << u"b@x.nl"_s << u"Bo Jansen"_s;
    }
    void emailRule()
    {
        QFETCH(QString, sql);
        QFETCH(QString, email);
        QFETCH(QString, linkedTo);
        if (!sql.isEmpty())
            m_fixture->change(sql);
        const auto before = m_store->get(m_agent)->linkedTo;
        const auto linked = m_store->applyEmailRule(m_agent, email);
        QVERIFY(linked);
        const auto identity = *m_store->get(m_agent);
        QCOMPARE(identity.linkedToName, linkedTo);
        if (before || linkedTo.isEmpty()) {
            QVERIFY(!linked->has_value());
            QCOMPARE(m_store->steps(10)->size(), 0);
        } else {
            QCOMPARE(identity.linkedTo, *linked);
            QCOMPARE(identity.linkedBy, u"e-mail rule"_s);
            QCOMPARE(m_store->steps(10)->size(), 1);
            QCOMPARE(m_fixture->dump(u"SELECT decider_kind, decider FROM decision_step"_s, 2),
                     u"1|e-mail rule|\n"_s);
        }
    }

    void emailRuleIsForAgents()
    {
        QVERIFY(!m_store->applyEmailRule(m_product, u"b@x.nl"_s)->has_value());
        QCOMPARE(m_store->applyEmailRule({999}, u"b@x.nl"_s).error().code, ErrorCode::NotFound);
    }

    void teamRuleFiresWithTheLaterLink_data()
    {
        QTest::addColumn<bool>("teamFirst");
        QTest::addColumn<bool>("byEmailRule");
        QTest::newRow("the agent is linked last") << true << false;
        QTest::newRow("the team is linked last") << false << false;
        QTest::newRow("the e-mail rule links the agent last") << true << true;
        QTest::newRow("the team is linked after the e-mail rule linked the agent") << false << true;
    }
    void teamRuleFiresWithTheLaterLink()
    {
        QFETCH(bool, teamFirst);
        QFETCH(bool, byEmailRule);
        for (const bool team : {teamFirst, !teamFirst}) {
            if (team)
                QVERIFY(m_store->link(m_team, m_one, person));
            else if (byEmailRule)
                QVERIFY(m_store->applyEmailRule(m_agent, u"bo@x.nl"_s)->has_value());
            else
                QVERIFY(m_store->link(m_agent, m_bo, person));
        }
        const auto agent = *EntityStore(m_fixture->db()).get(*m_store->get(m_agent)->linkedTo);
        QCOMPARE(agent.team, std::optional(m_one));
        QCOMPARE(m_store->steps(1)->first().agentsMoved, 1);
        QCOMPARE(*m_store->applyTeamRule(m_agent, m_team), false);
    }

    void linkingATeamMovesAllItsAgents()
    {
        const auto second = m_fixture->identity(m_zapier, EntityKind::Agent, u"78"_s, u"Cas"_s, {}, m_team);
        const auto again = m_fixture->identity(m_zapier, EntityKind::Agent, u"79"_s, u"Cas"_s, {}, m_team);
        QVERIFY(m_store->link({{m_agent, m_bo}, {second, m_cas}, {again, m_cas}}, person));
        QVERIFY(m_store->link(m_team, m_one, person));
        const EntityStore entities(m_fixture->db());
        QCOMPARE(entities.get(m_bo)->team, std::optional(m_one));
        QCOMPARE(entities.get(m_cas)->team, std::optional(m_one));
        QCOMPARE(m_store->steps(1)->first().agentsMoved, 2);
        QVERIFY(m_store->undo(person));
        QVERIFY(!entities.get(m_bo)->team);
        QVERIFY(!entities.get(m_cas)->team);
    }

    void teamRuleKeepsOutWhenTheOptionIsOff()
    {
        m_fixture->change(u"UPDATE provider SET manage_teams = 0"_s);
        QVERIFY(m_store->link(m_team, m_one, person));
        QVERIFY(m_store->link(m_agent, m_bo, person));
        QCOMPARE(*m_store->applyTeamRule(m_agent, m_team), false);
        QVERIFY(!EntityStore(m_fixture->db()).get(m_bo)->team);
    }

    void theNextCallMovesTheAgent()
    {
        const auto two = m_fixture->entity(EntityKind::Team, u"Two"_s);
        const auto other = m_fixture->identity(m_zapier, EntityKind::Team, u"2"_s, u"Team Two"_s);
        QCOMPARE(*m_store->applyTeamRule(m_agent, other), false); // neither end is linked
        QVERIFY(m_store->link(m_team, m_one, person));
        QVERIFY(m_store->link(m_agent, m_bo, person));
        QVERIFY(m_store->link(other, two, person));
        QCOMPARE(EntityStore(m_fixture->db()).get(m_bo)->team, std::optional(m_one));
        QCOMPARE(*m_store->applyTeamRule(m_agent, other), true);
        QCOMPARE(EntityStore(m_fixture->db()).get(m_bo)->team, std::optional(two));
        const auto newest = m_store->steps(1)->first();
        QCOMPARE(newest.decider, u"team rule"_s);
        QCOMPARE(newest.entityBefore, newest.entityAfter);
        QCOMPARE(newest.identityText, u"agent zapier:77 (Bo J.)"_s);
    }

    void listsFilterAndSort()
    {
        m_fixture->change(u"UPDATE identity SET value_cents = 5, record_count = 2 WHERE id = ?"_s,
                          {m_product.value});
        m_fixture->change(u"UPDATE identity SET record_count = 3 WHERE id = ?"_s, {m_team.value});
        const auto ids = [this](const IdentityFilter &filter, int limit = 1000, int offset = 0) {
            QList<IdentityId> found;
            const auto listed = m_store->list(filter, limit, offset);
            for (const auto &identity : *listed)
                found.append(identity.id);
            return found;
        };
        using L = QList<IdentityId>;
        QCOMPARE(ids({}), (L{m_product, m_team, m_agent}));
        QCOMPARE(ids({}, 1, 1), L{m_team});
        QCOMPARE(ids({{}, m_zapier, EntityKind::Agent, {}}), L{m_agent});
        QCOMPARE(ids({{}, ProviderId{999}, {}, {}}), L{});
        QCOMPARE(ids({{}, {}, {}, u"77"_s}), (L{m_product, m_agent}));
        QCOMPARE(ids({{}, {}, {}, u"BO@X"_s}), L{m_agent});
        QCOMPARE(ids({{}, {}, {}, u"team O"_s}), L{m_team});
        QCOMPARE(ids({{}, {}, {}, u"_"_s}), L{});
        QVERIFY(m_store->link(m_agent, m_bo, person));
        QVERIFY(m_store->setIgnored(m_team, true, person));
        QCOMPARE(ids({IdentityState::Unlinked, {}, {}, {}}), L{m_product});
        QCOMPARE(ids({IdentityState::Linked, {}, {}, {}}), L{m_agent});
        QCOMPARE(ids({IdentityState::Ignored, {}, {}, {}}), L{m_team});
        QCOMPARE(ids({IdentityState::All, {}, {}, {}}), (L{m_product, m_team, m_agent}));
        QCOMPARE(*m_store->count({IdentityState::All, {}, EntityKind::Agent, {}}), 1);
        QCOMPARE(*m_store->count({IdentityState::Linked, {}, {}, {}}), 1);
    }

    void findsByNumberOrWords()
    {
        const auto odd = m_fixture->provider(u"a:b"_s);
        const auto colons = m_fixture->identity(odd, EntityKind::Agent, u"x:y"_s, u"Z"_s);
        QCOMPARE(m_store->find(QString::number(m_agent.value))->id, m_agent);
        QCOMPARE(m_store->find(u"Zapier:1"_s)->id, m_team);
        QCOMPARE(m_store->find(u"p_zapier:1"_s)->id, m_team);
        QCOMPARE(m_store->find(u"zapier:77"_s).error().code, ErrorCode::Conflict);
        QCOMPARE(m_store->find(u"zapier:agent:77"_s)->id, m_agent);
        QCOMPARE(m_store->find(u"zapier:product:77"_s)->id, m_product);
        QCOMPARE(m_store->find(u"a:b:x:y"_s)->id, colons);
        QCOMPARE(m_store->find(u"a:b:agent:x:y"_s)->id, colons);
        for (const auto &text : {u"zapier:99"_s, u"zapier"_s, u""_s, u"999"_s})
            QCOMPARE(m_store->find(text).error().code, ErrorCode::NotFound);
    }

private:
    std::unique_ptr<LinkingFixture> m_fixture;
    std::unique_ptr<IdentityStore> m_store;
    ProviderId m_zapier;
    IdentityId m_agent;
    IdentityId m_team;
    IdentityId m_product;
    EntityId m_bo;
    EntityId m_cas;
    EntityId m_one;
};

QTEST_GUILESS_MAIN(TestIdentityStore)
#include "tst_identitystore.moc"
