// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/callsink.h"
#include "model/receivercontrol.h"

#include <QTimer>

#include <atomic>
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
    /// Lets others have the core: who sends many calls sends on, and they are read together. Stays awake for
    /// a while when a single call is being stored: to wake this thread takes a tenth of such a call's time.
    void beforeSleep() const;

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
    std::atomic<bool> m_hasOutcomes = false; // an event with some is on its way
    ReceiverStatus m_status;
    QTimer m_refresher;
};

} // namespace salesdesk
