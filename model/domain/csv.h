// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/result.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <limits>

namespace salesdesk
{

/// A line of a CSV file (RFC 4180), ended by CR LF. Cells with the separator, quotes or line breaks are
/// quoted.
[[nodiscard]] QByteArray csvLine(const QStringList &cells, QChar separator = u',');
/// A cell that a spreadsheet does not take for a formula: an apostrophe comes before "=", "+", "-", "@", a
/// tab or a carriage return at its beginning, and before apostrophes that one of these follows. For texts
/// from outside.
[[nodiscard]] QString csvText(const QString &text);
/// What csvText() was given.
[[nodiscard]] QString fromCsvText(const QString &cell);

struct CsvRow {
    int line = 0; ///< of the file, from 1: where the row begins
    QStringList cells;
};
/// The rows of a file in UTF-8, with or without a byte order mark. Comma, semicolon or tab separate,
/// whichever the first line has the most of. Blank lines are left out. InvalidArgument says the line, or that
/// there are more than `most` rows.
[[nodiscard]] Result<QList<CsvRow>> readCsv(const QByteArray &text,
                                            qsizetype most = std::numeric_limits<qsizetype>::max());

} // namespace salesdesk
