// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/queueimport.h"

#include "model/tables/whenfinished.h"

namespace salesdesk
{

QueueImport::QueueImport(Workspace &workspace, const QByteArray &text, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_reading(std::make_shared<SheetReading>(text))
{
}

void QueueImport::start()
{
    whenFinished(
        m_workspace.read<bool>([reading = m_reading](Connection &db) { return reading->takeSome(db); }), this,
        [this](const Result<bool> &all) {
            if (m_ended)
                return;
            if (all.ok() && !*all) {
                Q_EMIT progressed(m_reading->taken(), m_reading->lines());
                start();
                return;
            }
            m_ended = true;
            deleteLater();
            if (all.ok())
                Q_EMIT finished(m_reading->decisions());
            else
                Q_EMIT failed(all.error().detail);
        });
}

void QueueImport::cancel()
{
    if (std::exchange(m_ended, true))
        return;
    deleteLater();
    Q_EMIT cancelled();
}

} // namespace salesdesk
