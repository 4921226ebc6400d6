// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/entity.h"
#include "model/domain/result.h"
#include "model/store/decision.h"

#include <QList>

namespace salesdesk
{

class Connection;

/// Agents, teams and products. Writes only inside Workspace::write().
class EntityStore final
{
public:
    explicit EntityStore(Connection &db)
        : m_db(db)
    {
    }

    /// `id`, `teamName` and the counts of `draft` are not read. InvalidArgument: empty or over-long name, an
    /// e-mail address that is none; Conflict: another agent has that address (case-insensitively), or a team
    /// or product of that name exists.
    [[nodiscard]] Result<Entity> add(const Entity &draft);
    /// What is wrong with the texts of `draft` by themselves; add() would say the same.
    [[nodiscard]] static std::optional<Error> faultOf(const Entity &draft);
    /// Name, email, team, active. One that was merged and is made active is on its own again.
    [[nodiscard]] Result<Done> update(const Entity &entity);
    /// By name, with team name and counts; `text`: part of name or e-mail.
    [[nodiscard]] Result<QList<Entity>> list(EntityKind kind, bool inactive = true,
                                             const QString &text = {}) const;
    [[nodiscard]] Result<Entity> get(EntityId id) const;
    /// By number, e-mail or name (case-insensitively); Conflict when several match, naming their numbers.
    [[nodiscard]] Result<Entity> find(EntityKind kind, const QString &text) const;
    /// The one it was merged into, where it was.
    [[nodiscard]] Result<Entity> findAgentByEmail(const QString &email) const;
    /// All that identities may be linked to, with number, kind, name, e-mail and team alone: for LinkRules.
    [[nodiscard]] Result<QList<Entity>> candidates() const;

    /// Makes `duplicate` one with `kept`, as one step of the history: its identities and, of a team, its
    /// agents go over; address and team, too, where `kept` has none; it becomes inactive. Nothing is deleted.
    /// Conflict: another kind, the same one, or one of them was merged before.
    [[nodiscard]] Result<DecisionId> merge(EntityId duplicate, EntityId kept, const Decider &by);

private:
    Connection &m_db;
};

} // namespace salesdesk
