// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/callexport.h"

#include "model/intake/callformats.h"
#include "model/store/callstore.h"

#include <memory>

namespace salesdesk
{

namespace
{

constexpr int pageSize = 200;

QByteArray written(const CallDetails &call, ExportFormat format, bool first)
{
    switch (format) {
    case ExportFormat::Csv:
        return csvRow(call);
    case ExportFormat::JsonLines:
        return jsonLine(call);
    case ExportFormat::Har:
        return harEntry(call, first);
    }
    Q_UNREACHABLE();
}

/// Where the next page begins.
struct Place {
    std::optional<CallId> olderThan;
    bool first = true;
};

Result<ExportPiece> nextPage(Connection &db, const CallQuery &query, ExportFormat format, Place &place)
{
    const auto rows = CallSearch(db).page(query, pageSize, place.olderThan);
    if (!rows)
        return rows.error();
    const auto calls = CallStore(db).details(*rows);
    if (!calls)
        return calls.error();
    ExportPiece piece;
    for (const auto &call : *calls)
        piece.text += written(call, format, std::exchange(place.first, false));
    piece.rows = calls->size();
    piece.last = rows->size() < pageSize;
    if (!rows->isEmpty())
        place.olderThan = rows->last().id;
    return piece;
}

} // namespace

void CallExport::start(const CallQuery &query, ExportFormat format, const QString &file, qint64 expected)
{
    ExportSource source;
    if (format != ExportFormat::JsonLines)
        source.head = format == ExportFormat::Csv ? csvHead() : harHead();
    if (format == ExportFormat::Har)
        source.tail = harTail();
    source.next = [query, format, place = std::make_shared<Place>()](Connection &db) {
        return nextPage(db, query, format, *place);
    };
    ListExport::start(std::move(source), file, expected);
}

} // namespace salesdesk
