// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/provider.h"
#include "model/receivercontrol.h"

#include <QDateTime>

namespace salesdesk
{

/// For whom an example request is written out.
enum class KitForm { Curl, Form, Zapier, Make, PowerShell, Count };

/// What an example request is made of.
struct KitRequest {
    Endpoint endpoint = Endpoint::Activities;
    QString url;
    QString key;          ///< or what stands for it
    bool signing = false; ///< must be signed (Standard Webhooks)
    QString secret;       ///< "whsec_…", or what stands for it
    QDateTime now;        ///< in the zone that moments are read in
};

/// "curl", "Zapier", …
[[nodiscard]] QString nameOf(KitForm form);
/// A request to copy: a command, or the fields to fill in; with all that its signature takes.
[[nodiscard]] QString senderKit(KitForm form, const KitRequest &request);

/// The call that *Send Test Call* sends: the same record each time, so that a second one updates it.
/// `secret`: the bytes to sign with, where calls must be signed.
[[nodiscard]] TestCall testCall(const Provider &provider, Endpoint endpoint, const QString &key,
                                const std::optional<QByteArray> &secret, const QDateTime &now);

} // namespace salesdesk
