// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/result.h"

#include <QObject>

namespace salesdesk
{

/// What the program can do for its window beside storage and receiver: the desktop it runs on. Lives on the
/// main thread; implemented by app.
class DesktopControl : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DesktopControl)
public:
    explicit DesktopControl(QObject *parent = nullptr)
        : QObject(parent)
    {
    }

    enum class KeyPlace { File, Keychain };

    /// Where the master key is kept.
    [[nodiscard]] virtual KeyPlace keyPlace() const = 0;
    /// Whether there is a tray that an icon of ours would be seen in.
    [[nodiscard]] virtual bool hasTray() const = 0;
    [[nodiscard]] virtual bool startsAtLogin() const = 0;
    /// StorageFailed: the desktop's file for it cannot be written.
    [[nodiscard]] virtual Result<Done> setStartsAtLogin(bool on) = 0;
    /// Closes the window and the folder, puts the staged backup (stageRestore) in the database's place, and
    /// opens both again. What goes wrong is said in the new window.
    virtual void restore() = 0;
    /// Closes the window and the folder, and opens both again: for what holds from the start on.
    virtual void openAnew() = 0;
};

} // namespace salesdesk
