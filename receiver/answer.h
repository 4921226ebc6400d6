// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/call.h"

namespace salesdesk
{

/// An HTTP answer before it is bytes. A value.
struct Answer {
    int status = 500;
    QByteArray body;          ///< JSON; a problem (RFC 9457) when the status is 400 or more
    int retryAfter = 0;       ///< seconds for Retry-After; 0 for none
    QByteArray allow;         ///< for Allow; empty for none
    bool close = false;       ///< the connection is closed behind it
    bool keepAlive = false;   ///< say so, to a client of HTTP/1.0
    bool withoutBody = false; ///< answers HEAD: RFC 9110 §9.3.2
};

/// To a connection there is no place for.
[[nodiscard]] Answer tooManyConnections();
/// The whole answer, with Content-Type, Date (RFC 9110 §6.6.1), Content-Length and the fields it needs.
[[nodiscard]] QByteArray toBytes(const Answer &answer);
/// RFC 9110 §5.6.7, of now; formatted once a second.
[[nodiscard]] QByteArray httpDate();

} // namespace salesdesk
