// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/id.h"

#include <QString>
#include <QVariant>

#include <optional>

namespace salesdesk
{

/// A text as a bound value: a null QString would be bound as NULL, and to us it is an empty text.
[[nodiscard]] inline QVariant boundText(const QString &text)
{
    return text.isNull() ? QVariant(QString(QLatin1StringView(""))) : QVariant(text);
}

/// An absent number is bound as NULL.
[[nodiscard]] inline QVariant boundNumber(std::optional<qint64> number)
{
    return number ? QVariant(*number) : QVariant();
}

template <typename Tag>
[[nodiscard]] QVariant boundId(std::optional<Id<Tag>> id)
{
    return id ? QVariant(id->value) : QVariant();
}

template <typename Tag>
[[nodiscard]] std::optional<Id<Tag>> optionalId(std::optional<qint64> number)
{
    return number ? std::optional(Id<Tag>{*number}) : std::nullopt;
}

/// The pattern for `LIKE ? ESCAPE '\'` that finds `part` anywhere: its own wildcards are escaped. "%" for an
/// empty part.
[[nodiscard]] inline QString containing(const QString &part)
{
    auto escaped = part;
    escaped.replace(u'\\', QLatin1StringView("\\\\"));
    escaped.replace(u'%', QLatin1StringView("\\%"));
    escaped.replace(u'_', QLatin1StringView("\\_"));
    return part.isEmpty() ? QStringLiteral("%") : u'%' + escaped + u'%';
}

} // namespace salesdesk
