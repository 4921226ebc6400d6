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

    /// People have one account in a system.
    void whoHasAnotherIdOfTheProviderIsHardlyMeant()
    {
        const auto jansen = m_fixture->identity(m_zapier, EntityKind::Agent, u"5"_s, u"R. Jansen"_s);
        QCOMPARE(best(jansen).resembles->entity, m_bo); // who is zapier:77
        QCOMPARE(best(jansen).resembles->score, 0.85 - 0.08);
        QCOMPARE(reasonText(*best(jansen).resembles),
                 u"same name with initials, but has zapier:77 already"_s);
        // Of two the one who has none.
        const auto ria = m_fixture->entity(EntityKind::Agent, u"Ria Jansen"_s);
        m_suggester->invalidate();
        QCOMPARE(best(jansen).candidate->entity, ria);
        QVERIFY(!best(jansen).ambiguous);
        QVERIFY(best(m_fixture->identity(m_make, EntityKind::Agent, u"5"_s, u"R. Jansen"_s)).ambiguous);
    }
    void theSameNameIsMeantAllTheSame_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("email");
        QTest::addColumn<double>("score");
        QTest::addRow("the same name as the entity") << u"Jansen, Robert"_s << QString() << 0.95;
        QTest::addRow("the same e-mail") << u"R. Janssens"_s << u"bo@example.com"_s << 1.0;
        QTest::addRow("a weaker sign") << u"Robert van Jansen"_s << QString() << 0.88 - 0.08;
    }
    void theSameNameIsMeantAllTheSame()
    {
        QFETCH(QString, name);
        QFETCH(QString, email);
        QFETCH(double, score);
        m_fixture->change(u"UPDATE entity SET email = 'bo@example.com', email_folded = 'bo@example.com'"_s);
        const auto other = identity(m_fixture->identity(m_zapier, EntityKind::Agent, u"5"_s, name, email));
        const auto all = m_suggester->candidates(m_fixture->db(), other, 5);
        QVERIFY(all);
        QCOMPARE(all->size(), 1);
        QCOMPARE(all->first().score, score);
    }
    void theIdThatDoesNotCount_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("linkedName");
        QTest::addRow("of a generic name") << int(EntityKind::Agent) << u"Test"_s;
        QTest::addRow("of the same name") << int(EntityKind::Agent) << u"Zanten, van R."_s;
        QTest::addRow("of a team") << int(EntityKind::Team) << u"Sales North"_s;
    }
    void theIdThatDoesNotCount()
    {
        QFETCH(int, kind);
        QFETCH(QString, linkedName);
        const auto of = static_cast<EntityKind>(kind);
        const auto entity = m_fixture->entity(of, u"Rik van Zanten"_s);
        m_suggester->invalidate();
        QVERIFY(IdentityStore(m_fixture->db())
                    .link(m_fixture->identity(m_make, of, u"1"_s, linkedName), entity, m_person));
        const auto found = best(m_fixture->identity(m_make, of, u"2"_s, u"R. van Zanten"_s));
        QCOMPARE(found.candidate->entity, entity);
        QCOMPARE(found.candidate->score, 0.85);
    }
    void whoOnlyResemblesSomebodyWithAnIdIsSomebodyElse()
    {
        // Alike enough to be left out of a bulk creation, were he not zapier:77.
        const auto other = m_fixture->identity(m_zapier, EntityKind::Agent, u"5"_s, u"Rob Hansen"_s);
        QVERIFY(best(m_fixture->identity(m_make, EntityKind::Agent, u"5"_s, u"Rob Hansen"_s)).near);
        QCOMPARE(best(other).resembles->taken, u"zapier:77"_s);
        QVERIFY(!best(other).near);
        // One without an ID with a name in common may be the same, married; not who was said not to be.
        const auto rob = m_fixture->entity(EntityKind::Agent, u"Rob Zijlstra"_s);
        m_suggester->invalidate();
        QVERIFY(best(other).near);
        QVERIFY(IdentityStore(m_fixture->db()).reject(other, rob, m_person));
        QVERIFY(!best(other).near);
    }
    void whoHasNoIdYetIsOfferedFirst()
    {
        IdentityStore store(m_fixture->db());
        for (const auto *first : {"Abel", "Bart", "Chris", "Dirk", "Erik", "Frank", "Gijs", "Hugo", "Koen"}) {
            const auto name = u"%1 Zijlstra"_s.arg(QLatin1StringView(first));
            QVERIFY(store.link(m_fixture->identity(m_zapier, EntityKind::Agent, name, name),
                               m_fixture->entity(EntityKind::Agent, name), m_person));
        }
        const auto free = m_fixture->entity(EntityKind::Agent, u"Otto Ait Haddou"_s);
        const auto asked =
            identity(m_fixture->identity(m_zapier, EntityKind::Agent, u"99"_s, u"Otto Zijlstra"_s));
        const auto lessAlike = m_fixture->entity(EntityKind::Agent, u"Otto Bos"_s);
        QVERIFY(store.link(m_fixture->identity(m_zapier, EntityKind::Agent, u"98"_s, u"O.B."_s), lessAlike,
                           m_person));
        const auto offered = m_suggester->candidates(m_fixture->db(), asked, 9);
        QVERIFY(offered);
        QCOMPARE_LE(offered->size(), 9);
        QCOMPARE(std::count_if(offered->cbegin(), offered->cend(),
                               [&](const Candidate &candidate) { return candidate.entity == free; }),
                 1);
        QVERIFY(std::none_of(offered->cbegin(), offered->cend(),
                             [&](const Candidate &candidate) { return candidate.entity == lessAlike; }));
        for (qsizetype i = 1; i < offered->size(); ++i)
            QCOMPARE_GE(offered->at(i - 1).score, offered->at(i).score);
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
