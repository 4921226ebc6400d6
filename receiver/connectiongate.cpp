// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/connectiongate.h"

#include "model/intake/intake.h"
#include "receiver/descriptors.h"
#include "receiver/httpconnection.h"

#include <algorithm>
#include <chrono>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int sweepInterval = 250;
constexpr qint64 drainTime = 5000;
constexpr int backlog = 512;
constexpr size_t readStep = 64 * 1024; // bytes that are read of a connection at once
// Connections past the limits that are given time to read why; the others are closed at once.
constexpr int maxTurnedAway = 64;
constexpr int turnAwayTime = 1000;

GateRules rulesFrom(const Settings &settings)
{
    GateRules rules;
    rules.limits = {static_cast<qsizetype>(settings.number(Setting::LimitHead)),
                    settings.number(Setting::LimitBody)};
    rules.headTime = settings.number(Setting::LimitHeadSeconds) * 1000;
    rules.bodyTime = settings.number(Setting::LimitBodySeconds) * 1000;
    rules.idleTime = settings.number(Setting::LimitIdleSeconds) * 1000;
    rules.connections =
        connectionsWithDescriptors(static_cast<qsizetype>(settings.number(Setting::LimitConnections)));
    rules.connectionsPerAddress = static_cast<int>(settings.number(Setting::LimitConnectionsPerAddress));
    for (const auto &part : settings.text(Setting::Proxies).split(u',', Qt::SkipEmptyParts))
        rules.proxies.append(QHostAddress(part));
    return rules;
}

} // namespace

ConnectionGate::ConnectionGate(CallSink &sink)
    : m_sink(sink)
    , m_readBuffer(readStep)
{
    // No descriptor is free, say: it would be told again at once, and at once again. The sweep tries later.
    connect(this, &QTcpServer::acceptError, this, &QTcpServer::pauseAccepting);
    m_sweeper.setInterval(sweepInterval);
    connect(&m_sweeper, &QTimer::timeout, this, &ConnectionGate::sweep);
}

ConnectionGate::~ConnectionGate()
{
    m_connections.clear();
    qDeleteAll(findChildren<HttpConnection *>(Qt::FindDirectChildrenOnly)); // those removed just now, too
}

Result<Done> ConnectionGate::open(const QString &address, quint16 port)
{
    const auto directoryNow = directory();
    const auto &settings = directoryNow->settings;
    if (const auto tls = m_tls.load(settings.text(Setting::TlsCertificate), settings.text(Setting::TlsKey));
        !tls)
        return tls.error();
    const QHostAddress host(address);
    if (host.isNull())
        return {
            ErrorCode::InvalidArgument,
            u"\"%1\" is not an IP address to listen on: set listen.address to one, such as 127.0.0.1."_s.arg(
                address)};
    setListenBacklogSize(backlog);
    if (listen(host, port)) {
        m_sweeper.start();
        return Done{};
    }
    if (serverError() == QAbstractSocket::AddressInUseError)
        return {ErrorCode::Conflict,
                u"Port %1 is used by another program: end that program, or choose another port."_s.arg(port)};
    return {ErrorCode::Internal,
            u"Listening on %1, port %2, failed (%3): choose another address or port."_s.arg(address)
                .arg(port)
                .arg(errorString())};
}

QString ConnectionGate::url() const
{
    const auto host = serverAddress().toString();
    return u"%1://%2:%3"_s
        .arg(m_tls.isEnabled() ? u"https"_s : u"http"_s, host.contains(u':') ? u"[%1]"_s.arg(host) : host)
        .arg(serverPort());
}

QString ConnectionGate::problem()
{
    const auto wanted = directory()->settings.number(Setting::LimitConnections);
    if (m_rules.connections < wanted)
        return u"The settings allow %1 connections at once, and the system %2: raise its limit of open "
               "files, or lower limit.connections."_s.arg(wanted)
                   .arg(m_rules.connections);
    return m_tls.problem(QDateTime::currentDateTimeUtc());
}

DirectoryPtr ConnectionGate::directory()
{
    auto directory = m_sink.directory();
    if (directory != m_directory) {
        m_directory = directory;
        m_rules = rulesFrom(directory->settings);
    }
    return directory;
}

qint64 ConnectionGate::now()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

std::unique_ptr<ClientStream> ConnectionGate::makeStream(int descriptor)
{
    return m_tls.isEnabled() ? ClientStream::overTls(descriptor, m_readBuffer, m_tls.configuration())
                             : ClientStream::inClear(descriptor, m_readBuffer);
}

