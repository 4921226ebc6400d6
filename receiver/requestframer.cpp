// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/requestframer.h"

#include "receiver/headsyntax.h"

#include <boost/beast/http/basic_parser.hpp>

#include <limits>

namespace salesdesk
{

namespace http = boost::beast::http;
using boost::beast::error_code;
using boost::beast::string_view;

namespace
{

// RFC 9112 §2.2 asks to ignore at least one empty line before a request.
constexpr int maxEmptyLines = 4;
// RFC 9112 §7.1.1 asks to limit the extensions of a whole request.
constexpr qsizetype maxChunkExtensions = 16LL * 1024;
// A chunk's first line, or the trailer section.
constexpr qsizetype maxChunkLine = 8LL * 1024;
// "0\r\n\r\n": no chunked body ends with less, and the parser asserts that it never sees less of a last
// chunk.
constexpr qsizetype minChunkedRest = 5;

QByteArrayView view(string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

/// Why `rest`, which begins with a chunk's first line (behind the line's end of the chunk before), can become
/// neither a chunk nor the last one with its trailer section; nullptr while it can. The parser itself would
/// read on, to where another reader sees something else.
const char *faultOfChunkLines(QByteArrayView rest)
{
    for (qsizetype i = 0; i < rest.size(); ++i) {
        if (rest[i] == '\n' && (i == 0 || rest[i - 1] != '\r'))
            return "A line ends without a carriage return (RFC 9112, section 2.2).";
    }
    const auto line = rest.startsWith("\r\n") ? rest.sliced(2) : rest;
    const auto end = line.indexOf("\r\n");
    bool quoted = false;
    for (qsizetype i = 0; i < end; ++i) {
        if (line[i] == '"')
            quoted = !quoted;
        else if (quoted && line[i] == '\\')
            ++i;
    }
    return quoted ? "A chunk's first line ends inside a quoted string (RFC 9112, section 7.1.1)." : nullptr;
}

} // namespace

/// Boost.Beast's parser, writing into the framer. What it shows of a head lies in the framer's own text: only
/// folded fields would be put together elsewhere, and those are refused.
class RequestFramer::Parser final : public http::basic_parser<true>
{
public:
    explicit Parser(RequestFramer &framer)
        : m_framer(framer)
    {
        header_limit(std::numeric_limits<std::uint32_t>::max()); // the framer has its own limits
        body_limit(std::numeric_limits<std::uint64_t>::max());
    }

private:
    void on_request_impl(http::verb, string_view method, string_view target, int version,
                         error_code &) override
    {
        m_framer.m_head.method = view(method);
        m_framer.m_head.target = view(target);
        m_framer.m_head.minorVersion = version % 10;
    }
    void on_response_impl(int, string_view, int, error_code &) override {}
    void on_field_impl(http::field, string_view name, string_view value, error_code &) override
    {
        if (m_framer.m_state == State::Head) // trailers are discarded: RFC 9110 §6.5.1
            m_framer.m_head.headers.emplace_back(view(name), view(value));
    }
    void on_header_impl(error_code &) override {}
    void on_body_init_impl(const boost::optional<std::uint64_t> &, error_code &) override {}
    std::size_t on_body_impl(string_view body, error_code &) override
    {
        m_framer.m_body.append(body.data(), static_cast<qsizetype>(body.size()));
        return body.size();
    }
    void on_chunk_header_impl(std::uint64_t size, string_view extensions, error_code &error) override
    {
        m_extensions += static_cast<qsizetype>(extensions.size());
        const auto room = static_cast<std::uint64_t>(m_framer.m_limits.body - m_framer.m_body.size());
        if (size > room)
            error = http::error::body_limit;
        else if (m_extensions > maxChunkExtensions || extensions.find_first_of("\r\n") != string_view::npos)
            error = http::error::bad_chunk_extension;
    }
    std::size_t on_chunk_body_impl(std::uint64_t, string_view body, error_code &error) override
    {
        return on_body_impl(body, error);
    }
    void on_finish_impl(error_code &) override {}

