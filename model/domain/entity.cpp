// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/entity.h"

namespace salesdesk
{

QLatin1StringView toText(EntityKind kind)
{
    switch (kind) {
    case EntityKind::Agent:
        return QLatin1StringView("agent");
    case EntityKind::Team:
        return QLatin1StringView("team");
    case EntityKind::Product:
        return QLatin1StringView("product");
    }
    Q_UNREACHABLE();
}

std::optional<EntityKind> entityKindFromText(QStringView text)
{
    for (const auto kind : {EntityKind::Agent, EntityKind::Team, EntityKind::Product}) {
        if (text == toText(kind))
            return kind;
    }
    return std::nullopt;
}

} // namespace salesdesk
