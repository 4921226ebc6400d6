// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/decisionrows.h"

#include "model/store/connection.h"
#include "model/store/rows.h"
#include "model/store/sqltext.h"

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

StepRow readIdentity(const Cursor &rows)
{
    StepRow row;
    row.identity = IdentityId{rows.number(0)};
    row.identityText =
        identityText(static_cast<EntityKind>(rows.number(1)), rows.text(2), rows.text(3), rows.text(4));
    row.entityBefore = optionalId<EntityTag>(rows.optionalNumber(5));
    row.entityAfter = optionalId<EntityTag>(rows.optionalNumber(6));
    row.entityBeforeName = rows.text(7);
    row.entityAfterName = rows.text(8);
    row.linkedByBefore = rows.text(9);
    row.linkedByAfter = rows.text(10);
    row.unlinkedByPersonBefore = rows.flag(11);
    row.unlinkedByPersonAfter = rows.flag(12);
    row.ignoredBefore = rows.flag(13);
    row.ignoredAfter = rows.flag(14);
    row.rejected = optionalId<EntityTag>(rows.optionalNumber(15));
    row.rejectedName = rows.text(16);
    row.entityNow = optionalId<EntityTag>(rows.optionalNumber(17));
    row.ignoredNow = rows.flag(18);
    row.rejectedNow = rows.flag(19);
    return row;
}

Result<QList<StepRow>> identitiesOf(Connection &db, DecisionId step)
{
    return readRows(
        db.query(
            uR"(SELECT d.identity_id, i.kind, p.name, i.external_id, i.name, d.entity_before, d.entity_after,
                   b.name, coalesce(a.name, (SELECT max(c.name) FROM decision_entity c
                                             WHERE c.step_id = d.step_id AND c.entity_id = d.entity_after)),
                   d.linked_by_before, d.linked_by_after,
                   d.unlinked_by_person_before, d.unlinked_by_person_after, d.ignored_before, d.ignored_after,
                   d.rejected_entity, r.name, i.entity_id, i.ignored,
                   EXISTS (SELECT 1 FROM rejected_suggestion x
                           WHERE x.identity_id = d.identity_id AND x.entity_id = d.rejected_entity)
            FROM decision d JOIN identity i ON i.id = d.identity_id JOIN provider p ON p.id = i.provider_id
            LEFT JOIN entity b ON b.id = d.entity_before LEFT JOIN entity a ON a.id = d.entity_after
            LEFT JOIN entity r ON r.id = d.rejected_entity
            WHERE d.step_id = ? ORDER BY d.id)"_s,
            {step.value}),
        readIdentity);
}

Result<QList<MoveRow>> movesOf(Connection &db, DecisionId step)
{
    return readRows(db.query(uR"(SELECT m.agent_id, a.name, m.team_before, m.team_after, a.team_id
            FROM decision_team_move m LEFT JOIN entity a ON a.id = m.agent_id
            WHERE m.step_id = ? ORDER BY m.id)"_s,
                             {step.value}),
                    [](const Cursor &row) {
                        return MoveRow{EntityId{row.number(0)}, row.text(1),
                                       optionalId<EntityTag>(row.optionalNumber(2)),
                                       optionalId<EntityTag>(row.optionalNumber(3)),
                                       optionalId<EntityTag>(row.optionalNumber(4))};
                    });
}

EntityRow readEntity(const Cursor &row)
{
    EntityRow entity;
    entity.made.id = EntityId{row.number(0)};
    entity.created = row.flag(1);
    entity.made.kind = static_cast<EntityKind>(row.number(2));
    entity.made.name = row.text(3);
    entity.made.createdAt = row.number(4);
    const auto state = [&row](int email, int team, int active, int merged) {
        return EntityState{row.text(email), optionalId<EntityTag>(row.optionalNumber(team)), row.flag(active),
                           optionalId<EntityTag>(row.optionalNumber(merged))};
    };
    entity.before = state(5, 7, 9, 11);
    entity.after = state(6, 8, 10, 12);
    if (!row.isNull(13))
        entity.now = state(14, 15, 16, 17);
    return entity;
}

Result<QList<EntityRow>> entitiesOf(Connection &db, DecisionId step)
{
    return readRows(
        db.query(
            uR"(SELECT d.entity_id, d.created, d.kind, d.name, d.created_at, d.email_before, d.email_after,
                   d.team_before, d.team_after, d.active_before, d.active_after, d.merged_before, d.merged_after,
                   e.id, e.email, e.team_id, e.active, e.merged_into
            FROM decision_entity d LEFT JOIN entity e ON e.id = d.entity_id
            WHERE d.step_id = ? ORDER BY d.id)"_s,
            {step.value}),
        readEntity);
}

} // namespace

QString identityText(EntityKind kind, const QString &provider, const QString &externalId, const QString &name)
{
    const auto text = u"%1 %2:%3"_s.arg(toText(kind), provider, externalId);
    return name.isEmpty() ? text : u"%1 (%2)"_s.arg(text, name);
}

Result<StepRows> rowsOf(Connection &db, DecisionId step)
{
    StepRows all;
    auto head =
        db.query(u"SELECT kind, decider_kind, undone_at FROM decision_step WHERE id = ?"_s, {step.value});
    if (!head)
        return head.error();
    if (!head->next())
        return head->failure().value_or(Error{ErrorCode::Conflict, u"The history has no such step."_s});
    all.kind = stepKindFromText(head->text(0));
    all.byRule = head->flag(1);
    all.undone = !head->isNull(2);
    head->finish();
    auto identities = identitiesOf(db, step);
    if (!identities)
        return identities.error();
    auto moves = movesOf(db, step);
    if (!moves)
        return moves.error();
    auto entities = entitiesOf(db, step);
    if (!entities)
        return entities.error();
    all.identities = std::move(identities).value();
    all.moves = std::move(moves).value();
    all.entities = std::move(entities).value();
    return all;
}

} // namespace salesdesk
