// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/directory.h"
#include "model/intake/draft.h"
#include "receiver/requesthead.h"

namespace salesdesk
{

/// What a request's head alone decides.
struct Admission {
    enum class Kind {
        Health,   ///< GET or HEAD /health
        Call,     ///< to be read, validated and stored
        Refused,  ///< a provider's webhook, so the refusal is logged; provider and endpoint are known
        Unlogged, ///< no provider can be told: only counted
    };
    Kind kind = Kind::Unlogged;
    Refusal refusal; ///< when Refused or Unlogged
    ProviderId provider;
    std::optional<KeyId> key; ///< when it was recognised, revoked ones too
    Endpoint endpoint = Endpoint::Activities;
    bool signing = false; ///< Kind::Call: the call must be signed, too
    int rateLimit = 0;    ///< of the provider, calls a minute; 0 for no limit
    QByteArray allow;     ///< for the Allow field of a 405
};

/// Decides, in this order: path, provider, method, feature, key, media type, length. Pure: any thread.
[[nodiscard]] Admission admit(const RequestHead &head, const Directory &directory);

} // namespace salesdesk
