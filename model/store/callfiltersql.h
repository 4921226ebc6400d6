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

/// The filter as SQL. `indexed`: all calls it will be asked about are in the index of bodies; the bodies of
/// others are looked through one by one.
[[nodiscard]] SqlCondition toSql(const CallFilter &filter, bool indexed);

} // namespace salesdesk
