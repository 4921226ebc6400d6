// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/result.h"
#include "model/domain/settings.h"

namespace salesdesk
{

class Connection;

/// One slice of the log's retention (spec.md, Log): removes the oldest calls that are older than
/// log.retention_days, or that make the log larger than log.retention_megabytes, at most some hundreds of
/// them, so that a slice takes a few milliseconds. Records are never pruned. In a transaction of the
/// caller's; gives how many calls went: 0 when all is done.
[[nodiscard]] Result<qint64> pruneSlice(Connection &db, const Settings &settings);

/// What retention by some settings would take away.
struct RetentionPreview {
    qint64 calls = 0;
    qint64 bytes = 0;  ///< some so many, by a sample of them
    qint64 before = 0; ///< they came before this (UTC ms); 0 where there are none
    friend bool operator==(const RetentionPreview &, const RetentionPreview &) = default;
};

/// Counts what pruneSlice() would remove, slice after slice. Looks at all of these calls: not on a thread
/// that others wait for.
[[nodiscard]] Result<RetentionPreview> previewRetention(Connection &db, const Settings &settings);

/// Gives some free pages of the file back to the disk. Outside a transaction. Gives whether there may be
/// more.
[[nodiscard]] Result<bool> returnSpace(Connection &db);

} // namespace salesdesk
