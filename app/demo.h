// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/result.h"
#include "model/domain/secrets.h"

#include <functional>

namespace salesdesk
{

class Workspace;

/// Fills an empty data folder with a plausible sales team: providers, agents, teams, products, and `calls`
/// webhook calls over the last 60 days, refused ones among them, read and stored as the receiver's are. The
/// same for every run but for ids and keys. `say` is told of progress, a line at a time. Conflict when the
/// folder has a provider already. Blocks: not for the GUI thread.
[[nodiscard]] Result<Done> fillWithDemo(Workspace &workspace, const MasterKey &master, qint64 calls,
                                        const std::function<void(const QString &)> &say);

} // namespace salesdesk
