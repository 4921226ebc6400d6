// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/provider.h"

namespace salesdesk
{

QLatin1StringView toText(Endpoint endpoint)
{
    switch (endpoint) {
    case Endpoint::Activities:
        return QLatin1StringView("activities");
    case Endpoint::Sales:
        return QLatin1StringView("sales");
    }
    Q_UNREACHABLE();
}

} // namespace salesdesk
