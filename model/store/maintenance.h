// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/result.h"
#include "model/domain/stopflag.h"
#include "model/store/retention.h"

#include <QFuture>
#include <QStringList>

namespace salesdesk
{

class Connection;

/// A consistent copy of the database into a file that must not exist yet (VACUUM INTO), mode 0600, verified
/// by integrity_check. On a reading connection while the program runs. Nothing is left of one that fails.
[[nodiscard]] Result<Done> backupTo(Connection &db, const QString &file, const StopFlag &stop = {});

/// The long part of a restoring: verifies the backup and copies it into the folder, beside its database,
/// which may be in use. Corrupt, NewerSchema or StorageFailed, with the
/// file's name: nothing is touched.
[[nodiscard]] Result<Done> stageRestore(const QString &file, const QString &folder,
                                        const StopFlag &stop = {});
/// The short one: puts the staged copy in the place of the folder's database. Nobody may have it open. The
/// old one is kept beside it as "salesdesk.db.before-restore".
[[nodiscard]] Result<Done> finishRestore(const QString &folder);
/// Both.
[[nodiscard]] Result<Done> restoreFrom(const QString &file, const QString &folder);

/// integrity_check, foreign_key_check and our own rules (counts of identities against their records). Empty:
/// sound.
[[nodiscard]] Result<QStringList> checkDatabase(Connection &db);

// These on a thread and a connection of their own, for a window: they take long, and the
// workspace's reading thread has others to serve. The folder must stay open meanwhile. With `stop` set they
// end with an error.
[[nodiscard]] QFuture<Result<Done>> backupAside(const QString &folder, const QString &file,
                                                const StopFlag &stop = {});
[[nodiscard]] QFuture<Result<Done>> stageRestoreAside(const QString &file, const QString &folder,
                                                      const StopFlag &stop = {});
[[nodiscard]] QFuture<Result<QStringList>> checkAside(const QString &folder, const StopFlag &stop = {});
[[nodiscard]] QFuture<Result<RetentionPreview>> previewAside(const QString &folder, const Settings &settings);

} // namespace salesdesk
