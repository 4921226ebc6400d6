// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/result.h"

#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace salesdesk
{

/// Every setting, in the order of the settings page.
enum class Setting {
    ListenAddress,
    ListenPort,
    TlsCertificate,
    TlsKey,
    Proxies,
    TimeZone,
    FeatureActivities,
    FeatureSales,
    LimitHead,
    LimitBody,
    LimitHeadSeconds,
    LimitBodySeconds,
    LimitIdleSeconds,
    LimitConnections,
    LimitConnectionsPerAddress,
    LogRetentionDays,
    LogRetentionMegabytes,
    LogRefusedPerMinute,
    Language,
    Count
};

enum class SettingType { Text, Number, Flag, Address, AddressList, File, TimeZoneName };

struct SettingSpec {
    Setting setting;
    QLatin1StringView name; ///< "listen.address"
    SettingType type;
    QLatin1StringView fallback;
    qint64 minimum; ///< Number only
    qint64 maximum;
    const char *what; ///< one sentence; units
};

/// The one table of settings: index == enumerator.
[[nodiscard]] const SettingSpec &spec(Setting setting);
[[nodiscard]] std::optional<Setting> settingFromName(QStringView name);

/// The values in force. A value object: a snapshot crosses threads.
class Settings final
{
public:
    [[nodiscard]] QString text(Setting setting) const;
    [[nodiscard]] qint64 number(Setting setting) const;
    [[nodiscard]] bool flag(Setting setting) const;
    /// The value in its stored form (flags as "true"/"false"), or InvalidArgument with what is allowed.
    [[nodiscard]] static Result<QString> checked(Setting setting, const QString &value);
    /// `value` must have come from checked().
    void set(Setting setting, const QString &value);

private:
    QHash<Setting, QString> m_values; // those that differ from the fallback
};

} // namespace salesdesk
