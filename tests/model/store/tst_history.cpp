// SPDX-License-Identifier: GPL-3.0-or-later
// Undo and redo, exactly: random sequences of everything that writes history are held against snapshots of
// what was there before and after each step, and single cases that a random sequence seldom meets.
#include "linkingfixture.h"
#include "model/store/entitystore.h"
#include "model/store/identitystore.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace salesdesk;

class TestHistory final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<LinkingFixture>();
        m_zapier = m_fixture->provider(u"zapier"_s);
        m_make = m_fixture->provider(u"make"_s, true, false);
        m_identities.clear();
    }

    void randomSequences_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 10; ++seed)
            QTest::addRow("sequence %u", seed) << seed;
    }
    void randomSequences()
    {
        QFETCH(quint32, seed);
        m_random.seed(seed);
        fill();
        const auto records = m_fixture->records();
        const auto counts = this->counts();
        // What was there before and after each step that stands, and of those undone.
        struct Step {
            QString before;
            QString after;
        };
        QList<Step> done;
        QList<Step> undone;
        int undos = 0;
        int redos = 0;
        QVERIFY(m_fixture->db().begin());
        for (int i = 0; i < 300; ++i) {
            if (i % 60 == 59) {
                QVERIFY(m_fixture->db().commit());
                m_fixture->reopen();
                QVERIFY(m_fixture->db().begin());
            }
            const auto before = state();
            const int draw = below(10);
            if (draw < 2) {
                const auto sentence = store().undo(m_person);
                QCOMPARE(sentence.ok(), !done.isEmpty());
                if (done.isEmpty())
                    continue;
                QVERIFY2(sentence->startsWith(u"Undone: "_s), qPrintable(*sentence));
                QCOMPARE(state(), done.last().before);
                undone.append(done.takeLast());
                ++undos;
            } else if (draw < 4) {
                const auto sentence = store().redo(m_person);
                QCOMPARE(sentence.ok(), !undone.isEmpty());
                if (undone.isEmpty())
                    continue;
                QVERIFY2(sentence->startsWith(u"Done again: "_s), qPrintable(*sentence));
                QCOMPARE(state(), undone.last().after);
                done.append(undone.takeLast());
                ++redos;
            } else if (const auto decided = decide(); decided) {
                done.append({before, state()});
                undone.clear();
            } else {
                QCOMPARE(decided.error().code, ErrorCode::Conflict);
                QCOMPARE(state(), before);
            }
            if (QTest::currentTestFailed())
                return;
        }
        QCOMPARE(m_fixture->records(), records);
        QCOMPARE(this->counts(), counts);
        QVERIFY2(undos > 10 && redos > 5 && done.size() > 10,
                 qPrintable(u"%1 undone, %2 done again, %3 left"_s.arg(undos).arg(redos).arg(done.size())));
        // All the way back and forth again.
        const auto end = state();
        const auto steps = done.size();
        while (!done.isEmpty()) {
            QVERIFY(store().undo(m_person));
            QCOMPARE(state(), done.takeLast().before);
        }
        for (qsizetype i = 0; i < steps; ++i)
            QVERIFY(store().redo(m_person));
        QCOMPARE(state(), end);
        QVERIFY(m_fixture->db().commit());
        QCOMPARE(m_fixture->dump(u"PRAGMA foreign_key_check"_s, 1), QString());
    }

    void aMergeTakesOverWhatTheDuplicateHad()
    {
        const auto north = m_fixture->entity(EntityKind::Team, u"North"_s);
        const auto bo = m_fixture->entity(EntityKind::Agent, u"Bo Jansen"_s);
        const auto twin = m_fixture->entity(EntityKind::Agent, u"B. Jansen"_s, u"bo@example.com"_s, north);
        const auto one = m_fixture->identity(m_zapier, EntityKind::Agent, u"1"_s, u"Bo"_s);
        const auto two = m_fixture->identity(m_make, EntityKind::Agent, u"2"_s, u"Bo"_s);
        QVERIFY(store().link(one, twin, m_person));
        QVERIFY(store().link(two, twin, m_person));
        const auto before = state();
        QVERIFY(entities().merge(twin, bo, m_person));
        QCOMPARE(store().get(one)->linkedTo, std::optional(bo));
        QCOMPARE(store().get(two)->linkedTo, std::optional(bo));
        auto kept = *entities().get(bo);
        QCOMPARE(kept.email, u"bo@example.com"_s);
        QCOMPARE(kept.team, std::optional(north));
        QCOMPARE(kept.identityCount, 2);
        const auto gone = *entities().get(twin);
        QVERIFY(!gone.active);
        QCOMPARE(gone.mergedInto, std::optional(bo));
        QCOMPARE(gone.mergedIntoName, u"Bo Jansen"_s);
        QCOMPARE(*entities().findAgentByEmail(u"bo@example.com"_s), kept);
        // What is changed later and has nothing to do with it does not stand in the way.
        kept.name = u"Robert Jansen"_s;
        QVERIFY(entities().update(kept));
        QCOMPARE(*store().undo(m_person), u"Undone: merging B. Jansen into Bo Jansen."_s);
        kept.name = u"Bo Jansen"_s;
        kept.email.clear();
        kept.team.reset();
        QVERIFY(entities().update(kept));
        QCOMPARE(state(), before);
    }

    void anAddressOfAMergedAgentLeadsToTheOtherOne()
    {
        const auto bo = m_fixture->entity(EntityKind::Agent, u"Bo Jansen"_s, u"bo@example.com"_s);
        const auto twin = m_fixture->entity(EntityKind::Agent, u"B. Jansen"_s, u"b@example.com"_s);
        const auto third = m_fixture->entity(EntityKind::Agent, u"Bob"_s, u"bob@example.com"_s);
        QVERIFY(entities().merge(third, twin, m_person));
        QVERIFY(entities().merge(twin, bo, m_person));
        QCOMPARE(entities().findAgentByEmail(u"BOB@example.com"_s)->id, bo);
        const auto identity = m_fixture->identity(m_zapier, EntityKind::Agent, u"1"_s, u"Bob"_s);
        QCOMPARE(*store().applyEmailRule(identity, u"b@example.com"_s), std::optional(bo));
    }

    void aTeamTakesItsAgentsAlong()
    {
        const auto north = m_fixture->entity(EntityKind::Team, u"North"_s);
        const auto noord = m_fixture->entity(EntityKind::Team, u"Noord"_s);
        const auto bo = m_fixture->entity(EntityKind::Agent, u"Bo Jansen"_s, {}, noord);
        const auto before = state();
        QVERIFY(entities().merge(noord, north, m_person));
        QCOMPARE(entities().get(bo)->team, std::optional(north));
        QVERIFY(store().undo(m_person));
        QCOMPARE(state(), before);
        QVERIFY(store().redo(m_person));
        QCOMPARE(entities().get(bo)->team, std::optional(north));
    }

    void whatCannotBeMerged()
    {
        const auto bo = m_fixture->entity(EntityKind::Agent, u"Bo Jansen"_s);
        const auto twin = m_fixture->entity(EntityKind::Agent, u"B. Jansen"_s);
        const auto team = m_fixture->entity(EntityKind::Team, u"North"_s);
        const auto before = state();
        QCOMPARE(entities().merge(bo, bo, m_person).error().code, ErrorCode::Conflict);
        QCOMPARE(entities().merge(bo, team, m_person).error().code, ErrorCode::Conflict);
        QCOMPARE(entities().merge(bo, {999}, m_person).error().code, ErrorCode::NotFound);
        QCOMPARE(entities().merge({999}, bo, m_person).error().code, ErrorCode::NotFound);
        m_fixture->change(u"UPDATE entity SET active = 0 WHERE id = ?"_s, {bo.value});
        QCOMPARE(entities().merge(twin, bo, m_person).error().code, ErrorCode::Conflict);
        m_fixture->change(u"UPDATE entity SET active = 1 WHERE id = ?"_s, {bo.value});
        QCOMPARE(state(), before);
        QVERIFY(entities().merge(twin, bo, m_person));
        QCOMPARE(entities().merge(twin, bo, m_person).error().code, ErrorCode::Conflict);
        const auto identity = m_fixture->identity(m_zapier, EntityKind::Agent, u"1"_s, u"Bo"_s);
        const auto linked = store().link(identity, twin, m_person);
        QCOMPARE(linked.error().code, ErrorCode::Conflict);
        QVERIFY2(linked.error().detail.contains(u"merged into \"Bo Jansen\""_s),
                 qPrintable(linked.error().detail));
    }

    void aMergedOneThatIsMadeActiveIsOnItsOwnAgain()
    {
        const auto bo = m_fixture->entity(EntityKind::Agent, u"Bo Jansen"_s);
        const auto twin = m_fixture->entity(EntityKind::Agent, u"B. Jansen"_s);
        QVERIFY(entities().merge(twin, bo, m_person));
        auto again = *entities().get(twin);
        again.active = true;
        QVERIFY(entities().update(again));
        QVERIFY(!entities().get(twin)->mergedInto);
        const auto undone = store().undo(m_person);
        QCOMPARE(undone.error().code, ErrorCode::Conflict);
        QVERIFY2(undone.error().detail.contains(u"B. Jansen"_s), qPrintable(undone.error().detail));
    }

    void doingAgainStopsWithTheNextDecision()
    {
        const auto bo = m_fixture->entity(EntityKind::Agent, u"Bo Jansen"_s);
        const auto one = m_fixture->identity(m_zapier, EntityKind::Agent, u"1"_s, u"Bo"_s);
        const auto two = m_fixture->identity(m_zapier, EntityKind::Agent, u"2"_s, u"Bob"_s);
        QVERIFY(store().link(one, bo, m_person));
        QVERIFY(store().undo(m_person));
        QVERIFY(store().setIgnored(two, true, m_person));
        QCOMPARE(store().redo(m_person).error(),
                 (Error{ErrorCode::Conflict, u"There is nothing to do again."_s}));
    }

    void aRulesStepDoesNotStopIt()
    {
        const auto bo = m_fixture->entity(EntityKind::Agent, u"Bo Jansen"_s, u"bo@example.com"_s);
        const auto one = m_fixture->identity(m_zapier, EntityKind::Agent, u"1"_s, u"Bo"_s);
        const auto two = m_fixture->identity(m_zapier, EntityKind::Agent, u"2"_s, u"Bob"_s);
        QVERIFY(store().link(one, bo, m_person));
        QVERIFY(store().undo(m_person));
        QVERIFY(*store().applyEmailRule(two, u"bo@example.com"_s));
        QCOMPARE(*store().redo(m_person), u"Done again: linking agent zapier:1 (Bo) to Bo Jansen."_s);
    }

    void anyStepCanBeUndoneWhereNothingStandsOnIt()
    {
        const auto bo = m_fixture->entity(EntityKind::Agent, u"Bo Jansen"_s);
        const auto one = m_fixture->identity(m_zapier, EntityKind::Agent, u"1"_s, u"Bo"_s);
        const auto two = m_fixture->identity(m_zapier, EntityKind::Agent, u"2"_s, u"Bob"_s);
        const auto first = *store().link(one, bo, m_person);
        const auto second = *store().link(two, bo, m_person);
        QVERIFY(store().undo(m_person, first));
        QVERIFY(!store().get(one)->linkedTo);
        QVERIFY(store().get(two)->linkedTo);
        QCOMPARE(store().undo(m_person, first).error().code, ErrorCode::Conflict);
        QCOMPARE(store().redo(m_person, second).error().code, ErrorCode::Conflict);
        QVERIFY(store().redo(m_person, first));
        QVERIFY(store().unlink(one, m_person));
        const auto refused = store().undo(m_person, first);
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QVERIFY2(refused.error().detail.contains(u"zapier:1"_s), qPrintable(refused.error().detail));
        QCOMPARE(store().undo(m_person, DecisionId{999}).error().code, ErrorCode::Conflict);
    }

    void aPersonWhoUndoesARuleIsNotOverruled()
    {
        m_fixture->entity(EntityKind::Agent, u"Bo Jansen"_s, u"bo@example.com"_s);
        const auto one = m_fixture->identity(m_zapier, EntityKind::Agent, u"1"_s, u"Bo"_s);
        QVERIFY(*store().applyEmailRule(one, u"bo@example.com"_s));
        QCOMPARE(store().undo(m_person).error().code, ErrorCode::Conflict); // not a person's
        const auto step = store().steps(1)->first();
        QVERIFY(step.byRule);
        QCOMPARE(step.reason, u"same e-mail"_s);
        QVERIFY(store().undo(m_person, step.id));
        QVERIFY(!store().get(one)->linkedTo);
        QVERIFY(!*store().applyEmailRule(one, u"bo@example.com"_s));
        QVERIFY(store().redo(m_person, step.id));
        QVERIFY(store().get(one)->linkedTo);
    }

    void whatWasMadeComesBackUnderItsNumberOrNotAtAll()
    {
        const auto one = m_fixture->identity(m_zapier, EntityKind::Team, u"1"_s, u"North"_s);
        QVERIFY(store().createAndLink(one, m_person));
        const auto made = *entities().get(*store().get(one)->linkedTo);
        QVERIFY(store().undo(m_person));
        QVERIFY(!entities().get(made.id));
        QVERIFY(store().redo(m_person));
        QCOMPARE(*entities().get(made.id), made);
        QVERIFY(store().undo(m_person));
        m_fixture->entity(EntityKind::Team, u"north"_s);
        const auto refused = store().redo(m_person);
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QVERIFY2(refused.error().detail.contains(u"North"_s), qPrintable(refused.error().detail));
    }

    void anAddressThatIsTakenByNowIsSaid()
    {
        const auto one =
            m_fixture->identity(m_zapier, EntityKind::Agent, u"1"_s, u"Bo"_s, u"bo@example.com"_s);
        QVERIFY(store().createAndLink(one, m_person));
        QVERIFY(store().undo(m_person));
        m_fixture->entity(EntityKind::Agent, u"Bob"_s, u"bo@example.com"_s);
        const auto refused = store().redo(m_person);
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QVERIFY2(refused.error().detail.contains(u"bo@example.com"_s), qPrintable(refused.error().detail));
    }

    void aBatchIsOneStep()
    {
        const auto bo = m_fixture->entity(EntityKind::Agent, u"Bo Jansen"_s);
        const auto a = m_fixture->identity(m_zapier, EntityKind::Agent, u"1"_s, u"Kim"_s);
        const auto b = m_fixture->identity(m_make, EntityKind::Agent, u"2"_s, u"KIM"_s);
        const auto c = m_fixture->identity(m_zapier, EntityKind::Agent, u"3"_s, u"Kim"_s);
        const auto d = m_fixture->identity(m_make, EntityKind::Product, u"4"_s, u"Power"_s);
        const auto e = m_fixture->identity(m_zapier, EntityKind::Product, u"5"_s, u"power"_s);
        const auto f = m_fixture->identity(m_zapier, EntityKind::Agent, u"6"_s, u"B J"_s);
        const auto g = m_fixture->identity(m_zapier, EntityKind::Agent, u"7"_s, u"Test"_s);
        const auto h = m_fixture->identity(m_zapier, EntityKind::Agent, u"8"_s, u"x"_s, u"bo@example.com"_s);
        const auto i = m_fixture->identity(m_make, EntityKind::Agent, u"9"_s, u"y"_s, u"BO@example.com"_s);
        m_fixture->change(u"UPDATE identity SET record_count = 3, value_cents = 500 WHERE id IN (?, ?)"_s,
                          {a.value, g.value});
        const auto before = state();
        using Action = Choice::Action;
        const auto decided = store().decide({{a, Action::Create},
                                             {b, Action::Create},
                                             {c, Action::Create},
                                             {d, Action::Create},
                                             {e, Action::Create},
                                             {f, Action::Link, bo, {}, u"same name"_s},
                                             {g, Action::Ignore},
                                             {h, Action::Create, {}, u"Bo de Boer"_s},
                                             {i, Action::Create},
                                             {a, Action::Ignore}},
                                            m_person, StepKind::Import);
        QVERIFY(decided);
        QCOMPARE(decided->identities, 9);
        QCOMPARE(decided->entitiesMade, 4);
        QCOMPARE(decided->recordCount, 3);
        QCOMPARE(decided->recordValue.value, 500);
        // Of two providers they are one person, of one provider they are two.
        QCOMPARE(store().get(a)->linkedTo, store().get(b)->linkedTo);
        QVERIFY(store().get(a)->linkedTo != store().get(c)->linkedTo);
        QCOMPARE(store().get(d)->linkedTo, store().get(e)->linkedTo);
        QCOMPARE(store().get(f)->linkedFor, u"same name"_s);
        QVERIFY(store().get(g)->ignored);
        QCOMPARE(store().get(h)->linkedToName, u"Bo de Boer"_s);
        QCOMPARE(store().get(h)->linkedTo, store().get(i)->linkedTo);
        const auto after = state();
        QCOMPARE(*store().undo(m_person), u"Undone: the import of 9 decisions."_s);
        QCOMPARE(state(), before);
        QVERIFY(store().redo(m_person));
        QCOMPARE(state(), after);
        QCOMPARE(store().decisionsOf(decided->step, 5)->size(), 5);
        QCOMPARE(store().decide({{a, Action::Ignore}}, m_person, StepKind::Ignore).error().code,
                 ErrorCode::Conflict);
    }

    void aBatchWithOneFaultDoesNothing()
    {
        const auto team = m_fixture->entity(EntityKind::Team, u"North"_s);
        const auto a = m_fixture->identity(m_zapier, EntityKind::Agent, u"1"_s, u"Kim"_s);
        const auto before = state();
        using Action = Choice::Action;
        QCOMPARE(store().decide({{a, Action::Link, team}}, m_person, StepKind::Link).error().code,
                 ErrorCode::Conflict);
        QCOMPARE(store().decide({{a, Action::Link, {999}}}, m_person, StepKind::Link).error().code,
                 ErrorCode::NotFound);
        QCOMPARE(store().decide({{{999}, Action::Ignore}}, m_person, StepKind::Ignore).error().code,
                 ErrorCode::NotFound);
        QCOMPARE(state(), before);
    }

    void rejectingTwiceIsSaid()
    {
        const auto bo = m_fixture->entity(EntityKind::Agent, u"Bo Jansen"_s);
        const auto a = m_fixture->identity(m_zapier, EntityKind::Agent, u"1"_s, u"Kim"_s);
        QVERIFY(store().reject(a, bo, m_person));
        QCOMPARE(store().reject(a, bo, m_person).error().code, ErrorCode::Conflict);
        QCOMPARE(store().reject({999}, bo, m_person).error().code, ErrorCode::NotFound);
        QCOMPARE(store().reject(a, {999}, m_person).error().code, ErrorCode::NotFound);
        QCOMPARE(*store().undo(m_person), u"Undone: rejecting Bo Jansen for agent zapier:1 (Kim)."_s);
        QVERIFY(store().reject(a, bo, m_person));
    }

    void theHistorySaysWhoWhenAndWhy()
    {
        const auto bo = m_fixture->entity(EntityKind::Agent, u"Bo Jansen"_s);
        const auto cas = m_fixture->entity(EntityKind::Agent, u"Cas"_s);
        const auto a = m_fixture->identity(m_zapier, EntityKind::Agent, u"1"_s, u"Bo J"_s);
        m_fixture->change(u"UPDATE identity SET record_count = 2, value_cents = 150"_s);
        QVERIFY(store().link(a, bo, m_person, u"same name"_s));
        QVERIFY(store().link(a, cas, {Decider::Kind::Person, u"anna"_s}));
        QVERIFY(store().reject(a, bo, m_person));
        QVERIFY(entities().merge(cas, bo, m_person));
        QVERIFY(store().undo({Decider::Kind::Person, u"anna"_s}));
        const auto steps = *store().steps(10);
        QCOMPARE(steps.size(), 4);
        QCOMPARE(steps[0].kind, StepKind::Merge);
        QCOMPARE(steps[0].entityBefore, u"Cas"_s);
        QCOMPARE(steps[0].entityAfter, u"Bo Jansen"_s);
        QVERIFY(steps[0].undone);
        QCOMPARE(steps[0].undoneBy, u"anna"_s);
        QCOMPARE(steps[1].kind, StepKind::Reject);
        QCOMPARE(steps[1].entityAfter, u"Bo Jansen"_s);
        QCOMPARE(steps[2].decider, u"anna"_s);
        QCOMPARE(steps[2].entityBefore, u"Bo Jansen"_s);
        QCOMPARE(steps[2].entityAfter, u"Cas"_s);
        QCOMPARE(steps[2].reason, QString());
        QCOMPARE(steps[3].reason, u"same name"_s);
        QCOMPARE(steps[3].recordCount, 2);
        QCOMPARE(steps[3].recordValue.value, 150);
        QCOMPARE(steps[3].identityText, u"agent zapier:1 (Bo J)"_s);
        QVERIFY(steps[3].decidedAt > 0);
        QCOMPARE(store().steps(10, steps[1].id)->first(), steps[2]);
        // And the identity itself.
        QCOMPARE(store().get(a)->linkedBy, u"anna"_s);
        QCOMPARE(store().get(a)->linkedFor, QString());
        QCOMPARE(store().get(a)->linkedAt, steps[2].decidedAt);
    }

