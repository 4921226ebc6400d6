// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/call.h"
#include "receiver/requesthead.h"

namespace salesdesk
{

/// A broken rule of HTTP: the reason, and a sentence with its source.
struct SyntaxFault {
    CallReason reason = CallReason::BadRequest;
    const char *detail = "";
};

/// RFC 9112 §3 and §5 on the lines of a head, ended by an empty one, all ended by CRLF: what the parser
/// behind it lets pass. A minor version above 1 is set to 1 in `raw` (RFC 9110 §2.5).
[[nodiscard]] std::optional<SyntaxFault> checkLines(QByteArray &raw);

/// RFC 9112 §3.2 (Host), §6 (framing fields) and RFC 9110 §10.1.1 (Expect) on the fields; fills chunked,
/// contentLength, expectContinue, keepAlive and path of `head`.
[[nodiscard]] std::optional<SyntaxFault> checkFields(RequestHead &head);

/// RFC 9110 §5.6.2.
[[nodiscard]] bool isTokenChar(char c);
/// Without spaces and tabs at both ends.
[[nodiscard]] QByteArrayView trimmedView(QByteArrayView text);
[[nodiscard]] bool equalsIgnoringCase(QByteArrayView a, QByteArrayView b);

} // namespace salesdesk
