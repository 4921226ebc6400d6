// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/connectiongate.h"

#include "model/intake/intake.h"
#include "receiver/httpconnection.h"

#include <QSslSocket>

#include <chrono>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int sweepInterval = 250;
constexpr qint64 drainTime = 5000;
constexpr int backlog = 512;

GateRules rulesFrom(const Settings &settings)
{
    GateRules rules;
    rules.limits = {static_cast<qsizetype>(settings.number(Setting::LimitHead)),
                    settings.number(Setting::LimitBody)};
    rules.headTime = settings.number(Setting::LimitHeadSeconds) * 1000;
    rules.bodyTime = settings.number(Setting::LimitBodySeconds) * 1000;
    rules.idleTime = settings.number(Setting::LimitIdleSeconds) * 1000;
    rules.connections = static_cast<qsizetype>(settings.number(Setting::LimitConnections));
    rules.connectionsPerAddress = static_cast<int>(settings.number(Setting::LimitConnectionsPerAddress));
    for (const auto &part : settings.text(Setting::Proxies).split(u',', Qt::SkipEmptyParts))
        rules.proxies.append(QHostAddress(part));
    return rules;
}

/// An IPv4 client of a socket that listens on both families is shown and compared as IPv4.
QHostAddress unmapped(const QHostAddress &address)
{
    bool isV4 = false;
    const auto v4 = address.toIPv4Address(&isV4);
    return isV4 ? QHostAddress(v4) : address;
}

/// Answers a connection past the limits with 503 and closes it.
void turnAway(QTcpSocket *socket, bool isPlain)
{
    QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    if (!isPlain) {
        socket->abort();
        return;
    }
    Answer answer;
    const Refusal refusal{CallReason::QueueFull,
                          u"Too many connections are open: close some, or send the call again in a moment."_s,
                          {},
                          1};
    answer.status = httpStatus(refusal.reason);
    answer.body = problemAnswer(refusal, {});
    answer.retryAfter = refusal.retryAfter;
    answer.close = true;
    socket->write(toBytes(answer));
    socket->flush();
    socket->abort();
}

} // namespace

ConnectionGate::ConnectionGate(CallSink &sink)
    : m_sink(sink)
    , m_bridge(std::make_unique<HttpBridge>())
{
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
        m_bridge->bind(*this);
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

QByteArray ConnectionGate::readFrom(QTcpSocket &socket)
{
    const auto size = socket.read(m_readBuffer.data(), ReadStep);
    return {m_readBuffer.data(), std::max<qsizetype>(0, size)};
}

void ConnectionGate::incomingConnection(qintptr descriptor)
{
    std::ignore = directory(); // the rules follow it
    auto *ssl = m_tls.isEnabled() ? new QSslSocket(this) : nullptr;
    auto *socket = ssl ? ssl : new QTcpSocket(this);
    if (!socket->setSocketDescriptor(descriptor)) {
        delete socket;
        return;
    }
    const auto peer = unmapped(socket->peerAddress());
    auto &ofThisAddress = m_perAddress[peer];
    if (m_connections.size() >= m_rules.connections || ofThisAddress >= m_rules.connectionsPerAddress) {
        if (ofThisAddress == 0)
            m_perAddress.remove(peer);
        turnAway(socket, ssl == nullptr);
        return;
    }
    ++ofThisAddress;
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_connections.append(new HttpConnection(*this, socket, peer));
    if (ssl) {
        ssl->setSslConfiguration(m_tls.configuration());
        ssl->startServerEncryption();
    }
}

FedSocket *ConnectionGate::makeFedSocket(const QHostAddress &peer)
{
    auto *socket = new FedSocket(peer);
    addPendingConnection(socket); // QHttpServer takes it before this returns
    return socket;
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
