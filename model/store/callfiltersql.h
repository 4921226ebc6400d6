// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/callfilter.h"

#include <QVariant>

namespace salesdesk
{

/// A condition on `call c` joined with `provider p`, with what is bound to its `?`.
struct SqlCondition {
    QString sql; ///< "" for none, else " AND (…) AND (…)"
    QVariantList values;
};

/// The filter as SQL. Bodies and answers are looked up in `call_content` row by row, so a query should go
/// newest first and stop at its limit.
[[nodiscard]] SqlCondition toSql(const CallFilter &filter);

} // namespace salesdesk
