// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/field.h"
#include "model/intake/jsonsyntax.h"

#include <simdjson.h>

#include <algorithm>
#include <tuple>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

namespace ondemand = simdjson::ondemand;

Refusal badJson(QByteArrayView body, qsizetype offset, const QString &what)
{
    const auto place = placeOf(body, offset);
    return {CallReason::BadJson,
            u"%1 (line %2, column %3)."_s.arg(what).arg(place.line).arg(place.column),
            {},
            0};
}

void appendUtf8(std::vector<char> &out, unsigned code)
{
    const auto add = [&](unsigned byte) { out.push_back(static_cast<char>(byte)); };
    if (code < 0x80) {
        add(code);
    } else if (code < 0x800) {
        add(0xc0 | code >> 6);
        add(0x80 | (code & 0x3f));
    } else if (code < 0x10000) {
        add(0xe0 | code >> 12);
        add(0x80 | (code >> 6 & 0x3f));
        add(0x80 | (code & 0x3f));
    } else {
        add(0xf0 | code >> 18);
        add(0x80 | (code >> 12 & 0x3f));
        add(0x80 | (code >> 6 & 0x3f));
        add(0x80 | (code & 0x3f));
    }
}

/// Four hexadecimal digits; nothing when one of them is none.
std::optional<unsigned> codeUnit(const char *at)
{
    unsigned unit = 0;
    for (int i = 0; i < 4; ++i) {
        const char c = at[i];
        const bool digit = c >= '0' && c <= '9';
        const char lower = static_cast<char>(c | 0x20);
        if (!digit && (lower < 'a' || lower > 'f'))
            return std::nullopt;
        unit = unit * 16 + static_cast<unsigned>(digit ? c - '0' : lower - 'a' + 10);
    }
    return unit;
}

/// Walks a whole document, unknown fields too: on-demand parsing checks only what is looked at. simdjson's
/// own reading of texts and numbers is not used: it differs between its versions on lone surrogates and
/// refuses numbers past 64 bits, which ids may be.
class Walk final
{
public:
    explicit Walk(DecodedBody &body)
        : m_body(body)
        , m_start(body.bytes.data())
    {
    }

    /// The second field of a name that one object has twice; null when there is none.
    [[nodiscard]] const std::optional<Member> &duplicate() const { return m_duplicate; }

    /// False when the document is refused; why is for findJsonFault() unless duplicate() tells.
    bool object(ondemand::object &object, int depth, Field &into)
    {
        if (depth > jsonDepthLimit)
            return false;
        for (auto entry : object) {
            ondemand::field field;
            if (std::move(entry).get(field) || into.members.size() == jsonFieldLimit)
                return false;
            const char *raw = field.key().raw();
            const auto name = text(raw);
            if (!name)
                return false;
            into.members.push_back({*name, {}, raw - m_start - 1});
            if (!value(field.value(), depth, into.members.back().value))
                return false;
        }
        const bool unique = checkUnique(into.members);
        if (depth > 2)
            into.members.clear(); // nothing reads that deep: keep the names no longer than for the check
        return unique;
    }

private:
    bool value(ondemand::value &value, int depth, Field &into)
    {
        const auto token = value.raw_json_token();
        switch (token.front()) {
        case '{': {
            into.kind = Field::Kind::Object;
            ondemand::object inner;
            return !value.get_object().get(inner) && object(inner, depth + 1, into);
        }
        case '[': {
            into.kind = Field::Kind::Array;
            ondemand::array inner;
            return !value.get_array().get(inner) && array(inner, depth + 1);
        }
        case '"': {
            into.kind = Field::Kind::Text;
            ondemand::raw_json_string raw;
            if (value.get_raw_json_string().get(raw))
                return false;
            const auto decoded = text(raw.raw());
            into.text = decoded.value_or(std::string_view());
            return decoded.has_value();
        }
        default:
            return scalar(token, into);
        }
    }

    bool array(ondemand::array &array, int depth)
    {
        if (depth > jsonDepthLimit)
            return false;
        for (auto entry : array) {
            ondemand::value element;
            Field ignored;
            // NOLINTNEXTLINE(performance-move-const-arg): simdjson's get() takes temporaries only (&&).
            if (std::move(entry).get(element) || !value(element, depth, ignored))
                return false;
        }
        return true;
    }

    static bool scalar(std::string_view token, Field &into)
    {
        token = token.substr(0, token.find_last_not_of(" \t\r\n") + 1);
        if (token == "null")
            into.kind = Field::Kind::Null;
        else if (token == "true")
            into.kind = Field::Kind::True;
        else if (token == "false")
            into.kind = Field::Kind::False;
        else if (isJsonNumber(token))
            into = {Field::Kind::Number, token, {}};
        else
            return false;
        return true;
    }

    /// The text that starts after a quote. simdjson has made sure that it is closed.
    std::optional<std::string_view> text(const char *from)
    {
        const char *at = from;
        while (*at != '"' && *at != '\\')
            ++at;
        if (*at == '"')
            return std::string_view(from, static_cast<size_t>(at - from));
        auto &out = m_body.unescaped;
        out.reserve(
            m_body.bytes.size()); // a text is never longer than its escaped form: the views stay right
        const auto begin = out.size();
        out.insert(out.end(), from, at);
        while (*at != '"') {
            if (*at != '\\')
                out.push_back(*at++);
            else if (!unescape(at))
                return std::nullopt;
        }
        return std::string_view(out.data() + begin, out.size() - begin);
    }

