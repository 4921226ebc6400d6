// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/callexport.h"
#include "model/callreplay.h"

#include <QPointer>

namespace salesdesk
{

class ExportWork;
class Page;
class WorkStrip;

/// Long work on many calls, one at a time: replays and exports, with their progress in a strip and what
/// became of them in the page's banner. GUI thread; owned by its page.
class CallWork final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CallWork)
public:
    explicit CallWork(Page &page);

    [[nodiscard]] WorkStrip *strip() const { return m_strip; }
    [[nodiscard]] ExportWork *exports() const { return m_exports; }
    /// Says how many there are and replays them, oldest first, when a person agrees.
    void askToReplay(const QList<CallId> &calls);
    /// The same with all calls that fit the query now.
    void askToReplay(const CallQuery &query, qint64 expected);
    void replay(QList<CallId> calls);
    /// `expected`: how many calls that may be.
    void exportTo(const QString &file, ExportFormat format, const CallQuery &query, qint64 expected);

Q_SIGNALS:
    void replayed();

private:
    struct Gathering {
        CallQuery query;
        CallRange left;
        QList<CallId> found;
        qint64 seen = 0;
    };
    [[nodiscard]] bool isFree();
    void gather(const Gathering &gathering);
    void sayReplayed(const CallReplay &replay);

    Page &m_page;
    WorkStrip *m_strip;
    QPointer<CallReplay> m_replay;
    ExportWork *m_exports;
    bool m_cancelled = false;
};

} // namespace salesdesk
