// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/id.h"
#include "model/domain/provider.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>
#include <utility>

namespace salesdesk
{

/// Why a call ended as it did. Closed; each has a stable word (toText) that the log stores, the filter
/// language takes (`reason:key_revoked`) and tests compare.
enum class CallReason {
    Created,
    Updated,
    BadRequest,          ///< 400 not well-formed HTTP
    BadJson,             ///< 400
    BadForm,             ///< 400
    NotUtf8,             ///< 400
    KeyMissing,          ///< 401
    KeyMalformed,        ///< 401
    KeyUnknown,          ///< 401
    KeyRevoked,          ///< 401
    SignatureInvalid,    ///< 401
    KeyOfOtherProvider,  ///< 403
    UnknownPath,         ///< 404
    ProviderUnknown,     ///< 404
    ProviderArchived,    ///< 404
    FeatureOff,          ///< 404
    MethodNotAllowed,    ///< 405
    Timeout,             ///< 408
    LengthRequired,      ///< 411
    BodyTooLarge,        ///< 413
    UriTooLong,          ///< 414
    MediaType,           ///< 415
    FieldsInvalid,       ///< 422 missing, of the wrong type, too long
    NotRecognised,       ///< 422 an external ID that is not known, and no name to create it
    RateLimited,         ///< 429
    HeadTooLarge,        ///< 431
    VersionNotSupported, ///< 505
    StorageFull,         ///< 503
    StorageFailed,       ///< 503 I/O error, locked, read-only
    QueueFull,           ///< 503
    ShuttingDown,        ///< 503
    Internal,            ///< 500
};
/// The stable word: "created", "key_revoked", "not_recognised", …
[[nodiscard]] QLatin1StringView toText(CallReason reason);
[[nodiscard]] std::optional<CallReason> callReasonFromText(QStringView text);
/// The HTTP status that goes with it (spec.md, Answers).
[[nodiscard]] int httpStatus(CallReason reason);
/// A short phrase for status chips and problem titles: "key revoked", "not recognised". English; the ui
/// translates.
[[nodiscard]] QString toPhrase(CallReason reason);

/// A faulty field, or a remark on one (`errors` and `warnings` of the answer). `code` is a stable word:
/// missing, null, wrong_type, too_long, empty, invalid_moment, invalid_email, too_many_decimals,
/// out_of_range, not_recognised, duplicate_key, personal_data, ignored.
struct FieldNote {
    QString field; ///< as sent: "agent_id", "energy_meta.gas_usage"
    QString code;
    QString detail; ///< a whole sentence that says what to do
    friend bool operator==(const FieldNote &, const FieldNote &) = default;
};

/// The body's media type, decided on the head.
enum class BodyType { Json, UrlEncoded, Multipart };

using HeaderList = QList<std::pair<QByteArray, QByteArray>>;

/// One request to a webhook, as the receiver hands it on. Headers are already masked.
struct IncomingCall {
    ProviderId provider;
    std::optional<KeyId> key; ///< when the key was recognised, revoked ones too
    Endpoint endpoint = Endpoint::Activities;
    QByteArray method;
    QByteArray path;        ///< target as sent, without a query's values of secrets
    QString peer;           ///< address of the caller
    QByteArray headers;     ///< lines "Name: value", each with CR LF; values of Authorization, cookies and
                            ///< signatures masked
    QByteArray contentType; ///< as sent
    QByteArray body;        ///< whole
    QString messageId;      ///< webhook-id, when the provider requires signatures; else empty
    qint64 receivedAt = 0;  ///< UTC ms, when the head was complete
    qint64 receivedMonotonicNs = 0; ///< steady clock, for the duration
};

/// What became of a call: what the receiver answers.
struct CallOutcome {
    quint64 ticket = 0; ///< the submission's
    CallId call;        ///< 0 when it was not logged
    CallReason reason = CallReason::Internal;
    QByteArray answer;  ///< the body: JSON, or application/problem+json when the status is 400 or more
    int retryAfter = 0; ///< seconds for Retry-After; 0 for none
};

/// A row of the call log.
struct CallRow {
    CallId id;
    qint64 receivedAt = 0; ///< UTC ms
    ProviderId provider;
    QString providerName;
    Endpoint endpoint = Endpoint::Activities;
    int status = 0;
    CallReason reason = CallReason::Internal;
    QString detail; ///< in words, for a refused call: "agent_id \"77\" is not known …"; else empty
    QString recordExternalId; ///< the payload's `id`, empty when it was not read
    QString agentExternalId;  ///< empty when it was not read
    QString type;             ///< the activity's type; empty for sales
    qint64 durationUs = 0;    ///< from the head's end to the row's writing
    qint64 bodySize = 0;      ///< bytes, whole
    friend bool operator==(const CallRow &, const CallRow &) = default;
};

/// One field a call changed: texts as the answer formats them; nothing before on a created record.
struct FieldChange {
    QString field;
    std::optional<QString> before;
    std::optional<QString> after;
    friend bool operator==(const FieldChange &, const FieldChange &) = default;
};

/// One whole call, for its details.
struct CallDetails {
    CallRow row;
    QString keyLabel; ///< empty when no key was recognised
    QByteArray method;
    QByteArray path;
    QString peer;
    HeaderList headers;
    QByteArray body; ///< at most 64 KiB
    bool bodyTruncated = false;
    QByteArray answer;
    QList<FieldNote> errors;
    QList<FieldNote> warnings;
    QString momentSent;              ///< the time field as sent; empty when there was none
    QString momentRead;              ///< as read, with its offset
    std::optional<qint64> momentUtc; ///< UTC ms
    std::optional<RecordId> record;
    QList<FieldChange> changes;
    QList<IdentityId> identities; ///< that it touched
    std::optional<CallId> replayOf;
    friend bool operator==(const CallDetails &, const CallDetails &) = default;
};

} // namespace salesdesk
