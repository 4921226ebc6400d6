// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/provider.h"
#include "model/domain/result.h"
#include "model/domain/secrets.h"

namespace salesdesk
{

class Connection;

/// Providers and their keys in the database. Reads on any connection; the rest only inside
/// Workspace::write().
class ProviderStore final
{
public:
    explicit ProviderStore(Connection &db)
        : m_db(db)
    {
    }

    struct Added {
        Provider provider;
        QString key; ///< in full: shown once by whoever asked
    };
    struct AddedKey {
        ApiKey key;
        QString text;
    };

    /// With a first key labelled "default". InvalidArgument: empty or over 255 characters, another type than
    /// "webhooks"; Conflict: the name is taken (case-insensitively, archived ones aside).
    [[nodiscard]] Result<Added> add(const QString &name, const QString &type, const MasterKey &master);
    /// By name; archived ones too when asked.
    [[nodiscard]] Result<QList<Provider>> list(bool archived = false) const;
    [[nodiscard]] Result<Provider> get(ProviderId id) const;
    /// By public ID, name (case-insensitively) or number. NotFound says how to list them.
    [[nodiscard]] Result<Provider> find(const QString &text) const;
    [[nodiscard]] Result<Done> rename(ProviderId id, const QString &name);
    [[nodiscard]] Result<Done> archive(ProviderId id);
    [[nodiscard]] Result<Done> setCreateUsers(ProviderId id, bool on);
    [[nodiscard]] Result<Done> setManageTeams(ProviderId id, bool on);
    /// Calls a minute; 0 for no limit; InvalidArgument when negative or over 1,000,000.
    [[nodiscard]] Result<Done> setRateLimit(ProviderId id, int callsAMinute);
    [[nodiscard]] Result<Done> setSigning(ProviderId id, bool on);
    /// The 32 bytes that calls are signed with, made with the provider; toSecretText() writes them for the
    /// sender. SecretUnavailable when another master key sealed them.
    [[nodiscard]] Result<QByteArray> signingSecret(ProviderId id, const MasterKey &master) const;

    [[nodiscard]] Result<AddedKey> addKey(ProviderId id, const QString &label, const MasterKey &master);
    /// Newest first, revoked ones last.
    [[nodiscard]] Result<QList<ApiKey>> keys(ProviderId id) const;
    /// By number, or by its hint or label when only one key has it.
    [[nodiscard]] Result<ApiKey> findKey(const QString &text) const;
    /// The key in full. SecretUnavailable when another master key sealed it.
    [[nodiscard]] Result<QString> revealKey(KeyId id, const MasterKey &master) const;
    /// Conflict when it is revoked already.
    [[nodiscard]] Result<Done> revokeKey(KeyId id);
    /// For the directory.
    [[nodiscard]] Result<QList<KeyEntry>> keyEntries() const;

private:
    [[nodiscard]] Result<bool> isTaken(const QString &name, ProviderId except) const;
    [[nodiscard]] Result<Done> changed(const Result<qint64> &rows, ProviderId id);

    Connection &m_db;
};

} // namespace salesdesk
