// SPDX-License-Identifier: GPL-3.0-or-later
// The history of decisions of IdentityStore, and undoing its newest step.
#include "model/store/connection.h"
#include "model/store/decisionstep.h"
#include "model/store/identitystore.h"
#include "model/store/sqltext.h"

#include <QHash>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

/// One row of a step, with what undoing it puts back.
struct StepRow {
    IdentityId identity;
    QString identityText;
    std::optional<EntityId> entityBefore;
    std::optional<EntityId> entityAfter;
    QString entityBeforeName;
    QString entityAfterName;
    QString linkedByBefore;
    bool unlinkedByPersonBefore = false;
    bool ignoredBefore = false;
    bool ignoredAfter = false;
    std::optional<EntityId> created;
    std::optional<EntityId> entityNow;
    bool ignoredNow = false;

    [[nodiscard]] bool isAboutIgnoring() const { return ignoredBefore != ignoredAfter; }
};

struct MoveRow {
    EntityId agent;
    QString agentName;
    std::optional<EntityId> before;
    std::optional<EntityId> after;
    std::optional<EntityId> now;
};

QString identityText(EntityKind kind, const QString &provider, const QString &externalId, const QString &name)
{
    const auto text = u"%1 %2:%3"_s.arg(toText(kind), provider, externalId);
    return name.isEmpty() ? text : u"%1 (%2)"_s.arg(text, name);
}

Result<QList<StepRow>> rowsOf(Connection &db, DecisionId step)
{
    auto rows = db.query(
        uR"(SELECT d.identity_id, i.kind, p.name, i.external_id, i.name, d.entity_before, d.entity_after, b.name,
                   a.name, d.linked_by_before, d.unlinked_by_person_before, d.ignored_before, d.ignored_after,
                   d.created_entity, i.entity_id, i.ignored
            FROM decision d JOIN identity i ON i.id = d.identity_id JOIN provider p ON p.id = i.provider_id
            LEFT JOIN entity b ON b.id = d.entity_before LEFT JOIN entity a ON a.id = d.entity_after
            WHERE d.step_id = ? ORDER BY d.id)"_s,
        {step.value});
    if (!rows)
        return rows.error();
    QList<StepRow> found;
    while (rows->next()) {
        StepRow row;
        row.identity = IdentityId{rows->number(0)};
        row.identityText = identityText(static_cast<EntityKind>(rows->number(1)), rows->text(2),
                                        rows->text(3), rows->text(4));
        row.entityBefore = optionalId<EntityTag>(rows->optionalNumber(5));
        row.entityAfter = optionalId<EntityTag>(rows->optionalNumber(6));
        row.entityBeforeName = rows->text(7);
        row.entityAfterName = rows->text(8);
        row.linkedByBefore = rows->text(9);
        row.unlinkedByPersonBefore = rows->flag(10);
        row.ignoredBefore = rows->flag(11);
        row.ignoredAfter = rows->flag(12);
        row.created = optionalId<EntityTag>(rows->optionalNumber(13));
        row.entityNow = optionalId<EntityTag>(rows->optionalNumber(14));
        row.ignoredNow = rows->flag(15);
        found.append(row);
    }
    if (const auto failure = rows->failure())
        return *failure;
    return found;
}

Result<QList<MoveRow>> movesOf(Connection &db, DecisionId step)
{
    auto rows = db.query(uR"(SELECT m.agent_id, a.name, m.team_before, m.team_after, a.team_id
            FROM decision_team_move m JOIN entity a ON a.id = m.agent_id
            WHERE m.step_id = ? ORDER BY m.id DESC)"_s,
                         {step.value});
    if (!rows)
        return rows.error();
    QList<MoveRow> found;
    while (rows->next())
        found.append(
            {EntityId{rows->number(0)}, rows->text(1), optionalId<EntityTag>(rows->optionalNumber(2)),
             optionalId<EntityTag>(rows->optionalNumber(3)), optionalId<EntityTag>(rows->optionalNumber(4))});
    if (const auto failure = rows->failure())
        return *failure;
    return found;
}

/// Nothing when all that the step changed is still as the step left it. `moves` are newest first: each is
/// held against what undoing the ones before it leaves.
std::optional<Error> changedSince(const QList<StepRow> &rows, const QList<MoveRow> &moves)
{
    for (const auto &row : rows) {
        if (row.isAboutIgnoring() ? row.ignoredNow != row.ignoredAfter : row.entityNow != row.entityAfter)
            return Error{ErrorCode::Conflict, u"The last step cannot be undone: %1 was changed since. Set it "
                                              "as it should be instead."_s.arg(row.identityText)};
    }
    QHash<EntityId, std::optional<EntityId>> teams;
    for (const auto &move : moves) {
        const auto now = teams.value(move.agent, move.now);
        if (now != move.after)
            return Error{ErrorCode::Conflict,
                         u"The last step cannot be undone: the team of %1 was changed since. Set it as it "
                         "should be instead."_s.arg(move.agentName)};
        teams.insert(move.agent, move.before);
    }
    return std::nullopt;
}

