// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// The language of the window. GUI thread.
namespace salesdesk::language
{

/// What the setting means: "en" or "nl"; of an empty one the system's, English where that is neither.
[[nodiscard]] QString meantBy(const QString &setting);

/// Speaks the language of the setting from now on, Qt's own dialogs included; numbers and dates are the
/// system's where it speaks that language, too. What is on the screen already stays as it is: before the
/// first widget.
void use(const QString &setting);

/// "en" or "nl": what is spoken now.
[[nodiscard]] QString current();

} // namespace salesdesk::language
