// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/call.h"
#include "model/domain/result.h"

#include <QFuture>
#include <QObject>

namespace salesdesk
{

enum class ReceiverState { Stopped, Starting, Listening, Failed };

/// What a person sees of the receiver; a value, sent when it changes.
struct ReceiverStatus {
    ReceiverState state = ReceiverState::Stopped;
    QString url;            ///< "http://127.0.0.1:8787" when listening
    QString problem;        ///< when Failed, or wrong all the same: what happened and what to do
    bool portTaken = false; ///< Failed because the port is in use
    int connections = 0;
    qint64 callsLastMinute = 0;
    friend bool operator==(const ReceiverStatus &, const ReceiverStatus &) = default;
};

/// A request to our own receiver, as a sender would make it.
struct TestCall {
    QByteArray path;
    HeaderList headers;
    QByteArray body;
};

/// The receiver, as window and command line see it. Lives on the main thread; implemented by the receiver.
class ReceiverControl : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReceiverControl)
public:
    explicit ReceiverControl(QObject *parent = nullptr)
        : QObject(parent)
    {
    }

    [[nodiscard]] virtual ReceiverStatus status() const = 0;
    /// For start(): the first port after that of the settings that is free.
    static constexpr int NextFreePort = -2;
    /// Starts listening on the address and port of the settings, or on `port` when it is not negative (0: any
    /// free one), or on the NextFreePort. The result comes as statusChanged().
    virtual void start(const QString &address, int port) = 0;
    /// Stops accepting, finishes what is in flight, then Stopped.
    virtual void stop() = 0;
    /// Sends the call over HTTP to where the receiver listens; gives the status of the answer. ShuttingDown:
    /// it does not listen; StorageFailed: there was no answer, with the reason.
    [[nodiscard]] virtual QFuture<Result<int>> send(const TestCall &call) = 0;
    /// Whether the pair could be used; InvalidArgument says what is wrong with which file.
    [[nodiscard]] virtual Result<Done> checkTls(const QString &certificate, const QString &key) const = 0;

Q_SIGNALS:
    void statusChanged(const salesdesk::ReceiverStatus &status);
};

} // namespace salesdesk

Q_DECLARE_METATYPE(salesdesk::ReceiverStatus)
