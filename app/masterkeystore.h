// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/secrets.h"

namespace salesdesk
{

/// The master key of the data folder: from `master.key` in it (0600, outside the database), or from the
/// desktop's keychain where the folder's `keystore` file says so. A folder that has neither gets a new one:
/// in the keychain when there is a desktop session whose keychain works, else in the file. Main thread; waits
/// at the most some seconds for the keychain. SecretUnavailable: the keychain does not answer, or the file is
/// damaged; StorageFailed: it cannot be written.
[[nodiscard]] Result<MasterKey> masterKeyOf(const QString &folder);

/// "file" or "keychain": where the folder's master key is.
[[nodiscard]] QString keyStoreKind(const QString &folder);

} // namespace salesdesk
