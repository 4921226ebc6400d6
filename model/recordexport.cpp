// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/recordexport.h"

#include "model/intake/recordformats.h"
#include "model/store/recordstore.h"

#include <memory>

namespace salesdesk
{

namespace
{

constexpr int pageSize = 200;

template <typename R>
ExportSource exportOf(const RecordQuery &query, ExportFormat format)
{
    ExportSource source;
    const bool csv = format == ExportFormat::Csv;
    if (csv)
        source.head = recordCsvHead(fieldsOf(R{}));
    source.next = [query, csv, after = std::make_shared<std::optional<RecordKey>>()](
                      Connection &db) -> Result<ExportPiece> {
        const auto page = RecordStore(db).page<R>(query, pageSize, *after);
        if (!page)
            return page.error();
        ExportPiece piece;
        for (const auto &record : page->records)
            piece.text += csv ? recordCsvRow(fieldsOf(record)) : recordJson(fieldsOf(record)) + '\n';
        piece.rows = page->records.size();
        piece.last = !page->next;
        *after = page->next;
        return piece;
    };
    return source;
}

} // namespace

void RecordExport::start(const RecordQuery &query, ExportFormat format, const QString &file, qint64 expected)
{
    ListExport::start(query.endpoint == Endpoint::Activities ? exportOf<Activity>(query, format)
                                                             : exportOf<Sale>(query, format),
                      file, expected);
}

} // namespace salesdesk
