// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/tables/cell.h"

#include <QTimeZone>

namespace salesdesk
{

// What activities and sales show alike.

/// The entity's name, or what the sender calls it while nobody linked it: "77 · not linked", muted.
[[nodiscard]] Cell resolvedCell(const std::optional<QString> &name, const QString &externalId);
/// Relative within a day, the whole moment in the tip. UTC ms.
[[nodiscard]] Cell timeCell(qint64 at, const QTimeZone &zone);
/// A sender's decimal, as the locale writes it, with all its digits.
[[nodiscard]] QString decimalText(const QString &digits);

} // namespace salesdesk
