// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/listexport.h"
#include "model/store/recordsearch.h"

namespace salesdesk
{

/// Writes the records of a query into a file, in its order, as CSV or JSON Lines: with the fields and names
/// of `salesdesk activity list --json`.
class RecordExport final : public ListExport
{
    Q_OBJECT
public:
    using ListExport::ListExport;
    void start(const RecordQuery &query, ExportFormat format, const QString &file, qint64 expected);
};

} // namespace salesdesk
