// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/store/identitysheet.h"
#include "model/workspace.h"

#include <QObject>

#include <memory>

namespace salesdesk
{

/// Reads a sheet of decisions, a share at a time on the reading thread. Nothing is decided by it. GUI thread;
/// deletes itself when it is done.
class QueueImport final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QueueImport)
public:
    QueueImport(Workspace &workspace, const QByteArray &text, QObject *parent = nullptr);
    void start();
    /// Ends it; says cancelled().
    void cancel();

Q_SIGNALS:
    void progressed(qint64 lines, qint64 of);
    void finished(const salesdesk::SheetDecisions &decisions);
    void cancelled();
    void failed(const QString &sentence);

private:
    Workspace &m_workspace;
    std::shared_ptr<SheetReading> m_reading;
    bool m_ended = false;
};

} // namespace salesdesk
