// SPDX-License-Identifier: GPL-3.0-or-later
// Undoing a step of IdentityStore's history, and doing it again.
#include "model/store/connection.h"
#include "model/store/decisioncheck.h"
#include "model/store/decisionrows.h"
#include "model/store/identitystore.h"
#include "model/store/rows.h"
#include "model/store/sqltext.h"

#include <algorithm>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

std::optional<Error> putEntities(Connection &db, const StepRows &step, Way way)
{
    auto rows = step.entities;
    if (way == Way::Back)
        std::reverse(rows.begin(), rows.end()); // an address is let go of before another takes it
    for (const auto &row : std::as_const(rows)) {
        if (row.created)
            continue;
        const auto wanted = way == Way::Back ? replaced(*row.now, row.after, row.before)
                                             : replaced(*row.now, row.before, row.after);
        auto agent = row.made;
        agent.kind = EntityKind::Agent; // its name is not changed
        if (auto failure = inTheWay(db, agent, wanted.email))
            return failure;
        if (const auto put = putEntityState(db, row.made.id, wanted); !put)
            return put.error();
    }
    return std::nullopt;
}

/// Makes an entity again under its old number, or takes one that stayed into use again.
std::optional<Error> makeAgain(Connection &db, const EntityRow &row)
{
    if (auto failure = inTheWay(db, row.made, row.after.email))
        return failure;
    db.note(Change::Entities);
    if (row.now) {
        const auto changed = db.change(u"UPDATE entity SET active = 1 WHERE id = ?"_s, {row.made.id.value});
        return changed ? std::nullopt : std::optional(changed.error());
    }
    const auto id = db.insert(
        u"INSERT INTO entity (id, kind, name, name_folded, email, email_folded, team_id, active, created_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?)"_s,
        {row.made.id.value, static_cast<int>(row.made.kind), row.made.name, folded(row.made.name),
         row.after.email.isEmpty() ? QVariant() : row.after.email,
         row.after.email.isEmpty() ? QVariant() : folded(row.after.email), boundId(row.after.team),
         row.made.createdAt});
    return id ? std::nullopt : std::optional(id.error());
}

/// The entity that the step made goes; when something else refers to it by now it is only deactivated.
std::optional<Error> removeMade(Connection &db, EntityId entity)
{
    const auto used = readNumber(db.query(uR"(SELECT EXISTS (SELECT 1 FROM identity WHERE entity_id = ?1)
                                 OR EXISTS (SELECT 1 FROM entity WHERE team_id = ?1 OR merged_into = ?1)
                                 OR EXISTS (SELECT 1 FROM rejected_suggestion WHERE entity_id = ?1))"_s,
                                          {entity.value}));
    if (!used)
        return used.error();
    const auto changed = *used > 0 ? db.change(u"UPDATE entity SET active = 0 WHERE id = ?"_s, {entity.value})
                                   : db.change(u"DELETE FROM entity WHERE id = ?"_s, {entity.value});
    db.note(Change::Entities);
    return changed ? std::nullopt : std::optional(changed.error());
}

std::optional<Error> putRejection(Connection &db, const StepRow &row, Way way)
{
    const auto changed =
        way == Way::Back
            ? db.change(u"DELETE FROM rejected_suggestion WHERE identity_id = ? AND entity_id = ?"_s,
                        {row.identity.value, row.rejected->value})
            : db.change(u"INSERT INTO rejected_suggestion (identity_id, entity_id) VALUES (?, ?)"_s,
                        {row.identity.value, row.rejected->value});
    return changed ? std::nullopt : std::optional(changed.error());
}

std::optional<Error> putLink(Connection &db, const StepRow &row, Way way, bool byRule)
{
    const auto entity = way == Way::Back ? row.entityBefore : row.entityAfter;
    if (entity) {
        const auto whole = readNumber(
            db.query(u"SELECT count(*) FROM entity WHERE id = ? AND merged_into IS NULL"_s, {entity->value}));
        if (!whole)
            return whole.error();
        if (*whole == 0)
            return changedSince(way, u"what %1 is linked to"_s.arg(row.identityText));
    }
    // A rule would link it again at the next call: an undoing by a person stands against it.
    const bool unlinked =
        way == Way::Back ? row.unlinkedByPersonBefore || (byRule && !entity) : row.unlinkedByPersonAfter;
    const auto changed =
        db.change(u"UPDATE identity SET entity_id = ?, linked_by = ?, unlinked_by_person = ? "
                  "WHERE id = ?"_s,
                  {boundId(entity), way == Way::Back ? row.linkedByBefore : row.linkedByAfter,
                   unlinked ? 1 : 0, row.identity.value});
    return changed ? std::nullopt : std::optional(changed.error());
}

std::optional<Error> putIdentities(Connection &db, const StepRows &step, Way way)
{
    for (const auto &row : step.identities) {
        std::optional<Error> failure;
        if (row.isAboutIgnoring()) {
            const bool ignored = way == Way::Back ? row.ignoredBefore : row.ignoredAfter;
            const auto changed = db.change(u"UPDATE identity SET ignored = ? WHERE id = ?"_s,
                                           {ignored ? 1 : 0, row.identity.value});
            failure = changed ? std::nullopt : std::optional(changed.error());
        } else if (row.rejected) {
            failure = putRejection(db, row, way);
        } else if (row.isAboutLinking()) {
            failure = putLink(db, row, way, step.byRule);
        }
        if (failure)
            return failure;
    }
    return std::nullopt;
}

