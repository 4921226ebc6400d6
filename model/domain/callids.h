// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/id.h"

#include <deque>
#include <optional>

namespace salesdesk
{

/// The calls of a list, newest first, as runs of consecutive numbers: a whole log of ten million is one run.
/// Grows at both ends. Numbers fall from place to place.
class CallIds final
{
public:
    [[nodiscard]] qint64 size() const;
    [[nodiscard]] bool isEmpty() const { return m_runs.empty(); }
    /// The call at a place below size(); the newest is at 0.
    [[nodiscard]] CallId at(qint64 place) const;
    [[nodiscard]] std::optional<qint64> placeOf(CallId call) const;
    /// One that is newer than all there are.
    void addNewer(CallId call);
    /// `count` consecutive ones, the newest of them `newest`, that are older than all there are.
    void addOlder(CallId newest, qint64 count = 1);
    /// Lets the last ones go.
    void dropOldest(qint64 count);

private:
    /// Places count from a zero that stays where it is while the list grows at its front.
    struct Run {
        qint64 start = 0;
        qint64 newest = 0;
        qint64 count = 0;
    };
    std::deque<Run> m_runs;
};

} // namespace salesdesk
