// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/callorigin.h"

#include "model/domain/signature.h"
#include "receiver/headsyntax.h"

#include <algorithm>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int retrySeconds = 5;
} // namespace

QHostAddress forwardedFor(const QHostAddress &peer, const RequestHead &head,
                          const QList<QHostAddress> &proxies)
{
    const auto isProxy = [&proxies](const QHostAddress &address) {
        return std::any_of(proxies.begin(), proxies.end(),
                           [&address](const QHostAddress &proxy) { return proxy.isEqual(address); });
    };
    auto client = peer;
    if (!isProxy(client))
        return client;
    QList<QByteArray> hops;
    for (const auto &[name, value] : head.headers) {
        if (equalsIgnoringCase(name, "x-forwarded-for"))
            hops += value.toByteArray().split(',');
    }
    while (!hops.isEmpty() && isProxy(client)) {
        const QHostAddress hop(QString::fromLatin1(hops.takeLast().trimmed()));
        if (hop.isNull())
            break;
        client = hop;
    }
    return client;
}

std::optional<Refusal> refuseUnsigned(const RequestHead &head, const QByteArray &body, ProviderId provider,
                                      const Directory &directory, qint64 now)
{
    const auto secret = directory.signingSecrets.constFind(provider);
    if (secret == directory.signingSecrets.constEnd()) {
        return Refusal{CallReason::StorageFailed,
                       u"The provider's signing secret cannot be opened: the master key is missing."_s,
                       {},
                       retrySeconds};
    }
    const SignedMessage message{head.value("webhook-id"), head.value("webhook-timestamp"),
                                head.value("webhook-signature"), body};
    const auto verdict = verifySignature(message, *secret, now);
    return verdict ? std::nullopt
                   : std::optional(Refusal{CallReason::SignatureInvalid, verdict.error().detail, {}, 0});
}

} // namespace salesdesk
