// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/suggestions.h"

#include "model/store/connection.h"
#include "model/store/entitystore.h"
#include "model/store/identitystore.h"

#include <QHash>

#include <limits>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

constexpr double linkedElsewhere = 0.97;

/// What a name is linked to under some provider.
struct Precedent {
    EntityId entity;
    QString entityName;
    QString from;              ///< "zapier:77"
    bool contradicted = false; ///< the same name is linked to another entity, too
};
using Precedents = QHash<std::pair<int, QString>, Precedent>;

Result<Precedents> precedents(Connection &db)
{
    auto rows = db.query(uR"(
        SELECT i.kind, i.name, i.entity_id, e.name, p.name, i.external_id
        FROM identity i JOIN entity e ON e.id = i.entity_id JOIN provider p ON p.id = i.provider_id
        WHERE i.entity_id IS NOT NULL AND e.active = 1 AND i.name <> '')"_s);
    if (!rows)
        return rows.error();
    Precedents all;
    while (rows->next()) {
        const std::pair key(static_cast<int>(rows->number(0)), normalisedName(rows->text(1)));
        const Precedent precedent{EntityId{rows->number(2)}, rows->text(3),
                                  u"%1:%2"_s.arg(rows->text(4), rows->text(5)), false};
        const auto there = all.find(key);
        if (there == all.end())
            all.insert(key, precedent);
        else if (there->entity != precedent.entity)
            there->contradicted = true;
    }
    if (const auto failed = rows->failure())
        return *failed;
    return all;
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
    const auto waiting = IdentityStore(db).list(filter, std::numeric_limits<int>::max());
    if (!waiting)
        return waiting.error();

    const LinkRules rules(entities);
    QList<Suggestion> found;
    for (const auto &identity : *waiting) {
        auto suggestion = rules.suggest(identity);
        const auto precedent =
            known->constFind({static_cast<int>(identity.kind), normalisedName(identity.name)});
        if (precedent != known->constEnd() && !precedent->contradicted && !isGenericName(identity.name) &&
            (!suggestion || suggestion->best.score < linkedElsewhere)) {
            const bool close = suggestion && suggestion->best.entity != precedent->entity &&
                               suggestion->best.score > linkedElsewhere - LinkRules::AmbiguousWithin;
            suggestion = Suggestion{identity,
                                    {precedent->entity, precedent->entityName, linkedElsewhere,
                                     u"same name as %1"_s.arg(precedent->from)},
                                    close};
        }
        if (suggestion && suggestion->best.score >= minScore)
            found.append(*suggestion);
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Suggestion &a, const Suggestion &b) { return a.best.score > b.best.score; });
    return found;
}

} // namespace salesdesk
