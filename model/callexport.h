// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/listexport.h"
#include "model/store/callsearch.h"

namespace salesdesk
{

/// Writes the calls of a query into a file, newest first.
class CallExport final : public ListExport
{
    Q_OBJECT
public:
    using ListExport::ListExport;
    void start(const CallQuery &query, ExportFormat format, const QString &file, qint64 expected);
};

} // namespace salesdesk
