// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/money.h"

#include "model/domain/decimal.h"

#include <limits>

namespace salesdesk
{
namespace
{

constexpr auto largest = static_cast<quint64>(std::numeric_limits<qint64>::max());

/// amount = amount * 10 + digit; false when it would pass what qint64 holds.
bool append(quint64 &amount, unsigned digit)
{
    if (amount > (largest - digit) / 10)
        return false;
    amount = amount * 10 + digit;
    return true;
}

} // namespace

MoneyReading readMoney(QByteArrayView lexeme)
{
    const auto number = readDecimal(lexeme);
    if (!number)
        return {std::nullopt, MoneyError::NotANumber};
    if (number->isZero())
        return {Cents{0}, {}};

    // How many of the digits, whole and fraction written one after the other, stand before the cents' end.
    const qint64 kept = number->whole.size() + number->exponent + 2;
    const qint64 digits = number->whole.size() + number->fraction.size();
    quint64 amount = 0;
    for (qint64 i = 0; i < digits; ++i) {
        const char c =
            i < number->whole.size() ? number->whole[i] : number->fraction[i - number->whole.size()];
        if (i >= kept) {
            if (c != '0')
                return {std::nullopt, MoneyError::TooManyDecimals};
        } else if (!append(amount, static_cast<unsigned>(c - '0'))) {
            return {std::nullopt, MoneyError::OutOfRange};
        }
    }
    for (qint64 i = digits; i < kept; ++i) {
        if (!append(amount, 0))
            return {std::nullopt, MoneyError::OutOfRange};
    }
    const auto cents = static_cast<qint64>(amount);
    return {Cents{number->negative ? -cents : cents}, {}};
}

QString toDecimal(Cents amount)
{
    const bool negative = amount.value < 0;
    const auto absolute =
        negative ? 0 - static_cast<quint64>(amount.value) : static_cast<quint64>(amount.value);
    auto text = QString::number(absolute);
    if (text.size() < 3)
        text.prepend(QString(3 - text.size(), u'0'));
    text.insert(text.size() - 2, u'.');
    if (negative)
        text.prepend(u'-');
    return text;
}

} // namespace salesdesk
