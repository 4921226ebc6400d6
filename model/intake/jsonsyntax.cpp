// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/jsonsyntax.h"

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::optional<unsigned> hexDigit(char c)
{
    if (isDigit(c))
        return static_cast<unsigned>(c - '0');
    if (c >= 'a' && c <= 'f')
        return static_cast<unsigned>(c - 'a' + 10);
    if (c >= 'A' && c <= 'F')
        return static_cast<unsigned>(c - 'A' + 10);
    return std::nullopt;
}

/// Recursive descent over the text, to the first fault. Depth is bounded by jsonDepthLimit, the fields of an
/// object by jsonFieldLimit.
class FaultFinder final
{
public:
    explicit FaultFinder(QByteArrayView text)
        : m_text(text)
    {
    }

    std::optional<JsonFault> find()
    {
        if (space() && value(0) && space() && m_at < m_text.size())
            fail(u"Nothing may follow the end of the JSON"_s);
        return m_fault;
    }

private:
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] char peek() const { return atEnd() ? '\0' : m_text[m_at]; }
    [[nodiscard]] bool startsWith(QByteArrayView word) const { return m_text.sliced(m_at).startsWith(word); }

    bool fail(const QString &what)
    {
        m_fault = JsonFault{m_at, atEnd() ? u"The JSON ends too early"_s : what};
        return false;
    }

    bool take(char c)
    {
        if (atEnd() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }

    /// White space; a comment, which people expect to be allowed, is told apart from other faults.
    bool space()
    {
        while (!atEnd() && (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r'))
            ++m_at;
        if (startsWith("//") || startsWith("/*") || peek() == '#')
            return fail(u"JSON has no comments: take out the one here"_s);
        return true;
    }

    bool value(int depth)
    {
        switch (peek()) {
        case '{':
        case '[':
            if (depth == jsonDepthLimit)
                return fail(u"Objects and lists may be nested %1 levels deep, and here it gets deeper"_s.arg(
                    jsonDepthLimit));
            return peek() == '{' ? object(depth + 1) : array(depth + 1);
        case '"':
            return string();
        default:
            return scalar();
        }
    }

    bool object(int depth)
    {
        ++m_at;
        if (!space())
            return false;
        if (take('}'))
            return true;
        int fields = 0;
        do {
            if (!space())
                return false;
            if (peek() == '}')
                return fail(u"A comma may not stand before }"_s);
            if (peek() != '"')
                return fail(u"A field's name in double quotes is expected here"_s);
            if (++fields > jsonFieldLimit)
                return fail(u"An object may have %1 fields, and here it gets more"_s.arg(jsonFieldLimit));
            if (!string() || !space())
                return false;
            if (!take(':'))
                return fail(u"A colon is expected here, after the field's name"_s);
            if (!space() || !value(depth) || !space())
                return false;
        } while (take(','));
        return take('}') || fail(u"A comma or } is expected here"_s);
    }

    bool array(int depth)
    {
        ++m_at;
        if (!space())
            return false;
        if (take(']'))
            return true;
        do {
            if (!space())
                return false;
            if (peek() == ']')
                return fail(u"A comma may not stand before ]"_s);
            if (!value(depth) || !space())
                return false;
        } while (take(','));
        return take(']') || fail(u"A comma or ] is expected here"_s);
    }

    bool string()
    {
        ++m_at;
        while (!take('"')) {
            if (atEnd())
                return fail({});
            if (static_cast<unsigned char>(peek()) < 0x20)
                return fail(u"A line break or control character in a text must be written as an escape, "
                            "such as \\n"_s);
            if (peek() != '\\')
                ++m_at;
            else if (!escape())
                return false;
        }
        return true;
    }

    bool escape()
    {
        const auto start = m_at;
        const auto unknown = [&] {
            m_at = start;
            return fail(u"This escape is not one of JSON's"_s);
        };
        ++m_at;
        const char c = peek();
        if (c == 'u') {
            ++m_at;
            const auto first = codeUnit();
            if (!first)
                return unknown();
            const bool high = *first >= 0xd800 && *first < 0xdc00;
            const bool low = *first >= 0xdc00 && *first < 0xe000;
            const auto second = high && take('\\') && take('u') ? codeUnit() : std::nullopt;
            if (low || (high && !(second && *second >= 0xdc00 && *second < 0xe000))) {
                m_at = start;
                return fail(u"This is half of a surrogate pair"_s);
            }
            return true;
        }
        if (atEnd() || std::string_view("\"\\/bfnrt").find(c) == std::string_view::npos)
            return unknown();
        ++m_at;
        return true;
    }

    std::optional<unsigned> codeUnit()
    {
        unsigned unit = 0;
        for (int i = 0; i < 4; ++i) {
            const auto digit = atEnd() ? std::nullopt : hexDigit(peek());
            if (!digit)
                return std::nullopt;
            unit = unit * 16 + *digit;
            ++m_at;
        }
        return unit;
    }

    bool scalar()
    {
        const auto start = m_at;
        while (!atEnd() && std::string_view(" \t\r\n,:]}[{\"").find(peek()) == std::string_view::npos &&
               !startsWith("//") && !startsWith("/*") && peek() != '#')
            ++m_at;
        const auto token = m_text.sliced(start, m_at - start);
        if (token == "true" || token == "false" || token == "null" ||
            isJsonNumber({token.data(), static_cast<size_t>(token.size())}))
            return true;
        m_at = start;
        if (peek() == '\'')
            return fail(u"Texts stand in double quotes"_s);
        if (isDigit(peek()) || peek() == '-' || peek() == '+' || peek() == '.')
            return fail(u"This is not a number as JSON writes them"_s);
        return fail(
            u"A value is expected here: a text in double quotes, a number, true, false, null, { or ["_s);
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
    std::optional<JsonFault> m_fault;
};

} // namespace

std::optional<JsonFault> findJsonFault(QByteArrayView text)
{
    return FaultFinder(text).find();
}

bool isJsonNumber(std::string_view token)
{
    size_t at = 0;
    const auto digits = [&] {
        const auto from = at;
        while (at < token.size() && isDigit(token[at]))
            ++at;
        return at - from;
    };
    const auto take = [&](char c) { return at < token.size() && token[at] == c && ++at > 0; };
    take('-');
    const bool zero = at < token.size() && token[at] == '0';
    const auto whole = digits();
    if (whole == 0 || (zero && whole > 1))
        return false;
    if (take('.') && digits() == 0)
        return false;
    if (take('e') || take('E')) {
        if (!take('+'))
            take('-');
        if (digits() == 0)
            return false;
    }
    return at == token.size();
}

} // namespace salesdesk
