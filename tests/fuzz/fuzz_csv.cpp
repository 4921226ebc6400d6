// SPDX-License-Identifier: GPL-3.0-or-later
// CSV files: what is read can be written and is read again as the same cells.
#include "model/domain/csv.h"

#include <cstdlib>

using namespace salesdesk;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto rows = readCsv(QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    if (!rows)
        return 0;
    QByteArray written = "the,first,line,says,what,separates\r\n";
    for (const auto &row : *rows) {
        QStringList cells;
        for (const auto &cell : row.cells)
            cells.append(csvText(cell));
        written += csvLine(cells);
    }
    const auto again = readCsv(written);
    if (!again || again->size() != rows->size() + 1)
        abort();
    for (qsizetype i = 0; i < rows->size(); ++i) {
        QStringList cells;
        for (const auto &cell : again->at(i + 1).cells)
            cells.append(fromCsvText(cell));
        if (cells != rows->at(i).cells)
            abort();
    }
    return 0;
}
