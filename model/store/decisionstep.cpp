// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/decisionstep.h"

#include "model/store/connection.h"
#include "model/store/sqltext.h"

#include <algorithm>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

QVariant emailOrNull(const QString &email)
{
    return email.isEmpty() ? QVariant() : QVariant(email);
}

} // namespace

Result<IdentityRow> identityRow(Connection &db, IdentityId id)
{
    auto row =
        db.query(u"SELECT id, provider_id, kind, external_id, name, email, entity_id, linked_by, "
                 "unlinked_by_person, ignored, name_key, record_count - sale_count, sale_count, value_cents "
                 "FROM identity WHERE id = ?"_s,
                 {id.value});
    if (!row)
        return row.error();
    if (!row->next())
        return row->failure().value_or(
            Error{ErrorCode::NotFound,
                  u"There is no external identity with number %1. \"salesdesk identity list --all\" shows "
                  "them."_s.arg(id.value)});
    IdentityRow found;
    found.id = IdentityId{row->number(0)};
    found.provider = ProviderId{row->number(1)};
    found.kind = static_cast<EntityKind>(row->number(2));
    found.externalId = row->text(3);
    found.name = row->text(4);
    found.email = row->text(5);
    found.entity = optionalId<EntityTag>(row->optionalNumber(6));
    found.linkedBy = row->text(7);
    found.unlinkedByPerson = row->flag(8);
    found.ignored = row->flag(9);
    found.nameKey = row->text(10);
    found.records = {row->number(11), row->number(12), Cents{row->number(13)}};
    return found;
}

Result<QList<TeamMove>> teamMovesFor(Connection &db, IdentityId linked)
{
    auto rows = db.query(uR"(SELECT agent.id, agent.team_id, t.entity_id
            FROM identity i
            JOIN identity t ON t.id = i.team_identity_id
            JOIN provider p ON p.id = i.provider_id
            JOIN entity agent ON agent.id = i.entity_id
            WHERE (i.id = ? OR i.team_identity_id = ?) AND i.kind = 0 AND p.manage_teams = 1
              AND t.entity_id IS NOT NULL AND agent.team_id IS DISTINCT FROM t.entity_id
            ORDER BY i.id)"_s,
                         {linked.value, linked.value});
    if (!rows)
        return rows.error();
    QList<TeamMove> moves;
    while (rows->next()) {
        const TeamMove move{EntityId{rows->number(0)}, optionalId<EntityTag>(rows->optionalNumber(1)),
                            EntityId{rows->number(2)}};
        // Several identities of one agent ask for the same move.
        const auto same = [&move](const TeamMove &other) { return other.agent == move.agent; };
        if (std::none_of(moves.cbegin(), moves.cend(), same))
            moves.append(move);
    }
    if (const auto failure = rows->failure())
        return *failure;
    return moves;
}

DecisionStep::DecisionStep(Connection &db, DecisionId id, QString decider, bool byPerson)
    : m_db(&db)
    , m_id(id)
    , m_decider(std::move(decider))
    , m_byPerson(byPerson)
{
}

Result<DecisionStep> DecisionStep::begin(Connection &db, const Decider &by, StepKind kind)
{
    return by.kind == Decider::Kind::Person ? begin(db, by.name, true, kind)
                                            : beginRule(db, u"e-mail rule"_s, kind);
}

Result<DecisionStep> DecisionStep::beginRule(Connection &db, const QString &rule, StepKind kind)
{
    return begin(db, rule, false, kind);
}

Result<DecisionStep> DecisionStep::begin(Connection &db, const QString &decider, bool byPerson, StepKind kind)
{
    if (byPerson) {
        const auto forgotten =
            db.change(u"UPDATE decision_step SET undo_order = NULL WHERE undo_order IS NOT NULL"_s);
        if (!forgotten)
            return forgotten.error();
    }
    const auto id = db.insert(
        u"INSERT INTO decision_step (decider_kind, decider, decided_at, kind) VALUES (?, ?, ?, ?)"_s,
        {byPerson ? 0 : 1, decider, db.now(), QString(toText(kind))});
    if (!id)
        return id.error();
    db.note(Change::Decisions);
    return DecisionStep(db, DecisionId{*id}, decider, byPerson);
}

Result<Done> DecisionStep::link(const IdentityRow &row, EntityId entity, const QString &reason)
{
    return store(row, {entity, m_decider, m_byPerson ? false : row.unlinkedByPerson, row.ignored},
                 {reason, std::nullopt});
}

Result<Done> DecisionStep::unlink(const IdentityRow &row)
{
    return store(row, {std::nullopt, {}, m_byPerson || row.unlinkedByPerson, row.ignored}, {});
}

