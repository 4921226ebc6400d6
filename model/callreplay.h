// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/store/callsearch.h"
#include "model/workspace.h"

#include <QObject>

#include <deque>

namespace salesdesk
{

/// A logged call made ready to be processed once more, now. NotFound, and Conflict when the log has not all
/// of its body.
[[nodiscard]] Result<CallSubmission> readForReplay(Connection &db, CallId call, const QTimeZone &zone);

/// Processes logged calls again, in the order they came, many at once, so that the writer commits them
/// together. One run per object. Main thread.
class CallReplay final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CallReplay)
public:
    struct Progress {
        qint64 total = 0;
        qint64 done = 0;
        qint64 stored = 0;  ///< created or updated
        qint64 refused = 0; ///< for the same or another cause; logged
        qint64 failed = 0;  ///< could not be sent again: see firstFailure
        QString firstFailure;
        friend bool operator==(const Progress &, const Progress &) = default;
    };

    explicit CallReplay(Workspace &workspace, QObject *parent = nullptr);

    /// Oldest first.
    void start(const QList<CallId> &calls);
    /// Calls that are under way are finished; then finished().
    void cancel();
    [[nodiscard]] const Progress &progress() const { return m_progress; }
    [[nodiscard]] bool isCancelled() const { return m_cancelled; }

Q_SIGNALS:
    void progressed();
    /// Last signal of a run.
    void finished();

private:
    void next();
    void take(const Result<CallOutcome> &outcome);
    void takeFailure(const Error &error);
    void endOne();

    Workspace &m_workspace;
    QList<CallId> m_calls;
    qsizetype m_next = 0;
    int m_underWay = 0;
    bool m_cancelled = false;
    Progress m_progress;
};

} // namespace salesdesk
