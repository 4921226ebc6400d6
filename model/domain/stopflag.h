// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <memory>

namespace salesdesk
{

/// Long work that is given one ends soon after it is set, on any thread. Nothing: it goes on to its end.
using StopFlag = std::shared_ptr<std::atomic_bool>;

} // namespace salesdesk
