// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/callcolors.h"

#include "ui/style.h"

namespace salesdesk
{

std::array<QColor, 3> callColors(const QPalette &palette, const QColor &ground)
{
    const auto bad = style::color(Tone::Bad, palette);
    return {style::tinted(style::color(Tone::Good, palette), ground, 0.7), style::tinted(bad, ground, 0.6),
            bad};
}

} // namespace salesdesk
