// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fields.h"
#include "model/store/entitystore.h"

#include <array>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

template <EntityKind kind>
int add(CommandCall &call)
{
    const auto added = call.write([&](Connection &db) -> Result<Entity> {
        EntityStore store(db);
        Entity draft;
        draft.kind = kind;
        draft.name = call.operand(0);
        draft.email = call.option("email"_L1).value_or(QString());
        if (const auto team = call.option("team"_L1)) {
            const auto found = store.find(EntityKind::Team, *team);
            if (!found)
                return found.error();
            draft.team = found->id;
        }
        return store.add(draft);
    });
    if (!added)
        return call.fail(added.error());
    return call.show(fieldsOf(*added));
}

template <EntityKind kind>
int list(CommandCall &call)
{
    const auto entities = call.read([](Connection &db) { return EntityStore(db).list(kind); });
    if (!entities)
        return call.fail(entities.error());
    Listing listing(call);
    for (const auto &entity : *entities) {
        if (!listing.row(fieldsOf(entity)))
            break;
    }
    return listing.end();
}

constexpr std::array table{
    Command{"agent add"_L1, "NAME [--email ADDRESS] [--team TEAM]"_L1, "email team"_L1, 1, 1,
            add<EntityKind::Agent>},
    Command{"agent list"_L1, ""_L1, ""_L1, 0, 0, list<EntityKind::Agent>},
    Command{"team add"_L1, "NAME"_L1, ""_L1, 1, 1, add<EntityKind::Team>},
    Command{"team list"_L1, ""_L1, ""_L1, 0, 0, list<EntityKind::Team>},
    Command{"product add"_L1, "NAME"_L1, ""_L1, 1, 1, add<EntityKind::Product>},
    Command{"product list"_L1, ""_L1, ""_L1, 0, 0, list<EntityKind::Product>},
};

} // namespace

std::span<const Command> entityCommands()
{
    return table;
}

} // namespace salesdesk
