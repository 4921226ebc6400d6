// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/descriptors.h"

#include <algorithm>

#include <sys/resource.h>

namespace salesdesk
{

namespace
{

// Connections that are turned away, the database's files, event loops, the display, a file that is exported.
constexpr rlim_t otherFiles = 128;

} // namespace

qsizetype connectionsWithDescriptors(qsizetype wanted)
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return wanted;
    const auto needed = static_cast<rlim_t>(wanted) + otherFiles;
    if (limit.rlim_cur < needed) {
        // Not further than that: what this program starts takes the limit over.
        rlimit raised{std::min(needed, limit.rlim_max), limit.rlim_max};
        if (::setrlimit(RLIMIT_NOFILE, &raised) == 0)
            limit = raised;
    }
    if (limit.rlim_cur >= needed)
        return wanted;
    return limit.rlim_cur > otherFiles ? static_cast<qsizetype>(limit.rlim_cur - otherFiles) : 1;
}

} // namespace salesdesk
