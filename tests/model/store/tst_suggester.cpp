// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkingfixture.h"
#include "model/store/entitystore.h"
#include "model/store/identitystore.h"
#include "model/store/suggester.h"

using namespace Qt::StringLiterals;
using namespace salesdesk;

class TestSuggester final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<LinkingFixture>();
        m_suggester = std::make_unique<Suggester>();
        m_zapier = m_fixture->provider(u"zapier"_s);
        m_make = m_fixture->provider(u"make"_s);
        m_bo = m_fixture->entity(EntityKind::Agent, u"Robert Jansen"_s);
        m_linked = m_fixture->identity(m_zapier, EntityKind::Agent, u"77"_s, u"Bobby J"_s);
        m_fixture->clock = 1'772'500'000'000; // 2026-03-03
        QVERIFY(IdentityStore(m_fixture->db()).link(m_linked, m_bo, m_person));
    }

    void theSameNameUnderAnotherProvider()
    {
        const auto found = best(m_fixture->identity(m_make, EntityKind::Agent, u"5"_s, u"J, bobby"_s));
        QVERIFY(found.candidate);
        QCOMPARE(found.candidate->entity, m_bo);
        QCOMPARE(found.candidate->score, 0.97);
        QCOMPARE(reasonText(*found.candidate), u"same name as zapier:77, linked on 2026-03-03"_s);
        QVERIFY(!found.ambiguous);
    }

    void theSameNameUnderTheSameProviderIsNoPrecedent()
    {
        QVERIFY(!best(m_fixture->identity(m_zapier, EntityKind::Agent, u"78"_s, u"Bobby J"_s)).candidate);
    }

    void aGenericNameIsNoPrecedent()
    {
        const auto test = m_fixture->identity(m_zapier, EntityKind::Agent, u"1"_s, u"Test"_s);
        QVERIFY(IdentityStore(m_fixture->db()).link(test, m_bo, m_person));
        QVERIFY(!best(m_fixture->identity(m_make, EntityKind::Agent, u"2"_s, u"test"_s)).candidate);
    }

    void whatIsUnlinkedAgainIsNoPrecedent()
    {
        const auto other = m_fixture->identity(m_make, EntityKind::Agent, u"5"_s, u"Bobby J"_s);
        QVERIFY(IdentityStore(m_fixture->db()).undo(m_person));
        QVERIFY(!best(other).candidate);
        QVERIFY(IdentityStore(m_fixture->db()).redo(m_person));
        QVERIFY(best(other).candidate);
    }

    void anotherEntityThatIsCloseMakesItAmbiguous()
    {
        const auto other = m_fixture->identity(m_make, EntityKind::Agent, u"5"_s, u"Bobby J"_s);
        m_fixture->entity(EntityKind::Agent, u"Bobby J"_s); // the same name, 0.95
        const auto found = best(other);
        QCOMPARE(found.candidate->entity, m_bo);
        QVERIFY(found.ambiguous);
        const auto all = m_suggester->candidates(m_fixture->db(), identity(other), 5);
        QCOMPARE(all->size(), 2);
        QCOMPARE(all->at(1).reason, MatchReason::SameName);
        QCOMPARE(m_suggester->candidates(m_fixture->db(), identity(other), 1)->size(), 1);
    }

    void whatWasRejectedIsNotOfferedAgain()
    {
        const auto other = m_fixture->identity(m_make, EntityKind::Agent, u"5"_s, u"Bobby J"_s);
        const auto second = m_fixture->entity(EntityKind::Agent, u"Bobby J"_s);
        IdentityStore store(m_fixture->db());
        QVERIFY(store.reject(other, m_bo, m_person));
        auto found = best(other);
        QCOMPARE(found.candidate->entity, second);
        QVERIFY(!found.ambiguous);
        QVERIFY(store.reject(other, second, m_person));
        QVERIFY(!best(other).candidate);
        QVERIFY(store.undo(m_person));
        QCOMPARE(best(other).candidate->entity, second);
        // For others it is a candidate still.
        QCOMPARE(best(m_fixture->identity(m_make, EntityKind::Agent, u"6"_s, u"Bobby J"_s)).candidate->entity,
                 m_bo);
    }

    void aMergedDuplicateOfWhatWasRejectedIsNotOfferedEither()
    {
        const auto other = m_fixture->identity(m_make, EntityKind::Agent, u"5"_s, u"Bobby J"_s);
        const auto kept = m_fixture->entity(EntityKind::Agent, u"Bobby J"_s);
        QVERIFY(IdentityStore(m_fixture->db()).reject(other, m_bo, m_person));
        QVERIFY(EntityStore(m_fixture->db()).merge(m_bo, kept, m_person));
        QVERIFY(!best(other).candidate);
    }

    void entitiesAreReadAgainWhenTheyAreSaidToHaveChanged()
    {
        const auto other = m_fixture->identity(m_make, EntityKind::Agent, u"5"_s, u"Noa Visser"_s);
        QVERIFY(!best(other).candidate);
        const auto noa = m_fixture->entity(EntityKind::Agent, u"Noa Visser"_s);
        m_suggester->invalidate();
        QCOMPARE(best(other).candidate->entity, noa);
        m_fixture->change(u"UPDATE entity SET active = 0"_s);
        m_suggester->invalidate();
        QVERIFY(!best(other).candidate);
    }

    void manyEntitiesAreLearnedInShares()
    {
        const auto other = m_fixture->identity(m_make, EntityKind::Agent, u"5"_s, u"Oosterhof, Quirijn"_s);
        QVERIFY(m_fixture->db().begin());
        for (int number = 0; number < 2400; ++number)
            m_fixture->entity(EntityKind::Agent, u"Agent %1"_s.arg(number));
        const auto last = m_fixture->entity(EntityKind::Agent, u"Quirijn Oosterhof"_s);
        QVERIFY(m_fixture->db().commit());
        int shares = 1;
        for (auto all = m_suggester->learn(m_fixture->db()); !*all; all = m_suggester->learn(m_fixture->db()))
            ++shares;
        QCOMPARE(shares, 3);
        QVERIFY(*m_suggester->learn(m_fixture->db())); // nothing is left
        QCOMPARE(best(other).candidate->entity, last);
        m_suggester->invalidate();
        QVERIFY(*m_suggester->learn(m_fixture->db())); // what it knows takes one share
        m_suggester = std::make_unique<Suggester>();
        QVERIFY(!*m_suggester->learn(m_fixture->db()));
        QCOMPARE(best(other).candidate->entity, last); // what is left is learned before it answers
    }

    void aFailureIsSaidAndTriedAgain()
    {
        const auto other = identity(m_fixture->identity(m_make, EntityKind::Agent, u"5"_s, u"Bobby J"_s));
        m_fixture->change(u"ALTER TABLE entity RENAME TO away"_s);
        QVERIFY(!m_suggester->learn(m_fixture->db()));
        QVERIFY(!m_suggester->best(m_fixture->db(), {other}));
        QVERIFY(!m_suggester->candidates(m_fixture->db(), other, 5));
        m_fixture->change(u"ALTER TABLE away RENAME TO entity"_s);
        QVERIFY(m_suggester->best(m_fixture->db(), {other})->first().candidate);
    }

private:
    [[nodiscard]] Identity identity(IdentityId id) { return *IdentityStore(m_fixture->db()).get(id); }
    [[nodiscard]] Suggester::Best best(IdentityId id)
    {
        const auto found = m_suggester->best(m_fixture->db(), {identity(id)});
        return found ? found->first() : Suggester::Best{};
    }

    const Decider m_person{Decider::Kind::Person, u"root"_s};
    std::unique_ptr<LinkingFixture> m_fixture;
    std::unique_ptr<Suggester> m_suggester;
    ProviderId m_zapier;
    ProviderId m_make;
    EntityId m_bo;
    IdentityId m_linked;
};

QTEST_GUILESS_MAIN(TestSuggester)
#include "tst_suggester.moc"
