// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/formbody.h"

#include <algorithm>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

std::optional<unsigned> hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return static_cast<unsigned>(c - '0');
    const char lower = static_cast<char>(c | 0x20);
    if (lower >= 'a' && lower <= 'f')
        return static_cast<unsigned>(lower - 'a' + 10);
    return std::nullopt;
}

/// "energy_meta[gas_usage]" as its two names; the second is empty for a plain name.
struct FormName {
    std::string_view outer;
    std::string_view inner;
};

FormName splitName(std::string_view name)
{
    const auto open = name.find('[');
    if (open == std::string_view::npos || open == 0 || name.back() != ']')
        return {name, {}};
    const auto inner = name.substr(open + 1, name.size() - open - 2);
    if (inner.empty() || inner.find_first_of("[]") != std::string_view::npos)
        return {name, {}}; // deeper nesting or a list: a name that nothing reads
    return {name.substr(0, open), inner};
}

bool isUtf8(std::string_view text)
{
    return !refusalUnlessUtf8({text.data(), static_cast<qsizetype>(text.size())});
}

/// Decodes %XX and + of `text` to the end of `out`, which has room. Nothing for an incomplete %XX.
std::optional<std::string_view> decodePercent(QByteArrayView text, std::vector<char> &out)
{
    const auto begin = out.size();
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == '+') {
            out.push_back(' ');
        } else if (text[i] != '%') {
            out.push_back(text[i]);
        } else {
            const auto high = i + 2 < text.size() ? hexDigit(text[i + 1]) : std::nullopt;
            const auto low = i + 2 < text.size() ? hexDigit(text[i + 2]) : std::nullopt;
            if (!high || !low)
                return std::nullopt;
            out.push_back(static_cast<char>(*high << 4 | *low));
            i += 2;
        }
    }
    return std::string_view(out.data() + begin, out.size() - begin);
}

} // namespace

Refusal badForm(const QString &detail)
{
    return {CallReason::BadForm, detail, {}, 0};
}

std::optional<Refusal> FormFields::add(std::string_view name, std::string_view value)
{
    if (auto refusal = skip())
        return refusal;
    if (static_cast<qsizetype>(name.size()) > longestName)
        return badForm(
            u"Field %1 of the form has a name of more than %2 bytes."_s.arg(m_count).arg(longestName));
    const auto parts = splitName(name);
    const auto outer = parts.outer; // named again: clang 14 captures no structured bindings
    const auto inner = parts.inner;
    const auto twice = [&] {
        auto refusal =
            badForm(u"\"%1\" is there twice in the form: send each field once."_s.arg(fromUtf8(name)));
        refusal.errors = {{fromUtf8(name), u"duplicate_key"_s, refusal.detail}};
        return refusal;
    };
    const auto put = [&](std::vector<Member> &members, std::string_view key) {
        const auto kind = value.empty() ? Field::Kind::Null : Field::Kind::Text;
        members.push_back({key, {kind, value, {}}});
    };
    auto &members = m_root.members;
    auto found =
        std::find_if(members.begin(), members.end(), [&](const Member &m) { return m.name == outer; });
    if (inner.empty()) {
        if (found != members.end())
            return twice();
        put(members, outer);
        return std::nullopt;
    }
    if (found == members.end()) {
        members.push_back({outer, {Field::Kind::Object, {}, {}}});
        found = std::prev(members.end());
    }
    if (found->value.kind != Field::Kind::Object || found->value.find(inner))
        return twice();
    put(found->value.members, inner);
    return std::nullopt;
}

std::optional<Refusal> FormFields::skip()
{
    if (++m_count > mostFields)
        return badForm(u"The form has more than %1 fields: send only those that are read."_s.arg(mostFields));
    return std::nullopt;
}

Decoding decodeUrlEncoded(QByteArrayView body)
{
    DecodedBody decoded;
    decoded.bytes.reserve(static_cast<size_t>(body.size())); // decoding never lengthens: the views stay right
    FormFields fields;
    while (!body.isEmpty()) {
        const auto end = body.indexOf('&');
        const auto pair = end < 0 ? body : body.first(end);
        body = end < 0 ? QByteArrayView() : body.sliced(end + 1);
        if (pair.isEmpty())
            continue;
        const auto equals = pair.indexOf('=');
        const auto name = decodePercent(equals < 0 ? pair : pair.first(equals), decoded.bytes);
        const auto value =
            decodePercent(equals < 0 ? QByteArrayView() : pair.sliced(equals + 1), decoded.bytes);
        if (!name || !value)
            return badForm(
                u"A % in the form is not followed by two hexadecimal digits: write % itself as %25."_s);
        if (!isUtf8(*name) || !isUtf8(*value))
            return Refusal{CallReason::NotUtf8,
                           u"The form is not UTF-8 once it is decoded. Send it encoded as UTF-8."_s,
                           {},
                           0};
        if (auto refusal = fields.add(*name, *value))
            return *std::move(refusal);
    }
    decoded.root = fields.take();
    return decoded;
}

} // namespace salesdesk
