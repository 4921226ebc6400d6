// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace salesdesk
{

/// `file` as a URI that has SQLite open it with the system's own file access, but for its write-ahead log:
/// what is appended to that waits until it must be on disk, and is one write then. SQLite writes each page,
/// and the 24 bytes before it, for themselves: some twenty writes for the commit of one call. For a
/// connection with synchronous=FULL alone: its COMMIT syncs the log before others are told of the pages in
/// it. Any thread.
[[nodiscard]] QString joinedLogUri(const QString &file);

} // namespace salesdesk
