// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/exportfile.h"
#include "model/workspace.h"

#include <QObject>

namespace salesdesk
{

enum class ExportFormat {
    Csv, ///< RFC 4180, UTF-8 with BOM: a row for each. Texts that a spreadsheet would run are made texts
    JsonLines, ///< a JSON object per call (with headers, body and answer) or record
    Har,       ///< of calls: HTTP Archive 1.2, as browsers and proxies read it
};

/// Some more of what is exported, as text.
struct ExportPiece {
    QByteArray text;
    qint64 rows = 0;
    bool last = false;
};

/// What an export writes: what stands before and behind the rows, and the rows, piece by piece. `next` runs
/// on the reading thread, once at a time, and keeps its place itself.
struct ExportSource {
    QByteArray head = {};
    std::function<Result<ExportPiece>(Connection &)> next;
    QByteArray tail = {};
};

/// Writes a list into a file, piece by piece: memory does not grow with its length. The file appears when all
/// of it is written. One run per object. Main thread.
class ListExport : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ListExport)
public:
    explicit ListExport(Workspace &workspace, QObject *parent = nullptr);

    /// `expected`: how many rows there will be, for progress. What comes in later is not in it.
    void start(ExportSource source, const QString &file, qint64 expected);
    /// Nothing is left behind.
    void cancel();
    [[nodiscard]] bool isCancelled() const { return m_cancelled; }
    [[nodiscard]] qint64 done() const { return m_done; }
    [[nodiscard]] qint64 expected() const { return m_expected; }

Q_SIGNALS:
    void progressed();
    /// Last signal of a run. `problem` is empty when the file is there or it was cancelled.
    void finished(const QString &problem);

private:
    void next();
    void take(const ExportPiece &piece);
    void end();
    void finish(const QString &problem);

    Workspace &m_workspace;
    ExportSource m_source;
    ExportFile m_file;
    qint64 m_done = 0;
    qint64 m_expected = 0;
    bool m_cancelled = false;
};

} // namespace salesdesk
