// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"

namespace salesdesk
{

/// `salesdesk`: the window, with the receiver inside, until it is closed or SIGTERM or SIGINT comes. Shows
/// the window of another process when that owns the folder. Needs a QApplication. Gives the exit status. GUI
/// thread.
[[nodiscard]] int runWindow(const ParsedLine &line, Output &output);

} // namespace salesdesk
