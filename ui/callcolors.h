// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

#include <array>

class QPalette;

namespace salesdesk
{

/// What stands for accepted, refused and failed calls, in this order, in every chart of them: the hues that
/// their status has in the list, a refusal paler than a failure. `ground`: what they are painted on.
[[nodiscard]] std::array<QColor, 3> callColors(const QPalette &palette, const QColor &ground);

} // namespace salesdesk
