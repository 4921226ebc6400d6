// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/entity.h"
#include "model/domain/recordtotals.h"

#include <QString>

#include <optional>

namespace salesdesk
{

/// "provider X has an agent / team / product with external ID Y" (spec.md, Words).
struct Identity {
    IdentityId id;
    ProviderId provider;
    QString providerName; ///< resolved when read
    EntityKind kind = EntityKind::Agent;
    QString externalId;
    QString name;
    QString email;                ///< the last agent_email that came with it; empty for none
    QString teamName;             ///< of the team identity that came with the last call; empty for none
    std::optional<EntityId> team; ///< that this team identity is linked to
    std::optional<EntityId> linkedTo;
    QString linkedToName; ///< resolved when read
    QString linkedBy;     ///< who or which rule linked it: a system user, "e-mail rule"; empty when unlinked
    QString linkedFor;    ///< why: the stable words of a MatchReason; empty where a person chose
    qint64 linkedAt = 0;  ///< UTC ms; 0 when unlinked, or when it is not known
    bool conflicting = false; ///< its agent has another one of this provider under another name
    bool ignored = false;
    qint64 firstSeenAt = 0; ///< UTC ms
    qint64 lastSeenAt = 0;  ///< UTC ms
    RecordTotals records;   ///< that bear it ("waiting" while it is unlinked)
    friend bool operator==(const Identity &, const Identity &) = default;
};

/// Which identities a list holds (`identity list`). Unlinked leaves the ignored ones out; Waiting has them,
/// too.
enum class IdentityState { Unlinked, Linked, Ignored, Waiting, Conflicting, All };

/// What a list of identities is ordered by; then by the value waiting.
enum class IdentityOrder {
    Value,
    Records,
    Kind,
    Provider,
    ExternalId,
    Name,
    Email,
    Linked,
    FirstSeen,
    LastSeen
};

struct IdentityFilter {
    IdentityState state = IdentityState::Unlinked;
    std::optional<ProviderId> provider = {};
    std::optional<EntityKind> kind = {};
    QString text = {}; ///< part of the name, external ID or e-mail, case-insensitively; empty for all
    IdentityOrder order = IdentityOrder::Value;
    bool ascending = false;
    friend bool operator==(const IdentityFilter &, const IdentityFilter &) = default;
};

} // namespace salesdesk
