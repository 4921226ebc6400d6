// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/frames.h"
#include "app/output.h"
#include "model/domain/result.h"

#include <optional>

namespace salesdesk
{

/// Hands a command to the owner of the folder and waits for its end. Gives its exit status; nothing when no
/// owner took it, so that it can be tried again: it was not run. Blocks; any thread.
[[nodiscard]] std::optional<int> handOver(const QString &socketPath, const Request &request, Output &output);

enum class RaiseAnswer { NoOwner, Raised, NoWindow };
/// Asks the owner of the folder to show its window.
[[nodiscard]] RaiseAnswer askToRaise(const QString &socketPath);
/// Whether an owner takes commands.
[[nodiscard]] bool hasOwner(const QString &socketPath);

} // namespace salesdesk
