// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/store/identitystore.h"
#include "model/store/suggester.h"
#include "model/workspace.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>

namespace salesdesk
{

/// Goes through all that waits and fits a filter, a piece at a time on the reading thread, and so finds what
/// a bulk acceptance and a bulk creation would take. Begins again when something changed; what was found
/// before stands until then. GUI thread; owned by a page.
class QueueScan final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QueueScan)
public:
    /// One identity that could be decided on in bulk.
    struct Found {
        IdentityId identity;
        EntityKind kind = EntityKind::Agent;
        QString name; ///< or its external ID
        QString provider;
        RecordTotals records;
        std::optional<Candidate> candidate;
        std::optional<Candidate> resembles; ///< where there is no candidate: the best of the unlikely ones
    };
    struct Findings {
        QList<Found> sure;   ///< with a candidate that no other comes close to
        QList<Found> nobody; ///< who resemble nobody, and have a name that says something
        int ambiguous = 0;
        int resembling = 0; ///< without a likely candidate, but too near to somebody to be created unseen
        int generic = 0;    ///< none, and a name such as "test"
    };

    /// `quietMs`: how far it is, is not said before that.
    QueueScan(Workspace &workspace, std::shared_ptr<Suggester> suggester, QObject *parent = nullptr,
              int quietMs = 200);
    /// Only what of the filter narrows: its state and its order are not read.
    void setFilter(const IdentityFilter &filter);
    /// It scans only while somebody looks.
    void setActive(bool active);
    /// Whether it went through all, for the filter there is now.
    [[nodiscard]] bool isDone() const { return m_done; }
    [[nodiscard]] const Findings &findings() const { return m_found; }
    [[nodiscard]] int countFrom(double score) const;

Q_SIGNALS:
    void finished();
    /// How far the first scan for a filter is, where it takes a while.
    void progressed(qint64 compared, qint64 of);
    void failed(const QString &sentence);

private:
    void again();
    void start();
    void askPiece(IdentityId after);

    Workspace &m_workspace;
    std::shared_ptr<Suggester> m_suggester;
    IdentityFilter m_filter;
    Findings m_found;
    Findings m_gathering;
    QTimer m_timer;
    QElapsedTimer m_clock;
    int m_quietMs;
    qint64 m_lastMs = 0; ///< that the last scan took
    qint64 m_compared = 0;
    qint64 m_all = 0; ///< to be compared
    quint64 m_round = 0;
    bool m_running = false;
    bool m_stale = true;
    bool m_active = false;
    bool m_done = false;
};

} // namespace salesdesk
