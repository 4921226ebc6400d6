// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/callsink.h"
#include "model/receivercontrol.h"

#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>

namespace salesdesk
{

class ConnectionGate;

/// Starts and stops the gate, and says how it is. Lives on the receiver thread, owned by the Receiver.
class ReceiverCore final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReceiverCore)
public:
    explicit ReceiverCore(CallSink &sink);
    ~ReceiverCore() override;

    /// Listens on `address` and `port`, as in ReceiverControl; after a stop when it listens already.
    void start(const QString &address, int port);
    void stop();
    /// Stops, then ends the thread.
    void quit();
    /// Lets others have the core: who sends many calls sends on, and they are read together. Does not sleep
    /// while a call is stored alone, nor for a moment after its answer: to wake this thread twice takes as
    /// long as all that is done for the call but the disk's part.
    void beforeSleep();

Q_SIGNALS:
    void statusChanged(const salesdesk::ReceiverStatus &status);

private:
    struct Place {
        QString address;
        int port = -1;
    };
    void open(const Place &place);
    void onDrained();
    void report(ReceiverState state, const QString &problem = {}, bool portTaken = false);
    void refresh();

    CallSink &m_sink;
    std::unique_ptr<ConnectionGate> m_gate;
    std::optional<Place> m_next; // where to listen once the gate is drained
    bool m_quitting = false;
    ReceiverStatus m_status;
    qsizetype m_callsUnderWay = 0; // before the last sleep
    std::chrono::steady_clock::time_point m_awakeUntil;
    QTimer m_refresher;
};

} // namespace salesdesk
