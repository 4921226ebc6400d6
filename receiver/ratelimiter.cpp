// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/ratelimiter.h"

#include <algorithm>
#include <cmath>

namespace salesdesk
{

int RateLimiter::take(ProviderId provider, int perMinute, qint64 now)
{
    if (perMinute <= 0)
        return 0;
    const double capacity = perMinute;
    const double perMs = capacity / 60000.0;
    auto bucket = m_buckets.find(provider);
    if (bucket == m_buckets.end())
        bucket = m_buckets.insert(provider, {capacity, now});
    bucket->tokens = std::min(capacity, bucket->tokens + static_cast<double>(now - bucket->filledAt) * perMs);
    bucket->filledAt = now;
    if (bucket->tokens >= 1.0) {
        bucket->tokens -= 1.0;
        return 0;
    }
    return std::max(1, static_cast<int>(std::ceil((1.0 - bucket->tokens) / perMs / 1000.0)));
}

} // namespace salesdesk
