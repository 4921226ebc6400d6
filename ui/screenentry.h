// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/icons.h"
#include "ui/mainwindow.h"

namespace salesdesk
{

/// How side bar, menu and finder show a screen.
struct ScreenEntry {
    Symbol symbol;
    QString name;
    QString key; ///< "Ctrl+1"
};
[[nodiscard]] ScreenEntry entryOf(MainWindow::Screen screen);

} // namespace salesdesk
