// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/suggestions.h"

#include "model/store/connection.h"
#include "model/store/entitystore.h"
#include "model/store/identitystore.h"

#include <QHash>

#include <algorithm>
#include <limits>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

constexpr double linkedElsewhere = 0.97;

/// What a name is linked to under some provider.
struct Precedent {
    ProviderId provider;
    EntityId entity;
    QString entityName;
    QString from; ///< "zapier:77"
};
using Precedents = QMultiHash<std::pair<int, QString>, Precedent>;

Result<Precedents> precedents(Connection &db)
{
    auto rows = db.query(uR"(
        SELECT i.kind, i.name, i.entity_id, e.name, p.name, i.external_id, i.provider_id
        FROM identity i JOIN entity e ON e.id = i.entity_id JOIN provider p ON p.id = i.provider_id
        WHERE i.entity_id IS NOT NULL AND e.active = 1 AND i.name <> '' ORDER BY i.id DESC)"_s);
    if (!rows)
        return rows.error();
    Precedents all;
    while (rows->next()) {
        const auto name = rows->text(1);
        if (!isGenericName(name))
            all.insert({static_cast<int>(rows->number(0)), normalisedName(name)},
                       {ProviderId{rows->number(6)}, EntityId{rows->number(2)}, rows->text(3),
                        u"%1:%2"_s.arg(rows->text(4), rows->text(5))});
    }
    if (const auto failed = rows->failure())
        return *failed;
    return all;
}

/// The best of what the rules find and of what the same name is linked to under other providers; ambiguous
/// when another entity comes close, whichever of the two it is from.
std::optional<Suggestion> bestOf(const Identity &identity, const LinkRules &rules, const Precedents &known)
{
    auto candidates = rules.candidates(identity);
    const auto named = known.equal_range({static_cast<int>(identity.kind), normalisedName(identity.name)});
    for (auto it = named.first; it != named.second; ++it) {
        if (it->provider == identity.provider)
            continue;
        const Candidate precedent{it->entity, it->entityName, linkedElsewhere,
                                  u"same name as %1"_s.arg(it->from)};
        const auto same = std::find_if(candidates.begin(), candidates.end(),
                                       [&](const Candidate &other) { return other.entity == it->entity; });
        if (same == candidates.end())
            candidates.append(precedent);
        else if (same->score < linkedElsewhere)
            *same = precedent;
    }
    if (candidates.isEmpty())
        return std::nullopt;
    std::sort(candidates.begin(), candidates.end(), [](const Candidate &a, const Candidate &b) {
        return std::pair(-a.score, a.entity) < std::pair(-b.score, b.entity);
    });
    const bool ambiguous = candidates.size() > 1 &&
                           candidates[0].score - candidates[1].score <= LinkRules::AmbiguousWithin + 1e-9;
    return Suggestion{identity, candidates[0], ambiguous};
}

} // namespace

Result<QList<Suggestion>> suggestions(Connection &db, const IdentityFilter &filter, double minScore)
{
    QList<Entity> entities;
    for (const auto kind : {EntityKind::Agent, EntityKind::Team, EntityKind::Product}) {
        const auto some = EntityStore(db).list(kind, false);
        if (!some)
            return some.error();
        entities += *some;
    }
    const auto known = precedents(db);
    if (!known)
        return known.error();
    auto unlinked = filter;
    unlinked.state = IdentityState::Unlinked;
    const auto waiting = IdentityStore(db).list(unlinked, std::numeric_limits<int>::max());
    if (!waiting)
        return waiting.error();

    const LinkRules rules(entities);
    QList<Suggestion> found;
    for (const auto &identity : *waiting) {
        const auto suggestion = bestOf(identity, rules, *known);
        if (suggestion && suggestion->best.score >= minScore)
            found.append(*suggestion);
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Suggestion &a, const Suggestion &b) { return a.best.score > b.best.score; });
    return found;
}

} // namespace salesdesk
