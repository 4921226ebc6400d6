// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/linkrules.h"
#include "model/domain/result.h"

namespace salesdesk
{

class Connection;

/// The best candidate of each unlinked identity that passes `filter`, from `minScore` on, best first. Beside
/// LinkRules it knows what was decided before: the same name, linked under another provider, scores 0.97.
[[nodiscard]] Result<QList<Suggestion>> suggestions(Connection &db, const IdentityFilter &filter,
                                                    double minScore);

} // namespace salesdesk
