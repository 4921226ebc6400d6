// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/calltally.h"

#include "model/domain/rhythm.h"
#include "model/store/rows.h"

namespace salesdesk
{

using namespace Qt::StringLiterals;

Result<QList<CallTally>> tallyCalls(Connection &db, CallRange piece, qint64 since)
{
    return readRows(
        db.query(u"SELECT received_at / ?, provider_id, reason, COUNT(*), MAX(received_at) FROM call "
                 "WHERE id BETWEEN ? AND ? AND received_at >= ? GROUP BY 1, 2, 3"_s,
                 {QuarterMs, piece.first, piece.last, since}),
        [](const Cursor &row) {
            return CallTally{row.number(0) * QuarterMs, ProviderId{row.number(1)},
                             callReasonFromText(row.text(2)).value_or(CallReason::Internal), row.number(3),
                             row.number(4)};
        });
}

} // namespace salesdesk
