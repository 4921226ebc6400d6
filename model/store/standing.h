// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/entity.h"
#include "model/domain/provider.h"
#include "model/domain/result.h"

namespace salesdesk
{

class Connection;

/// How much of one kind waits to be linked.
struct WaitingKind {
    EntityKind kind = EntityKind::Agent;
    qint64 identities = 0;
    qint64 records = 0; ///< that bear them
    Cents value;        ///< of these records
    friend bool operator==(const WaitingKind &, const WaitingKind &) = default;
};

/// How far the work is, for the overview.
struct Standing {
    QList<Provider> providers;  ///< those in use, by name
    QList<WaitingKind> waiting; ///< kinds of which any waits, in the order of the kinds
    bool hasRecords = false;    ///< a call has been accepted at some time
    bool hasLinks = false;      ///< an identity is linked
};

/// Reads short tables and indexes alone.
[[nodiscard]] Result<Standing> readStanding(Connection &db);

} // namespace salesdesk
