// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/call.h"
#include "model/domain/result.h"
#include "model/intake/draft.h"

#include <variant>

namespace salesdesk
{

class Connection;

/// The identities a record points at, with their external IDs for the history.
struct RecordLinks {
    IdentityId agent;
    std::optional<IdentityId> team;
    std::optional<IdentityId> product; ///< sales only
    friend bool operator==(const RecordLinks &, const RecordLinks &) = default;
};

/// An activity or a sale as it stands in the database, its identities' external IDs beside it.
struct StoredRecord {
    RecordId id;
    RecordLinks links;
    QString agentId;
    std::optional<QString> teamId;
    QString productId;
    qint64 moment = 0; ///< or sold_at; UTC ms
    std::optional<QString> contactKey;
    // activities
    QString type;
    std::optional<QString> value;
    bool valueIsMoney = false;
    // sales
    std::optional<qint64> cancelledAt;
    bool isRetention = false;
    EnergyMeta energy;
    std::optional<qint64> cents; ///< of a value that is money, or the contract value
    friend bool operator==(const StoredRecord &, const StoredRecord &) = default;
};

/// Reads, merges and writes records for the writer (spec.md, Webhooks: every call is an upsert). Lives on the
/// store thread. Nothing is written before write().
class RecordWriter final
{
public:
    RecordWriter(Connection &db, Endpoint endpoint)
        : m_db(db)
        , m_endpoint(endpoint)
    {
    }

    /// The record of that provider and `id`, if there is one.
    [[nodiscard]] Result<std::optional<StoredRecord>> find(ProviderId provider,
                                                           const QString &externalId) const;
    /// What the record is after this call; the links are the caller's to fill. A FieldNote when the merged
    /// fields contradict each other: a value that is money with more than two decimals.
    [[nodiscard]] static std::variant<FieldNote, StoredRecord>
    merge(const std::optional<StoredRecord> &before, const Draft &draft);
    /// Inserts (before is nothing) or updates; gives the row's id.
    [[nodiscard]] Result<RecordId> write(ProviderId provider, const QString &externalId,
                                         const std::optional<StoredRecord> &before,
                                         const StoredRecord &after);
    /// What differs, field by field, in the payload's names.
    [[nodiscard]] static QList<FieldChange>
    changes(Endpoint endpoint, const std::optional<StoredRecord> &before, const StoredRecord &after);

private:
    [[nodiscard]] Result<std::optional<StoredRecord>> readActivity(RecordId id) const;
    [[nodiscard]] Result<std::optional<StoredRecord>> readSale(RecordId id) const;

    Connection &m_db;
    Endpoint m_endpoint;
};

} // namespace salesdesk
