// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/tables/tone.h"

#include <QIcon>

#include <optional>

namespace salesdesk
{

/// The window's icons; each has one meaning.
enum class Symbol {
    Overview,
    Providers,
    Calls,
    Unlinked,
    Identities,
    Agents,
    Teams,
    Products,
    Activities,
    Sales,
    Settings,
    Copy,
    Done,
    Reveal,
    Hide,
    Add,
    More,
    Filter,
    Clear,
    Warning,
    Info,
    Good,
    Newer,
    Archive,
    Key,
    Ignore,
    Edit,
    Undo,
    Link,
    Start,
    Stop,
    History,
    Import,
    Export,
    Merge,
    Redo,
    Replay,
    Columns,
    Saved,
    Fold,
    Test,
    Compare,
    Failures,
};

/// A Tabler outline icon, drawn in the palette's text colour at the moment of painting (so it follows a
/// switch between light and dark), or in a tone's colour.
[[nodiscard]] QIcon icon(Symbol symbol, std::optional<Tone> tone = {});

/// The program's own icon, for windows, as a bitmap of each size that desktops ask for.
[[nodiscard]] QIcon applicationIcon();

} // namespace salesdesk
