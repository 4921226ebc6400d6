// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/identity.h"
#include "model/domain/result.h"
#include "model/store/decision.h"

#include <QList>

namespace salesdesk
{

class Connection;

/// What to do with one identity of several.
struct Choice {
    enum class Action { Link, Create, Ignore };
    IdentityId identity;
    Action action = Action::Link;
    EntityId entity = {}; ///< Link
    QString name = {};    ///< Create: the entity's name; empty for the identity's own
    QString reason = {};  ///< why it was suggested, in stable words; empty for a person's own choice
};

/// What became of several.
struct Decided {
    DecisionId step;
    int identities = 0;
    int entitiesMade = 0;
    TotalsByKind records; ///< of the identities that are linked now
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
    /// The unlinked ones that fit provider, kind and text of `filter`, by number, those after `after`: to go
    /// through them all, whatever is decided meanwhile.
    [[nodiscard]] Result<QList<Identity>> waitingAfter(const IdentityFilter &filter, IdentityId after,
                                                       int limit) const;
    [[nodiscard]] Result<qint64> count(const IdentityFilter &filter) const;
    [[nodiscard]] Result<Identity> get(IdentityId id) const;
    /// By number, or "PROVIDER:EXTERNAL_ID" when only one kind has it, or "PROVIDER:KIND:EXTERNAL_ID".
    [[nodiscard]] Result<Identity> find(const QString &text) const;

    /// Those that wait with the same kind and name (as names are compared) under other providers.
    [[nodiscard]] Result<QList<Identity>> namesakes(IdentityId id) const;

    /// Links, or re-links. Conflict: another kind, or an entity that was merged. Applies "Manage teams" where
    /// both ends are linked now. `reason`: why it was suggested, in stable words.
    [[nodiscard]] Result<DecisionId> link(IdentityId id, EntityId entity, const Decider &by,
                                          const QString &reason = {});
    /// Several as one step of the history.
    struct Pair {
        IdentityId identity;
        EntityId entity;
    };
    [[nodiscard]] Result<DecisionId> link(const QList<Pair> &pairs, const Decider &by);
    /// Makes an entity with the identity's name (and e-mail) and links it; its name is the external ID when
    /// it has none. Conflict as EntityStore::add().
    [[nodiscard]] Result<DecisionId> createAndLink(IdentityId id, const Decider &by);
    /// Several as one step, of those that still wait; Conflict when none does. Where entities are made, those
    /// that share an e-mail address, teams and products that share a name, and agents that share a name under
    /// different providers share one.
    [[nodiscard]] Result<Decided> decide(const QList<Choice> &choices, const Decider &by, StepKind kind);
    /// By a person: no rule links it again. Conflict when it is not linked.
    [[nodiscard]] Result<DecisionId> unlink(IdentityId id, const Decider &by);
    [[nodiscard]] Result<DecisionId> setIgnored(IdentityId id, bool ignored, const Decider &by);
    /// The entity is not suggested for it again. Conflict when that was said before.
    [[nodiscard]] Result<DecisionId> reject(IdentityId id, EntityId entity, const Decider &by);

    /// Undoes a step: the newest of a person's that is not undone, or the one that is given, a rule's too
    /// (its identities then count as unlinked by a person). Conflict when there is none, or when what it
    /// changed was changed since. The sentence says what was undone.
    [[nodiscard]] Result<QString> undo(const Decider &by, std::optional<DecisionId> step = {});
    /// Does a step again: the one that was undone last, as long as nothing new was decided, or the one that
    /// is given. Conflict as undo().
    [[nodiscard]] Result<QString> redo(const Decider &by, std::optional<DecisionId> step = {});
    /// The newest first; those before `before` where it is given.
    [[nodiscard]] Result<QList<HistoryStep>> steps(int limit, std::optional<DecisionId> before = {}) const;
    /// The decisions of one step as they were made, at most `limit`.
    [[nodiscard]] Result<QList<Decision>> decisionsOf(DecisionId step, int limit) const;

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
