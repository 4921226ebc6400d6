// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/decisioncheck.h"

#include "model/store/connection.h"
#include "model/store/rows.h"
#include "model/store/sqltext.h"

#include <QHash>

#include <algorithm>

namespace salesdesk
{

using namespace Qt::StringLiterals;

EntityState replaced(EntityState now, const EntityState &from, const EntityState &to)
{
    if (from.email != to.email)
        now.email = to.email;
    if (from.team != to.team)
        now.team = to.team;
    if (from.active != to.active)
        now.active = to.active;
    if (from.mergedInto != to.mergedInto)
        now.mergedInto = to.mergedInto;
    return now;
}

Error changedSince(Way way, const QString &what)
{
    return {ErrorCode::Conflict, u"The step cannot be %1: %2 was changed since. Set it as it should be "
                                 "instead."_s.arg(way == Way::Back ? u"undone"_s : u"done again"_s, what)};
}

namespace
{

std::optional<Error> checkIdentities(const StepRows &step, Way way)
{
    for (const auto &row : step.identities) {
        const bool back = way == Way::Back;
        const bool same =
            row.isAboutIgnoring()  ? row.ignoredNow == (back ? row.ignoredAfter : row.ignoredBefore)
            : row.rejected         ? row.rejectedNow == back
            : row.isAboutLinking() ? row.entityNow == (back ? row.entityAfter : row.entityBefore)
                                   : true;
        if (!same)
            return changedSince(way, row.identityText);
    }
    return std::nullopt;
}

/// Moves are held, each, against what the ones before it leave.
std::optional<Error> checkMoves(const StepRows &step, Way way)
{
    QHash<EntityId, std::optional<EntityId>> teams;
    auto moves = step.moves;
    if (way == Way::Back)
        std::reverse(moves.begin(), moves.end());
    for (const auto &move : std::as_const(moves)) {
        if (way == Way::Forth && move.agentName.isNull())
            continue; // an agent that this step makes again
        if (teams.value(move.agent, move.now) != (way == Way::Back ? move.after : move.before))
            return changedSince(way, u"the team of %1"_s.arg(move.agentName));
        teams.insert(move.agent, way == Way::Back ? move.before : move.after);
    }
    return std::nullopt;
}

std::optional<Error> checkEntities(const StepRows &step, Way way)
{
    for (const auto &row : step.entities) {
        if (row.created)
            continue;
        const auto &from = way == Way::Back ? row.after : row.before;
        const auto &to = way == Way::Back ? row.before : row.after;
        if (!row.now || replaced(*row.now, to, from) != *row.now)
            return changedSince(way, row.made.name);
    }
    return std::nullopt;
}

} // namespace

std::optional<Error> inTheWay(Connection &db, const Entity &entity, const QString &email)
{
    if (!email.isEmpty()) {
        const auto same = readNumber(db.query(u"SELECT id FROM entity WHERE email_folded = ? AND id <> ?"_s,
                                              {folded(email), entity.id.value}));
        if (!same)
            return same.error();
        if (*same > 0)
            return Error{ErrorCode::Conflict,
                         u"Another agent (number %1) has the e-mail address %2 by now."_s.arg(
                             QString::number(*same), email)};
    }
    if (entity.kind == EntityKind::Agent)
        return std::nullopt;
    const auto same =
        readNumber(db.query(u"SELECT id FROM entity WHERE kind = ? AND name_folded = ? AND id <> ?"_s,
                            {static_cast<int>(entity.kind), folded(entity.name), entity.id.value}));
    if (!same)
        return same.error();
    if (*same > 0)
        return Error{ErrorCode::Conflict,
                     u"There is another %1 named \"%2\" by now."_s.arg(toText(entity.kind), entity.name)};
    return std::nullopt;
}

std::optional<Error> check(const StepRows &step, Way way)
{
    if (step.undone == (way == Way::Back))
        return Error{ErrorCode::Conflict,
                     way == Way::Back ? u"That step is undone already."_s : u"That step is not undone."_s};
    if (auto failure = checkIdentities(step, way))
        return failure;
    if (auto failure = checkMoves(step, way))
        return failure;
    return checkEntities(step, way);
}

} // namespace salesdesk
