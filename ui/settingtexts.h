// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/settings.h"

namespace salesdesk
{

/// What the settings screen calls a setting.
[[nodiscard]] QString labelOf(Setting setting);
/// One sentence on what it does, in the user's words.
[[nodiscard]] QString noteOf(Setting setting);
/// What a number counts, to stand behind its field; empty for none.
[[nodiscard]] QString unitOf(Setting setting);
/// The sentence for a value that Settings::checked() refuses.
[[nodiscard]] QString refusalOf(Setting setting);

} // namespace salesdesk
