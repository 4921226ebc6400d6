// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/intake/draft.h"

#include <QByteArrayView>
#include <QTimeZone>

namespace salesdesk
{

/// The media type of a Content-Type header (RFC 9110 §8.3): JSON (also `+json`), urlencoded or multipart with
/// its boundary, charset absent or UTF-8; anything else is a MediaType refusal that names what is accepted.
/// An absent (empty) header is refused, too.
[[nodiscard]] std::variant<Refusal, BodyType> bodyTypeOf(QByteArrayView contentType);

/// Decodes and validates the body of a call. The one truth for the receiver, a replay, a dry-run and an
/// import. Pure: any thread. Never fails otherwise than by a Refusal in the result: BadJson with line and
/// column, BadForm, NotUtf8, FieldsInvalid with every faulty field.
[[nodiscard]] CallReading readCall(Endpoint endpoint, QByteArrayView contentType, QByteArrayView body,
                                   const QTimeZone &zone);

/// The refusal of a call whose fields are faulty: what they all are, and the sentence that names them.
[[nodiscard]] Refusal fieldsInvalid(QList<FieldNote> errors);

/// The answer to a stored call: {"result","type","id","call","warnings"} (spec.md, Answers).
[[nodiscard]] QByteArray successAnswer(CallReason reason, Endpoint endpoint, const QString &externalId,
                                       CallId call, const QList<FieldNote> &warnings);

/// RFC 9457 problem details: type, title, status, detail, call (null when `call` is none) and, for 422,
/// errors. The detail of a 401 says nothing of why, whatever the refusal's detail says.
[[nodiscard]] QByteArray problemAnswer(const Refusal &refusal, CallId call);

} // namespace salesdesk
