// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/tables/morecalls.h"

namespace salesdesk
{

Result<MoreCalls> lookOn(Connection &db, const CallQuery &query, bool causes, LogWalk walk, qsizetype enough,
                         std::chrono::milliseconds slice)
{
    MoreCalls more{walk};
    const auto failed = walkOn(more.walk, slice, [&](CallRange piece) -> Result<bool> {
        const auto some = CallSearch(db).find(query, piece, causes);
        if (!some)
            return some.error();
        more.found += *some;
        more.walk.left.last = piece.first - 1;
        return more.found.size() < enough;
    });
    return failed ? Result<MoreCalls>(*failed) : Result<MoreCalls>(std::move(more));
}

Result<MoreCalls> lookOnAtAll(Connection &db, LogWalk walk, std::chrono::milliseconds slice)
{
    MoreCalls more{walk};
    const auto failed = walkOn(more.walk, slice, [&](CallRange piece) -> Result<bool> {
        const auto whole = CallSearch(db).isWhole(piece);
        if (!whole || !*whole)
            return whole;
        more.whole = {piece.first, walk.left.last};
        more.walk.left.last = piece.first - 1;
        return true;
    });
    if (failed)
        return *failed;
    return more.whole.isEmpty() ? lookOn(db, {}, false, walk, LogWalk::largestPiece, slice)
                                : Result<MoreCalls>(std::move(more));
}

} // namespace salesdesk
