// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/callids.h"

#include <algorithm>

namespace salesdesk
{

qint64 CallIds::size() const
{
    return m_runs.empty() ? 0 : m_runs.back().start + m_runs.back().count - m_runs.front().start;
}

CallId CallIds::at(qint64 place) const
{
    const auto wanted = m_runs.front().start + place;
    const auto after = std::upper_bound(m_runs.begin(), m_runs.end(), wanted,
                                        [](qint64 at, const Run &run) { return at < run.start; });
    const auto &run = *std::prev(after);
    return CallId{run.newest - (wanted - run.start)};
}

std::optional<qint64> CallIds::placeOf(CallId call) const
{
    const auto run = std::lower_bound(m_runs.begin(), m_runs.end(), call.value,
                                      [](const Run &one, qint64 id) { return one.newest - one.count >= id; });
    if (run == m_runs.end() || run->newest < call.value)
        return std::nullopt;
    return run->start + (run->newest - call.value) - m_runs.front().start;
}

void CallIds::addNewer(CallId call)
{
    if (!m_runs.empty() && m_runs.front().newest + 1 == call.value) {
        auto &run = m_runs.front();
        ++run.newest;
        ++run.count;
        --run.start;
        return;
    }
    m_runs.push_front({m_runs.empty() ? 0 : m_runs.front().start - 1, call.value, 1});
}

void CallIds::addOlder(CallId newest, qint64 count)
{
    if (count <= 0)
        return;
    if (!m_runs.empty() && m_runs.back().newest - m_runs.back().count == newest.value) {
        m_runs.back().count += count;
        return;
    }
    const auto start = m_runs.empty() ? 0 : m_runs.back().start + m_runs.back().count;
    m_runs.push_back({start, newest.value, count});
}

void CallIds::dropOldest(qint64 count)
{
    while (count > 0 && !m_runs.empty()) {
        auto &run = m_runs.back();
        const auto dropped = std::min(count, run.count);
        run.count -= dropped;
        count -= dropped;
        if (run.count == 0)
            m_runs.pop_back();
    }
}

} // namespace salesdesk
