// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/systemscheme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

constexpr auto service = "org.freedesktop.portal.Desktop"_L1;
constexpr auto path = "/org/freedesktop/portal/desktop"_L1;
constexpr auto interface = "org.freedesktop.portal.Settings"_L1;
constexpr auto appearance = "org.freedesktop.appearance"_L1;

} // namespace

SystemScheme::SystemScheme(QObject *parent)
    : QObject(parent)
{
}

void SystemScheme::start()
{
    auto bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(service, path, interface, u"SettingChanged"_s, this,
                SLOT(take(QString, QString, QDBusVariant)));
    for (const auto &key : {u"color-scheme"_s, u"contrast"_s})
        ask(key);
}

void SystemScheme::ask(const QString &key)
{
    auto call = QDBusMessage::createMethodCall(service, path, interface, u"Read"_s);
    call << QString(appearance) << key;
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, key, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (reply.isError()) // an older portal, or none
            return;
        // Read() wraps the value twice.
        const auto value = reply.value().variant();
        take(appearance, key,
             value.canConvert<QDBusVariant>() ? qvariant_cast<QDBusVariant>(value) : reply.value());
    });
}

void SystemScheme::take(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group != appearance)
        return;
    const auto number = value.variant().toUInt();
    const auto before = std::pair(m_shade, m_highContrast);
    if (key == "color-scheme"_L1)
        m_shade = number == 1 ? Shade::Dark : number == 2 ? Shade::Light : Shade::NoPreference;
    else if (key == "contrast"_L1)
        m_highContrast = number == 1;
    if (before != std::pair(m_shade, m_highContrast))
        Q_EMIT changed();
}

} // namespace salesdesk
