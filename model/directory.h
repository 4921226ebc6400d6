// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/provider.h"
#include "model/domain/settings.h"

#include <QHash>
#include <QTimeZone>

#include <memory>

namespace salesdesk
{

/// What the receiver needs to decide on a request's head: an immutable snapshot, published by the writer
/// after each commit that changed it and before the change is reported as done.
struct Directory {
    QHash<QString, Provider> providers; ///< by public ID, archived ones too
    QHash<QByteArray, KeyEntry> keys;   ///< by SHA-256, revoked ones too
    /// Of the providers that require signatures; one is missing when the master key cannot open it.
    QHash<ProviderId, QByteArray> signingSecrets;
    Settings settings;
    QTimeZone zone;
};
using DirectoryPtr = std::shared_ptr<const Directory>;

} // namespace salesdesk
