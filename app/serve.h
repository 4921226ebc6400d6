// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"

namespace salesdesk
{

/// `salesdesk serve`: the receiver alone, until SIGTERM or SIGINT. Needs a QCoreApplication and no display.
/// Gives the exit status. Main thread.
[[nodiscard]] int serve(const ParsedLine &line, Output &output);

} // namespace salesdesk
