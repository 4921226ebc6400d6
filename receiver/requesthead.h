// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QVarLengthArray>

#include <optional>
#include <utility>

namespace salesdesk
{

/// The name and the value of each header, in order, values without surrounding white space.
using HeaderViews = QVarLengthArray<std::pair<QByteArrayView, QByteArrayView>, 16>;

/// A request's head, after every check of RFC 9112: what admission decides on. It shows the text that its
/// framer holds, and is valid for as long as that.
struct RequestHead {
    QByteArrayView method;
    QByteArrayView target; ///< as sent
    QByteArrayView path;   ///< without the query, and without the authority of an absolute-form target
    HeaderViews headers;
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
