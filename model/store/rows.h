// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/store/connection.h"

#include <QList>

#include <type_traits>

namespace salesdesk
{

/// Every row of an answer, each made by `read` of the cursor that stands on it; or the error that ended it.
template <typename Read>
[[nodiscard]] auto readRows(Result<Cursor> rows, Read read)
    -> Result<QList<std::invoke_result_t<Read, const Cursor &>>>
{
    if (!rows)
        return rows.error();
    QList<std::invoke_result_t<Read, const Cursor &>> all;
    while (rows->next())
        all.append(read(*rows));
    if (const auto failed = rows->failure())
        return *failed;
    return all;
}

/// The number in the first column of the only row; 0 when there is no row.
[[nodiscard]] inline Result<qint64> readNumber(Result<Cursor> row)
{
    if (!row)
        return row.error();
    const auto number = row->next() ? row->number(0) : 0;
    const auto failed = row->failure();
    return failed ? Result<qint64>(*failed) : Result<qint64>(number);
}

} // namespace salesdesk
