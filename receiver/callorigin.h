// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/directory.h"
#include "model/intake/draft.h"
#include "receiver/requesthead.h"

#include <QHostAddress>

namespace salesdesk
{

/// Who sent the request: `peer`, or what X-Forwarded-For says when `peer` is one of `proxies`. The proxies
/// nearest to us are believed, and the first address that is none of them is the client. Pure: any thread.
[[nodiscard]] QHostAddress forwardedFor(const QHostAddress &peer, const RequestHead &head,
                                        const QList<QHostAddress> &proxies);

/// Why a call of a provider that requires signatures (Standard Webhooks) is not taken: it bears none that
/// holds for `body`, or the secret is not to be had. `now` in UTC milliseconds. Pure: any thread.
[[nodiscard]] std::optional<Refusal> refuseUnsigned(const RequestHead &head, const QByteArray &body,
                                                    ProviderId provider, const Directory &directory,
                                                    qint64 now);

} // namespace salesdesk
