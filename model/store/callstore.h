// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/call.h"
#include "model/domain/result.h"

namespace salesdesk
{

class Connection;

/// What a call did to its record.
struct CallChange {
    QList<FieldChange> changes;
    std::optional<CallId> replayOf;
};

/// One logged call with all that the log has of it. Lists are CallSearch's, writing is the writer's.
class CallStore final
{
public:
    explicit CallStore(Connection &db)
        : m_db(db)
    {
    }

    [[nodiscard]] Result<CallDetails> details(CallId id) const;
    /// All of several rows, in their order; those that were pruned meanwhile are left out.
    [[nodiscard]] Result<QList<CallDetails>> details(const QList<CallRow> &rows) const;
    /// Without its request and answer.
    [[nodiscard]] Result<CallChange> change(CallId id) const;
    /// What is needed to replay it; Conflict when its body was truncated in the log.
    [[nodiscard]] Result<IncomingCall> forReplay(CallId id) const;
    /// Requests that were counted and not logged, by reason word.
    [[nodiscard]] Result<QList<std::pair<QString, qint64>>> unlogged() const;

private:
    Connection &m_db;
};

} // namespace salesdesk
