// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/httpconnection.h"

#include "model/domain/signature.h"
#include "model/intake/intake.h"
#include "receiver/connectiongate.h"
#include "receiver/headsyntax.h"
#include "receiver/masking.h"

#include <QDateTime>

#include <chrono>
#include <sys/socket.h>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

// A refused body up to this size is read, so that the connection can go on.
constexpr qint64 maxRefusedBody = 64LL * 1024;
// What is discarded behind a last answer, so that the client can read it (RFC 9112 §9.6).
constexpr qint64 maxDiscarded = 4LL * 1024 * 1024;
constexpr qint64 closingTime = 2000;
constexpr int retrySeconds = 5;

Refusal refusalFor(SubmitResult result)
{
    Refusal refusal;
    refusal.retryAfter = retrySeconds;
    refusal.reason = result == SubmitResult::ShuttingDown ? CallReason::ShuttingDown : CallReason::QueueFull;
    refusal.detail = result == SubmitResult::ShuttingDown
                         ? u"SalesDesk is shutting down: send the call again in a moment."_s
                         : u"More calls wait than can be stored now: send the call again in a moment."_s;
    return refusal;
}

bool isAuthenticationFailure(CallReason reason)
{
    return httpStatus(reason) == 401;
}

} // namespace

HttpConnection::HttpConnection(ConnectionGate &gate, QTcpSocket *socket, const QHostAddress &peer)
    : QObject(&gate)
    , m_gate(gate)
    , m_socket(socket)
    , m_peer(peer)
    , m_peerText(peer.toString())
    , m_isPlain(!qobject_cast<QSslSocket *>(socket))
    , m_phaseSince(ConnectionGate::now())
{
    socket->setParent(this);
    socket->setReadBufferSize(ConnectionGate::ReadStep); // what a client sends ahead stays in the kernel
    connect(socket, &QTcpSocket::readyRead, this, &HttpConnection::onReadyRead);
    connect(socket, &QTcpSocket::disconnected, this, &HttpConnection::onDisconnected);
}

HttpConnection::~HttpConnection()
{
    if (m_fed)
        m_gate.bridge().end(*m_fed);
}

void HttpConnection::onReadyRead()
{
    if (m_phase != Phase::Closing) {
        process();
        return;
    }
    m_discarded += m_socket->readAll().size();
    if (m_discarded > maxDiscarded)
        abort();
}

void HttpConnection::onDisconnected()
{
    m_phase = Phase::Gone;
    if (!m_inFlight)
        m_gate.remove(this);
}

bool HttpConnection::isReading() const
{
    return m_phase == Phase::Idle || m_phase == Phase::Head || m_phase == Phase::Body;
}

void HttpConnection::enter(Phase phase)
{
    m_phase = phase;
    m_phaseSince = ConnectionGate::now();
}

void HttpConnection::process()
{
    if (m_processing)
        return;
    m_processing = true;
    while (isReading()) {
        if (m_inputAt == m_input.size()) {
            m_input = m_gate.readFrom(*m_socket);
            m_inputAt = 0;
            if (m_input.isEmpty())
                break;
        }
        step();
    }
    m_processing = false;
}

void HttpConnection::step()
{
    if (!m_framer)
        beginRequest();
    m_inputAt += m_framer->feed(QByteArrayView(m_input).sliced(m_inputAt));
    if (m_phase == Phase::Idle && m_framer->hasBegun())
        enter(Phase::Head);
    if (m_framer->state() == RequestFramer::State::Refused) {
        onRefusedByFramer();
        return;
    }
    if (m_framer->state() == RequestFramer::State::Head)
        return;
    if (m_phase != Phase::Body)
        onHead();
    if (m_phase == Phase::Body && m_framer->state() == RequestFramer::State::Complete)
        dispatch();
}

void HttpConnection::beginRequest()
{
    m_directory = m_gate.directory();
    m_framer.emplace(m_gate.rules().limits);
}

