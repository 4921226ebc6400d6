// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/admission.h"

#include "model/domain/secrets.h"
#include "model/intake/intake.h"
#include "receiver/headsyntax.h"

#include <algorithm>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

using Kind = Admission::Kind;

void refuse(Admission &admission, Kind kind, CallReason reason, const QString &detail)
{
    admission.kind = kind;
    admission.refusal.reason = reason;
    admission.refusal.detail = detail;
}

Admission admitHealth(const RequestHead &head)
{
    Admission admission;
    admission.kind = Kind::Health;
    if (head.method != "GET" && head.method != "HEAD") {
        refuse(admission, Kind::Unlogged, CallReason::MethodNotAllowed,
               u"/health answers GET and HEAD only."_s);
        admission.allow = "GET, HEAD";
    }
    return admission;
}

std::optional<Endpoint> endpointFromWord(QByteArrayView word)
{
    if (word == "activities")
        return Endpoint::Activities;
    if (word == "sales")
        return Endpoint::Sales;
    return std::nullopt;
}

/// Provider and endpoint of "/webhooks/PROVIDER/ENDPOINT"; of any other path two empty words.
std::pair<QByteArrayView, QByteArrayView> webhookOf(QByteArrayView path)
{
    constexpr QByteArrayView start("/webhooks/");
    if (!path.startsWith(start))
        return {};
    const auto rest = path.sliced(start.size());
    const auto slash = rest.indexOf('/');
    return slash < 0 ? std::pair<QByteArrayView, QByteArrayView>()
                     : std::pair(rest.first(slash), rest.sliced(slash + 1));
}

/// RFC 6750 §2.1: b64token.
bool isKeyText(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               QByteArrayView("-._~+/=").contains(c);
    });
}

/// Finds the key; false when the call is refused for it.
bool checkKey(Admission &admission, const RequestHead &head, const Directory &directory)
{
    const auto refused = [&admission](CallReason reason, const QString &detail) {
        refuse(admission, Kind::Refused, reason, detail);
        return false;
    };
    const auto fields = head.count("authorization");
    if (fields == 0)
        return refused(CallReason::KeyMissing,
                       u"The call has no Authorization header: send \"Authorization: Bearer KEY\"."_s);
    const auto value = head.value("authorization");
    const auto space = std::find(value.begin(), value.end(), ' ') - value.begin();
    const auto token = trimmedView(value.sliced(space));
    if (fields > 1 || !equalsIgnoringCase(value.first(space), "bearer") || !isKeyText(token))
        return refused(CallReason::KeyMalformed,
                       u"The Authorization header is not \"Bearer\", a space and a key."_s);
    const auto entry = directory.keys.constFind(sha256(token));
    if (entry == directory.keys.constEnd())
        return refused(CallReason::KeyUnknown,
                       u"There is no such key: copy it again from the provider's page."_s);
    admission.key = entry->key;
    if (entry->provider != admission.provider)
        return refused(CallReason::KeyOfOtherProvider,
                       u"The key belongs to another provider: use a key of this webhook's provider."_s);
    if (entry->revoked)
        return refused(CallReason::KeyRevoked,
                       u"The key was revoked: give the sender a key that is valid."_s);
    return true;
}

/// Media type and length; false when the call is refused for them.
bool checkBody(Admission &admission, const RequestHead &head, const Directory &directory)
{
    const auto type = bodyTypeOf(head.value("content-type"));
    if (const auto *refusal = std::get_if<Refusal>(&type)) {
        admission.kind = Kind::Refused;
        admission.refusal = *refusal;
        return false;
    }
    if (!head.chunked && !head.contentLength) {
        refuse(admission, Kind::Refused, CallReason::LengthRequired,
               u"The call says nothing of its body's length: send Content-Length, or the body in chunks."_s);
        return false;
    }
    const auto limit = directory.settings.number(Setting::LimitBody);
    if (head.contentLength.value_or(0) > limit) {
        refuse(admission, Kind::Refused, CallReason::BodyTooLarge,
               u"The call's body is larger than %1 bytes, the setting limit.body."_s.arg(limit));
        return false;
    }
    return true;
}

} // namespace

Admission admit(const RequestHead &head, const Directory &directory)
{
    if (head.path == "/health")
        return admitHealth(head);

    Admission admission;
    const auto [publicId, word] = webhookOf(head.path);
    const auto endpoint = endpointFromWord(word);
    if (!endpoint) {
        refuse(admission, Kind::Unlogged, CallReason::UnknownPath,
               u"There is nothing at this path: copy the webhook URL again from the provider's page."_s);
        return admission;
    }
    const auto provider = directory.providers.constFind(QString::fromLatin1(publicId));
    if (provider == directory.providers.constEnd()) {
        refuse(admission, Kind::Unlogged, CallReason::ProviderUnknown,
               u"There is no such provider: copy the webhook URL again from the provider's page."_s);
        return admission;
    }
    admission.provider = provider->id;
    admission.endpoint = *endpoint;
    admission.rateLimit = provider->rateLimit;
    admission.signing = provider->signing;
    if (provider->archivedAt) {
        refuse(admission, Kind::Refused, CallReason::ProviderArchived,
               u"This provider is archived, so its webhooks take no calls."_s);
        return admission;
    }
    if (head.method != "POST") {
        refuse(admission, Kind::Refused, CallReason::MethodNotAllowed, u"A webhook is called with POST."_s);
        admission.allow = "POST";
        return admission;
    }
    const auto isActivities = *endpoint == Endpoint::Activities;
    if (!directory.settings.flag(isActivities ? Setting::FeatureActivities : Setting::FeatureSales)) {
        refuse(admission, Kind::Refused, CallReason::FeatureOff,
               u"The feature %1 is switched off: it can be switched on in the settings."_s.arg(
                   isActivities ? u"Activities"_s : u"Sales"_s));
        return admission;
    }
    if (checkKey(admission, head, directory) && checkBody(admission, head, directory))
        admission.kind = Kind::Call;
    return admission;
}

} // namespace salesdesk
