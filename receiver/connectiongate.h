// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/callsink.h"
#include "model/domain/result.h"
#include "receiver/authpenalty.h"
#include "receiver/clientstream.h"
#include "receiver/ratelimiter.h"
#include "receiver/requestframer.h"
#include "receiver/tlsfiles.h"

#include <QHash>
#include <QTcpServer>
#include <QTimer>

#include <array>
#include <vector>

namespace salesdesk
{

class HttpConnection;

/// The settings a connection needs, read once for each published directory. Times in milliseconds.
struct GateRules {
    RequestFramer::Limits limits;
    qint64 headTime = 10000;
    qint64 bodyTime = 30000;
    qint64 idleTime = 60000;
    qsizetype connections = 512; ///< as many as the system allows, too
    int connectionsPerAddress = 128;
    QList<QHostAddress> proxies;
};

/// The listening socket: owns the real connections, counts and sweeps them, and passes calls to the sink and
/// outcomes back. Lives on the receiver thread, owned by the ReceiverCore.
class ConnectionGate final : public QTcpServer
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionGate)
public:
    explicit ConnectionGate(CallSink &sink);
    ~ConnectionGate() override;

    /// Errors: InvalidArgument (no such address), Conflict (the port is taken), StorageFailed (the
    /// certificate's files), Internal.
    [[nodiscard]] Result<Done> open(const QString &address, quint16 port);
    /// "http://127.0.0.1:8787".
    [[nodiscard]] QString url() const;
    /// Stops accepting and closes what is idle; drained() once the last answer is out, at the latest after
    /// five seconds.
    void drain();
    [[nodiscard]] int connectionCount() const { return static_cast<int>(m_connections.size()); }
    /// Calls that are being stored.
    [[nodiscard]] qsizetype callsUnderWay() const { return m_inFlight.size(); }
    [[nodiscard]] qint64 callsLastMinute() const;
    /// What is wrong though it listens: with the files for TLS, or with what the system allows. Empty when
    /// nothing is.
    [[nodiscard]] QString problem();
    /// Outcomes of one commit.
    void deliver(const std::vector<CallOutcome> &outcomes);

    // For the connections.
    [[nodiscard]] CallSink &sink() { return m_sink; }
    [[nodiscard]] RateLimiter &rateLimiter() { return m_rateLimiter; }
    [[nodiscard]] AuthPenalty &authPenalty() { return m_authPenalty; }
    [[nodiscard]] bool isDraining() const { return m_draining; }
    /// The directory now in force; rules() follows it.
    [[nodiscard]] DirectoryPtr directory();
    [[nodiscard]] const GateRules &rules() const { return m_rules; }
    /// What is Queued comes back to HttpConnection::finish().
    [[nodiscard]] SubmitResult submit(HttpConnection *connection, IncomingCall call, CallReading reading);
    /// The connection is over and will be deleted.
    void remove(HttpConnection *connection);
    /// Milliseconds of a steady clock.
    [[nodiscard]] static qint64 now();

Q_SIGNALS:
    void drained();

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    [[nodiscard]] std::unique_ptr<ClientStream> makeStream(int descriptor);
    /// The connections of that address, as its limit counts them.
    [[nodiscard]] int shareOf(const QHostAddress &peer) const;
    /// Whether there is room for one more of that address.
    [[nodiscard]] bool hasRoom(const QHostAddress &peer);
    /// Closes a connection that only holds its place: of those of the address that has the most, the one that
    /// has done so for longest. False when there is none.
    [[nodiscard]] bool makeRoom();
    /// Answers a connection past the limits with 503 and closes it.
    void turnAway(std::unique_ptr<ClientStream> stream);
    void sweep();
    void countCall();

    CallSink &m_sink;
    DirectoryPtr m_directory;
    GateRules m_rules;
    TlsFiles m_tls;
    RateLimiter m_rateLimiter;
    AuthPenalty m_authPenalty;
    QList<HttpConnection *> m_connections;
    QHash<QHostAddress, int> m_perAddress;
    QHash<quint64, HttpConnection *> m_inFlight;
    quint64 m_lastTicket = 0;
    QTimer m_sweeper;
    std::vector<char> m_readBuffer; // of all streams: each read is taken out of it at once
    int m_turnedAway = 0;           // and not closed yet
    bool m_draining = false;
    qint64 m_drainUntil = 0;
    struct Second {
        qint64 second = 0;
        qint64 calls = 0;
    };
    std::array<Second, 60> m_calls{};
};

} // namespace salesdesk
