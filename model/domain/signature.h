// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/result.h"

#include <QByteArray>

namespace salesdesk
{

/// What a call bears of a signature (Standard Webhooks 1.0.0, "Signature scheme").
struct SignedMessage {
    QByteArrayView id;         ///< webhook-id
    QByteArrayView timestamp;  ///< webhook-timestamp: seconds since the epoch
    QByteArrayView signatures; ///< webhook-signature: "v1,BASE64" parts separated by spaces
    QByteArrayView body;       ///< the raw bytes
};

/// How far a timestamp may be from our clock, in seconds, before and after.
constexpr qint64 SignatureTolerance = 300;

/// Whether one of the signatures is the HMAC-SHA256 of "id.timestamp.body" under `secret`, compared in
/// constant time, and the timestamp is near `now` (UTC ms). InvalidArgument says which of the three is wrong;
/// never anything of the secret.
[[nodiscard]] Result<Done> verifySignature(const SignedMessage &message, QByteArrayView secret, qint64 now);

/// The v1 signature of a message, as a sender makes it: "v1,BASE64".
[[nodiscard]] QByteArray makeSignature(const SignedMessage &message, QByteArrayView secret);

/// A new secret's 32 random bytes, and its text for the sender: "whsec_BASE64".
[[nodiscard]] QByteArray makeSigningSecret();
[[nodiscard]] QString toSecretText(QByteArrayView secret);

} // namespace salesdesk
