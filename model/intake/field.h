// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/intake/draft.h"

#include <QByteArrayView>

#include <string_view>
#include <variant>
#include <vector>

namespace salesdesk
{

struct Member;

/// One value of a body, decoded and not yet validated: what JSON and forms have in common. The views point
/// into the body or into the DecodedBody that holds the field.
struct Field {
    enum class Kind : quint8 { Null, False, True, Number, Text, Object, Array };
    Kind kind = Kind::Null;
    std::string_view text;       ///< Number: the digits as sent; Text: UTF-8, decoded
    std::vector<Member> members; ///< Object, as far as anything reads it: two levels

    /// The member of that name, or null. Names are unique: decoding refuses duplicates.
    [[nodiscard]] const Field *find(std::string_view name) const;
};

struct Member {
    std::string_view name;
    Field value;
    qsizetype offset = 0; ///< where its name stands in the body
};

/// A decoded body and the bytes its fields point into. Moved, never copied: the views stay right because a
/// vector's storage moves with it.
struct DecodedBody {
    Field root{Field::Kind::Object, {}, {}};
    std::vector<char> bytes;
    std::vector<char> unescaped;
    QList<FieldNote> warnings;

    DecodedBody() = default;
    DecodedBody(const DecodedBody &) = delete;
    DecodedBody &operator=(const DecodedBody &) = delete;
    DecodedBody(DecodedBody &&) noexcept = default;
    DecodedBody &operator=(DecodedBody &&) noexcept = default;
    ~DecodedBody() = default;
};

using Decoding = std::variant<Refusal, DecodedBody>;

/// A place in a text as people count: both from 1, columns in characters.
struct TextPlace {
    qsizetype line = 1;
    qsizetype column = 1;
};
[[nodiscard]] TextPlace placeOf(QByteArrayView text, qsizetype offset);

/// A NotUtf8 refusal that says where, or nothing for UTF-8 (RFC 3629: no surrogates, no overlong forms).
[[nodiscard]] std::optional<Refusal> refusalUnlessUtf8(QByteArrayView text);

/// A body of whichever type its Content-Type says; MediaType when it is none of ours.
[[nodiscard]] Decoding decodeBody(QByteArrayView contentType, QByteArrayView body);
/// JSON (RFC 8259) that is an object at the top: BadJson with line and column, NotUtf8.
[[nodiscard]] Decoding decodeJson(QByteArrayView body);
/// application/x-www-form-urlencoded: BadForm, NotUtf8.
[[nodiscard]] Decoding decodeUrlEncoded(QByteArrayView body);
/// multipart/form-data (RFC 7578) with that boundary: BadForm, NotUtf8.
[[nodiscard]] Decoding decodeMultipart(QByteArrayView body, QByteArrayView boundary);

} // namespace salesdesk
