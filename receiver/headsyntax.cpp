// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/headsyntax.h"

#include <QByteArrayList>

#include <algorithm>

namespace salesdesk
{
namespace
{

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isAlphaNumeric(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isOneOf(char c, QByteArrayView set)
{
    return std::find(set.begin(), set.end(), c) != set.end();
}

/// RFC 3986 §2: what may stand in a URI; no fragment in a request-target.
bool isTargetChar(char c)
{
    return isAlphaNumeric(c) || isOneOf(c, "-._~:/?[]@!$&'()*+,;=%");
}

/// RFC 3986 §3.2.2 and §3.2.3, without user information.
bool isHostChar(char c)
{
    return isAlphaNumeric(c) || isOneOf(c, "-._~:[]!$&'()*+;=%");
}

SyntaxFault bad(const char *detail)
{
    return {CallReason::BadRequest, detail};
}

std::optional<SyntaxFault> checkVersion(QByteArrayView version, char &minor)
{
    if (version.size() != 8 || !version.startsWith("HTTP/") || !isDigit(version[5]) || version[6] != '.' ||
        !isDigit(version[7]))
        return bad("The request line does not end with an HTTP version (RFC 9112, section 2.3).");
    if (version[5] != '1')
        return SyntaxFault{CallReason::VersionNotSupported,
                           "Only HTTP/1.1 and HTTP/1.0 are spoken here: send the request with one of them."};
    minor = std::min(version[7], '1');
    return std::nullopt;
}

std::optional<SyntaxFault> checkRequestLine(QByteArrayView line, char &minor)
{
    const auto methodEnd = line.indexOf(' ');
    const auto targetEnd = line.lastIndexOf(' ');
    if (methodEnd <= 0 || targetEnd <= methodEnd + 1)
        return bad("The request line is not a method, a target and a version, with one space between them "
                   "(RFC 9112, section 3).");
    const auto method = line.first(methodEnd);
    const auto target = line.sliced(methodEnd + 1, targetEnd - methodEnd - 1);
    if (!std::all_of(method.begin(), method.end(), isTokenChar))
        return bad("The request's method has a character that no method may have (RFC 9110, section 9.1).");
    if (const auto fault = checkVersion(line.sliced(targetEnd + 1), minor))
        return fault;
    if (!std::all_of(target.begin(), target.end(), isTargetChar))
        return bad(
            "The request's target has a character that must be percent-encoded (RFC 9112, section 3.2).");
    return std::nullopt;
}

std::optional<SyntaxFault> checkFieldLine(QByteArrayView line)
{
    const auto colon = line.indexOf(':');
    if (colon <= 0)
        return bad(
            "A line of the request's head is not a field name, a colon and a value (RFC 9112, section 5).");
    const auto name = line.first(colon);
    if (name.back() == ' ' || name.back() == '\t')
        return bad("There is white space between a field name and its colon (RFC 9112, section 5.1).");
    if (!std::all_of(name.begin(), name.end(), isTokenChar))
        return bad("A field name has a character that none may have (RFC 9110, section 5.1).");
    return std::nullopt;
}

/// RFC 9112 §3.2.1 to §3.2.4: the path of the four forms of a target, or nothing.
std::optional<QByteArrayView> pathOf(const RequestHead &head)
{
    const auto target = head.target;
    if (target == "*")
        return head.method == "OPTIONS" ? std::optional(target) : std::nullopt;
    auto rest = target;
    if (!target.startsWith('/')) {
        const auto scheme = target.indexOf(QByteArrayView("://"));
        if (scheme <= 0 || !(equalsIgnoringCase(target.first(scheme), "http") ||
                             equalsIgnoringCase(target.first(scheme), "https")))
            return std::nullopt;
        rest = target.sliced(scheme + 3);
        const auto end = std::find_if(rest.begin(), rest.end(), [](char c) { return c == '/' || c == '?'; });
        const auto authority = rest.first(end - rest.begin());
        if (authority.isEmpty() || !std::all_of(authority.begin(), authority.end(), isHostChar))
            return std::nullopt;
        rest = rest.sliced(authority.size());
    }
    const auto query = rest.indexOf('?');
    const auto path = query < 0 ? rest : rest.first(query);
    return path.isEmpty() ? QByteArrayView("/") : path;
}

std::optional<SyntaxFault> checkHost(const RequestHead &head)
{
    const auto hosts = head.count("host");
    if (hosts > 1 || (hosts == 0 && head.minorVersion > 0))
        return bad("The request must have exactly one Host field (RFC 9112, section 3.2).");
    const auto host = head.value("host");
    if (!std::all_of(host.begin(), host.end(), isHostChar))
        return bad("The Host field is not a host name with an optional port (RFC 9112, section 3.2).");
    return std::nullopt;
}

std::optional<SyntaxFault> checkFraming(RequestHead &head)
{
    const auto lengths = head.count("content-length");
    const auto codings = head.count("transfer-encoding");
    if (lengths > 0 && codings > 0)
        return bad("The request has both Content-Length and Transfer-Encoding (RFC 9112, section 6.1).");
    if (lengths > 1 || codings > 1)
        return bad("Content-Length or Transfer-Encoding is there more than once (RFC 9112, section 6.3).");
    if (codings == 1) {
        if (head.minorVersion == 0)
            return bad("An HTTP/1.0 request cannot have a Transfer-Encoding (RFC 9112, section 6.1).");
        if (!equalsIgnoringCase(head.value("transfer-encoding"), "chunked"))
            return bad("The only Transfer-Encoding understood here is chunked (RFC 9112, section 6.1).");
        head.chunked = true;
    }
    if (lengths == 1) {
        const auto value = head.value("content-length");
        if (value.isEmpty() || !std::all_of(value.begin(), value.end(), isDigit))
            return bad("Content-Length is not a number of bytes (RFC 9110, section 8.6).");
        bool fits = false;
        const auto length = value.toLongLong(&fits);
        head.contentLength = fits ? length : std::numeric_limits<qint64>::max();
    }
    return std::nullopt;
}

bool hasConnectionOption(const RequestHead &head, QByteArrayView option)
{
    for (const auto &[name, value] : head.headers) {
        if (!equalsIgnoringCase(name, "connection"))
            continue;
        for (const auto &part : value.toByteArray().split(',')) {
            if (equalsIgnoringCase(trimmedView(part), option))
                return true;
        }
    }
    return false;
}

} // namespace

bool isTokenChar(char c)
{
    return isAlphaNumeric(c) || isOneOf(c, "!#$%&'*+-.^_`|~");
}

QByteArrayView trimmedView(QByteArrayView text)
{
    const auto isSpace = [](char c) { return c == ' ' || c == '\t'; };
    while (!text.isEmpty() && isSpace(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && isSpace(text.back()))
        text.chop(1);
    return text;
}

bool equalsIgnoringCase(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && qstrnicmp(a.data(), a.size(), b.data(), b.size()) == 0;
}

QByteArrayView RequestHead::value(QByteArrayView name) const
{
    for (const auto &[field, text] : headers) {
        if (equalsIgnoringCase(field, name))
            return text;
    }
    return {};
}

int RequestHead::count(QByteArrayView name) const
{
    return static_cast<int>(std::count_if(headers.begin(), headers.end(), [name](const auto &header) {
        return equalsIgnoringCase(header.first, name);
    }));
}

std::optional<SyntaxFault> checkLines(QByteArray &raw)
{
    char minor = '1';
    const auto firstEnd = raw.indexOf("\r\n");
    if (const auto fault = checkRequestLine(QByteArrayView(raw).first(firstEnd), minor))
        return fault;
    raw[firstEnd - 1] = minor;
    for (auto at = firstEnd + 2; at < raw.size() - 2;) {
        const auto end = raw.indexOf("\r\n", at);
        if (const auto fault = checkFieldLine(QByteArrayView(raw).sliced(at, end - at)))
            return fault;
        at = end + 2;
    }
    return std::nullopt;
}

std::optional<SyntaxFault> checkFields(RequestHead &head)
{
    const auto path = pathOf(head);
    if (!path)
        return bad("The request's target is not a path or an http URL (RFC 9112, section 3.2).");
    head.path = *path;
    if (const auto fault = checkHost(head))
        return fault;
    if (const auto fault = checkFraming(head))
        return fault;
    if (head.minorVersion > 0 && head.count("expect") > 0) {
        if (head.count("expect") > 1 || !equalsIgnoringCase(head.value("expect"), "100-continue"))
            return bad("The only expectation understood here is 100-continue (RFC 9110, section 10.1.1).");
        head.expectContinue = true;
    }
    head.keepAlive = !hasConnectionOption(head, "close") &&
                     (head.minorVersion > 0 || hasConnectionOption(head, "keep-alive"));
    return std::nullopt;
}

} // namespace salesdesk
