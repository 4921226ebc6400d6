// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receiver/admission.h"
#include "receiver/answer.h"
#include "receiver/clientstream.h"
#include "receiver/requestframer.h"

#include <memory>
#include <optional>

namespace salesdesk
{

class ConnectionGate;

/// One client's connection: frames its requests one after the other, has each decided on its head, submits
/// the calls and writes the answers; a pipelined request waits until the one before it is answered and the
/// client has taken that answer. Lives on the receiver thread, owned by the gate, and outlives its stream's
/// end while a call of it is with the writer.
class HttpConnection final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HttpConnection)
public:
    HttpConnection(ConnectionGate &gate, std::unique_ptr<ClientStream> stream);

    [[nodiscard]] const QHostAddress &peer() const { return m_stream->peer(); }
    /// The outcome of the call that was submitted last.
    void finish(const CallOutcome &outcome);
    /// Ends what is past its deadline; `now` in milliseconds.
    void checkDeadline(qint64 now);
    /// Since when it holds its place without a call under way: between requests, within a head, or with a
    /// body that will be refused; nothing otherwise. Milliseconds of the gate's clock.
    [[nodiscard]] std::optional<qint64> idlingSince() const;
    /// Closes, for another that has no place; idlingSince() gives a time.
    void giveWay();
    /// Closes when idle, else behind the answer that is due.
    void closeWhenDone();
    /// Closes at once.
    void abort();

private:
    enum class Phase {
        Idle,    ///< between requests
        Head,    ///< a request has begun
        Body,    ///< its head was decided on
        Waiting, ///< for the writer's outcome, or until a held answer is due
        Closing, ///< the last answer was written; what still comes is discarded
        Gone,    ///< the stream is closed
    };

    void onClosed();
    void process();
    void step();
    void beginRequest();
    void onHead();
    void onRefusedByFramer();
    void dispatch();
    void dispatchCall();
    void answerHealth();
    void submit(QByteArray body, CallReading reading);
    void submitRefusal(Refusal refusal);
    void answerDirectly(const Refusal &refusal);
    void send(Answer answer);
    void afterAnswer();
    void startClosing();
    void enter(Phase phase);
    [[nodiscard]] QString clientAddress() const;
    [[nodiscard]] bool isReading() const;

    ConnectionGate &m_gate;
    std::unique_ptr<ClientStream> m_stream;
    QString m_peerText;
    Phase m_phase = Phase::Idle;
    qint64 m_phaseSince = 0; // ms
    bool m_processing = false;
    bool m_close = false;    // behind the answer that is due
    bool m_inFlight = false; // the writer has a call of ours
    QByteArray m_input;
    qsizetype m_inputAt = 0;

    // The request at hand.
    std::optional<RequestFramer> m_framer;
    DirectoryPtr m_directory;
    Admission m_admission;
    qint64 m_receivedAt = 0;
    qint64 m_receivedMonotonicNs = 0;
};

} // namespace salesdesk
