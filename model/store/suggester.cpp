// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/suggester.h"

#include "model/domain/namesimilarity.h"
#include "model/store/connection.h"
#include "model/store/entitystore.h"
#include "model/store/rows.h"

#include <QSet>

#include <algorithm>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

/// More than these are not looked at for one identity.
constexpr int maxPrecedents = 50;
constexpr int maxCandidates = 50;
/// Whose name is less alike than this is not offered even where there is nobody else.
constexpr double leastSimilarity = 0.6;
/// Some ten milliseconds of work.
constexpr qsizetype learnedAtOnce = 1000;

/// What the identity's name is linked to under other providers, the newest identity first.
Result<QList<Candidate>> precedents(Connection &db, const Identity &identity)
{
    const auto key = nameKey(identity.name);
    if (key.isEmpty())
        return QList<Candidate>();
    return readRows(db.query(uR"(SELECT i.entity_id, e.name, p.name, i.external_id, (
                SELECT s.decided_at FROM decision d JOIN decision_step s ON s.id = d.step_id
                WHERE d.identity_id = i.id AND d.entity_after = i.entity_id AND s.undone_at IS NULL
                ORDER BY d.id DESC LIMIT 1)
            FROM identity i JOIN entity e ON e.id = i.entity_id JOIN provider p ON p.id = i.provider_id
            WHERE i.name_key = ? AND i.kind = ? AND i.entity_id IS NOT NULL AND i.provider_id <> ?
              AND e.active = 1 ORDER BY i.id DESC LIMIT ?)"_s,
                             {key, static_cast<int>(identity.kind), identity.provider.value, maxPrecedents}),
                    [](const Cursor &row) {
                        return Candidate{EntityId{row.number(0)},
                                         row.text(1),
                                         weightOf(MatchReason::LinkedElsewhere),
                                         MatchReason::LinkedElsewhere,
                                         u"%1:%2"_s.arg(row.text(2), row.text(3)),
                                         row.number(4)};
                    });
}

/// What must not be suggested for it again, also where it was merged into another one since.
Result<QSet<EntityId>> rejected(Connection &db, IdentityId identity)
{
    auto rows = db.query(uR"(SELECT r.entity_id, e.merged_into FROM rejected_suggestion r
            JOIN entity e ON e.id = r.entity_id WHERE r.identity_id = ?)"_s,
                         {identity.value});
    if (!rows)
        return rows.error();
    QSet<EntityId> all;
    while (rows->next()) {
        all.insert(EntityId{rows->number(0)});
        if (!rows->isNull(1))
            all.insert(EntityId{rows->number(1)});
    }
    if (const auto failed = rows->failure())
        return *failed;
    return all;
}

/// Adds `more` to `candidates`, each entity once, by its highest score.
void merge(QList<Candidate> &candidates, const QList<Candidate> &more)
{
    for (const auto &candidate : more) {
        const auto same = std::find_if(candidates.begin(), candidates.end(), [&](const Candidate &other) {
            return other.entity == candidate.entity;
        });
        if (same == candidates.end())
            candidates.append(candidate);
        else if (same->score < candidate.score)
            *same = candidate;
    }
}

/// Adds to `found`, up to `limit`, those whose names are the most alike, however little: who is meant is
/// often among them, and a number is pressed sooner than a name is typed.
std::optional<Error> addNearest(Connection &db, const Identity &identity, int limit, QList<Candidate> &found)
{
    const auto never = rejected(db, identity.id);
    if (!never)
        return never.error();
    const auto entities = EntityStore(db).candidates();
    if (!entities)
        return entities.error();
    const NameWords asked(identity.name);
    QList<Candidate> more;
    for (const auto &entity : *entities) {
        const auto same = [&entity](const Candidate &other) { return other.entity == entity.id; };
        if (entity.kind != identity.kind || never->contains(entity.id) ||
            std::any_of(found.cbegin(), found.cend(), same) || isGenericName(entity.name))
            continue;
        const NameWords known(entity.name);
        const double similarity =
            std::max(jaroWinkler(asked.normal, known.normal), tokenSimilarity(asked.words, known.words));
        if (similarity >= leastSimilarity)
            more.append({entity.id, entity.name, weightOf(MatchReason::SimilarName) * similarity,
                         MatchReason::SimilarName});
    }
    sortCandidates(more);
    found.append(more.first(std::min(more.size(), limit - found.size())));
    sortCandidates(found);
    return std::nullopt;
}

} // namespace

Result<bool> Suggester::learn(Connection &db)
{
    if (m_stale.exchange(false)) {
        const auto entities = EntityStore(db).candidates();
        if (!entities) {
            m_stale = true;
            return entities.error();
        }
        // What was learned before is known again at once.
        m_entities = *entities;
    } else if (m_entities.isEmpty()) {
        return true;
    }
    m_learned = qMin(m_learned + learnedAtOnce, m_entities.size());
    m_rules.update(m_entities.first(m_learned));
    if (m_learned < m_entities.size())
        return false;
    m_entities.clear();
    return true;
}

std::optional<Error> Suggester::learnAll(Connection &db)
{
    for (;;) {
        const auto all = learn(db);
        if (!all)
            return all.error();
        if (*all)
            return std::nullopt;
    }
}

Result<QList<Candidate>> Suggester::find(Connection &db, const Identity &identity, int limit,
                                         LinkRules::Depth depth) const
{
    const auto before = precedents(db, identity);
    if (!before)
        return before.error();
    const auto never = rejected(db, identity.id);
    if (!never)
        return never.error();
    auto found =
        m_rules.candidates(identity, maxCandidates, never->isEmpty() ? depth : LinkRules::Depth::All);
    merge(found, *before);
    found.removeIf([&never](const Candidate &candidate) { return never->contains(candidate.entity); });
    sortCandidates(found);
    if (found.size() > limit)
        found.resize(limit);
    return found;
}

Result<QList<Suggester::Best>> Suggester::best(Connection &db, const QList<Identity> &identities,
                                               double least)
{
    if (const auto failed = learnAll(db))
        return *failed;
    QList<Best> all;
    all.reserve(identities.size());
    for (const auto &identity : identities) {
        const auto found = find(db, identity, 2, LinkRules::Depth::Best);
        if (!found)
            return found.error();
        if (found->isEmpty())
            all.append(Best{});
        else if (found->first().score < least - 1e-9)
            all.append(Best{std::nullopt, false, found->first()});
        else
            all.append(Best{found->first(), isAmbiguous(*found)});
    }
    return all;
}

Result<QList<Candidate>> Suggester::candidates(Connection &db, const Identity &identity, int limit)
{
    if (const auto failed = learnAll(db))
        return *failed;
    auto found = find(db, identity, limit, LinkRules::Depth::All);
    if (!found || found->size() >= limit || isGenericName(identity.name))
        return found;
    if (auto failed = addNearest(db, identity, limit, *found))
        return *failed;
    return found;
}

} // namespace salesdesk
