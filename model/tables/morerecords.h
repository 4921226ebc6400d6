// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/store/recordsearch.h"

namespace salesdesk
{

class Connection;

/// Some more of a list of records, as it is looked on through.
struct MoreRecords {
    static constexpr int firstPiece = 1'000; ///< records that are looked at before anything is shown
    static constexpr int largestPiece = 200'000;

    QList<RecordKey> found;
    std::optional<RecordKey> next; ///< behind it nothing has been looked at yet; nothing at the end
    int pieceSize = firstPiece;    ///< for the next look
    qint64 looked = 0;             ///< so many records at the most
};

/// Looks on behind `from`, piece by piece, until there are `enough` or it took long enough: others wait for
/// the reading thread. Pieces grow and shrink with the time that they take.
[[nodiscard]] Result<MoreRecords> lookOn(Connection &db, const RecordQuery &query,
                                         const std::optional<RecordKey> &from, int pieceSize,
                                         qsizetype enough);

} // namespace salesdesk