void HttpConnection::onHead()
{
    m_receivedAt = QDateTime::currentMSecsSinceEpoch();
    m_receivedMonotonicNs = std::chrono::duration_cast<std::chrono::nanoseconds>(
                                std::chrono::steady_clock::now().time_since_epoch())
                                .count();
    m_directory = m_gate.directory();
    const auto &head = m_framer->head();
    m_close = !head.keepAlive || m_gate.isDraining();
    m_admission = admit(head, *m_directory);
    if (m_admission.kind == Admission::Kind::Call) {
        const auto wait =
            m_gate.rateLimiter().take(m_admission.provider, m_admission.rateLimit, ConnectionGate::now());
        if (wait > 0) {
            m_admission.kind = Admission::Kind::Refused;
            m_admission.refusal = {
                CallReason::RateLimited,
                u"The provider's limit of %1 calls a minute is reached."_s.arg(m_admission.rateLimit),
                {},
                wait};
        }
    }
    enter(Phase::Body);
    if (m_framer->state() == RequestFramer::State::Complete)
        return;
    const auto hasBodyBytes = m_inputAt < m_input.size() || m_socket->bytesAvailable() > 0;
    if (m_admission.kind == Admission::Kind::Call) {
        if (head.expectContinue && !hasBodyBytes)
            write("HTTP/1.1 100 Continue\r\n\r\n");
    } else if (head.expectContinue || head.chunked || head.contentLength.value_or(0) > maxRefusedBody) {
        m_close = true; // what follows may or may not be a body: RFC 9110 §10.1.1
        dispatch();
    }
}

// RFC 9112 §9.6 and §11: behind a request whose end is not sure nothing can be read.
void HttpConnection::onRefusedByFramer()
{
    m_close = true;
    if (m_phase == Phase::Body && m_admission.kind != Admission::Kind::Unlogged &&
        m_admission.kind != Admission::Kind::Health)
        submitRefusal(m_framer->refusal());
    else
        answerDirectly(m_framer->refusal());
}

void HttpConnection::dispatch()
{
    switch (m_admission.kind) {
    case Admission::Kind::Health:
        answerHealth();
        break;
    case Admission::Kind::Call:
        dispatchCall();
        break;
    case Admission::Kind::Refused:
        submitRefusal(m_admission.refusal);
        break;
    case Admission::Kind::Unlogged:
        answerDirectly(m_admission.refusal);
        break;
    }
}

void HttpConnection::dispatchCall()
{
    if (!m_fed)
        m_fed = m_gate.makeFedSocket(m_peer);
    auto body = m_gate.bridge().deliver(*m_fed, m_framer->head().method, m_framer->takeBody());
    if (!body) {
        m_close = true;
        answerDirectly({CallReason::Internal, u"The call could not be taken: send it again."_s, {}, 0});
        return;
    }
    if (auto refusal = refuseUnsigned(*body)) {
        CallReading unread;
        unread.result = std::move(*refusal);
        submit(std::move(*body), std::move(unread));
        return;
    }
    auto reading =
        readCall(m_admission.endpoint, m_framer->head().value("content-type"), *body, m_directory->zone);
    submit(std::move(*body), std::move(reading));
}

std::optional<Refusal> HttpConnection::refuseUnsigned(const QByteArray &body) const
{
    if (!m_admission.signing)
        return std::nullopt;
    const auto secret = m_directory->signingSecrets.constFind(m_admission.provider);
    if (secret == m_directory->signingSecrets.constEnd()) {
        return Refusal{CallReason::StorageFailed,
                       u"The provider's signing secret cannot be opened: the master key is missing."_s,
                       {},
                       retrySeconds};
    }
    const auto &head = m_framer->head();
    const SignedMessage message{head.value("webhook-id"), head.value("webhook-timestamp"),
                                head.value("webhook-signature"), body};
    const auto verdict = verifySignature(message, *secret, m_receivedAt);
    return verdict ? std::nullopt
                   : std::optional(Refusal{CallReason::SignatureInvalid, verdict.error().detail, {}, 0});
}