    bool unescape(const char *&at)
    {
        static constexpr std::string_view letters = "\"\\/bfnrt";
        static constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
        if (at[1] == 'u')
            return unescapeUnit(at);
        const auto index = letters.find(at[1]);
        if (index == std::string_view::npos)
            return false;
        m_body.unescaped.push_back(meanings[index]);
        at += 2;
        return true;
    }

    bool unescapeUnit(const char *&at)
    {
        const auto first = codeUnit(at + 2);
        if (!first || (*first >= 0xdc00 && *first < 0xe000))
            return false;
        at += 6;
        if (*first < 0xd800 || *first >= 0xe000) {
            appendUtf8(m_body.unescaped, *first);
            return true;
        }
        const auto second = at[0] == '\\' && at[1] == 'u' ? codeUnit(at + 2) : std::nullopt;
        if (!second || *second < 0xdc00 || *second >= 0xe000)
            return false;
        at += 6;
        appendUtf8(m_body.unescaped, 0x10000 + ((*first - 0xd800) << 10) + (*second - 0xdc00));
        return true;
    }

    bool checkUnique(const std::vector<Member> &members)
    {
        constexpr size_t few = 32;
        if (members.size() <= few) {
            for (size_t i = 1; i < members.size(); ++i) {
                for (size_t j = 0; j < i; ++j) {
                    if (members[i].name == members[j].name)
                        return refuseDuplicate(members[i]);
                }
            }
            return true;
        }
        // By sorting, whose time no choice of names can spoil.
        std::vector<const Member *> sorted;
        sorted.reserve(members.size());
        for (const auto &member : members)
            sorted.push_back(&member);
        std::sort(sorted.begin(), sorted.end(), [](const Member *a, const Member *b) {
            return std::tie(a->name, a->offset) < std::tie(b->name, b->offset);
        });
        const auto twin =
            std::adjacent_find(sorted.begin(), sorted.end(),
                               [](const Member *a, const Member *b) { return a->name == b->name; });
        return twin == sorted.end() || refuseDuplicate(**std::next(twin));
    }

    bool refuseDuplicate(const Member &second)
    {
        m_duplicate = Member{second.name, {}, second.offset};
        return false;
    }

    DecodedBody &m_body;
    const char *m_start;
    std::optional<Member> m_duplicate;
};

/// Whether simdjson reads `body.bytes`, of which `size` are the text and the rest is padding.
bool walkDocument(ondemand::parser &parser, Walk &walk, DecodedBody &body, size_t size)
{
    ondemand::document document;
    if (parser.iterate(body.bytes.data(), size, body.bytes.size()).get(document))
        return false;
    ondemand::object top;
    if (document.get_object().get(top) || !walk.object(top, 1, body.root))
        return false;
    const char *rest = nullptr;
    return document.current_location().get(rest) == simdjson::OUT_OF_BOUNDS; // nothing follows
}

Refusal whyRefused(QByteArrayView text, const Walk &walk)
{
    if (const auto &twin = walk.duplicate()) {
        const auto name = QString::fromUtf8(twin->name.data(), static_cast<qsizetype>(twin->name.size()));
        auto refusal =
            badJson(text, twin->offset, u"\"%1\" is there twice: send each field once"_s.arg(name));
        refusal.errors = {{name, u"duplicate_key"_s, refusal.detail}};
        return refusal;
    }
    if (const auto fault = findJsonFault(text))
        return badJson(text, fault->offset, fault->what);
    return badJson(text, 0, u"The body does not parse as JSON"_s);
}

} // namespace

Decoding decodeJson(QByteArrayView body)
{
    if (auto refusal = refusalUnlessUtf8(body))
        return *std::move(refusal);
    const auto text =
        body.startsWith("\xEF\xBB\xBF") ? body.sliced(3) : body; // RFC 8259 §8.1 lets us accept it
    const auto *const first = std::find_if_not(
        text.begin(), text.end(), [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; });
    if (first == text.end())
        return Refusal{
            CallReason::BadJson, u"The body is empty: send a JSON object with the fields."_s, {}, 0};
    if (*first != '{') {
        const auto fault = findJsonFault(text);
        return fault ? badJson(text, fault->offset, fault->what)
                     : badJson(text, first - text.begin(),
                               u"The JSON must be one object, { … }, with the fields"_s);
    }

    DecodedBody decoded;
    decoded.bytes.reserve(static_cast<size_t>(text.size()) + simdjson::SIMDJSON_PADDING);
    decoded.bytes.assign(text.begin(), text.end());
    decoded.bytes.resize(decoded.bytes.capacity());
    Walk walk(decoded);
    // A parser keeps its buffers. One a thread saves allocations; a large body's would stay for ever.
    constexpr qsizetype large = 1 << 20;
    thread_local ondemand::parser kept;
    ondemand::parser own;
    if (!walkDocument(text.size() > large ? own : kept, walk, decoded, static_cast<size_t>(text.size())))
        return whyRefused(text, walk);
    return decoded;
}

} // namespace salesdesk
