// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/listexport.h"

#include "model/tables/whenfinished.h"

namespace salesdesk
{

ListExport::ListExport(Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{
}

void ListExport::start(ExportSource source, const QString &file, qint64 expected)
{
    m_expected = expected;
    m_source = std::move(source);
    m_file.setFileName(file);
    if (!m_file.open(QIODevice::WriteOnly)) {
        finish(tr("%1 cannot be written: %2. Choose another place.").arg(file, m_file.errorString()));
        return;
    }
    m_file.write(m_source.head);
    next();
}

void ListExport::cancel()
{
    m_cancelled = true;
}

void ListExport::next()
{
    if (m_cancelled) {
        m_file.cancelWriting();
        finish({});
        return;
    }
    whenFinished(m_workspace.read<ExportPiece>(m_source.next), this,
                 [this](const Result<ExportPiece> &piece) {
                     if (!piece) {
                         m_file.cancelWriting();
                         finish(piece.error().detail);
                         return;
                     }
                     take(*piece);
                 });
}

void ListExport::take(const ExportPiece &piece)
{
    m_file.write(piece.text);
    m_done += piece.rows;
    if (m_file.error() != QFileDevice::NoError) {
        const auto why = m_file.errorString();
        m_file.cancelWriting();
        finish(tr("%1 cannot be written: %2. Nothing of it is kept.").arg(m_file.fileName(), why));
        return;
    }
    Q_EMIT progressed();
    if (piece.last)
        end();
    else
        next();
}

void ListExport::end()
{
    m_file.write(m_source.tail);
    const auto name = m_file.fileName();
    finish(m_file.commit()
               ? QString()
               : tr("%1 cannot be written: %2. Nothing of it is kept.").arg(name, m_file.errorString()));
}

void ListExport::finish(const QString &problem)
{
    QMetaObject::invokeMethod(
        this, [this, problem] { Q_EMIT finished(problem); }, Qt::QueuedConnection);
}

} // namespace salesdesk
