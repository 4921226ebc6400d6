// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/curlcommand.h"

#include <algorithm>
#include <array>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

// By curl itself, or of one connection; signatures and cookies are masked in the log.
constexpr std::array leftOut{"host",
                             "authorization",
                             "content-length",
                             "transfer-encoding",
                             "connection",
                             "keep-alive",
                             "expect",
                             "cookie",
                             "webhook-signature",
                             "accept",
                             "user-agent",
                             "te",
                             "proxy-authorization"};

} // namespace

QString shellQuoted(const QString &text)
{
    auto quoted = text;
    quoted.replace(u'\'', u"'\\''"_s);
    return u'\'' + quoted + u'\'';
}

QString curlCommand(const CallDetails &call, const QString &base, const QString &key)
{
    QStringList parts{u"curl -X "_s + shellQuoted(QString::fromLatin1(call.method)) + u' ' +
                      shellQuoted(base + QString::fromUtf8(call.path))};
    parts.append(u"-H "_s + shellQuoted(u"Authorization: Bearer "_s + (key.isEmpty() ? u"YOUR_KEY"_s : key)));
    for (const auto &[name, value] : call.headers) {
        const auto lower = name.toLower();
        if (std::none_of(leftOut.begin(), leftOut.end(), [&lower](const char *one) { return lower == one; }))
            parts.append(u"-H "_s +
                         shellQuoted(QString::fromUtf8(name) + u": "_s + QString::fromUtf8(value)));
    }
    if (!call.body.isEmpty())
        parts.append(u"--data-raw "_s + shellQuoted(QString::fromUtf8(call.body)));
    return parts.join(u" \\\n  "_s);
}

} // namespace salesdesk