void HttpConnection::answerHealth()
{
    const auto health = m_gate.sink().health();
    Answer answer;
    answer.withoutBody = m_framer->head().method == "HEAD";
    if (health.storing) {
        answer.status = 200;
        answer.body = R"({"status":"ok"})";
    } else {
        const Refusal refusal{CallReason::StorageFailed, health.detail, {}, retrySeconds};
        answer.status = httpStatus(refusal.reason);
        answer.body = problemAnswer(refusal, {});
        answer.retryAfter = retrySeconds;
    }
    send(std::move(answer));
}

void HttpConnection::submitRefusal(Refusal refusal)
{
    CallReading reading;
    reading.result = std::move(refusal);
    submit(m_framer->takeBody(), std::move(reading));
}

void HttpConnection::submit(QByteArray body, CallReading reading)
{
    const auto &head = m_framer->head();
    IncomingCall call;
    call.provider = m_admission.provider;
    call.key = m_admission.key;
    call.endpoint = m_admission.endpoint;
    call.method = head.method;
    call.path = maskedTarget(head.target);
    call.peer = clientAddress();
    call.headers = maskedHeaders(head.headers);
    call.contentType = head.value("content-type").toByteArray();
    call.body = std::move(body);
    if (m_admission.signing)
        call.messageId = QString::fromUtf8(head.value("webhook-id"));
    call.receivedAt = m_receivedAt;
    call.receivedMonotonicNs = m_receivedMonotonicNs;
    const auto result = m_gate.submit(this, std::move(call), std::move(reading));
    if (result != SubmitResult::Queued) {
        answerDirectly(refusalFor(result));
        return;
    }
    m_inFlight = true;
    enter(Phase::Waiting);
}

void HttpConnection::finish(const CallOutcome &outcome)
{
    m_inFlight = false;
    if (m_phase == Phase::Gone) {
        m_gate.remove(this);
        return;
    }
    Answer answer;
    answer.status = httpStatus(outcome.reason);
    answer.body = outcome.answer;
    answer.retryAfter = outcome.retryAfter;
    if (outcome.reason == CallReason::MethodNotAllowed)
        answer.allow = m_admission.allow;
    const auto held = isAuthenticationFailure(outcome.reason)
                          ? m_gate.authPenalty().noteFailure(clientAddress(), ConnectionGate::now())
                          : 0;
    if (held == 0) {
        send(std::move(answer));
        return;
    }
    QTimer::singleShot(held, this, [this, answer] {
        if (m_phase == Phase::Waiting)
            send(answer);
    });
}

void HttpConnection::answerDirectly(const Refusal &refusal)
{
    m_gate.sink().countUnlogged(refusal.reason);
    Answer answer;
    answer.status = httpStatus(refusal.reason);
    answer.body = problemAnswer(refusal, {});
    answer.retryAfter = refusal.retryAfter;
    if (refusal.reason == CallReason::MethodNotAllowed)
        answer.allow = m_admission.allow;
    answer.withoutBody = m_framer && m_framer->head().method == "HEAD";
    send(std::move(answer));
}

void HttpConnection::send(Answer answer)
{
    m_close = m_close || m_gate.isDraining();
    answer.close = m_close;
    answer.keepAlive = m_framer && m_framer->head().minorVersion == 0;
    answer.withoutBody = answer.withoutBody || (m_framer && m_framer->head().method == "HEAD");
    write(m_fed ? m_gate.bridge().answer(*m_fed, answer) : toBytes(answer));
    afterAnswer();
}

