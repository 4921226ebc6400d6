// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/callfilter.h"
#include "model/store/callsearch.h"

#include <QVariant>

namespace salesdesk
{

/// A condition on `call c` joined with `provider p`, with what is bound to its `?`.
struct SqlCondition {
    QString sql; ///< "" for none, else " AND (…) AND (…)"
    QVariantList values;
};

/// Refused with one of `count` statuses from `from` (400 or more) on: what the index of refused calls has of
/// the range. Few among millions are found as fast as many.
[[nodiscard]] SqlCondition refusedWith(int from, int count, CallRange calls);

/// The filter as SQL, to be asked about calls of the range `calls` alone. `indexed`: all of these are in the
/// index of bodies; the bodies of others are looked through one by one.
[[nodiscard]] SqlCondition toSql(const CallFilter &filter, CallRange calls, bool indexed);

} // namespace salesdesk