void ConnectionGate::incomingConnection(qintptr descriptor)
{
    std::ignore = directory(); // the rules follow it
    auto stream = makeStream(static_cast<int>(descriptor));
    const auto peer = stream->peer();
    if (!hasRoom(peer)) {
        turnAway(std::move(stream));
        return;
    }
    ++m_perAddress[peer];
    m_connections.append(new HttpConnection(*this, std::move(stream)));
}

// Behind a proxy are many.
int ConnectionGate::shareOf(const QHostAddress &peer) const
{
    const auto isProxy = std::any_of(m_rules.proxies.begin(), m_rules.proxies.end(),
                                     [&peer](const QHostAddress &proxy) { return proxy.isEqual(peer); });
    return isProxy ? 0 : m_perAddress.value(peer);
}

bool ConnectionGate::hasRoom(const QHostAddress &peer)
{
    if (shareOf(peer) >= m_rules.connectionsPerAddress)
        return false;
    return m_connections.size() < m_rules.connections || makeRoom();
}

bool ConnectionGate::makeRoom()
{
    HttpConnection *chosen = nullptr;
    std::pair<int, qint64> most; // connections of its address, ms
    for (auto *connection : std::as_const(m_connections)) {
        const auto since = connection->idlingSince();
        if (!since)
            continue;
        const std::pair weight(shareOf(connection->peer()), now() - *since);
        if (!chosen || weight > most) {
            chosen = connection;
            most = weight;
        }
    }
    if (!chosen)
        return false;
    chosen->giveWay();
    return true;
}

void ConnectionGate::turnAway(std::unique_ptr<ClientStream> stream)
{
    if (m_tls.isEnabled() || m_turnedAway >= maxTurnedAway)
        return; // a handshake costs more than it tells
    auto *kept = stream.release();
    kept->setParent(this);
    ++m_turnedAway;
    connect(kept, &ClientStream::closed, this, [this, kept] {
        --m_turnedAway;
        kept->deleteLater();
    });
    QTimer::singleShot(turnAwayTime, kept, &ClientStream::abort);
    kept->write(toBytes(tooManyConnections()));
    kept->finish(true);
}

SubmitResult ConnectionGate::submit(HttpConnection *connection, IncomingCall call, CallReading reading)
{
    countCall();
    const auto ticket = ++m_lastTicket;
    const auto result = m_sink.submit({ticket, std::move(call), std::move(reading)});
    if (result == SubmitResult::Queued)
        m_inFlight.insert(ticket, connection);
    return result;
}

void ConnectionGate::deliver(const std::vector<CallOutcome> &outcomes)
{
    for (const auto &outcome : outcomes) {
        if (auto *connection = m_inFlight.take(outcome.ticket))
            connection->finish(outcome);
    }
}

void ConnectionGate::remove(HttpConnection *connection)
{
    if (!m_connections.removeOne(connection))
        return;
    const auto ofThisAddress = m_perAddress.find(connection->peer());
    if (ofThisAddress != m_perAddress.end() && --*ofThisAddress == 0)
        m_perAddress.erase(ofThisAddress);
    connection->deleteLater();
    if (m_draining && m_connections.isEmpty())
        Q_EMIT drained();
}

void ConnectionGate::drain()
{
    if (m_draining)
        return;
    m_draining = true;
    m_drainUntil = now() + drainTime;
    close();
    if (m_connections.isEmpty()) {
        Q_EMIT drained();
        return;
    }
    const auto connections = m_connections; // closing takes them out
    for (auto *connection : connections)
        connection->closeWhenDone();
}

void ConnectionGate::sweep()
{
    const auto time = now();
    if (isListening())
        resumeAccepting();
    const auto connections = m_connections;
    for (auto *connection : connections)
        connection->checkDeadline(time);
    if (m_draining && time >= m_drainUntil && !m_connections.isEmpty()) {
        m_drainUntil = std::numeric_limits<qint64>::max();
        Q_EMIT drained();
    }
}

void ConnectionGate::countCall()
{
    const auto second = now() / 1000;
    auto &slot = m_calls[static_cast<size_t>(second % static_cast<qint64>(m_calls.size()))];
    if (slot.second != second)
        slot = {second, 0};
    ++slot.calls;
}

qint64 ConnectionGate::callsLastMinute() const
{
    const auto oldest = now() / 1000 - static_cast<qint64>(m_calls.size());
    qint64 sum = 0;
    for (const auto &slot : m_calls)
        sum += slot.second > oldest ? slot.calls : 0;
    return sum;
}

} // namespace salesdesk
