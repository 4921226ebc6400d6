// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/call.h"

namespace salesdesk
{

/// The headers as the log may keep them: what authenticates a caller is replaced by dots (spec.md, Log).
[[nodiscard]] HeaderList maskedHeaders(const HeaderList &headers);
/// The request target as the log may keep it: values of query parameters named like secrets are replaced.
[[nodiscard]] QByteArray maskedTarget(const QByteArray &target);

} // namespace salesdesk
