// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/authpenalty.h"

namespace salesdesk
{
namespace
{

constexpr qint64 window = 60000;
constexpr int freeFailures = 10;
constexpr int hold = 1000;
constexpr qsizetype maxAddresses = 4096;

} // namespace

int AuthPenalty::noteFailure(const QString &address, qint64 now)
{
    if (m_failures.size() >= maxAddresses && !m_failures.contains(address))
        m_failures.removeIf([now](const auto &entry) { return now - entry.value().since >= window; });
    if (m_failures.size() >= maxAddresses && !m_failures.contains(address))
        return hold; // a flood from everywhere: nobody's failures are free
    auto &failures = m_failures[address];
    if (failures.count == 0 || now - failures.since >= window)
        failures = {now, 0};
    return ++failures.count > freeFailures ? hold : 0;
}

} // namespace salesdesk