std::optional<Error> putMoves(Connection &db, const StepRows &step, Way way)
{
    auto moves = step.moves;
    if (way == Way::Back)
        std::reverse(moves.begin(), moves.end());
    for (const auto &move : std::as_const(moves)) {
        const auto moved =
            db.change(u"UPDATE entity SET team_id = ? WHERE id = ?"_s,
                      {boundId(way == Way::Back ? move.before : move.after), move.agent.value});
        if (!moved)
            return moved.error();
        db.note(Change::Entities);
    }
    return std::nullopt;
}

std::optional<Error> goBack(Connection &db, const StepRows &step)
{
    if (auto failure = putMoves(db, step, Way::Back))
        return failure;
    if (auto failure = putEntities(db, step, Way::Back))
        return failure;
    if (auto failure = putIdentities(db, step, Way::Back))
        return failure;
    for (auto row = step.entities.crbegin(); row != step.entities.crend(); ++row) {
        if (!row->created)
            continue;
        if (auto failure = removeMade(db, row->made.id))
            return failure;
    }
    return std::nullopt;
}

std::optional<Error> goForth(Connection &db, const StepRows &step)
{
    for (const auto &row : step.entities) {
        if (!row.created)
            continue;
        if (auto failure = makeAgain(db, row))
            return failure;
    }
    if (auto failure = putIdentities(db, step, Way::Forth))
        return failure;
    if (auto failure = putEntities(db, step, Way::Forth))
        return failure;
    return putMoves(db, step, Way::Forth);
}

/// "linking agent zapier:77 (Bo J.) to Bo Jansen".
QString whatItDid(const StepRows &step)
{
    if (step.kind == StepKind::Merge && step.entities.size() > 1)
        return u"merging %1 into %2"_s.arg(step.entities.first().made.name, step.entities.last().made.name);
    if (step.identities.isEmpty())
        return u"a change of teams"_s;
    const auto &row = step.identities.first();
    if (step.identities.size() > 1) {
        const auto count = QString::number(step.identities.size());
        switch (step.kind) {
        case StepKind::Ignore:
            return u"ignoring %1 identities"_s.arg(count);
        case StepKind::Create:
            return u"creating what %1 identities stand for"_s.arg(count);
        case StepKind::Import:
            return u"the import of %1 decisions"_s.arg(count);
        default:
            return u"linking %1 identities"_s.arg(count);
        }
    }
    if (row.isAboutIgnoring())
        return row.ignoredAfter ? u"ignoring %1"_s.arg(row.identityText)
                                : u"no longer ignoring %1"_s.arg(row.identityText);
    if (row.rejected)
        return u"rejecting %1 for %2"_s.arg(row.rejectedName, row.identityText);
    if (step.kind == StepKind::Team)
        return u"moving the agent of %1 to its team"_s.arg(row.identityText);
    if (!row.entityAfter)
        return u"unlinking %1 from %2"_s.arg(row.identityText, row.entityBeforeName);
    return u"linking %1 to %2"_s.arg(row.identityText, row.entityAfterName);
}

/// The step that is asked for, or the one that `sql` finds; `nothing` when that finds none.
Result<DecisionId> chosen(Connection &db, std::optional<DecisionId> step, const QString &sql,
                          const QString &nothing)
{
    if (step)
        return *step;
    const auto found = readNumber(db.query(sql));
    if (!found)
        return found.error();
    if (*found == 0)
        return {ErrorCode::Conflict, nothing};
    return DecisionId{*found};
}

} // namespace

Result<QString> IdentityStore::undo(const Decider &by, std::optional<DecisionId> step)
{
    const auto id = chosen(
        m_db, step, u"SELECT max(id) FROM decision_step WHERE decider_kind = 0 AND undone_at IS NULL"_s,
        u"There is nothing to undo."_s);
    if (!id)
        return id.error();
    const auto rows = rowsOf(m_db, *id);
    if (!rows)
        return rows.error();
    if (const auto failure = check(*rows, Way::Back))
        return *failure;
    if (const auto failure = goBack(m_db, *rows))
        return *failure;
    const auto marked =
        m_db.change(u"UPDATE decision_step SET undone_at = ?, undone_by = ?, undo_order = "
                    "(SELECT coalesce(max(undo_order), 0) + 1 FROM decision_step) WHERE id = ?"_s,
                    {m_db.now(), by.name, id->value});
    if (!marked)
        return marked.error();
    m_db.note(Changes(Change::Identities) | Change::Decisions);
    return u"Undone: %1."_s.arg(whatItDid(*rows));
}

Result<QString> IdentityStore::redo(const Decider &, std::optional<DecisionId> step)
{
    const auto id = chosen(m_db, step,
                           u"SELECT id FROM decision_step WHERE undo_order IS NOT NULL "
                           "ORDER BY undo_order DESC LIMIT 1"_s,
                           u"There is nothing to do again."_s);
    if (!id)
        return id.error();
    const auto rows = rowsOf(m_db, *id);
    if (!rows)
        return rows.error();
    if (const auto failure = check(*rows, Way::Forth))
        return *failure;
    if (const auto failure = goForth(m_db, *rows))
        return *failure;
    const auto marked = m_db.change(
        u"UPDATE decision_step SET undone_at = NULL, undone_by = NULL, undo_order = NULL WHERE id = ?"_s,
        {id->value});
    if (!marked)
        return marked.error();
    m_db.note(Changes(Change::Identities) | Change::Decisions);
    return u"Done again: %1."_s.arg(whatItDid(*rows));
}

} // namespace salesdesk
