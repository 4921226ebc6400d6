// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/store/callsearch.h"
#include "model/workspace.h"

#include <QMap>
#include <QObject>
#include <QTimer>

namespace salesdesk
{

/// How many calls of a query came when, accepted and refused ones: for the time line above the log. Counted
/// from the newest on, piece by piece, and kept up to date while somebody looks. GUI thread.
class CallHistogram final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CallHistogram)
public:
    explicit CallHistogram(Workspace &workspace, QObject *parent = nullptr);

    void setQuery(const CallQuery &query);
    /// Nothing is read before it is active.
    void setActive(bool active);
    /// By the start of their stretch, UTC ms; stretches without a call are not there.
    [[nodiscard]] const QMap<qint64, CallCount> &counts() const { return m_counts; }
    /// How long each stretch is: some hundreds to some thousands make up the whole.
    [[nodiscard]] qint64 stretchMs() const { return m_stretchMs; }

Q_SIGNALS:
    void changed();
    /// A sentence for the page's banner.
    void failed(const QString &sentence);

private:
    struct Piece;
    void startOver();
    void countOn();
    void countNewer();
    void add(const QList<CallCount> &counts);

    Workspace &m_workspace;
    CallQuery m_query;
    QMap<qint64, CallCount> m_counts;
    qint64 m_stretchMs = 60'000;
    CallRange m_left; ///< what is not counted yet, below what is
    qint64 m_last = 0;
    quint64 m_generation = 0;
    QTimer m_newer;
    bool m_active = false;
    bool m_stale = true;
    bool m_begun = false;
};

} // namespace salesdesk
