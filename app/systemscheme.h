// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusVariant>
#include <QObject>

namespace salesdesk
{

/// What the desktop prefers, light or dark, and high contrast, while the program runs: the Settings portal
/// (org.freedesktop.portal.Settings, namespace org.freedesktop.appearance). Qt tells of neither before 6.5.
/// Without a portal it says nothing. Lives on the main thread.
class SystemScheme final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SystemScheme)
public:
    explicit SystemScheme(QObject *parent = nullptr);
    /// Asks the portal, and listens to it.
    void start();

    enum class Shade { NoPreference, Dark, Light };
    [[nodiscard]] Shade shade() const { return m_shade; }
    [[nodiscard]] bool highContrast() const { return m_highContrast; }

public Q_SLOTS:
    /// The portal's signal SettingChanged.
    void take(const QString &group, const QString &key, const QDBusVariant &value);

Q_SIGNALS:
    void changed();

private:
    void ask(const QString &key);

    Shade m_shade = Shade::NoPreference;
    bool m_highContrast = false;
};

} // namespace salesdesk
