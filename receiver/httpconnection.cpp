// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/httpconnection.h"

#include "model/intake/intake.h"
#include "receiver/callorigin.h"
#include "receiver/connectiongate.h"
#include "receiver/masking.h"

#include <QDateTime>

#include <chrono>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

// A refused body up to this size is read, so that the connection can go on.
constexpr qint64 maxRefusedBody = 64LL * 1024;
// For the client to read a last answer, and to end its side (RFC 9112 §9.6).
constexpr qint64 closingTime = 2000;

} // namespace

HttpConnection::HttpConnection(ConnectionGate &gate, std::unique_ptr<ClientStream> stream)
    : QObject(&gate)
    , m_gate(gate)
    , m_stream(std::move(stream))
    , m_peerText(m_stream->peer().toString())
    , m_phaseSince(ConnectionGate::now())
{
    connect(m_stream.get(), &ClientStream::readable, this, &HttpConnection::process);
    connect(m_stream.get(), &ClientStream::drained, this, &HttpConnection::process);
    connect(m_stream.get(), &ClientStream::closed, this, &HttpConnection::onClosed);
}

void HttpConnection::onClosed()
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
    // A client that does not take its answers gets no more of them: they would be kept for it here.
    while (isReading() && m_stream->unsent() == 0) {
        if (m_inputAt == m_input.size()) {
            m_input = m_stream->read();
            m_inputAt = 0;
            if (m_input.isEmpty()) {
                if (m_stream->isAtEnd())
                    m_stream->finish(false); // what there is of a request has no end: RFC 9112 §8
                break;
            }
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
    if (m_admission.kind == Admission::Kind::Call) {
        if (head.expectContinue && m_inputAt == m_input.size() && !m_stream->hasUnread())
            m_stream->write("HTTP/1.1 100 Continue\r\n\r\n");
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
    const auto isWhole = m_framer && m_framer->state() == RequestFramer::State::Complete;
    m_stream->finish(!isWhole || m_inputAt < m_input.size() || m_stream->hasUnread());
    m_input.clear();
    m_inputAt = 0;
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
            m_stream->unsent() > 0 ? abort() : m_stream->finish(false);
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

std::optional<qint64> HttpConnection::idlingSince() const
{
    const bool idles = m_phase == Phase::Idle || m_phase == Phase::Head ||
                       (m_phase == Phase::Body && m_admission.kind != Admission::Kind::Call);
    return idles ? std::optional(m_phaseSince) : std::nullopt;
}

void HttpConnection::giveWay()
{
    if (m_phase != Phase::Idle)
        m_stream->write(toBytes(tooManyConnections()));
    abort(); // at once, or the place would not be free
}

void HttpConnection::closeWhenDone()
{
    m_close = true;
    if (m_phase == Phase::Idle && m_inputAt == m_input.size() && !m_stream->hasUnread())
        m_stream->finish(false);
}

void HttpConnection::abort()
{
    m_stream->abort();
}

} // namespace salesdesk
