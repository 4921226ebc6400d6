// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/mediatype.h"

#include "model/intake/intake.h"

#include <algorithm>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

bool isTokenChar(char c)
{
    static constexpr QByteArrayView marks = "!#$%&'*+-.^_`|~";
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || marks.contains(c);
}

/// One header value, from left to right.
class HeaderScanner final
{
public:
    explicit HeaderScanner(QByteArrayView text)
        : m_text(text)
    {
    }
    [[nodiscard]] bool atEnd() const { return m_at == m_text.size(); }
    bool take(char c)
    {
        if (atEnd() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }
    void space()
    {
        while (take(' ') || take('\t')) {
        }
    }
    /// Up to the next parameter or space.
    QByteArray token(bool slash = false)
    {
        const auto from = m_at;
        while (!atEnd() && (isTokenChar(m_text[m_at]) || (slash && m_text[m_at] == '/')))
            ++m_at;
        return m_text.sliced(from, m_at - from).toByteArray();
    }
    /// After the opening quote; nothing when the closing one is missing.
    std::optional<QByteArray> quoted()
    {
        QByteArray text;
        while (!atEnd()) {
            char c = m_text[m_at++];
            if (c == '"')
                return text;
            if (c == '\\' && !atEnd())
                c = m_text[m_at++];
            text += c;
        }
        return std::nullopt;
    }

private:
    QByteArrayView m_text;
    qsizetype m_at = 0;
};

std::optional<HeaderParameter> readParameter(HeaderScanner &scan)
{
    HeaderParameter parameter{scan.token().toLower(), {}};
    scan.space();
    if (parameter.name.isEmpty() || !scan.take('='))
        return std::nullopt;
    scan.space();
    if (scan.take('"')) {
        auto text = scan.quoted();
        if (!text)
            return std::nullopt;
        parameter.value = *std::move(text);
    } else {
        // Slashes, which boundaries of some libraries bear unquoted, are let pass.
        parameter.value = scan.token(true);
        if (parameter.value.isEmpty())
            return std::nullopt;
    }
    return parameter;
}

Refusal notAccepted(const QString &what)
{
    return {
        CallReason::MediaType,
        what +
            u" Send application/json, application/x-www-form-urlencoded or multipart/form-data, in UTF-8."_s,
        {},
        0};
}

} // namespace

std::optional<QByteArray> HeaderWithParameters::parameter(QByteArrayView name) const
{
    for (const auto &entry : parameters) {
        if (entry.name == name)
            return entry.value;
    }
    return std::nullopt;
}

std::optional<HeaderWithParameters> readHeaderWithParameters(QByteArrayView text)
{
    HeaderScanner scan(text);
    scan.space();
    HeaderWithParameters header{scan.token(true).toLower(), {}};
    scan.space();
    while (scan.take(';')) {
        scan.space();
        if (scan.atEnd())
            break; // a last semicolon with nothing after it is common
        auto parameter = readParameter(scan);
        if (!parameter || header.parameter(parameter->name))
            return std::nullopt;
        header.parameters.append(*std::move(parameter));
        scan.space();
    }
    if (header.value.isEmpty() || !scan.atEnd())
        return std::nullopt;
    return header;
}

bool isUtf8Charset(QByteArrayView charset)
{
    return charset.compare("utf-8", Qt::CaseInsensitive) == 0 ||
           charset.compare("utf8", Qt::CaseInsensitive) == 0 ||
           charset.compare("us-ascii", Qt::CaseInsensitive) == 0;
}

std::variant<Refusal, BodyType> bodyTypeOf(QByteArrayView contentType)
{
    if (contentType == "application/json") // what nearly every call bears
        return BodyType::Json;
    if (contentType.trimmed().isEmpty())
        return notAccepted(u"The Content-Type header is missing."_s);
    const auto header = readHeaderWithParameters(contentType);
    if (!header)
        return notAccepted(u"The Content-Type header is malformed."_s);
    const auto charset = header->parameter("charset");
    if (charset && !isUtf8Charset(*charset))
        return notAccepted(u"The body's charset is %1."_s.arg(QString::fromUtf8(*charset)));
    const auto &type = header->value;
    if (type == "application/json" || (type.startsWith("application/") && type.endsWith("+json")))
        return BodyType::Json;
    if (type == "application/x-www-form-urlencoded")
        return BodyType::UrlEncoded;
    if (type != "multipart/form-data")
        return notAccepted(u"A body of type %1 is not accepted."_s.arg(QString::fromUtf8(type)));
    const auto boundary = header->parameter("boundary");
    if (!boundary || boundary->isEmpty() || boundary->size() > 70) // RFC 2046 §5.1.1
        return notAccepted(u"The Content-Type multipart/form-data needs a boundary of 1 to 70 characters."_s);
    return BodyType::Multipart;
}

} // namespace salesdesk
