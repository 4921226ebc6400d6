// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/id.h"

#include <QHash>

namespace salesdesk
{

/// A token bucket for each provider: a minute's calls may come at once, then as many as the rate gives. Lives
/// on the receiver thread, owned by the gate.
class RateLimiter final
{
public:
    /// 0 when a call may pass now, else after how many seconds one may. `perMinute` 0 is no limit; `now` in
    /// ms.
    [[nodiscard]] int take(ProviderId provider, int perMinute, qint64 now);

private:
    struct Bucket {
        double tokens = 0;
        qint64 filledAt = 0;
    };
    QHash<ProviderId, Bucket> m_buckets;
};

} // namespace salesdesk
