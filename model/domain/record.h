// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/id.h"
#include "model/domain/money.h"
#include "model/domain/provider.h"

#include <QList>
#include <QString>

#include <optional>

namespace salesdesk
{

/// Numbers of the energy contract (spec.md, Sale). kWh and m³ are a year's, kept as the sender's decimal
/// digits.
struct EnergyMeta {
    std::optional<QString> electricityUsage;  ///< kWh a year
    std::optional<QString> electricityReturn; ///< kWh a year
    std::optional<QString> gasUsage;          ///< m³ a year
    std::optional<qint64> connectionCount;    ///< number of EANs
    friend bool operator==(const EnergyMeta &, const EnergyMeta &) = default;
};

/// An activity as it is stored and listed. Key: provider + externalId.
struct Activity {
    RecordId id;
    ProviderId provider;
    QString providerName; ///< resolved when read, as are agent and team below
    QString externalId;   ///< the payload's `id`
    QString type;
    IdentityId agentIdentity;
    QString agentExternalId;
    std::optional<IdentityId> teamIdentity;
    QString teamExternalId;       ///< empty when no team was sent
    std::optional<QString> agent; ///< name of the agent the identity is linked to
    std::optional<QString> team;  ///< name of the team: that of the linked team identity, else the agent's
    qint64 moment = 0;            ///< UTC ms
    std::optional<QString> contactKey;
    std::optional<QString> value; ///< the sender's decimal digits
    bool valueIsMoney = false;    ///< then `value` is euros, and exact in cents
    qint64 createdAt = 0;         ///< UTC ms
    qint64 updatedAt = 0;         ///< UTC ms
    friend bool operator==(const Activity &, const Activity &) = default;
};

/// A sale as it is stored and listed. Key: provider + externalId.
struct Sale {
    RecordId id;
    ProviderId provider;
    QString providerName;
    QString externalId;
    IdentityId agentIdentity;
    QString agentExternalId;
    std::optional<IdentityId> teamIdentity;
    QString teamExternalId;
    IdentityId productIdentity;
    QString productExternalId; ///< the payload's `proposition_id`
    std::optional<QString> agent;
    std::optional<QString> team;
    std::optional<QString> product;
    qint64 soldAt = 0;                 ///< UTC ms
    std::optional<qint64> cancelledAt; ///< UTC ms
    bool isRetention = false;
    std::optional<Cents> contractValue;
    std::optional<QString> contactKey;
    EnergyMeta energy;
    qint64 createdAt = 0;
    qint64 updatedAt = 0;
    friend bool operator==(const Sale &, const Sale &) = default;
};

/// The webhook that a kind of record comes in at.
template <typename R>
inline constexpr Endpoint endpointOf = Endpoint::Activities;
template <>
inline constexpr Endpoint endpointOf<Sale> = Endpoint::Sales;

/// The identities that a record refers to: agent, team, product, those that there are.
[[nodiscard]] inline QList<IdentityId> identitiesOf(const Activity &activity)
{
    QList<IdentityId> identities{activity.agentIdentity};
    if (activity.teamIdentity)
        identities.append(*activity.teamIdentity);
    return identities;
}
[[nodiscard]] inline QList<IdentityId> identitiesOf(const Sale &sale)
{
    QList<IdentityId> identities{sale.agentIdentity};
    if (sale.teamIdentity)
        identities.append(*sale.teamIdentity);
    identities.append(sale.productIdentity);
    return identities;
}

} // namespace salesdesk
