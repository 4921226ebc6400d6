// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/call.h"

namespace salesdesk
{

/// The call as a curl command for a POSIX shell, to be sent again to `base` ("http://127.0.0.1:8787").
/// Without a `key` a place is left for one. The headers that curl makes itself, and those whose values are
/// masked, are left out.
[[nodiscard]] QString curlCommand(const CallDetails &call, const QString &base, const QString &key = {});

/// A text as one word of a POSIX shell.
[[nodiscard]] QString shellQuoted(const QString &text);

} // namespace salesdesk
