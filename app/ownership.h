// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"
#include "app/folderlock.h"

namespace salesdesk
{

/// The data folder of a command line: --data, else the platform's folder for application data. Absolute.
[[nodiscard]] QString dataFolder(const Arguments &arguments);

/// Runs a command: handed to the owner of the folder when there is one, else here, owning the folder while it
/// runs. Waits some seconds for another short command. `line` is what `parsed` was read from. Gives the exit
/// status. Main thread.
[[nodiscard]] int runInFolder(const QStringList &line, const ParsedLine &parsed, Output &output);

enum class Ownership { Ours, WindowRaised };
/// Owns the folder for a program that stays, waiting some seconds for a short command. FolderInUse: another
/// such program does. With `raise`, its window is shown, when it has one, and it is no error.
[[nodiscard]] Result<Ownership> ownToStay(FolderLock &lock, const QString &folder, bool raise);

} // namespace salesdesk
