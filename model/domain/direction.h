// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace salesdesk
{

/// Without the invisible characters that turn the direction of what follows (Unicode TR 9: embeddings,
/// overrides, isolates): with them "nesnaj ob" reads "bo jansen", and turns the rest of a sentence round.
[[nodiscard]] QString withoutDirections(QString text);

} // namespace salesdesk
