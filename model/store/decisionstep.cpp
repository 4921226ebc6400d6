// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/decisionstep.h"

#include "model/store/connection.h"
#include "model/store/identitystore.h"
#include "model/store/sqltext.h"

#include <algorithm>

namespace salesdesk
{

using namespace Qt::StringLiterals;

Result<IdentityRow> identityRow(Connection &db, IdentityId id)
{
    auto row = db.query(u"SELECT id, provider_id, kind, external_id, name, email, entity_id, linked_by, "
                        "unlinked_by_person, ignored FROM identity WHERE id = ?"_s,
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

Result<DecisionStep> DecisionStep::begin(Connection &db, const Decider &by)
{
    return by.kind == Decider::Kind::Person ? begin(db, by.name, true) : beginRule(db, u"e-mail rule"_s);
}

Result<DecisionStep> DecisionStep::beginRule(Connection &db, const QString &rule)
{
    return begin(db, rule, false);
}

Result<DecisionStep> DecisionStep::begin(Connection &db, const QString &decider, bool byPerson)
{
    const auto id =
        db.insert(u"INSERT INTO decision_step (decider_kind, decider, decided_at) VALUES (?, ?, ?)"_s,
                  {byPerson ? 0 : 1, decider, db.now()});
    if (!id)
        return id.error();
    db.note(Change::Decisions);
    return DecisionStep(db, DecisionId{*id}, decider, byPerson);
}

Result<Done> DecisionStep::link(const IdentityRow &row, EntityId entity, bool created)
{
    return store(row, {entity, m_decider, m_byPerson ? false : row.unlinkedByPerson, row.ignored},
                 created ? std::optional(entity) : std::nullopt);
}

Result<Done> DecisionStep::unlink(const IdentityRow &row)
{
    return store(row, {std::nullopt, {}, m_byPerson || row.unlinkedByPerson, row.ignored}, std::nullopt);
}

Result<Done> DecisionStep::setIgnored(const IdentityRow &row, bool ignored)
{
    return store(row, {row.entity, row.linkedBy, row.unlinkedByPerson, ignored}, std::nullopt);
}

Result<Done> DecisionStep::mention(const IdentityRow &row)
{
    return writeDown(row, {row.entity, row.linkedBy, row.unlinkedByPerson, row.ignored}, std::nullopt);
}

Result<Done> DecisionStep::store(const IdentityRow &before, const After &after,
                                 std::optional<EntityId> created)
{
    const auto changed = m_db->change(
        u"UPDATE identity SET entity_id = ?, linked_by = ?, unlinked_by_person = ?, ignored = ? WHERE id = ?"_s,
        {boundId(after.entity), after.linkedBy, after.unlinkedByPerson ? 1 : 0, after.ignored ? 1 : 0,
         before.id.value});
    if (!changed)
        return changed.error();
    m_db->note(Change::Identities);
    return writeDown(before, after, created);
}

Result<Done> DecisionStep::writeDown(const IdentityRow &before, const After &after,
                                     std::optional<EntityId> created)
{
    const auto id = m_db->insert(
        u"INSERT INTO decision (step_id, identity_id, entity_before, entity_after, linked_by_before, "
        "unlinked_by_person_before, ignored_before, ignored_after, created_entity) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {m_id.value, before.id.value, boundId(before.entity), boundId(after.entity), before.linkedBy,
         before.unlinkedByPerson ? 1 : 0, before.ignored ? 1 : 0, after.ignored ? 1 : 0, boundId(created)});
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

} // namespace salesdesk
