// SPDX-License-Identifier: GPL-3.0-or-later
// The framer must come to the same request however its input is cut, and never take what is not there.
#include "receiver/requestframer.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using salesdesk::RequestFramer;

namespace
{

qsizetype frame(RequestFramer &framer, QByteArrayView text, qsizetype step)
{
    qsizetype used = 0;
    while (used < text.size()) {
        const auto piece = text.sliced(used, std::min(step, text.size() - used));
        const auto taken = framer.feed(piece);
        if (taken < 0 || taken > piece.size())
            std::abort();
        used += taken;
        if (framer.state() == RequestFramer::State::Complete ||
            framer.state() == RequestFramer::State::Refused)
            break;
    }
    return used;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 2)
        return 0;
    const auto step = static_cast<qsizetype>(data[0]) + 1;
    const QByteArrayView text(data + 1, static_cast<qsizetype>(size) - 1);
    const RequestFramer::Limits limits{2048, 4096};
    RequestFramer whole(limits);
    RequestFramer pieces(limits);
    const auto usedWhole = frame(whole, text, text.size());
    const auto usedPieces = frame(pieces, text, step);
    // A few bytes may wait for more before they are refused; what is accepted must not depend on the cuts.
    const auto isComplete = [](const RequestFramer &framer) {
        return framer.state() == RequestFramer::State::Complete;
    };
    if (isComplete(whole) != isComplete(pieces))
        std::abort();
    if (isComplete(whole) && (usedWhole != usedPieces || whole.body() != pieces.body() ||
                              whole.head().headers != pieces.head().headers))
        std::abort();
    return 0;
}
