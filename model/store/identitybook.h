// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/identity.h"
#include "model/domain/result.h"

#include <QHash>

#include <unordered_map>

namespace salesdesk
{

class Connection;

/// An external identity as the writer knows it.
struct KnownIdentity {
    IdentityId id;
    QString name;
    QString email;
    std::optional<EntityId> entity;
    std::optional<IdentityId> team; ///< of the last call that bore a team
    bool ignored = false;
    bool unlinkedByPerson = false;
};

/// The writer's memory of external identities, and of what one batch adds to their counts. Lives on the store
/// thread, owned by CallProcessor. Bounded; whatever it forgets is read again.
class IdentityBook final
{
    Q_DISABLE_COPY_MOVE(IdentityBook)
public:
    explicit IdentityBook(Connection &db)
        : m_db(db)
    {
    }

    /// The identity, or null when there is none. Valid until the next flush() or forget().
    [[nodiscard]] Result<KnownIdentity *> find(ProviderId provider, EntityKind kind,
                                               const QString &externalId);
    [[nodiscard]] Result<KnownIdentity *> add(ProviderId provider, EntityKind kind, const QString &externalId,
                                              const QString &name, qint64 at);
    [[nodiscard]] std::optional<Error> rename(KnownIdentity &identity, const QString &name);
    /// The address and the team that came with a call; what is empty leaves the row as it is.
    [[nodiscard]] std::optional<Error> describe(KnownIdentity &identity, const QString &email,
                                                std::optional<IdentityId> team);

    /// Gathers, for flush(): one call more, records more or less.
    void seen(IdentityId id, qint64 at);
    void count(IdentityId id, const RecordTotals &change);
    [[nodiscard]] std::optional<Error> flush();
    void forget();

private:
    struct Key {
        ProviderId provider;
        EntityKind kind = EntityKind::Agent;
        QString externalId;
        friend bool operator==(const Key &, const Key &) = default;
    };
    struct KeyHash {
        size_t operator()(const Key &key) const noexcept
        {
            return qHashMulti(0, key.provider, static_cast<int>(key.kind), key.externalId);
        }
    };
    struct Gathered {
        qint64 lastSeenAt = 0;
        RecordTotals records;
    };

    Connection &m_db;
    std::unordered_map<Key, KnownIdentity, KeyHash> m_known; // its elements stay where they are
    QHash<IdentityId, Gathered> m_gathered;
};

} // namespace salesdesk
