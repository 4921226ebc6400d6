// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/tables/logwalk.h"

namespace salesdesk
{

class Connection;

/// Some more of the log, as it is looked down through.
struct MoreCalls {
    LogWalk walk;
    QList<FoundCall> found = {}; ///< of what was looked at those that fit, newest first
    CallRange whole = {};        ///< or all of it, when nothing is missing there
};

/// Looks on down until there are `enough` or the slice is over. `causes`: with them.
[[nodiscard]] Result<MoreCalls> lookOn(Connection &db, const CallQuery &query, bool causes, LogWalk walk,
                                       qsizetype enough, std::chrono::milliseconds slice);
/// The same where every call fits: they are only counted as long as no number is missing.
[[nodiscard]] Result<MoreCalls> lookOnAtAll(Connection &db, LogWalk walk, std::chrono::milliseconds slice);

} // namespace salesdesk
