// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkingfixture.h"
#include "model/store/suggestions.h"

using namespace Qt::StringLiterals;
using namespace salesdesk;

class TestSuggestions final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<LinkingFixture>();
        m_zapier = m_fixture->provider(u"zapier"_s);
        m_make = m_fixture->provider(u"make"_s);
        m_bo = m_fixture->entity(EntityKind::Agent, u"Robert Jansen"_s);
        m_linked = m_fixture->identity(m_zapier, EntityKind::Agent, u"77"_s, u"Bobby J"_s);
        m_fixture->change(u"UPDATE identity SET entity_id = ? WHERE id = ?"_s, {m_bo.value, m_linked.value});
    }

    void theSameNameUnderAnotherProvider()
    {
        m_fixture->identity(m_make, EntityKind::Agent, u"5"_s, u"J, bobby"_s);
        const auto found = suggestions(m_fixture->db(), {}, 0.9);
        QCOMPARE(found->size(), 1);
        QCOMPARE(found->first().best,
                 (Candidate{m_bo, u"Robert Jansen"_s, 0.97, u"same name as zapier:77"_s}));
        QVERIFY(!found->first().ambiguous);
    }

    void theSameNameUnderTheSameProviderIsNoPrecedent()
    {
        m_fixture->identity(m_zapier, EntityKind::Agent, u"78"_s, u"Bobby J"_s);
        QVERIFY(suggestions(m_fixture->db(), {}, 0.5)->isEmpty());
    }

    void anotherEntityThatIsCloseMakesItAmbiguous()
    {
        m_fixture->identity(m_make, EntityKind::Agent, u"5"_s, u"Bobby J"_s);
        m_fixture->entity(EntityKind::Agent, u"Bobby J"_s); // the same name, 0.95
        const auto found = suggestions(m_fixture->db(), {}, 0.5);
        QCOMPARE(found->first().best.entity, m_bo);
        QVERIFY(found->first().ambiguous);
    }

    void aScoreBelowTheLeastStaysOut()
    {
        m_fixture->identity(m_make, EntityKind::Agent, u"5"_s, u"R. Jansen"_s);
        QCOMPARE(suggestions(m_fixture->db(), {}, 0.85)->size(), 1);
        QCOMPARE(suggestions(m_fixture->db(), {}, 0.86)->size(), 0);
    }

    void inactiveEntitiesAndLinkedOrIgnoredIdentitiesStayOut()
    {
        const auto other = m_fixture->identity(m_make, EntityKind::Agent, u"5"_s, u"Bobby J"_s);
        IdentityFilter all;
        all.state = IdentityState::All;
        QCOMPARE(suggestions(m_fixture->db(), all, 0.5)->size(), 1);
        m_fixture->change(u"UPDATE identity SET ignored = 1 WHERE id = ?"_s, {other.value});
        QCOMPARE(suggestions(m_fixture->db(), all, 0.5)->size(), 0);
        m_fixture->change(u"UPDATE identity SET ignored = 0"_s);
        m_fixture->change(u"UPDATE entity SET active = 0"_s);
        QCOMPARE(suggestions(m_fixture->db(), {}, 0.5)->size(), 0);
    }

private:
    std::unique_ptr<LinkingFixture> m_fixture;
    ProviderId m_zapier;
    ProviderId m_make;
    EntityId m_bo;
    IdentityId m_linked;
};

QTEST_GUILESS_MAIN(TestSuggestions)
#include "tst_suggestions.moc"
