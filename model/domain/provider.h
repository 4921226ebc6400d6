// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/id.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace salesdesk
{

enum class Endpoint { Activities, Sales };

/// "activities" or "sales", as in the webhook's path.
[[nodiscard]] QLatin1StringView toText(Endpoint endpoint);

/// One account in one external system (spec.md, Words).
struct Provider {
    ProviderId id;
    QString
        publicId; ///< "p_" and 22 URL-safe characters (128 random bits): the {provider} of the webhook URL
    QString name;
    QString type = QStringLiteral("webhooks");
    bool createUsers = true;          ///< option "Create users from agent_email"
    bool manageTeams = true;          ///< option "Manage teams from agent_team_id"
    int rateLimit = 0;                ///< calls a minute, 0 for no limit
    bool signing = false;             ///< Standard Webhooks signatures are required, in addition to the key
    qint64 createdAt = 0;             ///< UTC ms
    std::optional<qint64> archivedAt; ///< UTC ms; an archived provider's URLs answer 404
    std::optional<qint64> lastCallAt; ///< UTC ms of the last logged call
    friend bool operator==(const Provider &, const Provider &) = default;
};

/// An API key as it may be listed: never the key itself.
struct ApiKey {
    KeyId id;
    ProviderId provider;
    QString label;
    QString hint;                     ///< "sdk_••••••3fQ9": prefix and the last four characters
    qint64 createdAt = 0;             ///< UTC ms
    std::optional<qint64> lastUsedAt; ///< UTC ms, at most some seconds behind
    std::optional<qint64> revokedAt;  ///< UTC ms
    friend bool operator==(const ApiKey &, const ApiKey &) = default;
};

/// What the receiver needs of one key to decide on a request's head.
struct KeyEntry {
    QByteArray sha256; ///< of the whole key text
    KeyId key;
    ProviderId provider;
    bool revoked = false;
};

} // namespace salesdesk
