// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace salesdesk::bench
{

/// What one run measured.
struct LoadResult {
    std::uint64_t calls = 0;
    double callsPerSecond = 0;
    double p50Ms = 0;
    double p99Ms = 0;
    double maxMs = 0;
    std::uint64_t failed = 0; ///< answers that were not a 2xx, and connections that ended
};

struct Load {
    std::uint16_t port = 0; ///< on 127.0.0.1
    int connections = 1;
    double seconds = 5;
    std::string path;
    std::string key;
    std::string run;      ///< makes the ids of this run its own
    double perSecond = 0; ///< as many calls, evenly; 0: the next as soon as the last is answered
};

/// Calls a server from as many keep-alive connections as asked, one call under way on each: raw sockets and
/// epoll on the calling thread, and a request that is made once, so that what is measured is the server. A
/// POST of some 400 bytes, each with an id of its own.
[[nodiscard]] LoadResult run(const Load &load);

} // namespace salesdesk::bench
