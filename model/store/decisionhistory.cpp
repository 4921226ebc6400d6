// SPDX-License-Identifier: GPL-3.0-or-later
// Reading the history of IdentityStore's decisions.
#include "model/store/connection.h"
#include "model/store/decisionrows.h"
#include "model/store/identitystore.h"
#include "model/store/rows.h"
#include "model/store/sqltext.h"

#include <QHash>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

Decision readDecision(const Cursor &row)
{
    Decision decision;
    decision.identity = IdentityId{row.number(0)};
    decision.identityText =
        identityText(static_cast<EntityKind>(row.number(1)), row.text(2), row.text(3), row.text(4));
    decision.entityBefore = row.text(5);
    decision.entityAfter = row.text(6);
    decision.ignoredBefore = row.flag(7);
    decision.ignoredAfter = row.flag(8);
    decision.reason = row.text(9);
    return decision;
}

HistoryStep readStep(const Cursor &row)
{
    HistoryStep step;
    step.id = DecisionId{row.number(0)};
    step.kind = stepKindFromText(row.text(1));
    step.byRule = row.flag(2);
    step.decider = row.text(3);
    step.decidedAt = row.number(4);
    step.undone = !row.isNull(5);
    step.undoneBy = row.text(6);
    step.identities = static_cast<int>(row.number(7));
    step.agentsMoved = static_cast<int>(row.number(8));
    if (!row.isNull(9))
        step.identityText =
            identityText(static_cast<EntityKind>(row.number(9)), row.text(10), row.text(11), row.text(12));
    step.entityBefore = row.text(13);
    step.entityAfter = row.text(14);
    step.reason = row.text(15);
    return step;
}

/// What the identities of each step bear now. `steps`: the newest first.
std::optional<Error> addRecords(Connection &db, QList<HistoryStep> &steps)
{
    if (steps.isEmpty())
        return std::nullopt;
    QHash<DecisionId, HistoryStep *> byId;
    for (auto &step : steps)
        byId.insert(step.id, &step);
    auto sums = db.query(uR"(SELECT c.step_id, n.kind, sum(n.record_count - n.sale_count), sum(n.sale_count),
                   sum(n.value_cents)
            FROM decision c JOIN identity n ON n.id = c.identity_id
            WHERE c.step_id BETWEEN ? AND ? GROUP BY c.step_id, n.kind)"_s,
                         {steps.last().id.value, steps.first().id.value});
    if (!sums)
        return sums.error();
    while (sums->next()) {
        if (auto *step = byId.value(DecisionId{sums->number(0)}))
            step->records.at(static_cast<size_t>(sums->number(1))) = {sums->number(2), sums->number(3),
                                                                      Cents{sums->number(4)}};
    }
    return sums->failure();
}

} // namespace

Result<QList<Decision>> IdentityStore::decisionsOf(DecisionId step, int limit) const
{
    // An entity that the step made is gone while it is undone: the step has its name.
    return readRows(m_db.query(uR"(SELECT d.identity_id, i.kind, p.name, i.external_id, i.name, b.name,
                   coalesce(a.name, (SELECT max(o.name) FROM decision_entity o
                                     WHERE o.step_id = d.step_id AND o.entity_id = d.entity_after)),
                   d.ignored_before, d.ignored_after, d.reason
            FROM decision d JOIN identity i ON i.id = d.identity_id JOIN provider p ON p.id = i.provider_id
            LEFT JOIN entity b ON b.id = d.entity_before LEFT JOIN entity a ON a.id = d.entity_after
            WHERE d.step_id = ? ORDER BY d.id LIMIT ?)"_s,
                               {step.value, limit}),
                    readDecision);
}

Result<QList<HistoryStep>> IdentityStore::steps(int limit, std::optional<DecisionId> before) const
{
    auto steps = readRows(
        m_db.query(uR"(SELECT s.id, s.kind, s.decider_kind, s.decider, s.decided_at, s.undone_at, s.undone_by,
                   (SELECT count(*) FROM decision c WHERE c.step_id = s.id),
                   (SELECT count(DISTINCT m.agent_id) FROM decision_team_move m WHERE m.step_id = s.id),
                   i.kind, p.name, i.external_id, i.name,
                   CASE s.kind WHEN 'merge'
                       THEN (SELECT o.name FROM decision_entity o WHERE o.step_id = s.id ORDER BY o.id LIMIT 1)
                       ELSE b.name END,
                   CASE s.kind WHEN 'merge'
                       THEN (SELECT o.name FROM decision_entity o WHERE o.step_id = s.id ORDER BY o.id DESC LIMIT 1)
                       WHEN 'reject' THEN r.name
                       ELSE coalesce(a.name, (SELECT max(o.name) FROM decision_entity o
                                              WHERE o.step_id = s.id AND o.entity_id = d.entity_after)) END,
                   d.reason
            FROM (SELECT * FROM decision_step WHERE id < coalesce(?, 9223372036854775807)
                  ORDER BY id DESC LIMIT ?) s
            LEFT JOIN decision d ON d.id = (SELECT min(f.id) FROM decision f WHERE f.step_id = s.id)
            LEFT JOIN identity i ON i.id = d.identity_id LEFT JOIN provider p ON p.id = i.provider_id
            LEFT JOIN entity b ON b.id = d.entity_before LEFT JOIN entity a ON a.id = d.entity_after
            LEFT JOIN entity r ON r.id = d.rejected_entity
            ORDER BY s.id DESC)"_s,
                   {boundId(before), limit}),
        readStep);
    if (!steps)
        return steps;
    if (auto failure = addRecords(m_db, *steps))
        return *failure;
    return steps;
}

} // namespace salesdesk
