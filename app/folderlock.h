// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/result.h"

namespace salesdesk
{

/// The one owner of a data folder: a lock on `salesdesk.lock` in it (flock: the kernel lets it go with the
/// process, however that ends, so that no stale one is ever left). Any thread; owned by whoever works on the
/// folder, longer than the Workspace.
class FolderLock final
{
    Q_DISABLE_COPY_MOVE(FolderLock)
public:
    /// Makes the folder, 0700, when it is not there. `folder` is absolute.
    explicit FolderLock(QString folder);
    ~FolderLock();

    /// True when it is ours now, false when another process owns it. StorageFailed: the folder cannot be made
    /// or written.
    [[nodiscard]] Result<bool> tryLock();
    /// Where the owner listens for commands: in the folder, or, when that path is longer than a socket's name
    /// may be (sockaddr_un), in the user's runtime folder.
    [[nodiscard]] QString socketPath() const;

private:
    QString m_folder;
    int m_file = -1;
};

} // namespace salesdesk
