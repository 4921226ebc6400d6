// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace salesdesk
{

/// How many connections, of as many as are wanted, there are file descriptors for beside the process's other
/// files; one at least. Raises the process's limit of open files (RLIMIT_NOFILE) to what they take, as far as
/// the system lets it. Any thread.
[[nodiscard]] qsizetype connectionsWithDescriptors(qsizetype wanted);

} // namespace salesdesk
