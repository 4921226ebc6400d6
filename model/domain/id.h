// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QMetaType>

#include <compare>

namespace salesdesk
{

/// A row's number in one table, as a type of its own, so that no two kinds can be mixed up. 0 is "none".
template <typename Tag>
struct Id {
    qint64 value = 0;

    [[nodiscard]] constexpr bool isValid() const { return value > 0; }
    friend constexpr auto operator<=>(Id, Id) = default;
    friend size_t qHash(Id id, size_t seed = 0) noexcept { return ::qHash(id.value, seed); }
};

using ProviderId = Id<struct ProviderTag>;
using KeyId = Id<struct KeyTag>;
using CallId = Id<struct CallTag>;
using IdentityId = Id<struct IdentityTag>;
/// An agent, a team or a product: they share one table and one sequence; EntityKind tells which.
using EntityId = Id<struct EntityTag>;
using RecordId = Id<struct RecordTag>;
/// One step of the decision history: a batch is one step.
using DecisionId = Id<struct DecisionTag>;

} // namespace salesdesk
