// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/store/decisionrows.h"

namespace salesdesk
{

/// Back undoes, Forth does again.
enum class Way { Back, Forth };

/// Conflict: `what` is no longer as the step left it.
[[nodiscard]] Error changedSince(Way way, const QString &what);

/// Nothing when the step can go that way: it has not gone it already, and what it changed is as it left it.
[[nodiscard]] std::optional<Error> check(const StepRows &step, Way way);

/// `now` with what differs between `from` and `to` set to what `to` has: the rest may have changed since.
[[nodiscard]] EntityState replaced(EntityState now, const EntityState &from, const EntityState &to);

/// Nothing when no other entity has the address or, among teams and products, the name.
[[nodiscard]] std::optional<Error> inTheWay(Connection &db, const Entity &entity, const QString &email);

} // namespace salesdesk
