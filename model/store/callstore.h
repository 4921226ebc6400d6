// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/call.h"
#include "model/domain/callfilter.h"
#include "model/domain/result.h"

namespace salesdesk
{

class Connection;

struct CallQuery {
    CallFilter filter;
    std::optional<ProviderId> provider; ///< beside the filter: the provider's own page
    std::optional<CallId> olderThan;    ///< the next page
    std::optional<CallId> newerThan;    ///< what came since
    int limit = 100;
};

/// The call log as it is read, newest first. Writing is the writer's.
class CallStore final
{
public:
    explicit CallStore(Connection &db)
        : m_db(db)
    {
    }

    [[nodiscard]] Result<QList<CallRow>> page(const CallQuery &query) const;
    [[nodiscard]] Result<CallDetails> details(CallId id) const;
    /// What is needed to replay it; Conflict when its body was truncated in the log.
    [[nodiscard]] Result<IncomingCall> forReplay(CallId id) const;
    [[nodiscard]] Result<qint64> count(const CallQuery &query) const;
    /// Requests that were counted and not logged, by reason word.
    [[nodiscard]] Result<QList<std::pair<QString, qint64>>> unlogged() const;

private:
    Connection &m_db;
};

} // namespace salesdesk
