// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/identitystore.h"

#include "model/domain/email.h"
#include "model/domain/linkrules.h"
#include "model/store/connection.h"
#include "model/store/decisionstep.h"
#include "model/store/entitystore.h"
#include "model/store/rows.h"

#include <QSet>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

/// How messages name an identity: "agent identity 77".
QString described(const IdentityRow &row)
{
    return u"%1 identity \"%2\""_s.arg(toText(row.kind), row.externalId);
}

/// Nothing when the entity is there, whole and of the identity's kind.
std::optional<Error> mismatch(Connection &db, const IdentityRow &row, EntityId entity)
{
    const auto target = EntityStore(db).get(entity);
    if (!target)
        return target.error();
    if (target->kind != row.kind)
        return Error{ErrorCode::Conflict,
                     u"\"%1\" is a %2; the %3 can only be linked to a %4."_s.arg(
                         target->name, toText(target->kind), described(row), toText(row.kind))};
    if (target->mergedInto)
        return Error{ErrorCode::Conflict, u"\"%1\" was merged into \"%2\". Link the %3 to that one."_s.arg(
                                              target->name, target->mergedIntoName, described(row))};
    return std::nullopt;
}

std::optional<Error> moveAgents(Connection &db, DecisionStep &step, IdentityId linked)
{
    const auto moves = teamMovesFor(db, linked);
    if (!moves)
        return moves.error();
    for (const auto &move : *moves) {
        if (const auto moved = step.moveAgent(move); !moved)
            return moved.error();
    }
    return std::nullopt;
}

Entity entityFor(const IdentityRow &row, const QString &email)
{
    Entity draft;
    draft.kind = row.kind;
    draft.name = row.name.simplified().isEmpty() ? row.externalId : row.name;
    draft.email = row.kind == EntityKind::Agent ? email : QString();
    return draft;
}

/// Makes an entity and links it.
Result<DecisionId> makeAndLink(Connection &db, const IdentityRow &row, const QString &email,
                               const Decider &by)
{
    const auto entity = EntityStore(db).add(entityFor(row, email));
    if (!entity)
        return entity.error();
    auto step = DecisionStep::begin(db, by, StepKind::Create);
    if (!step)
        return step.error();
    if (const auto made = step->made(*entity); !made)
        return made.error();
    if (const auto linked = step->link(row, entity->id); !linked)
        return linked.error();
    if (const auto failure = moveAgents(db, *step, row.id))
        return *failure;
    return step->id();
}

/// Links what was read and checked, then moves the agents whose team follows from it.
Result<DecisionId> linkAll(Connection &db, const QList<std::pair<IdentityRow, EntityId>> &rows,
                           const Decider &by, const QString &reason)
{
    auto step = DecisionStep::begin(db, by, StepKind::Link);
    if (!step)
        return step.error();
    for (const auto &[row, entity] : rows) {
        if (const auto linked = step->link(row, entity, reason); !linked)
            return linked.error();
    }
    for (const auto &[row, entity] : rows) {
        if (const auto failure = moveAgents(db, *step, row.id))
            return *failure;
    }
    return step->id();
}

} // namespace

Result<DecisionId> IdentityStore::link(IdentityId id, EntityId entity, const Decider &by,
                                       const QString &reason)
{
    const auto row = identityRow(m_db, id);
    if (!row)
        return row.error();
    if (const auto failure = mismatch(m_db, *row, entity))
        return *failure;
    return linkAll(m_db, {{*row, entity}}, by, reason);
}

Result<DecisionId> IdentityStore::link(const QList<Pair> &pairs, const Decider &by)
{
    if (pairs.isEmpty())
        return {ErrorCode::InvalidArgument, u"There is nothing to link."_s};
    QList<std::pair<IdentityRow, EntityId>> rows;
    QSet<IdentityId> seen;
    for (const auto &pair : pairs) {
        const auto row = identityRow(m_db, pair.identity);
        if (!row)
            return row.error();
        if (seen.contains(pair.identity))
            return {ErrorCode::InvalidArgument,
                    u"The %1 is given twice; link it once."_s.arg(described(*row))};
        if (const auto failure = mismatch(m_db, *row, pair.entity))
            return *failure;
        seen.insert(pair.identity);
        rows.append({*row, pair.entity});
    }
    return linkAll(m_db, rows, by, {});
}

Result<DecisionId> IdentityStore::createAndLink(IdentityId id, const Decider &by)
{
    const auto row = identityRow(m_db, id);
    if (!row)
        return row.error();
    return makeAndLink(m_db, *row, row->email, by);
}

