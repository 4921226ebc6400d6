// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/linediff.h"

#include <algorithm>
#include <vector>

namespace salesdesk
{

namespace
{

constexpr qsizetype mostCells = 4'000'000; // of the table: 16 MB, some milliseconds

void append(QList<DiffLine> &diff, DiffLine::Kind kind, const QStringList &lines, qsizetype from,
            qsizetype to)
{
    for (auto line = from; line < to; ++line)
        diff.append({kind, lines[line]});
}

/// The middle, where the ends differ: by a table of the longest common lines.
void appendMiddle(QList<DiffLine> &diff, const QStringList &before, qsizetype beforeFrom, qsizetype beforeTo,
                  const QStringList &after, qsizetype afterFrom, qsizetype afterTo)
{
    const auto rows = beforeTo - beforeFrom;
    const auto columns = afterTo - afterFrom;
    if (rows * columns > mostCells) {
        append(diff, DiffLine::Kind::Removed, before, beforeFrom, beforeTo);
        append(diff, DiffLine::Kind::Added, after, afterFrom, afterTo);
        return;
    }
    const auto width = static_cast<size_t>(columns) + 1;
    std::vector<int> common((static_cast<size_t>(rows) + 1) * width, 0);
    const auto cell = [&](qsizetype row, qsizetype column) -> int & {
        return common[static_cast<size_t>(row) * width + static_cast<size_t>(column)];
    };
    for (auto row = rows - 1; row >= 0; --row) {
        for (auto column = columns - 1; column >= 0; --column)
            cell(row, column) = before[beforeFrom + row] == after[afterFrom + column]
                                    ? cell(row + 1, column + 1) + 1
                                    : std::max(cell(row + 1, column), cell(row, column + 1));
    }
    qsizetype row = 0;
    qsizetype column = 0;
    while (row < rows && column < columns) {
        if (before[beforeFrom + row] == after[afterFrom + column]) {
            diff.append({DiffLine::Kind::Same, before[beforeFrom + row]});
            ++row;
            ++column;
        } else if (cell(row + 1, column) >= cell(row, column + 1)) {
            diff.append({DiffLine::Kind::Removed, before[beforeFrom + row++]});
        } else {
            diff.append({DiffLine::Kind::Added, after[afterFrom + column++]});
        }
    }
    append(diff, DiffLine::Kind::Removed, before, beforeFrom + row, beforeTo);
    append(diff, DiffLine::Kind::Added, after, afterFrom + column, afterTo);
}

} // namespace

QList<DiffLine> diffLines(const QStringList &before, const QStringList &after)
{
    const auto shorter = std::min(before.size(), after.size());
    qsizetype head = 0;
    while (head < shorter && before[head] == after[head])
        ++head;
    qsizetype tail = 0;
    while (tail < shorter - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    QList<DiffLine> diff;
    append(diff, DiffLine::Kind::Same, before, 0, head);
    appendMiddle(diff, before, head, before.size() - tail, after, head, after.size() - tail);
    append(diff, DiffLine::Kind::Same, before, before.size() - tail, before.size());
    return diff;
}

} // namespace salesdesk
