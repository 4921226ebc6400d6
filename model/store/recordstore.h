// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/call.h"
#include "model/domain/identity.h"
#include "model/domain/record.h"
#include "model/domain/result.h"
#include "model/store/recordsearch.h"

#include <QList>

#include <optional>

namespace salesdesk
{

class Connection;

/// A call that made or changed a record, and what it changed.
struct RecordCall {
    CallRow row;
    QList<FieldChange> changes;
    std::optional<CallId> replayOf;
    friend bool operator==(const RecordCall &, const RecordCall &) = default;
};

/// One record with all that there is of it. `R`: Activity or Sale.
template <typename R>
struct RecordDetails {
    R record;
    QList<Identity> identities; ///< that it refers to: agent, team, product, those that there are
    friend bool operator==(const RecordDetails &, const RecordDetails &) = default;
};

/// The next records of a list, and behind which one the following page begins; nothing at the end.
template <typename R>
struct RecordPage {
    QList<R> records;
    std::optional<RecordKey> next;
};

/// Activities and sales as they are stored, with whom they belong to resolved. Lists are RecordSearch's.
/// Read-only.
class RecordStore final
{
public:
    explicit RecordStore(Connection &db)
        : m_db(db)
    {
    }

    /// Those of the given numbers, in their order; whichever of them there are.
    template <typename R>
    [[nodiscard]] Result<QList<R>> records(const QList<RecordId> &numbers) const;
    /// The next `limit` at most of a list of `R`, behind `after` where that is said.
    template <typename R>
    [[nodiscard]] Result<RecordPage<R>> page(const RecordQuery &query, int limit,
                                             const std::optional<RecordKey> &after = {}) const;
    template <typename R>
    [[nodiscard]] Result<RecordDetails<R>> details(RecordId record) const;
    /// The calls that made or changed a record, newest first, `limit` of them, below `olderThan` where that
    /// is said. Calls that were pruned are not there any more.
    [[nodiscard]] Result<QList<RecordCall>> history(Endpoint endpoint, RecordId record, int limit,
                                                    std::optional<CallId> olderThan = {}) const;
    [[nodiscard]] Result<qint64> countActivities() const;
    [[nodiscard]] Result<qint64> countSales() const;

private:
    [[nodiscard]] Result<QList<Identity>> identities(const QList<IdentityId> &wanted) const;

    Connection &m_db;
};

template <>
Result<QList<Activity>> RecordStore::records(const QList<RecordId> &numbers) const;
template <>
Result<QList<Sale>> RecordStore::records(const QList<RecordId> &numbers) const;

template <typename R>
Result<RecordPage<R>> RecordStore::page(const RecordQuery &query, int limit,
                                        const std::optional<RecordKey> &after) const
{
    const auto keys = RecordSearch(m_db).page(query, limit, after);
    if (!keys)
        return keys.error();
    QList<RecordId> numbers;
    for (const auto &key : *keys)
        numbers.append(RecordId{key.id});
    const auto found = records<R>(numbers);
    if (!found)
        return found.error();
    return RecordPage<R>{*found, keys->size() < limit ? std::nullopt : std::optional(keys->last())};
}

template <typename R>
Result<RecordDetails<R>> RecordStore::details(RecordId record) const
{
    const auto found = records<R>({record});
    if (!found)
        return found.error();
    if (found->isEmpty())
        return Error{ErrorCode::NotFound, QStringLiteral("There is no such record.")};
    const auto identities = this->identities(identitiesOf(found->first()));
    return identities ? Result<RecordDetails<R>>({found->first(), *identities}) : identities.error();
}

} // namespace salesdesk
