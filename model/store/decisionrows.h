// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/store/decisionstep.h"

namespace salesdesk
{

/// What a step did to one identity, and how that identity is now.
struct StepRow {
    IdentityId identity;
    QString identityText;
    std::optional<EntityId> entityBefore;
    std::optional<EntityId> entityAfter;
    QString entityBeforeName;
    QString entityAfterName;
    QString linkedByBefore;
    QString linkedByAfter;
    bool unlinkedByPersonBefore = false;
    bool unlinkedByPersonAfter = false;
    bool ignoredBefore = false;
    bool ignoredAfter = false;
    std::optional<EntityId> rejected;
    QString rejectedName;
    std::optional<EntityId> entityNow;
    bool ignoredNow = false;
    bool rejectedNow = false;

    [[nodiscard]] bool isAboutIgnoring() const { return ignoredBefore != ignoredAfter; }
    /// Neither ignored nor rejected, and not only mentioned.
    [[nodiscard]] bool isAboutLinking() const
    {
        return !isAboutIgnoring() && !rejected &&
               (entityBefore != entityAfter || linkedByBefore != linkedByAfter);
    }
};

/// What a step did to an agent's team.
struct MoveRow {
    EntityId agent;
    QString agentName;
    std::optional<EntityId> before;
    std::optional<EntityId> after;
    std::optional<EntityId> now;
};

/// What a step did to an entity; `now` is empty when there is no such entity.
struct EntityRow {
    Entity made; ///< id, kind, name and createdAt
    bool created = false;
    EntityState before;
    EntityState after;
    std::optional<EntityState> now;
};

struct StepRows {
    StepKind kind = StepKind::Link;
    bool byRule = false;
    bool undone = false;
    QList<StepRow> identities;
    QList<MoveRow> moves; ///< in the order they were made
    QList<EntityRow> entities;
};

/// All of a step, with how things are now. Conflict when there is no such step.
[[nodiscard]] Result<StepRows> rowsOf(Connection &db, DecisionId step);

/// "agent zapier:77 (Bo J.)".
[[nodiscard]] QString identityText(EntityKind kind, const QString &provider, const QString &externalId,
                                   const QString &name);

} // namespace salesdesk