    RequestFramer &m_framer;
    qsizetype m_extensions = 0;
};

RequestFramer::RequestFramer(Limits limits)
    : m_limits(limits)
{
}

RequestFramer::~RequestFramer() = default;

qsizetype RequestFramer::feed(QByteArrayView bytes)
{
    switch (m_state) {
    case State::Head:
        return feedHead(bytes);
    case State::Body:
        return feedBody(bytes);
    case State::Complete:
    case State::Refused:
        break;
    }
    return 0;
}

// Finds the end of the head, and refuses at once what can never become one: a waiting client would otherwise
// learn of it by the deadline only.
qsizetype RequestFramer::feedHead(QByteArrayView bytes)
{
    qsizetype start = 0; // behind the empty lines before the request
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const auto c = bytes[i];
        if (m_raw.size() + i - start >= m_limits.head) {
            if (m_lines == 0)
                refuse(CallReason::UriTooLong,
                       "The request line is longer than the limit for a request's head.");
            else
                refuse(CallReason::HeadTooLarge, "The request's head is larger than the limit.");
            return i;
        }
        if (c == '\n') {
            if (!m_lastWasCr) {
                refuse(CallReason::BadRequest,
                       "A line ends without a carriage return (RFC 9112, section 2.2).");
                return i;
            }
            m_lastWasCr = false;
            if (m_lineLength > 0) {
                ++m_lines;
                m_lineLength = 0;
            } else if (m_lines > 0) {
                m_raw.append(bytes.sliced(start, i + 1 - start));
                finishHead();
                return i + 1;
            } else {
                start = i + 1;
                m_raw.clear();
                if (++m_emptyLines > maxEmptyLines) {
                    refuse(CallReason::BadRequest, "There is no request line (RFC 9112, section 3).");
                    return i;
                }
            }
        } else if (m_lastWasCr || (static_cast<uchar>(c) < 0x20 && c != '\r' && c != '\t') || c == 0x7f) {
            refuse(CallReason::BadRequest,
                   "The request's head has a control character (RFC 9110, section 5.5).");
            return i;
        } else if (c == '\r') {
            m_lastWasCr = true;
        } else if (m_lineLength++ == 0 && (c == ' ' || c == '\t')) {
            refuse(CallReason::BadRequest,
                   "A line of the request's head begins with white space: folded fields "
                   "are not accepted (RFC 9112, section 5.2).");
            return i;
        }
    }
    m_raw.append(bytes.sliced(start));
    return bytes.size();
}

void RequestFramer::finishHead()
{
    if (const auto fault = checkLines(m_raw)) {
        refuse(fault->reason, fault->detail);
        return;
    }
    m_parser = std::make_unique<Parser>(*this);
    error_code error;
    m_parser->eager(false);
    m_parser->put(boost::asio::const_buffer(m_raw.constData(), static_cast<size_t>(m_raw.size())), error);
    if (!error && !m_parser->is_header_done()) // the request line and the fields are two elements
        error = http::error::partial_message;
    if (error) {
        refuse(CallReason::BadRequest, "The request's head is not well-formed (RFC 9112, section 3).");
        return;
    }
    if (const auto fault = checkFields(m_head)) {
        refuse(fault->reason, fault->detail);
        return;
    }
    m_parser->eager(true);
    m_state = m_parser->is_done() ? State::Complete : State::Body;
}

qsizetype RequestFramer::feedBody(QByteArrayView bytes)
{
    // The parser wants a chunk's first line in one piece: what it left is put before what comes.
    const auto kept = m_rest.size();
    const auto input = kept == 0 ? bytes : QByteArrayView(m_rest.append(bytes));
    if (m_head.chunked && input.size() < minChunkedRest) {
        if (kept == 0)
            m_rest = bytes.toByteArray();
        return bytes.size();
    }
    error_code error;
    const auto used = static_cast<qsizetype>(
        m_parser->put(boost::asio::const_buffer(input.data(), static_cast<size_t>(input.size())), error));
    if (m_parser->is_done()) {
        m_state = State::Complete;
        return used - kept;
    }
    if (error == http::error::body_limit) {
        refuse(CallReason::BodyTooLarge, "The request's body is larger than the limit.");
    } else if (error && error != http::error::need_more) {
        refuse(CallReason::BadRequest, "The chunked body is not well-formed (RFC 9112, section 7.1).");
    } else {
        m_rest = input.sliced(used).toByteArray();
        if (const auto *fault = m_head.chunked ? faultOfChunkLines(m_rest) : nullptr)
            refuse(CallReason::BadRequest, fault);
        else if (m_rest.size() > maxChunkLine)
            refuse(CallReason::BadRequest, "A chunk's first line or the trailer section is too long.");
    }
    return bytes.size();
}

void RequestFramer::refuse(CallReason reason, const char *detail)
{
    m_state = State::Refused;
    m_refusal.reason = reason;
    m_refusal.detail = QString::fromLatin1(detail);
}

} // namespace salesdesk
