// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/call.h"
#include "model/domain/entity.h"
#include "model/domain/result.h"
#include "model/store/callsearch.h"
#include "model/store/decision.h"

#include <QHash>
#include <QTimeZone>

namespace salesdesk
{

class Connection;

/// Refused calls of one provider with one cause.
struct FailureGroup {
    CallId id; ///< of the newest of them; it stands for the group
    ProviderId provider;
    QString providerName;
    CallReason reason = CallReason::Internal;
    int status = 0;
    QString detail; ///< in words, the same for all
    qint64 calls = 0;
    qint64 firstAt = 0; ///< UTC ms
    qint64 lastAt = 0;
    friend bool operator==(const FailureGroup &, const FailureGroup &) = default;
};

/// Groups that are counted piece by piece, from the newest end of the log on.
class FailureCount final
{
public:
    void add(const QList<FailureGroup> &older);
    /// Those with most calls first.
    [[nodiscard]] QList<FailureGroup> largest(qsizetype limit = 500) const;

private:
    QHash<QString, FailureGroup> m_groups; ///< by provider and cause
};

/// An external ID that a refused call bears and that nobody has named yet.
struct UnknownIdentity {
    EntityKind kind = EntityKind::Agent;
    QString externalId;
    friend bool operator==(const UnknownIdentity &, const UnknownIdentity &) = default;
};

/// Who an unknown identity is.
struct Naming {
    UnknownIdentity identity;
    QString name;    ///< of the identity, and of the entity that is made
    EntityId entity; ///< that it is linked to; 0: a new one of that name
};

/// Why calls fail, and what puts it right.
class FailureGroups final
{
public:
    explicit FailureGroups(Connection &db)
        : m_db(db)
    {
    }

    /// What was refused among the calls of `piece`, in no order; a call that a later replay of it has stored
    /// is not counted.
    [[nodiscard]] Result<QList<FailureGroup>> count(CallRange piece) const;
    /// The calls of a group that were not stored by a replay since, in the order they came.
    [[nodiscard]] Result<QList<CallId>> calls(const FailureGroup &group) const;
    /// The identities that a not_recognised call needs and that are still unknown.
    [[nodiscard]] Result<QList<UnknownIdentity>> unknownIn(CallId call, const QTimeZone &zone) const;
    /// Makes identities known, as if a call had named them, and links those that are not linked yet; each is
    /// a step of the history. Only inside Workspace::write().
    [[nodiscard]] Result<Done> makeKnown(ProviderId provider, const QList<Naming> &namings,
                                         const Decider &by);

private:
    Connection &m_db;
};

} // namespace salesdesk
