// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/tables/recordcells.h"

#include "model/domain/decimal.h"
#include "model/tables/texts.h"

#include <QDateTime>
#include <QLocale>

namespace salesdesk
{

Cell resolvedCell(const std::optional<QString> &name, const QString &externalId)
{
    if (name)
        return {.text = *name};
    return {.text = notLinkedText(externalId), .muted = true};
}

Cell timeCell(qint64 at, const QTimeZone &zone)
{
    return {.text = relativeTime(at, QDateTime::currentMSecsSinceEpoch(), zone),
            .tip = absoluteTime(at, zone),
            .raw = at,
            .muted = true};
}

QString decimalText(const QString &digits)
{
    const auto text = digits.toLatin1();
    const auto number = readDecimal(text);
    bool fits = false;
    const auto whole = number ? QByteArray(number->whole.data(), number->whole.size()).toULongLong(&fits) : 0;
    if (!fits || number->hasExponent)
        return digits;
    const QLocale locale;
    auto shown = (number->negative ? locale.negativeSign() : QString()) + locale.toString(whole);
    if (!number->fraction.isEmpty())
        shown += locale.decimalPoint() + QString::fromLatin1(number->fraction);
    return shown;
}

} // namespace salesdesk
