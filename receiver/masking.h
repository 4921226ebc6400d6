// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receiver/requesthead.h"

namespace salesdesk
{

/// The headers as the log may keep them, "Name: value" and CR LF for each: what authenticates a caller is
/// replaced by dots (spec.md, Log).
[[nodiscard]] QByteArray maskedHeaders(const HeaderViews &headers);
/// The request target as the log may keep it: values of query parameters named like secrets are replaced.
[[nodiscard]] QByteArray maskedTarget(QByteArrayView target);

} // namespace salesdesk
