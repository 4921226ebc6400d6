// SPDX-License-Identifier: GPL-3.0-or-later
#include "historydesk.h"

using namespace Qt::StringLiterals;
using namespace salesdesk;

class TestEntityMerge final : public QObject, private HistoryDesk
{
    Q_OBJECT

private Q_SLOTS:
    void init() { open(); }

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
};

QTEST_GUILESS_MAIN(TestEntityMerge)
#include "tst_entitymerge.moc"
