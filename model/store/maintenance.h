// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/result.h"
#include "model/store/retention.h"

#include <QFuture>
#include <QStringList>

namespace salesdesk
{

class Connection;

/// A consistent copy of the database into a file that must not exist yet (VACUUM INTO), mode 0600, verified
/// by integrity_check. On a reading connection while the program runs.
[[nodiscard]] Result<Done> backupTo(Connection &db, const QString &file);

/// Puts the backup in the place of the folder's database. Nobody may have it open. The old one is kept beside
/// it as "salesdesk.db.before-restore". Corrupt or NewerSchema: nothing is touched.
[[nodiscard]] Result<Done> restoreFrom(const QString &file, const QString &folder);

/// integrity_check, foreign_key_check and our own rules (counts of identities against their records). Empty:
/// sound.
[[nodiscard]] Result<QStringList> checkDatabase(Connection &db);

// These on a thread and a reading connection of their own, for a window: they take long, and the
// workspace's reading thread has others to serve. The folder must stay open meanwhile.
[[nodiscard]] QFuture<Result<Done>> backupAside(const QString &folder, const QString &file);
[[nodiscard]] QFuture<Result<QStringList>> checkAside(const QString &folder);
[[nodiscard]] QFuture<Result<RetentionPreview>> previewAside(const QString &folder, const Settings &settings);

} // namespace salesdesk
