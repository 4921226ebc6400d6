// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <compare>
#include <optional>

namespace salesdesk
{

/// An exact amount in integer euro cents.
struct Cents {
    qint64 value = 0;
    friend constexpr auto operator<=>(Cents, Cents) = default;
};

enum class MoneyError { NotANumber, TooManyDecimals, OutOfRange };

/// Reads a decimal lexeme ("399.95", "-12", "1e3", "10.50", "10.500") into cents, exactly, without floating
/// point. TooManyDecimals when a non-zero third decimal is there (spec.md: more than two decimals is an
/// error); OutOfRange past what qint64 holds.
struct MoneyReading {
    std::optional<Cents> cents;
    MoneyError error = MoneyError::NotANumber; ///< meaningful when cents is empty
};
[[nodiscard]] MoneyReading readMoney(QByteArrayView lexeme);

/// Cents as a plain decimal with a point and two decimals: "399.95", "-0.05". For JSON, CSV and the log;
/// the screen uses QLocale.
[[nodiscard]] QString toDecimal(Cents amount);

} // namespace salesdesk
