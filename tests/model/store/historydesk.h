// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "linkingfixture.h"
#include "model/store/entitystore.h"
#include "model/store/identitystore.h"

#include <QRandomGenerator>

namespace salesdesk
{

/// Two providers and a person who decides; what a decision can change is held against what it was.
class HistoryDesk
{
protected:
    void open()
    {
        m_fixture = std::make_unique<LinkingFixture>();
        m_zapier = m_fixture->provider(QStringLiteral("zapier"));
        m_make = m_fixture->provider(QStringLiteral("make"), true, false);
    }
    IdentityStore store() { return IdentityStore(m_fixture->db()); }
    EntityStore entities() { return EntityStore(m_fixture->db()); }
    /// All that a decision can change.
    QString state()
    {
        return m_fixture->dump(QStringLiteral("SELECT id, entity_id, linked_by, unlinked_by_person, ignored, "
                                              "name, name_key FROM identity ORDER BY id"),
                               7) +
               m_fixture->dump(
                   QStringLiteral("SELECT id, kind, name, name_folded, email, email_folded, team_id, active, "
                                  "created_at, merged_into FROM entity ORDER BY id"),
                   10) +
               m_fixture->dump(
                   QStringLiteral("SELECT identity_id, entity_id FROM rejected_suggestion ORDER BY 1, 2"), 2);
    }

    /// Begins the program anew, in the middle of a transaction that holds what follows.
    void restart()
    {
        QVERIFY(m_fixture->db().commit());
        m_fixture->reopen();
        QVERIFY(m_fixture->db().begin());
    }
    /// The workspace rolls back what fails half way: so does this.
    template <typename Job>
    auto inSavepoint(Job job)
    {
        m_fixture->change(QStringLiteral("SAVEPOINT one"));
        const auto done = job();
        if (!done)
            m_fixture->change(QStringLiteral("ROLLBACK TO one"));
        m_fixture->change(QStringLiteral("RELEASE one"));
        return done;
    }

    // What a random sequence draws.
    int below(qsizetype end) { return m_random.bounded(static_cast<int>(end)); }
    template <typename T>
    T any(const QList<T> &list)
    {
        return list.at(below(list.size()));
    }
    EntityId anyEntity()
    {
        QList<EntityId> all;
        auto rows = m_fixture->db().query(QStringLiteral("SELECT id FROM entity ORDER BY id"));
        while (rows && rows->next())
            all.append(EntityId{rows->number(0)});
        return any(all);
    }

    const Decider m_person{Decider::Kind::Person, QStringLiteral("root")};
    std::unique_ptr<LinkingFixture> m_fixture;
    QRandomGenerator m_random;
    ProviderId m_zapier;
    ProviderId m_make;
};

} // namespace salesdesk
