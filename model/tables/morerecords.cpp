// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/tables/morerecords.h"

#include <QElapsedTimer>

#include <algorithm>

namespace salesdesk
{

Result<MoreRecords> lookOn(Connection &db, const RecordQuery &query, const std::optional<RecordKey> &from,
                           int pieceSize, qsizetype enough)
{
    constexpr qint64 pieceMs = 8;
    QElapsedTimer clock;
    clock.start();
    MoreRecords more{{}, from, pieceSize, 0};
    do {
        const auto before = clock.nsecsElapsed();
        const auto piece = RecordSearch(db).find(query, more.next, more.pieceSize);
        if (!piece)
            return piece.error();
        more.found += piece->found;
        more.next = piece->next;
        more.looked += more.pieceSize;
        const auto took = (clock.nsecsElapsed() - before) / 1000;
        if (took < pieceMs * 400)
            more.pieceSize = std::min(more.pieceSize * 2, MoreRecords::largestPiece);
        else if (took > pieceMs * 1000)
            more.pieceSize = std::max(more.pieceSize / 2, MoreRecords::firstPiece / 4);
    } while (more.next && more.found.size() < enough && clock.elapsed() < pieceMs);
    return more;
}

} // namespace salesdesk
