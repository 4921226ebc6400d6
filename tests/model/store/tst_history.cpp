// SPDX-License-Identifier: GPL-3.0-or-later
// Undo and redo, exactly: single cases that a random sequence (tst_historysequences) seldom meets.
#include "historydesk.h"

using namespace Qt::StringLiterals;
using namespace salesdesk;

class TestHistory final : public QObject, private HistoryDesk
{
    Q_OBJECT

private Q_SLOTS:
    void init() { open(); }

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
        QCOMPARE(decided->records[0].count(), 3);
        QCOMPARE(decided->records[0].value.value, 500);
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
        const auto all = store().decisionsOf(decided->step, 100);
        QCOMPARE(all->size(), 9);
        QCOMPARE(all->at(5).identity, f);
        QCOMPARE(all->at(5).entityAfter, store().get(f)->linkedToName);
        QCOMPARE(all->at(5).reason, u"same name"_s);
        QVERIFY(!all->at(6).ignoredBefore && all->at(6).ignoredAfter);
        QCOMPARE(all->at(7).entityAfter, u"Bo de Boer"_s);
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
        QCOMPARE(steps[3].records[0].count(), 2);
        QCOMPARE(steps[3].records[0].value.value, 150);
        QCOMPARE(steps[3].identityText, u"agent zapier:1 (Bo J)"_s);
        QVERIFY(steps[3].decidedAt > 0);
        QCOMPARE(store().steps(10, steps[1].id)->first(), steps[2]);
        // And the identity itself.
        QCOMPARE(store().get(a)->linkedBy, u"anna"_s);
        QCOMPARE(store().get(a)->linkedFor, QString());
        QCOMPARE(store().get(a)->linkedAt, steps[2].decidedAt);
    }
};

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"
