// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/store/callsearch.h"

#include <algorithm>
#include <chrono>

namespace salesdesk
{

/// Where somebody stands who looks down through the log in pieces.
struct LogWalk {
    static constexpr qint64 firstPiece = 5000;
    static constexpr qint64 largestPiece = 1'000'000;
    /// What a step may take: others wait for the reading thread. A single piece can take longer.
    static constexpr std::chrono::milliseconds usualSlice{8};

    CallRange left;                ///< what has not been looked at yet, below what has
    qint64 pieceSize = firstPiece; ///< of the next piece: grows and shrinks with what one takes
};

/// Hands pieces of what is left, from its newest end on, to `look`, a Result<bool>(CallRange) that shortens
/// `walk.left` by what it looked at and says whether to go on, at least once and until the slice is over.
template <typename Look>
[[nodiscard]] std::optional<Error> walkOn(LogWalk &walk, std::chrono::milliseconds slice, Look look)
{
    using Clock = std::chrono::steady_clock;
    const auto begin = Clock::now();
    auto now = begin;
    do {
        const CallRange piece{std::max(walk.left.first, walk.left.last - walk.pieceSize + 1), walk.left.last};
        const Result<bool> goOn = look(piece);
        if (!goOn)
            return goOn.error();
        const auto took = Clock::now() - now;
        now += took;
        if (took < slice / 2)
            walk.pieceSize = std::min(walk.pieceSize * 2, LogWalk::largestPiece);
        else if (took > slice)
            walk.pieceSize = std::max(walk.pieceSize / 2, LogWalk::firstPiece / 4);
        if (!*goOn)
            break;
    } while (!walk.left.isEmpty() && now - begin < slice);
    return std::nullopt;
}

} // namespace salesdesk
