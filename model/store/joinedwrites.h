// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace salesdesk
{

/// `file` as a URI that has SQLite open it with the system's own file access, but that what is written to the
/// database or its write-ahead log piece behind piece waits until it must be there, and is one write then.
/// SQLite writes each page for itself, and in the log the 24 bytes before it: some twenty writes for the
/// commit of one call, and one for each page that a checkpoint copies. For a connection with synchronous=FULL
/// alone: it syncs a file before others are told of the pages in it. Any thread.
[[nodiscard]] QString joinedWritesUri(const QString &file);

} // namespace salesdesk
