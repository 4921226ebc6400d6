// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/exportfile.h"
#include "model/store/identitystore.h"
#include "model/store/suggester.h"
#include "model/workspace.h"

#include <QObject>

#include <memory>

namespace salesdesk
{

/// Writes what waits and fits a filter to a file, a piece at a time. Nothing is left behind when it fails.
/// GUI thread; deletes itself when it is done.
class QueueExport final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QueueExport)
public:
    QueueExport(Workspace &workspace, std::shared_ptr<Suggester> suggester, const IdentityFilter &filter,
                const QString &path, QObject *parent = nullptr);
    void start();
    /// Ends it, and leaves no file; says cancelled().
    void cancel();

Q_SIGNALS:
    void progressed(qint64 rows);
    void finished(qint64 rows);
    void cancelled();
    void failed(const QString &sentence);

private:
    void askPiece(IdentityId after);
    void stop(const QString &sentence);

    Workspace &m_workspace;
    std::shared_ptr<Suggester> m_suggester;
    IdentityFilter m_filter;
    ExportFile m_file;
    QChar m_separator;
    qint64 m_rows = 0;
    bool m_ended = false;
};

} // namespace salesdesk
