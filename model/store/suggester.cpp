// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/suggester.h"

#include "model/domain/namewords.h"
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

/// The ID of the same provider that an agent has under another name, "zapier:12"; empty for none. What an
/// identity with a name that says nothing is linked to does not count, nor do teams and products, which other
/// systems cut up otherwise.
Result<QString> otherIdOf(Connection &db, const Identity &identity, EntityId agent)
{
    const auto key = nameKey(identity.name);
    if (identity.kind != EntityKind::Agent || key.isEmpty())
        return QString();
    auto row = db.query(uR"(SELECT external_id FROM identity WHERE entity_id = ? AND provider_id = ?
              AND kind = 0 AND name_key <> '' AND name_key <> ? ORDER BY id LIMIT 1)"_s,
                        {agent.value, identity.provider.value, key});
    if (!row)
        return row.error();
    const auto id = row->next() ? u"%1:%2"_s.arg(identity.providerName, row->text(0)) : QString();
    if (const auto failed = row->failure())
        return *failed;
    row->finish();
    return id;
}

/// The first `limit` of sorted candidates, when those weigh less who have another ID of the provider. Asks no
/// more often than that takes.
Result<QList<Candidate>> weighTaken(Connection &db, const Identity &identity,
                                    const QList<Candidate> &candidates, qsizetype limit)
{
    QList<Candidate> weighed;
    for (auto candidate : candidates) {
        if (weighed.size() >= limit && weighed.at(limit - 1).score >= candidate.score)
            break; // the others score no more
        if (weightOf(candidate.reason) < weightOf(MatchReason::SameName)) {
            const auto other = otherIdOf(db, identity, candidate.entity);
            if (!other)
                return other.error();
            candidate.taken = *other;
            candidate.score -= other->isEmpty() ? 0 : LinkRules::TakenPenalty;
        }
        weighed.append(candidate);
        sortCandidates(weighed);
    }
    return weighed.first(qMin(limit, weighed.size()));
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

Result<Suggester::Found> Suggester::find(Connection &db, const Identity &identity, int limit,
                                         LinkRules::Depth depth) const
{
    const auto before = precedents(db, identity);
    if (!before)
        return before.error();
    const auto never = rejected(db, identity.id);
    if (!never)
        return never.error();
    auto all = m_rules.candidates(identity, maxCandidates, never->isEmpty() ? depth : LinkRules::Depth::All);
    merge(all, *before);
    all.removeIf([&never](const Candidate &candidate) { return never->contains(candidate.entity); });
    sortCandidates(all);
    const auto weighed = weighTaken(db, identity, all, limit);
    if (!weighed)
        return weighed.error();
    return Found{*weighed, all.isEmpty() ? 0 : all.first().score};
}

/// Who merely resembles those with another ID of the provider is somebody else, unless there is one of a name
/// in common who has none yet: "Bo Visser" may be Bo Jansen, married.
Result<bool> Suggester::isNear(Connection &db, const Identity &identity, const Found &found) const
{
    if (found.strongest < LinkRules::ResemblingScore)
        return false;
    if (found.candidates.first().score >= LinkRules::ResemblingScore)
        return true;
    const auto never = rejected(db, identity.id);
    if (!never)
        return never.error();
    for (const auto agent : m_rules.sharingWord(identity)) {
        if (never->contains(agent))
            continue;
        const auto other = otherIdOf(db, identity, agent);
        if (!other)
            return other.error();
        if (other->isEmpty())
            return true;
    }
    return false;
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
        const auto &candidates = found->candidates;
        if (candidates.isEmpty()) {
            all.append(Best{});
        } else if (candidates.first().score >= least - 1e-9) {
            all.append(Best{candidates.first(), isAmbiguous(candidates)});
        } else {
            const auto near = isNear(db, identity, *found);
            if (!near)
                return near.error();
            all.append(Best{std::nullopt, false, candidates.first(), *near});
        }
    }
    return all;
}

Result<QList<Candidate>> Suggester::candidates(Connection &db, const Identity &identity, int limit)
{
    if (const auto failed = learnAll(db))
        return *failed;
    const auto found = find(db, identity, maxCandidates, LinkRules::Depth::All);
    if (!found)
        return found.error();
    auto all = found->candidates;
    const auto never = rejected(db, identity.id);
    if (!never)
        return never.error();
    const auto isFound = [&](EntityId entity) {
        return std::any_of(found->candidates.cbegin(), found->candidates.cend(),
                           [entity](const Candidate &other) { return other.entity == entity; });
    };
    // Who is meant is often among those less alike, and a number is pressed sooner than a name is typed.
    int more = 0;
    for (const auto &candidate : m_rules.nearest(identity)) {
        if (more == limit)
            break;
        if (never->contains(candidate.entity) || isFound(candidate.entity))
            continue;
        const auto other = otherIdOf(db, identity, candidate.entity);
        if (!other)
            return other.error();
        if (!other->isEmpty())
            continue;
        all.append(candidate);
        ++more;
    }
    sortCandidates(all);
    std::stable_partition(all.begin(), all.end(), [](const Candidate &candidate) {
        return candidate.taken.isEmpty() || candidate.score >= LinkRules::ResemblingScore;
    });
    all.resize(qMin<qsizetype>(limit, all.size()));
    sortCandidates(all);
    return all;
}

} // namespace salesdesk