Result<DecisionId> IdentityStore::reject(IdentityId id, EntityId entity, const Decider &by)
{
    const auto row = identityRow(m_db, id);
    if (!row)
        return row.error();
    if (const auto failure = mismatch(m_db, *row, entity))
        return *failure;
    const auto known = readNumber(
        m_db.query(u"SELECT count(*) FROM rejected_suggestion WHERE identity_id = ? AND entity_id = ?"_s,
                   {id.value, entity.value}));
    if (!known)
        return known.error();
    if (*known > 0)
        return {ErrorCode::Conflict, u"That was said of the %1 before."_s.arg(described(*row))};
    auto step = DecisionStep::begin(m_db, by, StepKind::Reject);
    if (!step)
        return step.error();
    if (const auto rejected = step->reject(*row, entity); !rejected)
        return rejected.error();
    m_db.note(Change::Identities);
    return step->id();
}

Result<DecisionId> IdentityStore::unlink(IdentityId id, const Decider &by)
{
    const auto row = identityRow(m_db, id);
    if (!row)
        return row.error();
    if (!row->entity)
        return {ErrorCode::Conflict, u"The %1 is not linked."_s.arg(described(*row))};
    auto step = DecisionStep::begin(m_db, by, StepKind::Unlink);
    if (!step)
        return step.error();
    if (const auto unlinked = step->unlink(*row); !unlinked)
        return unlinked.error();
    return step->id();
}

Result<DecisionId> IdentityStore::setIgnored(IdentityId id, bool ignored, const Decider &by)
{
    const auto row = identityRow(m_db, id);
    if (!row)
        return row.error();
    if (row->ignored == ignored)
        return {ErrorCode::Conflict, ignored ? u"The %1 is ignored already."_s.arg(described(*row))
                                             : u"The %1 is not ignored."_s.arg(described(*row))};
    auto step = DecisionStep::begin(m_db, by, ignored ? StepKind::Ignore : StepKind::Unignore);
    if (!step)
        return step.error();
    if (const auto changed = step->setIgnored(*row, ignored); !changed)
        return changed.error();
    return step->id();
}

Result<std::optional<EntityId>> IdentityStore::applyEmailRule(IdentityId id, const QString &email)
{
    const auto row = identityRow(m_db, id);
    if (!row)
        return row.error();
    const auto address = email.trimmed();
    if (row->kind != EntityKind::Agent || row->entity || row->ignored || row->unlinkedByPerson ||
        !isEmailAddress(address))
        return std::optional<EntityId>();
    auto option = m_db.query(u"SELECT create_users FROM provider WHERE id = ?"_s, {row->provider.value});
    if (!option)
        return option.error();
    if (!option->next() || !option->flag(0)) {
        if (const auto failure = option->failure())
            return *failure;
        return std::optional<EntityId>();
    }
    const Decider rule{Decider::Kind::EmailRule, {}};
    const auto agent = EntityStore(m_db).findAgentByEmail(address);
    if (!agent && agent.error().code != ErrorCode::NotFound)
        return agent.error();
    const auto step = agent ? linkAll(m_db, {{*row, agent->id}}, rule, toText(MatchReason::SameEmail))
                            : makeAndLink(m_db, *row, address, rule);
    if (!step)
        return step.error();
    const auto linked = identityRow(m_db, id);
    return linked ? Result<std::optional<EntityId>>(linked->entity) : linked.error();
}

Result<bool> IdentityStore::applyTeamRule(IdentityId agent, IdentityId team)
{
    auto row = m_db.query(uR"(SELECT a.id, a.team_id, t.entity_id
            FROM identity i
            JOIN identity t ON t.id = ? AND t.kind = 1 AND t.provider_id = i.provider_id
            JOIN provider p ON p.id = i.provider_id
            JOIN entity a ON a.id = i.entity_id
            WHERE i.id = ? AND i.kind = 0 AND p.manage_teams = 1
              AND t.entity_id IS NOT NULL AND a.team_id IS DISTINCT FROM t.entity_id)"_s,
                          {team.value, agent.value});
    if (!row)
        return row.error();
    if (!row->next()) {
        if (const auto failure = row->failure())
            return *failure;
        return false;
    }
    const auto before = row->optionalNumber(1);
    const TeamMove move{EntityId{row->number(0)}, before ? std::optional(EntityId{*before}) : std::nullopt,
                        EntityId{row->number(2)}};
    const auto identity = identityRow(m_db, agent);
    if (!identity)
        return identity.error();
    auto step = DecisionStep::beginRule(m_db, u"team rule"_s, StepKind::Team);
    if (!step)
        return step.error();
    if (const auto mentioned = step->mention(*identity); !mentioned)
        return mentioned.error();
    if (const auto moved = step->moveAgent(move); !moved)
        return moved.error();
    return true;
}

} // namespace salesdesk
