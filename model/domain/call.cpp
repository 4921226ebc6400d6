// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/call.h"

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
    ReasonSpec{CallReason::Created, 201, QLatin1StringView("created"), "created"},
    ReasonSpec{CallReason::Updated, 200, QLatin1StringView("updated"), "updated"},
    ReasonSpec{CallReason::BadRequest, 400, QLatin1StringView("bad_request"), "not well-formed HTTP"},
    ReasonSpec{CallReason::BadJson, 400, QLatin1StringView("bad_json"), "JSON does not parse"},
    ReasonSpec{CallReason::BadForm, 400, QLatin1StringView("bad_form"), "form does not parse"},
    ReasonSpec{CallReason::NotUtf8, 400, QLatin1StringView("not_utf8"), "not UTF-8"},
    ReasonSpec{CallReason::KeyMissing, 401, QLatin1StringView("key_missing"), "no key"},
    ReasonSpec{CallReason::KeyMalformed, 401, QLatin1StringView("key_malformed"), "key malformed"},
    ReasonSpec{CallReason::KeyUnknown, 401, QLatin1StringView("key_unknown"), "key unknown"},
    ReasonSpec{CallReason::KeyRevoked, 401, QLatin1StringView("key_revoked"), "key revoked"},
    ReasonSpec{CallReason::SignatureInvalid, 401, QLatin1StringView("signature_invalid"),
               "signature invalid"},
    ReasonSpec{CallReason::KeyOfOtherProvider, 403, QLatin1StringView("key_of_other_provider"),
               "key of another provider"},
    ReasonSpec{CallReason::UnknownPath, 404, QLatin1StringView("unknown_path"), "no such path"},
    ReasonSpec{CallReason::ProviderUnknown, 404, QLatin1StringView("provider_unknown"), "no such provider"},
    ReasonSpec{CallReason::ProviderArchived, 404, QLatin1StringView("provider_archived"),
               "provider archived"},
    ReasonSpec{CallReason::FeatureOff, 404, QLatin1StringView("feature_off"), "feature switched off"},
    ReasonSpec{CallReason::MethodNotAllowed, 405, QLatin1StringView("method_not_allowed"),
               "method not allowed"},
    ReasonSpec{CallReason::Timeout, 408, QLatin1StringView("timeout"), "request too slow"},
    ReasonSpec{CallReason::LengthRequired, 411, QLatin1StringView("length_required"), "length required"},
    ReasonSpec{CallReason::BodyTooLarge, 413, QLatin1StringView("body_too_large"), "body too large"},
    ReasonSpec{CallReason::UriTooLong, 414, QLatin1StringView("uri_too_long"), "URI too long"},
    ReasonSpec{CallReason::MediaType, 415, QLatin1StringView("media_type"), "media type not supported"},
    ReasonSpec{CallReason::FieldsInvalid, 422, QLatin1StringView("fields_invalid"), "fields invalid"},
    ReasonSpec{CallReason::NotRecognised, 422, QLatin1StringView("not_recognised"), "not recognised"},
    ReasonSpec{CallReason::RateLimited, 429, QLatin1StringView("rate_limited"), "rate limit reached"},
    ReasonSpec{CallReason::HeadTooLarge, 431, QLatin1StringView("head_too_large"), "request head too large"},
    ReasonSpec{CallReason::VersionNotSupported, 505, QLatin1StringView("version_not_supported"),
               "HTTP version not supported"},
    ReasonSpec{CallReason::StorageFull, 503, QLatin1StringView("storage_full"), "disk full"},
    ReasonSpec{CallReason::StorageFailed, 503, QLatin1StringView("storage_failed"), "cannot be stored"},
    ReasonSpec{CallReason::QueueFull, 503, QLatin1StringView("queue_full"), "queue full"},
    ReasonSpec{CallReason::ShuttingDown, 503, QLatin1StringView("shutting_down"), "shutting down"},
    ReasonSpec{CallReason::Internal, 500, QLatin1StringView("internal"), "internal error"},
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
