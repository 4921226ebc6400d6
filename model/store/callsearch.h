// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/call.h"
#include "model/domain/callfilter.h"
#include "model/domain/result.h"

namespace salesdesk
{

class Connection;
class Cursor;
struct SqlCondition;

/// Which calls.
struct CallQuery {
    CallFilter filter;
    std::optional<ProviderId> provider = {};                  ///< beside the filter: the provider's own page
    std::optional<std::pair<Endpoint, RecordId>> record = {}; ///< those that made or changed it
    friend bool operator==(const CallQuery &, const CallQuery &) = default;
};

/// Calls by their numbers, both ends with it. Empty where `last` is below `first`.
struct CallRange {
    qint64 first = 1;
    qint64 last = 0;
    [[nodiscard]] bool isEmpty() const { return last < first; }
    friend bool operator==(const CallRange &, const CallRange &) = default;
};

/// A call that was found. Refusals with the same cause (provider, reason, detail) have equal ones; others
/// have none.
struct FoundCall {
    CallId id;
    QString cause;
};

/// How many calls came in a stretch of time.
struct CallCount {
    qint64 at = 0; ///< its start, UTC ms
    qint64 accepted = 0;
    qint64 refused = 0; ///< 4xx
    qint64 failed = 0;  ///< 5xx
    friend bool operator==(const CallCount &, const CallCount &) = default;
};

/// The log as it is listed, newest first. A log has millions of calls, and a reader has other things to do:
/// so a question is asked piece by piece, over ranges of numbers that its asker cuts.
class CallSearch final
{
public:
    explicit CallSearch(Connection &db)
        : m_db(db)
    {
    }

    /// All numbers in the log; empty where there is no call.
    [[nodiscard]] Result<CallRange> all() const;
    /// Where calls can be that fit the query: since: and until: narrow it, taking calls to be numbered as
    /// they came, give or take ten minutes.
    [[nodiscard]] Result<CallRange> range(const CallQuery &query) const;
    /// The number of the first call of the range that came at `time` (UTC ms) or later; one above the range
    /// when there is none.
    [[nodiscard]] Result<qint64> firstSince(CallRange range, qint64 time) const;
    /// Whether every number of the range is a call's.
    [[nodiscard]] Result<bool> isWhole(CallRange range) const;
    /// Those of `piece` that fit, newest first, at most `limit` (none when negative). `causes`: with them.
    [[nodiscard]] Result<QList<FoundCall>> find(const CallQuery &query, CallRange piece, bool causes = false,
                                                qsizetype limit = -1) const;
    /// How many of `piece` fit, by stretches of `stretchMs`, in no order.
    [[nodiscard]] Result<QList<CallCount>> count(const CallQuery &query, CallRange piece,
                                                 qint64 stretchMs) const;
    /// The rows of calls, newest first, whichever of them there are.
    [[nodiscard]] Result<QList<CallRow>> rows(const QList<CallId> &calls) const;
    /// The newest `limit` that fit, below `olderThan` where that is said.
    [[nodiscard]] Result<QList<CallRow>> page(const CallQuery &query, int limit,
                                              std::optional<CallId> olderThan = {}) const;
    /// When the first and the last call of the range came, UTC ms.
    [[nodiscard]] Result<std::pair<qint64, qint64>> times(CallRange range) const;

private:
    template <typename Ask>
    [[nodiscard]] std::optional<Error> eachPart(const CallQuery &query, CallRange piece, Ask ask) const;

    Connection &m_db;
};

/// The columns that readCallRow() takes, of `call c` joined with `provider p`.
inline constexpr QLatin1StringView
    callRowColumns("c.id, c.received_at, c.provider_id, p.name, c.endpoint, c.status, c.reason, c.detail, "
                   "c.record_external_id, c.agent_external_id, c.type, c.duration_us, c.body_size");
[[nodiscard]] CallRow readCallRow(const Cursor &row);

} // namespace salesdesk
