// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/call.h"

#include <QByteArrayView>

namespace salesdesk
{

/// A request's head, after every check of RFC 9112: what admission decides on. A value.
struct RequestHead {
    QByteArray method;
    QByteArray target;  ///< as sent
    QByteArray path;    ///< without the query, and without the authority of an absolute-form target
    HeaderList headers; ///< in order, values without surrounding white space
    int minorVersion = 1;
    bool keepAlive = true;       ///< RFC 9112 §9.3
    bool chunked = false;        ///< Transfer-Encoding: chunked
    bool expectContinue = false; ///< Expect: 100-continue, from a 1.1 client
    std::optional<qint64> contentLength;

    /// The first value of that header (names compared without case), or an empty view.
    [[nodiscard]] QByteArrayView value(QByteArrayView name) const;
    [[nodiscard]] int count(QByteArrayView name) const;
};

} // namespace salesdesk
