// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/store/calltally.h"
#include "model/workspace.h"

#include <QMap>
#include <QObject>
#include <QTimer>

namespace salesdesk
{

/// How the calls of the last 30 days ended, by quarters of an hour: what chart, failures and silent providers
/// of the overview are made of. Counted once from the newest call on, piece by piece, then kept up to date
/// while somebody looks. GUI thread.
class CallVolume final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CallVolume)
public:
    static constexpr qint64 KeptMs = 30 * 24 * 60 * 60'000LL;

    /// Calls in a stretch of time, by the class of their status.
    struct Bar {
        qint64 at = 0;       ///< its start, UTC ms
        qint64 accepted = 0; ///< 2xx
        qint64 refused = 0;  ///< 4xx: what was sent is at fault
        qint64 failed = 0;   ///< 5xx: the storing is
        friend bool operator==(const Bar &, const Bar &) = default;
    };
    /// Calls of one provider that were not accepted for one reason.
    struct Cause {
        ProviderId provider;
        CallReason reason = CallReason::Internal;
        qint64 calls = 0;
        qint64 lastAt = 0; ///< UTC ms
        friend bool operator==(const Cause &, const Cause &) = default;
    };

    explicit CallVolume(Workspace &workspace, QObject *parent = nullptr);

    /// Nothing is read before it is active.
    void setActive(bool active);
    /// Whether all 30 days are counted.
    [[nodiscard]] bool isComplete() const { return m_ranged && m_left.isEmpty(); }
    /// The stretches from `from` on up to `to`, each `stretchMs` long (a multiple of a quarter of an hour),
    /// empty ones too.
    [[nodiscard]] QList<Bar> bars(qint64 from, qint64 to, qint64 stretchMs) const;
    /// Why calls were not accepted since then, the most frequent cause first.
    [[nodiscard]] QList<Cause> causes(qint64 since) const;
    /// When the provider's last accepted call came, if that is among those counted. UTC ms.
    [[nodiscard]] std::optional<qint64> lastAccepted(ProviderId provider) const;
    /// The quarters of an hour in which a call of the provider was accepted, ascending.
    [[nodiscard]] QList<qint64> acceptedQuarters(ProviderId provider) const;

Q_SIGNALS:
    void changed();
    /// A sentence for the page's banner.
    void failed(const QString &sentence);

private:
    struct Piece;
    void startOver();
    void countOn();
    void countNewer();
    void take(const QList<CallTally> &tallies);

    Workspace &m_workspace;
    QMap<qint64, QList<CallTally>> m_quarters;
    CallRange m_left;   ///< what is not counted yet, below what is
    qint64 m_first = 0; ///< the oldest call there was
    qint64 m_last = 0;  ///< the newest one that is counted
    QTimer m_newer;
    bool m_active = false;
    bool m_stale = false;
    bool m_begun = false;
    bool m_ranged = false; ///< what there is to count is known
};

} // namespace salesdesk
