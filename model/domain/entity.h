// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/id.h"
#include "model/domain/recordtotals.h"

#include <QString>

#include <array>
#include <optional>

namespace salesdesk
{

/// Kinds of entities, and of the external identities that point at them. A product is sent as
/// `proposition_id`.
enum class EntityKind { Agent, Team, Product };

/// What records add up to for each kind. One record may be an agent's, a team's and a product's: the kinds
/// are not added together.
using TotalsByKind = std::array<RecordTotals, 3>;

/// "agent", "team", "product".
[[nodiscard]] QLatin1StringView toText(EntityKind kind);
[[nodiscard]] std::optional<EntityKind> entityKindFromText(QStringView text);

/// One of the team's own agents, teams or products.
struct Entity {
    EntityId id;
    EntityKind kind = EntityKind::Agent;
    QString name;
    QString email;                ///< agents only; empty for none. Unique among agents, case-insensitively
    std::optional<EntityId> team; ///< agents only: an agent is on at most one team
    QString teamName;             ///< resolved when read
    bool active = true;
    std::optional<EntityId> mergedInto; ///< it was a duplicate of that one
    QString mergedIntoName;             ///< resolved when read
    qint64 createdAt = 0;               ///< UTC ms
    int identityCount = 0;              ///< external identities linked to it; filled by lists
    RecordTotals records;               ///< of those identities; filled by lists
    friend bool operator==(const Entity &, const Entity &) = default;
};

} // namespace salesdesk
