// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/masking.h"

#include "receiver/headsyntax.h"

#include <algorithm>

namespace salesdesk
{
namespace
{

constexpr auto dots = "\u2022\u2022\u2022\u2022\u2022\u2022";

bool containsAny(const QByteArray &lowerName, std::initializer_list<QByteArrayView> words)
{
    return std::any_of(words.begin(), words.end(),
                       [&lowerName](QByteArrayView word) { return lowerName.contains(word); });
}

bool isSecretHeader(const QByteArray &name)
{
    const auto lower = name.toLower();
    return lower == "cookie" || lower == "cookie2" || lower == "x-api-key" ||
           containsAny(lower, {"authorization", "signature", "token", "secret", "password", "api-key"});
}

} // namespace

HeaderList maskedHeaders(const HeaderList &headers)
{
    HeaderList masked = headers;
    for (auto &[name, value] : masked) {
        if (!isSecretHeader(name))
            continue;
        const auto isBearer =
            value.size() > 7 && equalsIgnoringCase(QByteArrayView(value).first(7), "bearer ");
        value = isBearer ? QByteArray("Bearer ") + dots : QByteArray(dots);
    }
    return masked;
}

QByteArray maskedTarget(const QByteArray &target)
{
    const auto query = target.indexOf('?');
    if (query < 0)
        return target;
    auto parts = target.sliced(query + 1).split('&');
    for (auto &part : parts) {
        const auto equals = part.indexOf('=');
        if (equals >= 0 && containsAny(part.first(equals).toLower(),
                                       {"key", "token", "secret", "signature", "password", "auth"}))
            part = part.first(equals + 1) + dots;
    }
    return target.first(query + 1) + parts.join('&');
}

} // namespace salesdesk
