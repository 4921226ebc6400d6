// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/masking.h"

#include "receiver/headsyntax.h"

#include <algorithm>

namespace salesdesk
{
namespace
{

constexpr qsizetype usualSize = 512; // of a head's fields
constexpr auto dots = "\u2022\u2022\u2022\u2022\u2022\u2022";

/// Whether one of `words`, in small letters, stands in `text`, in letters of either case.
bool containsAny(QByteArrayView text, std::initializer_list<QByteArrayView> words)
{
    const auto isSame = [](char c, char small) { return (c >= 'A' && c <= 'Z' ? c + 0x20 : c) == small; };
    return std::any_of(words.begin(), words.end(), [&](QByteArrayView word) {
        return std::search(text.begin(), text.end(), word.begin(), word.end(), isSame) != text.end();
    });
}

bool isSecretHeader(QByteArrayView name)
{
    return equalsIgnoringCase(name, "cookie") || equalsIgnoringCase(name, "cookie2") ||
           containsAny(name, {"authorization", "signature", "token", "secret", "password", "api-key"});
}

} // namespace

QByteArray maskedHeaders(const HeaderViews &headers)
{
    QByteArray lines;
    lines.reserve(usualSize);
    for (const auto &[name, value] : headers) {
        lines.append(name).append(": ");
        if (!isSecretHeader(name))
            lines.append(value);
        else if (value.size() > 7 && equalsIgnoringCase(value.first(7), "bearer "))
            lines.append("Bearer ").append(dots);
        else
            lines.append(dots);
        lines.append("\r\n");
    }
    return lines;
}

QByteArray maskedTarget(QByteArrayView target)
{
    const auto query = target.indexOf('?');
    if (query < 0)
        return target.toByteArray();
    auto parts = target.sliced(query + 1).toByteArray().split('&');
    for (auto &part : parts) {
        const auto equals = part.indexOf('=');
        if (equals >= 0 && containsAny(QByteArrayView(part).first(equals),
                                       {"key", "token", "secret", "signature", "password", "auth"}))
            part = part.first(equals + 1) + dots;
    }
    return target.first(query + 1).toByteArray() + parts.join('&');
}

} // namespace salesdesk
