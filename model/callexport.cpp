// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/callexport.h"

#include "model/intake/callformats.h"
#include "model/store/callstore.h"
#include "model/tables/whenfinished.h"

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int pageSize = 200;
} // namespace

CallExport::CallExport(Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{
}

void CallExport::start(const CallQuery &query, ExportFormat format, const QString &file, qint64 expected)
{
    m_query = query;
    m_format = format;
    m_expected = expected;
    m_file.setFileName(file);
    if (!m_file.open(QIODevice::WriteOnly)) {
        finish(tr("%1 cannot be written: %2. Choose another place.").arg(file, m_file.errorString()));
        return;
    }
    switch (format) {
    case ExportFormat::Csv:
        m_file.write(csvHead());
        break;
    case ExportFormat::Har:
        m_file.write(harHead());
        break;
    case ExportFormat::JsonLines:
        break;
    }
    next();
}

void CallExport::cancel()
{
    m_cancelled = true;
}

void CallExport::next()
{
    if (m_cancelled) {
        m_file.cancelWriting();
        finish({});
        return;
    }
    auto page = m_workspace.read<QList<CallDetails>>(
        [query = m_query, olderThan = m_olderThan](Connection &db) -> Result<QList<CallDetails>> {
            const auto rows = CallSearch(db).page(query, pageSize, olderThan);
            if (!rows)
                return rows.error();
            return CallStore(db).details(*rows);
        });
    whenFinished(page, this, [this](const Result<QList<CallDetails>> &calls) {
        if (!calls) {
            m_file.cancelWriting();
            finish(calls.error().detail);
            return;
        }
        take(*calls);
    });
}

void CallExport::take(const QList<CallDetails> &calls)
{
    QByteArray text;
    for (const auto &call : calls) {
        switch (m_format) {
        case ExportFormat::Csv:
            text += csvRow(call);
            break;
        case ExportFormat::JsonLines:
            text += jsonLine(call);
            break;
        case ExportFormat::Har:
            text += harEntry(call, m_done == 0 && text.isEmpty());
            break;
        }
    }
    m_file.write(text);
    m_done += calls.size();
    if (m_file.error() != QFileDevice::NoError) {
        const auto why = m_file.errorString();
        m_file.cancelWriting();
        finish(tr("%1 cannot be written: %2. Nothing of it is kept.").arg(m_file.fileName(), why));
        return;
    }
    Q_EMIT progressed();
    if (calls.size() < pageSize) {
        end();
        return;
    }
    m_olderThan = calls.last().row.id;
    next();
}

void CallExport::end()
{
    if (m_format == ExportFormat::Har)
        m_file.write(harTail());
    const auto name = m_file.fileName();
    finish(m_file.commit()
               ? QString()
               : tr("%1 cannot be written: %2. Nothing of it is kept.").arg(name, m_file.errorString()));
}

void CallExport::finish(const QString &problem)
{
    QMetaObject::invokeMethod(
        this, [this, problem] { Q_EMIT finished(problem); }, Qt::QueuedConnection);
}

} // namespace salesdesk