// Now, not when the event loop comes round to it. QTcpSocket would turn its write notifier on and off for
// each answer, which wakes the event loop twice: it only gets what the kernel does not take at once.
void HttpConnection::write(const QByteArray &bytes)
{
    qsizetype sent = 0;
    if (m_isPlain && m_socket->bytesToWrite() == 0) {
        sent =
            std::max<qsizetype>(0, ::send(static_cast<int>(m_socket->socketDescriptor()), bytes.constData(),
                                          static_cast<size_t>(bytes.size()), MSG_NOSIGNAL));
    }
    if (sent == bytes.size())
        return;
    m_socket->write(bytes.constData() + sent, bytes.size() - sent); // finds out about an error, too
    m_socket->flush();
}

void HttpConnection::afterAnswer()
{
    if (m_phase == Phase::Gone)
        return; // the write found the client gone
    if (m_close) {
        startClosing();
        return;
    }
    m_framer.reset();
    m_directory.reset();
    enter(Phase::Idle);
    process();
}

void HttpConnection::startClosing()
{
    enter(Phase::Closing);
    m_input.clear();
    m_inputAt = 0;
    m_socket->readAll();
    const auto isWhole = m_framer && m_framer->state() == RequestFramer::State::Complete;
    // Closing on unread bytes resets the connection and may take the answer with it: only the sending side is
    // shut, and the client's rest is discarded for a moment (RFC 9112 §9.6).
    if (!isWhole && m_isPlain && m_socket->bytesToWrite() == 0)
        ::shutdown(static_cast<int>(m_socket->socketDescriptor()), SHUT_WR);
    else
        m_socket->disconnectFromHost();
}

void HttpConnection::checkDeadline(qint64 now)
{
    const auto spent = now - m_phaseSince;
    const auto &rules = m_gate.rules();
    const auto timeOut = [this](const QString &detail) {
        const Refusal refusal{CallReason::Timeout, detail, {}, 0};
        m_close = true;
        if (m_phase == Phase::Body && m_admission.kind == Admission::Kind::Call)
            submitRefusal(refusal);
        else
            answerDirectly(refusal);
    };
    switch (m_phase) {
    case Phase::Idle:
        if (spent >= rules.idleTime)
            m_socket->bytesToWrite() > 0 ? abort() : m_socket->disconnectFromHost();
        break;
    case Phase::Head:
        if (spent >= rules.headTime)
            timeOut(u"The request's head did not come in time: send it at once."_s);
        break;
    case Phase::Body:
        if (spent >= rules.bodyTime)
            timeOut(u"The request's body did not come in time: send it at once."_s);
        break;
    case Phase::Closing:
        if (spent >= closingTime)
            abort();
        break;
    case Phase::Waiting:
    case Phase::Gone:
        break;
    }
}

void HttpConnection::closeWhenDone()
{
    m_close = true;
    if (m_phase == Phase::Idle && m_inputAt == m_input.size() && m_socket->bytesAvailable() == 0)
        m_socket->disconnectFromHost();
}

void HttpConnection::abort()
{
    m_socket->abort();
}

// The proxies nearest to us are believed, the first address that is none of them is the client.
QString HttpConnection::clientAddress() const
{
    const auto isProxy = [this](const QHostAddress &address) {
        const auto &proxies = m_gate.rules().proxies;
        return std::any_of(proxies.begin(), proxies.end(),
                           [&address](const QHostAddress &proxy) { return proxy.isEqual(address); });
    };
    if (!m_framer || !isProxy(m_peer))
        return m_peerText;
    auto client = m_peer;
    QList<QByteArray> hops;
    for (const auto &[name, value] : m_framer->head().headers) {
        if (equalsIgnoringCase(name, "x-forwarded-for"))
            hops += value.split(',');
    }
    while (!hops.isEmpty() && isProxy(client)) {
        const QHostAddress hop(QString::fromLatin1(hops.takeLast().trimmed()));
        if (hop.isNull())
            break;
        client = hop;
    }
    return client.toString();
}

} // namespace salesdesk
