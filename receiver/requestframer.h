// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/intake/draft.h"
#include "receiver/requesthead.h"

#include <memory>

namespace salesdesk
{

/// Cuts one request out of a stream of bytes, as RFC 9112 has it and in the strict reading wherever a lenient
/// one is used for smuggling. Pure: no socket, no clock. One framer frames one request; any thread.
class RequestFramer final
{
public:
    struct Limits {
        qsizetype head = 16384; ///< bytes of request line and fields
        qint64 body = 1048576;  ///< bytes of a chunked body; a Content-Length is judged by admission
    };
    enum class State {
        Head,     ///< the head is not complete
        Body,     ///< the head is, the body is not
        Complete, ///< the request is whole
        Refused,  ///< see refusal(); the connection cannot be used any longer
    };

    explicit RequestFramer(Limits limits);
    ~RequestFramer();
    RequestFramer(const RequestFramer &) = delete;
    RequestFramer &operator=(const RequestFramer &) = delete;

    /// Takes bytes from the front of `bytes` and returns how many; stops where the head is complete, and
    /// where the request is. What is left belongs to the next call, or to the next request.
    [[nodiscard]] qsizetype feed(QByteArrayView bytes);
    [[nodiscard]] State state() const { return m_state; }
    /// Whether a byte of a request was seen; empty lines before it do not count.
    [[nodiscard]] bool hasBegun() const { return m_lines > 0 || m_lineLength > 0; }
    /// From State::Body on; valid as long as the framer.
    [[nodiscard]] const RequestHead &head() const { return m_head; }
    [[nodiscard]] const QByteArray &body() const { return m_body; }
    [[nodiscard]] QByteArray takeBody() { return std::move(m_body); }
    /// In State::Refused: BadRequest, UriTooLong, HeadTooLarge, BodyTooLarge or VersionNotSupported.
    [[nodiscard]] const Refusal &refusal() const { return m_refusal; }

private:
    class Parser;

    qsizetype feedHead(QByteArrayView bytes);
    qsizetype feedBody(QByteArrayView bytes);
    void finishHead();
    void refuse(CallReason reason, const char *detail);

    Limits m_limits;
    State m_state = State::Head;
    QByteArray m_raw;  ///< the head as sent
    QByteArray m_rest; ///< of the body, what could not be parsed yet
    int m_lines = 0;
    int m_emptyLines = 0;
    qsizetype m_lineLength = 0;
    bool m_lastWasCr = false;
    RequestHead m_head;
    QByteArray m_body;
    Refusal m_refusal;
    std::unique_ptr<Parser> m_parser;
};

} // namespace salesdesk
