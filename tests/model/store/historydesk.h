// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "linkingfixture.h"
#include "model/store/entitystore.h"
#include "model/store/identitystore.h"

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

    const Decider m_person{Decider::Kind::Person, QStringLiteral("root")};
    std::unique_ptr<LinkingFixture> m_fixture;
    ProviderId m_zapier;
    ProviderId m_make;
};

} // namespace salesdesk
