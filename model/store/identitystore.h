// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/identity.h"
#include "model/domain/result.h"

#include <QList>

namespace salesdesk
{

class Connection;

/// Who decided: a person by system user name, or a rule.
struct Decider {
    enum class Kind { Person, EmailRule } kind = Kind::Person;
    QString name; ///< the system user; empty for a rule
};

/// A decision on one identity, as the history keeps it. Before and after make exact undo possible.
struct Decision {
    DecisionId step; ///< one step: all its decisions are undone together
    IdentityId identity;
    QString identityText; ///< "agent zapier:77 (Bo J.)"
    std::optional<EntityId> linkedBefore;
    std::optional<EntityId> linkedAfter;
    bool ignoredBefore = false;
    bool ignoredAfter = false;
    int agentsMoved = 0;  ///< agents that the step moved to another team ("Manage teams")
    QString decider;      ///< system user or rule, in words
    qint64 decidedAt = 0; ///< UTC ms
    bool undone = false;
};

/// External identities and what was decided on them. Linking is only a pointer: no record is ever rewritten.
/// Writes only inside Workspace::write().
class IdentityStore final
{
public:
    explicit IdentityStore(Connection &db)
        : m_db(db)
    {
    }

    /// Sorted by value waiting, then records waiting, then name. `limit` rows at the most from `offset`.
    [[nodiscard]] Result<QList<Identity>> list(const IdentityFilter &filter, int limit = 1000,
                                               int offset = 0) const;
    [[nodiscard]] Result<qint64> count(const IdentityFilter &filter) const;
    [[nodiscard]] Result<Identity> get(IdentityId id) const;
    /// By number, or "PROVIDER:EXTERNAL_ID" when only one kind has it, or "PROVIDER:KIND:EXTERNAL_ID".
    [[nodiscard]] Result<Identity> find(const QString &text) const;

    /// Links, or re-links. Conflict: another kind. Applies "Manage teams" where both ends are linked now.
    [[nodiscard]] Result<DecisionId> link(IdentityId id, EntityId entity, const Decider &by);
    /// Several as one step of the history.
    struct Pair {
        IdentityId identity;
        EntityId entity;
    };
    [[nodiscard]] Result<DecisionId> link(const QList<Pair> &pairs, const Decider &by);
    /// Makes an entity with the identity's name (and e-mail) and links it; its name is the external ID when
    /// it has none. Conflict as EntityStore::add().
    [[nodiscard]] Result<DecisionId> createAndLink(IdentityId id, const Decider &by);
    /// By a person: no rule links it again. Conflict when it is not linked.
    [[nodiscard]] Result<DecisionId> unlink(IdentityId id, const Decider &by);
    [[nodiscard]] Result<DecisionId> setIgnored(IdentityId id, bool ignored, const Decider &by);
    /// Undoes the newest step that is not undone, a rule's steps aside. Conflict when there is none, or when
    /// what it changed was changed since. The sentence says what was undone.
    [[nodiscard]] Result<QString> undo(const Decider &by);
    [[nodiscard]] Result<QList<Decision>> history(int limit = 200) const;

    /// The rule "Create users from agent_email" (spec.md, Identities) for an agent identity whose call bore
    /// `email`: links it, when it is unlinked, not ignored and no person unlinked it, to the agent with that
    /// address, else to a new agent with the identity's name and that address. Gives the entity it linked, or
    /// nothing.
    [[nodiscard]] Result<std::optional<EntityId>> applyEmailRule(IdentityId id, const QString &email);
    /// The rule "Manage teams from agent_team_id": moves the agent that `agent` is linked to, to the team
    /// that `team` is linked to, when both are linked. Gives whether it moved.
    [[nodiscard]] Result<bool> applyTeamRule(IdentityId agent, IdentityId team);

private:
    Connection &m_db;
};

} // namespace salesdesk
