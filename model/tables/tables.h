// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/tables/tone.h"

#include <Qt>

namespace salesdesk
{

/// What every table model answers beside Qt's own roles.
enum TableRole {
    IdRole = Qt::UserRole + 1, ///< qint64: the row's number
    RawRole,                   ///< the value itself: numbers, UTC ms
    ToneRole,                  ///< Tone of a status chip; invalid where the cell is plain text
    MutedRole,                 ///< bool: of lesser weight, such as "77 · not linked"
    FixedFontRole,             ///< bool: IDs, keys
    WidestTextRole,  ///< headerData(): the widest text that a cell comes to have by itself, with time
    BlankColumnRole, ///< headerData(): bool, whether the column is empty in all loaded rows
};

} // namespace salesdesk
