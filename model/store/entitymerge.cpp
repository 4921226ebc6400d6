// SPDX-License-Identifier: GPL-3.0-or-later
// Merging duplicates, of EntityStore.
#include "model/store/connection.h"
#include "model/store/decisionstep.h"
#include "model/store/entitystore.h"
#include "model/store/rows.h"

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

std::optional<Error> standsAgainst(const Entity &duplicate, const Entity &kept)
{
    if (duplicate.id == kept.id)
        return Error{ErrorCode::Conflict, u"\"%1\" cannot be merged into itself."_s.arg(kept.name)};
    if (duplicate.kind != kept.kind)
        return Error{ErrorCode::Conflict,
                     u"\"%1\" is a %2 and \"%3\" is a %4: they cannot be one."_s.arg(
                         duplicate.name, toText(duplicate.kind), kept.name, toText(kept.kind))};
    for (const auto *entity : {&duplicate, &kept}) {
        if (entity->mergedInto)
            return Error{ErrorCode::Conflict, u"\"%1\" was merged into \"%2\" before."_s.arg(
                                                  entity->name, entity->mergedIntoName)};
    }
    if (!kept.active)
        return Error{
            ErrorCode::Conflict,
            u"\"%1\" is inactive. Activate it first, or merge the other way round."_s.arg(kept.name)};
    return std::nullopt;
}

std::optional<Error> takeIdentities(Connection &db, DecisionStep &step, EntityId from, EntityId to)
{
    const auto ids =
        readRows(db.query(u"SELECT id FROM identity WHERE entity_id = ? ORDER BY id"_s, {from.value}),
                 [](const Cursor &row) { return IdentityId{row.number(0)}; });
    if (!ids)
        return ids.error();
    for (const auto id : *ids) {
        const auto row = identityRow(db, id);
        if (!row)
            return row.error();
        if (const auto linked = step.link(*row, to); !linked)
            return linked.error();
    }
    return std::nullopt;
}

std::optional<Error> takeAgents(Connection &db, DecisionStep &step, EntityId from, EntityId to)
{
    const auto agents =
        readRows(db.query(u"SELECT id FROM entity WHERE team_id = ? ORDER BY id"_s, {from.value}),
                 [](const Cursor &row) { return EntityId{row.number(0)}; });
    if (!agents)
        return agents.error();
    for (const auto agent : *agents) {
        if (const auto moved = step.moveAgent({agent, from, to}); !moved)
            return moved.error();
    }
    return std::nullopt;
}

} // namespace

Result<DecisionId> EntityStore::merge(EntityId duplicate, EntityId kept, const Decider &by)
{
    const auto from = get(duplicate);
    if (!from)
        return from.error();
    const auto to = get(kept);
    if (!to)
        return to.error();
    if (const auto conflict = standsAgainst(*from, *to))
        return *conflict;
    auto step = DecisionStep::begin(m_db, by, StepKind::Merge);
    if (!step)
        return step.error();
    if (const auto failure = takeIdentities(m_db, *step, duplicate, kept))
        return *failure;
    if (const auto failure = takeAgents(m_db, *step, duplicate, kept))
        return *failure;

    auto gone = stateOf(*from);
    auto grown = stateOf(*to);
    gone.active = false;
    gone.mergedInto = kept;
    if (grown.email.isEmpty())
        std::swap(grown.email, gone.email);
    if (!grown.team)
        std::swap(grown.team, gone.team);
    // In this order: an address is let go of before the other takes it.
    if (const auto changed = step->changeEntity(*from, gone); !changed)
        return changed.error();
    if (const auto changed = step->changeEntity(*to, grown); !changed)
        return changed.error();
    return step->id();
}

} // namespace salesdesk
