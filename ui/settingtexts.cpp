// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settingtexts.h"

#include <QCoreApplication>

namespace salesdesk
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Settings)
};

} // namespace

QString labelOf(Setting setting)
{
    switch (setting) {
    case Setting::ListenAddress:
        return Words::tr("Address");
    case Setting::ListenPort:
        return Words::tr("Port");
    case Setting::TlsCertificate:
        return Words::tr("TLS certificate");
    case Setting::TlsKey:
        return Words::tr("TLS private key");
    case Setting::Proxies:
        return Words::tr("Trusted proxies");
    case Setting::TimeZone:
        return Words::tr("Time zone");
    case Setting::FeatureActivities:
        return Words::tr("Activities");
    case Setting::FeatureSales:
        return Words::tr("Sales");
    case Setting::LimitHead:
        return Words::tr("Largest request head");
    case Setting::LimitBody:
        return Words::tr("Largest request body");
    case Setting::LimitHeadSeconds:
        return Words::tr("Time for the head");
    case Setting::LimitBodySeconds:
        return Words::tr("Time for the body");
    case Setting::LimitIdleSeconds:
        return Words::tr("Time without a request");
    case Setting::LimitConnections:
        return Words::tr("Connections");
    case Setting::LimitConnectionsPerAddress:
        return Words::tr("Connections per address");
    case Setting::LogRetentionDays:
        return Words::tr("Keep calls for");
    case Setting::LogRetentionMegabytes:
        return Words::tr("Keep calls up to");
    case Setting::LogRefusedPerMinute:
        return Words::tr("Refused calls kept");
    case Setting::Language:
        return Words::tr("Language");
    case Setting::Count:
        break;
    }
    Q_UNREACHABLE();
}

QString noteOf(Setting setting)
{
    switch (setting) {
    case Setting::ListenAddress:
        return Words::tr("127.0.0.1 is for this computer alone, 0.0.0.0 for every network it is on.");
    case Setting::ListenPort:
        return Words::tr("Senders call this port. With 0 any free one is taken at each start.");
    case Setting::TlsCertificate:
        return Words::tr(
            "A PEM file with the certificate and its chain. With its private key it switches HTTPS on.");
    case Setting::TlsKey:
        return Words::tr("A PEM file without a password.");
    case Setting::Proxies:
        return Words::tr(
            "Addresses of your own reverse proxies, separated by commas. The sender's address is then "
            "taken from X-Forwarded-For.");
    case Setting::TimeZone:
        return Words::tr("Moments that come without a zone are read in this one.");
    case Setting::FeatureActivities:
        return Words::tr("When this is off, activity webhooks are not shown and answer 404.");
    case Setting::FeatureSales:
        return Words::tr("When this is off, sale webhooks are not shown and answer 404.");
    case Setting::LimitHead:
        return Words::tr("A larger head is answered with 431.");
    case Setting::LimitBody:
        return Words::tr("A larger body is answered with 413.");
    case Setting::LimitHeadSeconds:
    case Setting::LimitBodySeconds:
        return Words::tr("A sender that is slower is answered with 408.");
    case Setting::LimitIdleSeconds:
        return Words::tr("An open connection is closed after this time.");
    case Setting::LimitConnections:
        return Words::tr("So many may be open at once.");
    case Setting::LimitConnectionsPerAddress:
        return Words::tr("One sender may have so many open at once.");
    case Setting::LogRetentionDays:
        return Words::tr("Older calls leave the log; 0 keeps all. Activities and sales are never removed.");
    case Setting::LogRetentionMegabytes:
        return Words::tr("When the log grows beyond this, its oldest calls leave; 0 for no limit.");
    case Setting::LogRefusedPerMinute:
        return Words::tr(
            "What is refused beyond this is counted and not stored, so that it cannot fill the disk.");
    case Setting::Language:
        return Words::tr("A change shows when the window opens anew.");
    case Setting::Count:
        break;
    }
    Q_UNREACHABLE();
}

QString unitOf(Setting setting)
{
    switch (setting) {
    case Setting::LimitHead:
    case Setting::LimitBody:
        return Words::tr("bytes");
    case Setting::LimitHeadSeconds:
    case Setting::LimitBodySeconds:
    case Setting::LimitIdleSeconds:
        return Words::tr("seconds");
    case Setting::LogRetentionDays:
        return Words::tr("days");
    case Setting::LogRetentionMegabytes:
        return Words::tr("MB");
    case Setting::LogRefusedPerMinute:
        return Words::tr("a minute");
    case Setting::ListenAddress:
    case Setting::ListenPort:
    case Setting::TlsCertificate:
    case Setting::TlsKey:
    case Setting::Proxies:
    case Setting::TimeZone:
    case Setting::FeatureActivities:
    case Setting::FeatureSales:
    case Setting::LimitConnections:
    case Setting::LimitConnectionsPerAddress:
    case Setting::Language:
    case Setting::Count:
        break;
    }
    return {};
}

QString refusalOf(Setting setting)
{
    const auto &row = spec(setting);
    switch (row.type) {
    case SettingType::Number:
        return Words::tr("This takes a whole number from %1 to %2.").arg(row.minimum).arg(row.maximum);
    case SettingType::Address:
        return Words::tr("This takes an IP address, such as 127.0.0.1 or ::1.");
    case SettingType::AddressList:
        return Words::tr("This takes IP addresses separated by commas, or nothing.");
    case SettingType::TimeZoneName:
        return Words::tr("This takes the name of a time zone, such as Europe/Amsterdam or UTC.");
    case SettingType::Text:
    case SettingType::Flag:
    case SettingType::File:
        break;
    }
    return Words::tr("This value cannot be used.");
}

} // namespace salesdesk
