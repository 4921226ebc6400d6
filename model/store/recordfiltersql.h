// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/recordfilter.h"
#include "model/store/callfiltersql.h"

namespace salesdesk
{

/// A record filter as a condition on `activity r` or `sale r`.
[[nodiscard]] SqlCondition toSql(Endpoint endpoint, const RecordFilter &filter);

} // namespace salesdesk
