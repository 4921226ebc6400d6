// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/store/callsearch.h"

namespace salesdesk
{

/// How many calls of one provider ended in one way in a quarter of an hour.
struct CallTally {
    qint64 quarter = 0; ///< its start, UTC ms
    ProviderId provider;
    CallReason reason = CallReason::Internal;
    qint64 calls = 0;
    qint64 lastAt = 0; ///< UTC ms of the last of them
    friend bool operator==(const CallTally &, const CallTally &) = default;
};

/// The calls of `piece` that came at `since` (UTC ms) or later, in no order. Reads their narrow rows alone.
[[nodiscard]] Result<QList<CallTally>> tallyCalls(Connection &db, CallRange piece, qint64 since);

} // namespace salesdesk
