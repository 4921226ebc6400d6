// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace salesdesk
{

/// From now on the charts of calls, which are drawn, are charts to a screen reader. Said again it changes
/// nothing. GUI thread.
void installChartRole();

} // namespace salesdesk
