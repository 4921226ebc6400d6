// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace salesdesk
{

/// Why a call was refused, or what was noted of a field, in the language of the window: the log and the
/// answer are English, word for word. What is not known stays as it is. GUI thread.
[[nodiscard]] QString spokenOfCall(const QString &detail);

/// Whether the pattern ("%1 must be a text.") is known; for tests.
[[nodiscard]] bool isSpokenOfCall(const QString &pattern);

} // namespace salesdesk
