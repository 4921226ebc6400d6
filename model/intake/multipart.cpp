// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/formbody.h"
#include "model/intake/mediatype.h"

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype longestPartHead = 4096; ///< bytes, all header lines of one part

/// What the headers of one part say.
struct PartHead {
    QByteArray name;
    bool isFile = false;
};

/// Where a delimiter line starts, its end, and whether it is the closing one (RFC 2046 §5.1.1).
struct Delimiter {
    qsizetype start = 0; ///< of the line break before it, which belongs to it
    qsizetype end = 0;   ///< after its own line break
    bool closing = false;
};

/// The next delimiter at or after `from`, which is the start of a line.
std::optional<Delimiter> nextDelimiter(QByteArrayView body, QByteArrayView dashBoundary, qsizetype from)
{
    for (auto at = body.indexOf(dashBoundary, from); at >= 0; at = body.indexOf(dashBoundary, at + 1)) {
        const bool atLineStart =
            at == from || (at >= from + 2 && body[at - 1] == '\n' && body[at - 2] == '\r');
        auto end = at + dashBoundary.size();
        const bool closing = body.sliced(end).startsWith("--");
        if (closing)
            end += 2;
        while (end < body.size() && (body[end] == ' ' || body[end] == '\t'))
            ++end;
        const bool breaks = body.sliced(end).startsWith("\r\n");
        if (atLineStart && (breaks || (closing && end == body.size())))
            return Delimiter{at == from ? at : at - 2, breaks ? end + 2 : end, closing};
    }
    return std::nullopt;
}

/// Browsers and the HTML standard write a quote within a name as %22.
QByteArray unquoted(QByteArray name)
{
    return name.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n");
}

std::optional<Refusal> readHeaderLine(QByteArrayView line, PartHead &part)
{
    const auto colon = line.indexOf(':');
    if (colon <= 0)
        return badForm(u"A part of the form has a header line without a colon."_s);
    const auto name = line.first(colon);
    const auto value = line.sliced(colon + 1).trimmed();
    const auto is = [&](QByteArrayView header) { return name.compare(header, Qt::CaseInsensitive) == 0; };
    if (is("Content-Disposition")) {
        const auto header = readHeaderWithParameters(value);
        const auto field = header ? header->parameter("name") : std::nullopt;
        if (!field || header->value != "form-data")
            return badForm(u"A part of the form has no Content-Disposition: form-data with a name."_s);
        part.name = unquoted(*field);
        part.isFile = header->parameter("filename") || header->parameter("filename*");
    } else if (is("Content-Transfer-Encoding")) {
        const auto encoding = value.toByteArray().toLower();
        if (encoding != "7bit" && encoding != "8bit" && encoding != "binary")
            return badForm(u"A part of the form is encoded as %1: send it as it is (RFC 7578, 4.7)."_s.arg(
                QString::fromUtf8(encoding)));
    } else if (is("Content-Type")) {
        const auto header = readHeaderWithParameters(value);
        const auto charset = header ? header->parameter("charset") : std::nullopt;
        if (charset && !isUtf8Charset(*charset))
            return badForm(
                u"A part of the form has the charset %1: send UTF-8."_s.arg(QString::fromUtf8(*charset)));
    }
    return std::nullopt;
}

/// Reads the header lines of `part` and leaves its content in it.
std::variant<Refusal, PartHead> takeHead(QByteArrayView &part)
{
    PartHead head;
    qsizetype size = 0;
    for (;;) {
        const auto end = part.indexOf("\r\n");
        if (end < 0)
            return badForm(u"A part of the form has no empty line after its headers."_s);
        const auto line = part.first(end);
        part = part.sliced(end + 2);
        size += end + 2;
        if (size > longestPartHead)
            return badForm(u"A part of the form has more than %1 bytes of headers."_s.arg(longestPartHead));
        if (line.isEmpty())
            break;
        if (auto refusal = readHeaderLine(line, head))
            return *std::move(refusal);
    }
    if (head.name.isEmpty())
        return badForm(u"A part of the form has no Content-Disposition: form-data with a name."_s);
    return head;
}

/// Adds one part; names, which may differ from their bytes in the body, are kept in `decoded`.
std::optional<Refusal> addPart(QByteArrayView part, DecodedBody &decoded, FormFields &fields)
{
    auto read = takeHead(part);
    if (auto *refusal = std::get_if<Refusal>(&read))
        return std::move(*refusal);
    const auto &head = std::get<PartHead>(read);
    if (head.isFile) {
        const auto field = QString::fromUtf8(head.name);
        decoded.warnings.append(
            {field, u"ignored"_s, field + u" is a file and is ignored: send it as a text."_s});
        return fields.skip();
    }
    const auto begin = decoded.bytes.size();
    decoded.bytes.insert(decoded.bytes.end(), head.name.begin(), head.name.end());
    const std::string_view name(decoded.bytes.data() + begin, static_cast<size_t>(head.name.size()));
    return fields.add(name, {part.data(), static_cast<size_t>(part.size())});
}

} // namespace

Decoding decodeMultipart(QByteArrayView body, QByteArrayView boundary)
{
    if (auto refusal = refusalUnlessUtf8(body))
        return *std::move(refusal);
    DecodedBody decoded;
    decoded.bytes.reserve(static_cast<size_t>(body.size())); // names are never longer than written
    FormFields fields;
    const auto dashBoundary = "--" + boundary.toByteArray();
    auto here = nextDelimiter(body, dashBoundary, 0); // what stands before the first one is ignored
    if (!here)
        return badForm(u"The boundary that the Content-Type names is not in the body."_s);
    while (!here->closing) {
        const auto next = nextDelimiter(body, dashBoundary, here->end);
        if (!next)
            return badForm(u"The form ends without its closing boundary: part of it is missing."_s);
        if (auto refusal = addPart(body.sliced(here->end, next->start - here->end), decoded, fields))
            return *std::move(refusal);
        here = next;
    }
    decoded.root = fields.take();
    return decoded;
}

} // namespace salesdesk
