// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop.h"

#include "app/masterkeystore.h"

#include <QSystemTrayIcon>

namespace salesdesk
{

Desktop::Desktop(QString folder, const QStringList &command)
    : m_folder(std::move(folder))
    , m_autostart(command)
{
}

DesktopControl::KeyPlace Desktop::keyPlace() const
{
    return keyStoreKind(m_folder) == QLatin1StringView("keychain") ? KeyPlace::Keychain : KeyPlace::File;
}

bool Desktop::hasTray() const
{
    return QSystemTrayIcon::isSystemTrayAvailable();
}

} // namespace salesdesk
