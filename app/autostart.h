// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/result.h"

#include <QStringList>

namespace salesdesk
{

/// The desktop's entry that starts the program when its user logs in (XDG Autostart, "Autostart
/// Directories"): a file in the folder `autostart` of the user's configuration. Main thread.
class Autostart final
{
public:
    /// `command`: the program and its arguments.
    explicit Autostart(QStringList command);

    [[nodiscard]] bool isOn() const;
    /// StorageFailed: the file cannot be written or removed.
    [[nodiscard]] Result<Done> set(bool on) const;

private:
    QStringList m_command;
    QString m_file;
};

} // namespace salesdesk
