// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/callsink.h"
#include "model/receivercontrol.h"

#include <QThread>

namespace salesdesk
{

class ReceiverCore;
class TestSender;

/// The receiver's face on the main thread; owned by app, and must go before the sink. It owns the receiver
/// thread, on which the gate and its sockets live.
class Receiver final : public ReceiverControl
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Receiver)
public:
    explicit Receiver(CallSink &sink, QObject *parent = nullptr);
    /// Stops as stop() does, and waits for it: some five seconds at most.
    ~Receiver() override;

    [[nodiscard]] ReceiverStatus status() const override { return m_status; }
    void start(const QString &address, int port) override;
    void stop() override;
    [[nodiscard]] QFuture<Result<int>> send(const TestCall &call) override;
    [[nodiscard]] Result<Done> checkTls(const QString &certificate, const QString &key) const override;

private:
    void setStatus(const ReceiverStatus &status);

    ReceiverStatus m_status;
    QThread m_thread;
    ReceiverCore *m_core;
    TestSender *m_sender;
};

} // namespace salesdesk
