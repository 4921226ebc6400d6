// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/id.h"

#include <QFlags>
#include <QMetaType>

namespace salesdesk
{

/// What a commit changed, for those who show it.
enum class Change {
    Providers = 0x01, ///< providers or their keys
    Entities = 0x02,
    Identities = 0x04, ///< added, renamed, linked, ignored
    Activities = 0x08,
    Sales = 0x10,
    Calls = 0x20,
    Settings = 0x40,
    Decisions = 0x80,
    Seen = 0x100,  ///< last seen, last used and counts of identities and keys: nothing was added or linked
    Index = 0x200, ///< the index of calls has come further
};
Q_DECLARE_FLAGS(Changes, Change)
Q_DECLARE_OPERATORS_FOR_FLAGS(Changes)

} // namespace salesdesk

Q_DECLARE_METATYPE(salesdesk::Changes)
