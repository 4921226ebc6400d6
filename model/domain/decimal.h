// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace salesdesk
{

/// A decimal number taken apart, digits as the sender wrote them. The views point into what was read.
struct Decimal {
    bool negative = false;
    QByteArrayView whole;    ///< at least one digit
    QByteArrayView fraction; ///< digits after the point; empty when there is none
    qint64 exponent = 0;     ///< of ten; cut at ±1,000,000

    [[nodiscard]] bool isZero() const;
    [[nodiscard]] bool isInteger() const { return fraction.isEmpty() && !hasExponent; }
    bool hasExponent = false;
};

/// Reads a JSON number (RFC 8259 §6), and beyond it a leading plus and leading zeros, which people write in
/// forms. Nothing for anything else: "1,5", ".5", "5.", "NaN", "0x1", spaces.
[[nodiscard]] std::optional<Decimal> readDecimal(QByteArrayView text);

/// The sender's digits as a JSON number: no plus, no leading zeros; "10.10" stays "10.10".
[[nodiscard]] QByteArray canonical(const Decimal &number);

} // namespace salesdesk
