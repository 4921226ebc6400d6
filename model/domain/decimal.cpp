// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/decimal.h"

#include <algorithm>

namespace salesdesk
{
namespace
{

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

QByteArrayView takeDigits(QByteArrayView text, qsizetype &at)
{
    const auto from = at;
    while (at < text.size() && isDigit(text[at]))
        ++at;
    return text.sliced(from, at - from);
}

bool allZero(QByteArrayView digits)
{
    return std::all_of(digits.begin(), digits.end(), [](char c) { return c == '0'; });
}

} // namespace

bool Decimal::isZero() const
{
    return allZero(whole) && allZero(fraction);
}

std::optional<Decimal> readDecimal(QByteArrayView text)
{
    constexpr qint64 exponentLimit = 1'000'000;
    Decimal number;
    qsizetype at = 0;
    if (at < text.size() && (text[at] == '-' || text[at] == '+'))
        number.negative = text[at++] == '-';
    number.whole = takeDigits(text, at);
    if (number.whole.isEmpty())
        return std::nullopt;
    if (at < text.size() && text[at] == '.') {
        ++at;
        number.fraction = takeDigits(text, at);
        if (number.fraction.isEmpty())
            return std::nullopt;
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        const bool down = at < text.size() && text[at] == '-';
        if (at < text.size() && (text[at] == '-' || text[at] == '+'))
            ++at;
        const auto digits = takeDigits(text, at);
        if (digits.isEmpty())
            return std::nullopt;
        for (const char c : digits)
            number.exponent = std::min(exponentLimit, number.exponent * 10 + (c - '0'));
        if (down)
            number.exponent = -number.exponent;
        number.hasExponent = true;
    }
    if (at != text.size())
        return std::nullopt;
    return number;
}

QByteArray canonical(const Decimal &number)
{
    auto whole = number.whole;
    while (whole.size() > 1 && whole.front() == '0')
        whole = whole.sliced(1);
    QByteArray text;
    text.reserve(whole.size() + number.fraction.size() + 10);
    if (number.negative)
        text += '-';
    text += whole;
    if (!number.fraction.isEmpty()) {
        text += '.';
        text += number.fraction;
    }
    if (number.hasExponent) {
        text += 'e';
        text += QByteArray::number(number.exponent);
    }
    return text;
}

} // namespace salesdesk
