// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/field.h"

#include <simdjson.h>

#include <algorithm>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

/// Bytes of the UTF-8 sequence that starts at `at`; 0 when none does (Unicode 15, table 3-7).
qsizetype sequenceLength(QByteArrayView text, qsizetype at)
{
    const auto byte = [&](qsizetype i) -> unsigned {
        return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
    };
    const auto within = [](unsigned value, unsigned low, unsigned high) {
        return value >= low && value <= high;
    };
    const auto isTail = [&](qsizetype i) { return within(byte(i), 0x80, 0xbf); };
    const auto first = byte(0);
    if (first < 0x80)
        return 1;
    if (within(first, 0xc2, 0xdf))
        return isTail(1) ? 2 : 0;
    if (within(first, 0xe0, 0xef)) {
        const bool second = within(byte(1), first == 0xe0 ? 0xa0 : 0x80, first == 0xed ? 0x9f : 0xbf);
        return second && isTail(2) ? 3 : 0;
    }
    if (within(first, 0xf0, 0xf4)) {
        const bool second = within(byte(1), first == 0xf0 ? 0x90 : 0x80, first == 0xf4 ? 0x8f : 0xbf);
        return second && isTail(2) && isTail(3) ? 4 : 0;
    }
    return 0;
}

} // namespace

const Field *Field::find(std::string_view name) const
{
    const auto found =
        std::find_if(members.begin(), members.end(), [&](const Member &m) { return m.name == name; });
    return found == members.end() ? nullptr : &found->value;
}

TextPlace placeOf(QByteArrayView text, qsizetype offset)
{
    TextPlace place;
    for (const char c : text.first(std::min(offset, text.size()))) {
        const bool continues = (static_cast<unsigned char>(c) & 0xc0) == 0x80;
        if (c == '\n')
            place = {place.line + 1, 1};
        else if (!continues)
            ++place.column;
    }
    return place;
}

std::optional<Refusal> refusalUnlessUtf8(QByteArrayView text)
{
    if (simdjson::validate_utf8(text.data(), static_cast<size_t>(text.size())))
        return std::nullopt;
    qsizetype at = 0;
    while (const auto length = at < text.size() ? sequenceLength(text, at) : 0)
        at += length;
    const auto place = placeOf(text, at);
    return Refusal{CallReason::NotUtf8,
                   u"The body is not UTF-8: see the byte at line %1, column %2. Send it encoded as UTF-8."_s
                       .arg(place.line)
                       .arg(place.column),
                   {},
                   0};
}

} // namespace salesdesk