std::optional<Error> putBack(Connection &db, const StepRow &row)
{
    const auto changed =
        row.isAboutIgnoring()
            ? db.change(u"UPDATE identity SET ignored = ? WHERE id = ?"_s,
                        {row.ignoredBefore ? 1 : 0, row.identity.value})
            : db.change(u"UPDATE identity SET entity_id = ?, linked_by = ?, unlinked_by_person = ? "
                        "WHERE id = ?"_s,
                        {boundId(row.entityBefore), row.linkedByBefore, row.unlinkedByPersonBefore ? 1 : 0,
                         row.identity.value});
    return changed ? std::nullopt : std::optional(changed.error());
}

/// The entity that the step made goes, too; when something else refers to it by now it is only deactivated.
std::optional<Error> removeCreated(Connection &db, EntityId entity)
{
    auto used = db.query(uR"(SELECT EXISTS (SELECT 1 FROM identity WHERE entity_id = ?)
                                 OR EXISTS (SELECT 1 FROM entity WHERE team_id = ?))"_s,
                         {entity.value, entity.value});
    if (!used)
        return used.error();
    if (!used->next())
        return used->failure();
    const auto changed = used->flag(0)
                             ? db.change(u"UPDATE entity SET active = 0 WHERE id = ?"_s, {entity.value})
                             : db.change(u"DELETE FROM entity WHERE id = ?"_s, {entity.value});
    db.note(Change::Entities);
    return changed ? std::nullopt : std::optional(changed.error());
}

QString undoneSentence(const QList<StepRow> &rows)
{
    if (rows.size() > 1)
        return u"Undone: linking %1 identities."_s.arg(rows.size());
    const auto &row = rows.first();
    if (row.isAboutIgnoring())
        return row.ignoredAfter ? u"Undone: ignoring %1."_s.arg(row.identityText)
                                : u"Undone: no longer ignoring %1."_s.arg(row.identityText);
    if (!row.entityAfter)
        return u"Undone: unlinking %1 from %2."_s.arg(row.identityText, row.entityBeforeName);
    return u"Undone: linking %1 to %2."_s.arg(row.identityText, row.entityAfterName);
}

std::optional<Error> undoStep(Connection &db, const QList<StepRow> &rows, const QList<MoveRow> &moves)
{
    for (const auto &move : moves) {
        const auto moved = db.change(u"UPDATE entity SET team_id = ? WHERE id = ?"_s,
                                     {boundId(move.before), move.agent.value});
        if (!moved)
            return moved.error();
        db.note(Change::Entities);
    }
    for (const auto &row : rows) {
        if (auto failure = putBack(db, row))
            return failure;
    }
    for (const auto &row : rows) {
        if (!row.created)
            continue;
        if (auto failure = removeCreated(db, *row.created))
            return failure;
    }
    return std::nullopt;
}

} // namespace

Result<QString> IdentityStore::undo(const Decider &by)
{
    auto newest = m_db.query(u"SELECT id FROM decision_step WHERE decider_kind = 0 AND undone_at IS NULL "
                             "ORDER BY id DESC LIMIT 1"_s);
    if (!newest)
        return newest.error();
    if (!newest->next())
        return newest->failure().value_or(Error{ErrorCode::Conflict, u"There is nothing to undo."_s});
    const DecisionId step{newest->number(0)};
    const auto rows = rowsOf(m_db, step);
    if (!rows)
        return rows.error();
    const auto moves = movesOf(m_db, step);
    if (!moves)
        return moves.error();
    if (const auto conflict = changedSince(*rows, *moves))
        return *conflict;
    if (const auto failure = undoStep(m_db, *rows, *moves))
        return *failure;
    const auto marked = m_db.change(u"UPDATE decision_step SET undone_at = ?, undone_by = ? WHERE id = ?"_s,
                                    {m_db.now(), by.name, step.value});
    if (!marked)
        return marked.error();
    m_db.note(Changes(Change::Identities) | Change::Decisions);
    return undoneSentence(*rows);
}

Result<QList<Decision>> IdentityStore::history(int limit) const
{
    auto rows = m_db.query(
        uR"(SELECT d.step_id, d.identity_id, i.kind, p.name, i.external_id, i.name, d.entity_before,
                   d.entity_after, d.ignored_before, d.ignored_after,
                   (SELECT count(DISTINCT m.agent_id) FROM decision_team_move m WHERE m.step_id = d.step_id),
                   s.decider, s.decided_at, s.undone_at
            FROM decision d JOIN decision_step s ON s.id = d.step_id
            JOIN identity i ON i.id = d.identity_id JOIN provider p ON p.id = i.provider_id
            ORDER BY d.id DESC LIMIT ?)"_s,
        {limit});
    if (!rows)
        return rows.error();
    QList<Decision> decisions;
    while (rows->next()) {
        Decision decision;
        decision.step = DecisionId{rows->number(0)};
        decision.identity = IdentityId{rows->number(1)};
        decision.identityText = identityText(static_cast<EntityKind>(rows->number(2)), rows->text(3),
                                             rows->text(4), rows->text(5));
        decision.linkedBefore = optionalId<EntityTag>(rows->optionalNumber(6));
        decision.linkedAfter = optionalId<EntityTag>(rows->optionalNumber(7));
        decision.ignoredBefore = rows->flag(8);
        decision.ignoredAfter = rows->flag(9);
        decision.agentsMoved = static_cast<int>(rows->number(10));
        decision.decider = rows->text(11);
        decision.decidedAt = rows->number(12);
        decision.undone = !rows->isNull(13);
        decisions.append(decision);
    }
    if (const auto failure = rows->failure())
        return *failure;
    return decisions;
}

} // namespace salesdesk
