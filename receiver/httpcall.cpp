// SPDX-License-Identifier: GPL-3.0-or-later
// What a connection does with a request that is framed: hands it on, and answers it.
#include "receiver/httpconnection.h"

#include "model/intake/intake.h"
#include "receiver/callorigin.h"
#include "receiver/connectiongate.h"
#include "receiver/masking.h"

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

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
    auto body = m_framer->takeBody();
    auto refusal = m_admission.signing ? refuseUnsigned(m_framer->head(), body, m_admission.provider,
                                                        *m_directory, m_receivedAt)
                                       : std::nullopt;
    if (refusal) {
        CallReading unread;
        unread.result = std::move(*refusal);
        submit(std::move(body), std::move(unread));
        return;
    }
    auto reading =
        readCall(m_admission.endpoint, m_framer->head().value("content-type"), body, m_directory->zone);
    submit(std::move(body), std::move(reading));
}

void HttpConnection::answerHealth()
{
    const auto health =
        m_gate.isDraining() ? StoreHealth{false, u"SalesDesk is shutting down."_s} : m_gate.sink().health();
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
    call.method = head.method.toByteArray();
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
    m_stream->write(toBytes(answer));
    afterAnswer();
}

QString HttpConnection::clientAddress() const
{
    if (!m_framer || m_gate.rules().proxies.isEmpty())
        return m_peerText;
    return forwardedFor(peer(), m_framer->head(), m_gate.rules().proxies).toString();
}

} // namespace salesdesk
