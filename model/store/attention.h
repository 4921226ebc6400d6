// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/call.h"
#include "model/domain/result.h"

namespace salesdesk
{

class Connection;

/// What came in after a call, for the icon in the tray.
struct Attention {
    CallId newest;      ///< the last call there is: where to go on from
    qint64 refused = 0; ///< of those after `since`
};
/// Reads the narrow rows after `since` alone, so asking often is cheap. `since` nothing: none is counted.
[[nodiscard]] Result<Attention> attentionSince(Connection &db, std::optional<CallId> since);

} // namespace salesdesk
