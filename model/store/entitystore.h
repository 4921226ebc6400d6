// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/entity.h"
#include "model/domain/result.h"

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
    /// Name, email, team, active.
    [[nodiscard]] Result<Done> update(const Entity &entity);
    /// By name, with team name and counts; `text`: part of name or e-mail.
    [[nodiscard]] Result<QList<Entity>> list(EntityKind kind, bool inactive = true,
                                             const QString &text = {}) const;
    [[nodiscard]] Result<Entity> get(EntityId id) const;
    /// By number, e-mail or name (case-insensitively); Conflict when several match, naming their numbers.
    [[nodiscard]] Result<Entity> find(EntityKind kind, const QString &text) const;
    [[nodiscard]] Result<Entity> findAgentByEmail(const QString &email) const;

private:
    Connection &m_db;
};

} // namespace salesdesk
