// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>

namespace salesdesk
{

struct HeaderParameter {
    QByteArray name; ///< lower case
    QByteArray value;
};

/// A header value of the shape `text/plain; charset="utf-8"` (RFC 9110 §5.6.6).
struct HeaderWithParameters {
    QByteArray value; ///< lower case
    QList<HeaderParameter> parameters;

    [[nodiscard]] std::optional<QByteArray> parameter(QByteArrayView name) const;
};

/// Nothing when it is malformed or a parameter is there twice. In quoted strings a backslash makes the next
/// character plain.
[[nodiscard]] std::optional<HeaderWithParameters> readHeaderWithParameters(QByteArrayView text);

/// Whether `charset` names UTF-8 or its subset US-ASCII.
[[nodiscard]] bool isUtf8Charset(QByteArrayView charset);

} // namespace salesdesk
