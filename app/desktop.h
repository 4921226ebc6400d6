// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/autostart.h"
#include "model/desktopcontrol.h"

namespace salesdesk
{

/// The desktop as the window sees it. Lives on the main thread; owned by the program.
class Desktop final : public DesktopControl
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Desktop)
public:
    Desktop(QString folder, const QStringList &command);

    [[nodiscard]] KeyPlace keyPlace() const override;
    [[nodiscard]] bool hasTray() const override;
    [[nodiscard]] bool startsAtLogin() const override { return m_autostart.isOn(); }
    [[nodiscard]] Result<Done> setStartsAtLogin(bool on) override { return m_autostart.set(on); }
    void restore() override { Q_EMIT restoreRequested(); }
    void openAnew() override { Q_EMIT anewRequested(); }

Q_SIGNALS:
    void restoreRequested();
    void anewRequested();

private:
    QString m_folder;
    Autostart m_autostart;
};

} // namespace salesdesk
