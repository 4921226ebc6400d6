// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/exportfile.h"
#include "model/store/callsearch.h"
#include "model/workspace.h"

#include <QObject>

namespace salesdesk
{

enum class ExportFormat {
    Csv, ///< RFC 4180, UTF-8 with BOM: a row per call. Texts that a spreadsheet would run are made texts
    JsonLines, ///< a JSON object per call, with headers, body and answer
    Har,       ///< HTTP Archive 1.2: requests and answers, as browsers and proxies read them
};

/// Writes the calls of a query into a file, newest first, page by page: memory does not grow with their
/// number. The file appears when all of it is written. One run per object. Main thread.
class CallExport final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CallExport)
public:
    explicit CallExport(Workspace &workspace, QObject *parent = nullptr);

    /// `expected`: how many there will be, for progress. Calls that come in later are not in it.
    void start(const CallQuery &query, ExportFormat format, const QString &file, qint64 expected);
    /// Nothing is left behind.
    void cancel();
    [[nodiscard]] qint64 done() const { return m_done; }
    [[nodiscard]] qint64 expected() const { return m_expected; }

Q_SIGNALS:
    void progressed();
    /// Last signal of a run. `problem` is empty when the file is there or it was cancelled.
    void finished(const QString &problem);

private:
    void next();
    void take(const QList<CallDetails> &calls);
    void end();
    void finish(const QString &problem);

    Workspace &m_workspace;
    CallQuery m_query;
    ExportFormat m_format = ExportFormat::Csv;
    ExportFile m_file;
    std::optional<CallId> m_olderThan;
    qint64 m_done = 0;
    qint64 m_expected = 0;
    bool m_cancelled = false;
};

} // namespace salesdesk
