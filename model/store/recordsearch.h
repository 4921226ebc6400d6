// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/recordfilter.h"
#include "model/domain/recordplaces.h"
#include "model/domain/result.h"

namespace salesdesk
{

class Connection;

enum class RecordOrder {
    Moment, ///< newest moment (sold_at) first
    Change, ///< what was made or changed last first
};

/// Which records, in which order.
struct RecordQuery {
    Endpoint endpoint = Endpoint::Activities;
    RecordFilter filter = {};
    std::optional<ProviderId> provider = {}; ///< beside the filter
    RecordOrder order = RecordOrder::Moment;
    friend bool operator==(const RecordQuery &, const RecordQuery &) = default;
};

/// Activities or sales as they are listed, newest first, as keys. There are millions, and a reader has other
/// things to do: so a question is asked piece by piece, each of so many records that its asker says.
class RecordSearch final
{
public:
    /// What a piece gave, and behind which record the next one begins; nothing when this was the last.
    struct Piece {
        QList<RecordKey> found;
        std::optional<RecordKey> next;
    };
    /// What was made or changed since a call. `all`: too much to say, or the log no longer tells.
    struct News {
        bool all = false;
        qint64 lastCall = 0;
        QList<ChangedRecord> changed;
    };

    explicit RecordSearch(Connection &db)
        : m_db(db)
    {
    }

    /// Those that fit among the `size` records behind `after`, or among the first ones.
    [[nodiscard]] Result<Piece> find(const RecordQuery &query, const std::optional<RecordKey> &after,
                                     int size) const;
    /// The first `limit` that fit, behind `after` where that is said.
    [[nodiscard]] Result<QList<RecordKey>> page(const RecordQuery &query, int limit,
                                                std::optional<RecordKey> after = {}) const;
    /// How many there are of a kind. They are never removed, so the highest number says it.
    [[nodiscard]] Result<qint64> count(Endpoint endpoint) const;
    /// The number of the newest call: what changed up to it is in what is read after it.
    [[nodiscard]] Result<qint64> lastCall() const;
    [[nodiscard]] Result<News> since(const RecordQuery &query, qint64 call) const;

private:
    Connection &m_db;
};

} // namespace salesdesk
