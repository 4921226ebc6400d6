// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/call.h"

#include <QtGlobal>

#include <array>

namespace salesdesk
{
namespace
{

struct ReasonSpec {
    CallReason reason;
    int status;
    QLatin1StringView word;
    const char *phrase;
};

constexpr std::array reasons{
    ReasonSpec{CallReason::Created, 201, QLatin1StringView("created"),
               QT_TRANSLATE_NOOP("CallReason", "created")},
    ReasonSpec{CallReason::Updated, 200, QLatin1StringView("updated"),
               QT_TRANSLATE_NOOP("CallReason", "updated")},
    ReasonSpec{CallReason::BadRequest, 400, QLatin1StringView("bad_request"),
               QT_TRANSLATE_NOOP("CallReason", "not well-formed HTTP")},
    ReasonSpec{CallReason::BadJson, 400, QLatin1StringView("bad_json"),
               QT_TRANSLATE_NOOP("CallReason", "JSON does not parse")},
    ReasonSpec{CallReason::BadForm, 400, QLatin1StringView("bad_form"),
               QT_TRANSLATE_NOOP("CallReason", "form does not parse")},
    ReasonSpec{CallReason::NotUtf8, 400, QLatin1StringView("not_utf8"),
               QT_TRANSLATE_NOOP("CallReason", "not UTF-8")},
    ReasonSpec{CallReason::KeyMissing, 401, QLatin1StringView("key_missing"),
               QT_TRANSLATE_NOOP("CallReason", "no key")},
    ReasonSpec{CallReason::KeyMalformed, 401, QLatin1StringView("key_malformed"),
               QT_TRANSLATE_NOOP("CallReason", "key malformed")},
    ReasonSpec{CallReason::KeyUnknown, 401, QLatin1StringView("key_unknown"),
               QT_TRANSLATE_NOOP("CallReason", "key unknown")},
    ReasonSpec{CallReason::KeyRevoked, 401, QLatin1StringView("key_revoked"),
               QT_TRANSLATE_NOOP("CallReason", "key revoked")},
    ReasonSpec{CallReason::SignatureInvalid, 401, QLatin1StringView("signature_invalid"),
               QT_TRANSLATE_NOOP("CallReason", "signature invalid")},
    ReasonSpec{CallReason::KeyOfOtherProvider, 403, QLatin1StringView("key_of_other_provider"),
               QT_TRANSLATE_NOOP("CallReason", "key of another provider")},
    ReasonSpec{CallReason::UnknownPath, 404, QLatin1StringView("unknown_path"),
               QT_TRANSLATE_NOOP("CallReason", "no such path")},
    ReasonSpec{CallReason::ProviderUnknown, 404, QLatin1StringView("provider_unknown"),
               QT_TRANSLATE_NOOP("CallReason", "no such provider")},
    ReasonSpec{CallReason::ProviderArchived, 404, QLatin1StringView("provider_archived"),
               QT_TRANSLATE_NOOP("CallReason", "provider archived")},
    ReasonSpec{CallReason::FeatureOff, 404, QLatin1StringView("feature_off"),
               QT_TRANSLATE_NOOP("CallReason", "feature switched off")},
    ReasonSpec{CallReason::MethodNotAllowed, 405, QLatin1StringView("method_not_allowed"),
               QT_TRANSLATE_NOOP("CallReason", "method not allowed")},
    ReasonSpec{CallReason::Timeout, 408, QLatin1StringView("timeout"),
               QT_TRANSLATE_NOOP("CallReason", "request too slow")},
    ReasonSpec{CallReason::LengthRequired, 411, QLatin1StringView("length_required"),
               QT_TRANSLATE_NOOP("CallReason", "length required")},
    ReasonSpec{CallReason::BodyTooLarge, 413, QLatin1StringView("body_too_large"),
               QT_TRANSLATE_NOOP("CallReason", "body too large")},
    ReasonSpec{CallReason::UriTooLong, 414, QLatin1StringView("uri_too_long"),
               QT_TRANSLATE_NOOP("CallReason", "URI too long")},
    ReasonSpec{CallReason::MediaType, 415, QLatin1StringView("media_type"),
               QT_TRANSLATE_NOOP("CallReason", "media type not supported")},
    ReasonSpec{CallReason::FieldsInvalid, 422, QLatin1StringView("fields_invalid"),
               QT_TRANSLATE_NOOP("CallReason", "fields invalid")},
    ReasonSpec{CallReason::NotRecognised, 422, QLatin1StringView("not_recognised"),
               QT_TRANSLATE_NOOP("CallReason", "not recognised")},
    ReasonSpec{CallReason::RateLimited, 429, QLatin1StringView("rate_limited"),
               QT_TRANSLATE_NOOP("CallReason", "rate limit reached")},
    ReasonSpec{CallReason::HeadTooLarge, 431, QLatin1StringView("head_too_large"),
               QT_TRANSLATE_NOOP("CallReason", "request head too large")},
    ReasonSpec{CallReason::VersionNotSupported, 505, QLatin1StringView("version_not_supported"),
               QT_TRANSLATE_NOOP("CallReason", "HTTP version not supported")},
    ReasonSpec{CallReason::StorageFull, 503, QLatin1StringView("storage_full"),
               QT_TRANSLATE_NOOP("CallReason", "disk full")},
    ReasonSpec{CallReason::StorageFailed, 503, QLatin1StringView("storage_failed"),
               QT_TRANSLATE_NOOP("CallReason", "cannot be stored")},
    ReasonSpec{CallReason::QueueFull, 503, QLatin1StringView("queue_full"),
               QT_TRANSLATE_NOOP("CallReason", "queue full")},
    ReasonSpec{CallReason::ShuttingDown, 503, QLatin1StringView("shutting_down"),
               QT_TRANSLATE_NOOP("CallReason", "shutting down")},
    ReasonSpec{CallReason::Internal, 500, QLatin1StringView("internal"),
               QT_TRANSLATE_NOOP("CallReason", "internal error")},
};

constexpr bool inOrder()
{
    for (size_t i = 0; i < reasons.size(); ++i) {
        if (static_cast<size_t>(reasons[i].reason) != i)
            return false;
    }
    return reasons.size() == static_cast<size_t>(CallReason::Internal) + 1;
}
static_assert(inOrder(), "the table follows the enumeration");

const ReasonSpec &spec(CallReason reason)
{
    return reasons[static_cast<size_t>(reason)];
}

} // namespace

QLatin1StringView toText(CallReason reason)
{
    return spec(reason).word;
}

std::optional<CallReason> callReasonFromText(QStringView text)
{
    for (const auto &row : reasons) {
        if (text == row.word)
            return row.reason;
    }
    return std::nullopt;
}

int httpStatus(CallReason reason)
{
    return spec(reason).status;
}

QString toPhrase(CallReason reason)
{
    return QString::fromUtf8(spec(reason).phrase);
}

} // namespace salesdesk