Result<Done> DecisionStep::setIgnored(const IdentityRow &row, bool ignored)
{
    return store(row, {row.entity, row.linkedBy, row.unlinkedByPerson, ignored}, {});
}

Result<Done> DecisionStep::reject(const IdentityRow &row, EntityId entity)
{
    const auto rejected =
        m_db->insert(u"INSERT INTO rejected_suggestion (identity_id, entity_id) VALUES (?, ?)"_s,
                     {row.id.value, entity.value});
    if (!rejected)
        return rejected.error();
    return writeDown(row, {row.entity, row.linkedBy, row.unlinkedByPerson, row.ignored}, {{}, entity});
}

Result<Done> DecisionStep::mention(const IdentityRow &row)
{
    return writeDown(row, {row.entity, row.linkedBy, row.unlinkedByPerson, row.ignored}, {});
}

Result<Done> DecisionStep::store(const IdentityRow &before, const After &after, const Why &why)
{
    const auto changed = m_db->change(
        u"UPDATE identity SET entity_id = ?, linked_by = ?, unlinked_by_person = ?, ignored = ? WHERE id = ?"_s,
        {boundId(after.entity), after.linkedBy, after.unlinkedByPerson ? 1 : 0, after.ignored ? 1 : 0,
         before.id.value});
    if (!changed)
        return changed.error();
    m_db->note(Change::Identities);
    return writeDown(before, after, why);
}

Result<Done> DecisionStep::writeDown(const IdentityRow &before, const After &after, const Why &why)
{
    const auto id = m_db->insert(
        u"INSERT INTO decision (step_id, identity_id, entity_before, entity_after, linked_by_before, "
        "linked_by_after, unlinked_by_person_before, unlinked_by_person_after, ignored_before, "
        "ignored_after, reason, rejected_entity) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {m_id.value, before.id.value, boundId(before.entity), boundId(after.entity), before.linkedBy,
         after.linkedBy, before.unlinkedByPerson ? 1 : 0, after.unlinkedByPerson ? 1 : 0,
         before.ignored ? 1 : 0, after.ignored ? 1 : 0, boundText(why.reason), boundId(why.rejected)});
    if (!id)
        return id.error();
    return Done{};
}

Result<Done> DecisionStep::moveAgent(const TeamMove &move)
{
    const auto changed =
        m_db->change(u"UPDATE entity SET team_id = ? WHERE id = ?"_s, {move.after.value, move.agent.value});
    if (!changed)
        return changed.error();
    const auto id = m_db->insert(u"INSERT INTO decision_team_move (step_id, agent_id, team_before, "
                                 "team_after) VALUES (?, ?, ?, ?)"_s,
                                 {m_id.value, move.agent.value, boundId(move.before), move.after.value});
    if (!id)
        return id.error();
    m_db->note(Change::Entities);
    return Done{};
}

EntityState stateOf(const Entity &entity)
{
    return {entity.email, entity.team, entity.active, entity.mergedInto};
}

Result<Done> putEntityState(Connection &db, EntityId id, const EntityState &state)
{
    const auto changed =
        db.change(u"UPDATE entity SET email = ?, email_folded = ?, team_id = ?, active = ?, "
                  "merged_into = ? WHERE id = ?"_s,
                  {emailOrNull(state.email), emailOrNull(folded(state.email)), boundId(state.team),
                   state.active ? 1 : 0, boundId(state.mergedInto), id.value});
    if (!changed)
        return changed.error();
    db.note(Change::Entities);
    return Done{};
}

Result<Done> DecisionStep::made(const Entity &entity)
{
    auto before = stateOf(entity);
    before.active = false;
    return writeDown(entity, before, stateOf(entity), true);
}

Result<Done> DecisionStep::changeEntity(const Entity &entity, const EntityState &after)
{
    const auto changed = putEntityState(*m_db, entity.id, after);
    return changed ? writeDown(entity, stateOf(entity), after, false) : changed;
}

Result<Done> DecisionStep::writeDown(const Entity &entity, const EntityState &before,
                                     const EntityState &after, bool created)
{
    const auto id = m_db->insert(
        u"INSERT INTO decision_entity (step_id, entity_id, created, kind, name, created_at, email_before, "
        "email_after, team_before, team_after, active_before, active_after, merged_before, merged_after) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {m_id.value, entity.id.value, created ? 1 : 0, static_cast<int>(entity.kind), entity.name,
         entity.createdAt, emailOrNull(before.email), emailOrNull(after.email), boundId(before.team),
         boundId(after.team), before.active ? 1 : 0, after.active ? 1 : 0, boundId(before.mergedInto),
         boundId(after.mergedInto)});
    if (!id)
        return id.error();
    return Done{};
}

} // namespace salesdesk
