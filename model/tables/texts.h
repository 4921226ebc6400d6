// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/entity.h"
#include "model/domain/money.h"
#include "model/domain/provider.h"

#include <QString>
#include <QTimeZone>

namespace salesdesk
{

/// "12 s ago", "3 min ago", "5 h ago"; from a day on the date and time in `zone`, from another year
/// the date. Both in UTC ms.
[[nodiscard]] QString relativeTime(qint64 at, qint64 now, const QTimeZone &zone);
/// The longest that relativeTime() makes of a time of this year.
[[nodiscard]] QString longestRelativeTime();
/// The whole moment with its zone: "2025-12-10 19:00:00 CET".
[[nodiscard]] QString absoluteTime(qint64 at, const QTimeZone &zone);
/// "€ 1,234.50", exact, in the locale's separators.
[[nodiscard]] QString moneyText(Cents amount);
/// "77 · not linked"; empty for an empty ID.
[[nodiscard]] QString notLinkedText(const QString &externalId);
/// "640 µs", "12 ms", "1.2 s".
[[nodiscard]] QString durationText(qint64 us);
/// How long some work still takes, as roughly as one knows it: "80 s left", "2 min left", "3 h left".
[[nodiscard]] QString timeLeftText(qint64 seconds);
[[nodiscard]] QString kindText(EntityKind kind);
[[nodiscard]] QString endpointText(Endpoint endpoint);

} // namespace salesdesk