private:
    IdentityStore store() { return IdentityStore(m_fixture->db()); }
    EntityStore entities() { return EntityStore(m_fixture->db()); }
    int below(int end) { return static_cast<int>(m_random.bounded(end)); }

    /// All that a decision can change.
    QString state()
    {
        return m_fixture->dump(
                   u"SELECT id, entity_id, linked_by, unlinked_by_person, ignored, name, name_key "
                   "FROM identity ORDER BY id"_s,
                   7) +
               m_fixture->dump(u"SELECT id, kind, name, name_folded, email, email_folded, team_id, active, "
                               "created_at, merged_into FROM entity ORDER BY id"_s,
                               10) +
               m_fixture->dump(u"SELECT identity_id, entity_id FROM rejected_suggestion ORDER BY 1, 2"_s, 2);
    }
    QString counts()
    {
        return m_fixture->dump(
            u"SELECT id, record_count, value_cents, last_seen_at FROM identity ORDER BY id"_s, 4);
    }
    void fill()
    {
        const auto kinds = {EntityKind::Agent, EntityKind::Team, EntityKind::Product};
        QList<IdentityId> teams;
        for (const auto kind : {EntityKind::Team, EntityKind::Agent, EntityKind::Product}) {
            for (int i = 0; i < 6; ++i) {
                const auto provider = i % 2 ? m_zapier : m_make;
                const auto id = m_fixture->identity(
                    provider, kind, QString::number(i), u"name %1"_s.arg(i / 2),
                    kind == EntityKind::Agent && i > 3 ? u"a%1@example.com"_s.arg(i) : QString(),
                    kind == EntityKind::Agent ? std::optional(teams[i]) : std::nullopt);
                if (kind == EntityKind::Team)
                    teams.append(id);
                m_identities.append(id);
            }
        }
        for (const auto kind : kinds) {
            for (int i = 0; i < 3; ++i)
                m_fixture->entity(kind, u"entity %1"_s.arg(i),
                                  kind == EntityKind::Agent && i == 0 ? u"zero@example.com"_s : QString());
        }
        for (int i = 0; i < 20; ++i) {
            m_fixture->activity(m_zapier, QString::number(i), m_identities[6 + i % 6], teams[i % 6], i);
            m_fixture->sale(m_make, QString::number(i), m_identities[6 + i % 6], m_identities[12 + i % 6]);
        }
    }
    EntityId anyEntity()
    {
        auto rows = m_fixture->db().query(u"SELECT id FROM entity ORDER BY id"_s);
        QList<EntityId> all;
        while (rows && rows->next())
            all.append(EntityId{rows->number(0)});
        return all[below(static_cast<int>(all.size()))];
    }
    Choice anyChoice()
    {
        Choice choice{m_identities[below(static_cast<int>(m_identities.size()))]};
        choice.action = static_cast<Choice::Action>(below(3));
        choice.entity = anyEntity();
        return choice;
    }
    /// One decision of a person; it may contradict what is there.
    Result<DecisionId> decide()
    {
        const auto id = m_identities[below(static_cast<int>(m_identities.size()))];
        switch (below(8)) {
        case 0:
        case 1:
            return store().link(id, anyEntity(), m_person);
        case 2:
            return store().unlink(id, m_person);
        case 3:
            return store().setIgnored(id, below(2) == 0, m_person);
        case 4:
            return store().reject(id, anyEntity(), m_person);
        case 5:
            return inSavepoint([&] { return store().createAndLink(id, m_person); });
        case 6:
            return inSavepoint([&] { return entities().merge(anyEntity(), anyEntity(), m_person); });
        default:
            return inSavepoint([&]() -> Result<DecisionId> {
                QList<Choice> choices;
                for (int i = below(6); i >= 0; --i)
                    choices.append(anyChoice());
                const auto decided = store().decide(choices, m_person, StepKind::Import);
                return decided ? Result<DecisionId>(decided->step) : decided.error();
            });
        }
    }
    /// The workspace rolls back what fails half way: so does this.
    template <typename Job>
    Result<DecisionId> inSavepoint(Job job)
    {
        m_fixture->change(u"SAVEPOINT one"_s);
        const auto done = job();
        if (!done)
            m_fixture->change(u"ROLLBACK TO one"_s);
        m_fixture->change(u"RELEASE one"_s);
        return done;
    }

    const Decider m_person{Decider::Kind::Person, u"root"_s};
    std::unique_ptr<LinkingFixture> m_fixture;
    QRandomGenerator m_random;
    QList<IdentityId> m_identities;
    ProviderId m_zapier;
    ProviderId m_make;
};

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"
