// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>
#include <string_view>

namespace salesdesk
{

/// How deep objects and arrays may be nested, the outermost one included.
inline constexpr int jsonDepthLimit = 16;
/// Names in one object: comparing them all, for duplicates, must not keep other callers waiting.
inline constexpr int jsonFieldLimit = 10'000;

/// Where and why a text is not JSON.
struct JsonFault {
    qsizetype offset = 0; ///< in bytes
    QString what;         ///< a sentence without its place: "A comma or } is expected here"
};

/// Reads the whole text by RFC 8259, strictly and byte by byte, and says what is wrong first; nothing when
/// nothing is. The slow way, for saying it: decodeJson() asks when simdjson has refused.
[[nodiscard]] std::optional<JsonFault> findJsonFault(QByteArrayView text);

/// Whether `token` is a number as RFC 8259 §6 writes it.
[[nodiscard]] bool isJsonNumber(std::string_view token);

} // namespace salesdesk
