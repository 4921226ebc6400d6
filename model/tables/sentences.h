// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/call.h"

#include <QString>

namespace salesdesk
{

/// A sentence of the model (an error's, what was undone), an identity's text or a unit of them, in the
/// language of the window. The model speaks English, which commands, answers and the log keep word for word;
/// what it says is known here by its pattern, and what is not known stays as it is. GUI thread.
[[nodiscard]] QString spoken(const QString &sentence);

/// toPhrase(), in the language of the window.
[[nodiscard]] QString phraseOf(CallReason reason);

/// Whether the pattern ("There is no step %1.") is known; for tests.
[[nodiscard]] bool isSpoken(const QString &pattern);

} // namespace salesdesk
