// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/settings.h"

#include <QTimeZone>

#include <array>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

using L = QLatin1StringView;

constexpr std::array specs{
    SettingSpec{Setting::ListenAddress, L("listen.address"), SettingType::Address, L("127.0.0.1"), 0, 0,
                "The address the receiver listens on: 127.0.0.1 for this computer alone, 0.0.0.0 for all."},
    SettingSpec{Setting::ListenPort, L("listen.port"), SettingType::Number, L("8787"), 0, 65535,
                "The TCP port the receiver listens on; 0 takes any free one."},
    SettingSpec{Setting::TlsCertificate, L("tls.certificate"), SettingType::File, L(""), 0, 0,
                "A PEM file with the certificate chain; with tls.key it switches HTTPS on."},
    SettingSpec{Setting::TlsKey, L("tls.key"), SettingType::File, L(""), 0, 0,
                "A PEM file with the certificate's private key."},
    SettingSpec{Setting::Proxies, L("proxies"), SettingType::AddressList, L(""), 0, 0,
                "Addresses of reverse proxies whose X-Forwarded-For is believed, separated by commas."},
    SettingSpec{Setting::TimeZone, L("timezone"), SettingType::TimeZoneName, L("Europe/Amsterdam"), 0, 0,
                "The zone in which moments without one are read."},
    SettingSpec{Setting::FeatureActivities, L("feature.activities"), SettingType::Flag, L("true"), 0, 0,
                "Whether the activities webhook is there."},
    SettingSpec{Setting::FeatureSales, L("feature.sales"), SettingType::Flag, L("true"), 0, 0,
                "Whether the sales webhook is there."},
    SettingSpec{Setting::LimitHead, L("limit.head"), SettingType::Number, L("16384"), 1024, 1048576,
                "The largest request head, in bytes."},
    SettingSpec{Setting::LimitBody, L("limit.body"), SettingType::Number, L("1048576"), 1024, 67108864,
                "The largest request body, in bytes."},
    SettingSpec{Setting::LimitHeadSeconds, L("limit.head_seconds"), SettingType::Number, L("10"), 1, 600,
                "How long a request head may take, in seconds."},
    SettingSpec{Setting::LimitBodySeconds, L("limit.body_seconds"), SettingType::Number, L("30"), 1, 3600,
                "How long a request body may take, in seconds."},
    SettingSpec{Setting::LimitIdleSeconds, L("limit.idle_seconds"), SettingType::Number, L("60"), 1, 3600,
                "How long a connection may stay open without a request, in seconds."},
    SettingSpec{Setting::LimitConnections, L("limit.connections"), SettingType::Number, L("512"), 1, 10000,
                "How many connections may be open at once."},
    SettingSpec{Setting::LimitConnectionsPerAddress, L("limit.connections_per_address"), SettingType::Number,
                L("128"), 1, 10000, "How many connections one address may have open at once."},
    SettingSpec{Setting::LogRetentionDays, L("log.retention_days"), SettingType::Number, L("90"), 0,
                100LL * 365,
                "After how many days a call leaves the log; 0 keeps all. Records are never pruned."},
    SettingSpec{Setting::LogRetentionMegabytes, L("log.retention_megabytes"), SettingType::Number, L("0"), 0,
                10000000,
                "How many megabytes the log may take before its oldest calls leave; 0 for no limit."},
    SettingSpec{Setting::LogRefusedPerMinute, L("log.refused_per_minute"), SettingType::Number, L("600"), 1,
                1000000, "How many refused calls a minute are stored; more are only counted."},
    SettingSpec{Setting::Language, L("language"), SettingType::Text, L(""), 0, 0,
                "The window's language, en or nl; empty follows the system."},
};
static_assert(specs.size() == static_cast<size_t>(Setting::Count));

Result<QString> invalid(const SettingSpec &spec, const QString &allowed)
{
    return {ErrorCode::InvalidArgument, u"%1 takes %2."_s.arg(spec.name, allowed)};
}

bool isAddress(const QString &text)
{
    // Whether the machine has it is seen when listening; here only the form: letters, digits, ".", ":", "%".
    static const auto allowed = [](QChar c) {
        return c.isLetterOrNumber() || c == u'.' || c == u':' || c == u'%';
    };
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), allowed) &&
           (text.contains(u'.') || text.contains(u':'));
}

} // namespace

const SettingSpec &spec(Setting setting)
{
    return specs[static_cast<size_t>(setting)];
}

std::optional<Setting> settingFromName(QStringView name)
{
    for (const auto &row : specs) {
        if (name == row.name)
            return row.setting;
    }
    return std::nullopt;
}

QString Settings::text(Setting setting) const
{
    return m_values.value(setting, QString(spec(setting).fallback));
}

qint64 Settings::number(Setting setting) const
{
    return text(setting).toLongLong();
}

bool Settings::flag(Setting setting) const
{
    return text(setting) == "true"_L1;
}

Result<QString> Settings::checked(Setting setting, const QString &value)
{
    const auto &row = spec(setting);
    const auto trimmed = value.trimmed();
    switch (row.type) {
    case SettingType::Text:
        if (setting == Setting::Language && !trimmed.isEmpty() && trimmed != "en"_L1 && trimmed != "nl"_L1)
            return invalid(row, u"en, nl or nothing"_s);
        return trimmed;
    case SettingType::File:
        return trimmed;
    case SettingType::Number: {
        bool isNumber = false;
        const auto number = trimmed.toLongLong(&isNumber);
        if (!isNumber || number < row.minimum || number > row.maximum)
            return invalid(row, u"a whole number from %1 to %2"_s.arg(row.minimum).arg(row.maximum));
        return QString::number(number);
    }
    case SettingType::Flag: {
        const auto word = trimmed.toLower();
        if (word == "true"_L1 || word == "on"_L1 || word == "yes"_L1 || word == "1"_L1)
            return u"true"_s;
        if (word == "false"_L1 || word == "off"_L1 || word == "no"_L1 || word == "0"_L1)
            return u"false"_s;
        return invalid(row, u"on or off"_s);
    }
    case SettingType::Address:
        if (!isAddress(trimmed))
            return invalid(row, u"an IP address, such as 127.0.0.1 or ::1"_s);
        return trimmed;
    case SettingType::AddressList: {
        QStringList addresses;
        for (const auto &part : trimmed.split(u',', Qt::SkipEmptyParts)) {
            if (!isAddress(part.trimmed()))
                return invalid(row, u"IP addresses separated by commas, or nothing"_s);
            addresses.append(part.trimmed());
        }
        return addresses.join(u',');
    }
    case SettingType::TimeZoneName:
        if (!QTimeZone::isTimeZoneIdAvailable(trimmed.toUtf8()))
            return invalid(row, u"a time zone's name, such as Europe/Amsterdam or UTC"_s);
        return trimmed;
    }
    Q_UNREACHABLE();
}

void Settings::set(Setting setting, const QString &value)
{
    if (value == spec(setting).fallback)
        m_values.remove(setting);
    else
        m_values.insert(setting, value);
}

} // namespace salesdesk
