// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/entitystore.h"

#include "model/domain/direction.h"
#include "model/domain/email.h"
#include "model/store/connection.h"
#include "model/store/rows.h"
#include "model/store/sqltext.h"

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype maxName = 255;

Entity readEntity(const Cursor &row)
{
    Entity entity;
    entity.id = EntityId{row.number(0)};
    entity.kind = static_cast<EntityKind>(row.number(1));
    entity.name = row.text(2);
    entity.email = row.text(3);
    entity.team = optionalId<EntityTag>(row.optionalNumber(4));
    entity.teamName = row.text(5);
    entity.active = row.flag(6);
    entity.createdAt = row.number(7);
    entity.identityCount = static_cast<int>(row.number(8));
    entity.records = {row.number(9), row.number(10), Cents{row.number(11)}};
    entity.mergedInto = optionalId<EntityTag>(row.optionalNumber(12));
    entity.mergedIntoName = row.text(13);
    return entity;
}

const QString selectEntity = uR"(
    SELECT e.id, e.kind, e.name, e.email, e.team_id, t.name, e.active, e.created_at,
           (SELECT count(*) FROM identity i WHERE i.entity_id = e.id),
           (SELECT coalesce(sum(i.record_count - i.sale_count), 0) FROM identity i WHERE i.entity_id = e.id),
           (SELECT coalesce(sum(i.sale_count), 0) FROM identity i WHERE i.entity_id = e.id),
           (SELECT coalesce(sum(i.value_cents), 0) FROM identity i WHERE i.entity_id = e.id),
           e.merged_into, m.name
    FROM entity e LEFT JOIN entity t ON t.id = e.team_id LEFT JOIN entity m ON m.id = e.merged_into )"_s;
const QString selectListed = selectEntity + uR"(
    WHERE e.kind = ? AND (e.active = 1 OR ? = 1)
      AND (e.name_folded LIKE ? ESCAPE '\' OR e.email_folded LIKE ? ESCAPE '\')
    ORDER BY e.name_folded, e.id)"_s;
const QString selectOne = selectEntity + u"WHERE e.id = ?"_s;
const QString selectCalled = selectEntity + u"WHERE e.kind = ? AND (e.email_folded = ? OR e.name_folded = ?) "
                                            "ORDER BY e.id"_s;

Error notFound(EntityKind kind, const QString &text)
{
    return {ErrorCode::NotFound,
            u"There is no %1 \"%2\". \"salesdesk %1 list\" shows them."_s.arg(toText(kind), text)};
}

/// What add() and update() store, once it holds.
struct Checked {
    QString name;
    QString email; ///< empty for none
};

Result<Checked> checkedTexts(const Entity &entity)
{
    const auto word = toText(entity.kind);
    // A name is one line: line breaks and runs of spaces come from copying.
    const auto name = withoutDirections(entity.name).simplified();
    if (name.isEmpty())
        return {ErrorCode::InvalidArgument, u"The %1 needs a name."_s.arg(word)};
    // As the receiver counts: a name that it took can be an entity's.
    if (const auto characters = name.toUcs4().size(); characters > maxName)
        return {ErrorCode::InvalidArgument,
                u"The name of the %1 has %2 characters; at most %3 are stored. Shorten it."_s.arg(word)
                    .arg(characters)
                    .arg(maxName)};
    const auto email = entity.email.trimmed();
    if (entity.kind != EntityKind::Agent && (!email.isEmpty() || entity.team))
        return {ErrorCode::InvalidArgument, u"Only an agent has an e-mail address or a team."_s};
    if (!email.isEmpty() && !isEmailAddress(email))
        return {ErrorCode::InvalidArgument,
                u"\"%1\" is no e-mail address. It looks like name@example.com."_s.arg(email)};
    return Checked{name, email};
}

/// Nothing when no other entity stands in the way.
std::optional<Error> conflictOf(Connection &db, const Entity &entity, const Checked &checked)
{
    if (entity.kind != EntityKind::Agent) {
        auto same = db.query(u"SELECT id FROM entity WHERE kind = ? AND name_folded = ? AND id <> ?"_s,
                             {static_cast<int>(entity.kind), folded(checked.name), entity.id.value});
        if (!same)
            return same.error();
        if (same->next())
            return Error{ErrorCode::Conflict,
                         u"There is a %1 named \"%2\" already: number %3."_s.arg(
                             toText(entity.kind), checked.name, QString::number(same->number(0)))};
        return same->failure();
    }
    if (!checked.email.isEmpty()) {
        auto same = db.query(u"SELECT id, name FROM entity WHERE email_folded = ? AND id <> ?"_s,
                             {folded(checked.email), entity.id.value});
        if (!same)
            return same.error();
        if (same->next())
            return Error{ErrorCode::Conflict,
                         u"Agent %1 (number %2) has the e-mail address %3 already. An address belongs to "
                         "one agent."_s.arg(same->text(1), QString::number(same->number(0)), checked.email)};
        if (auto failure = same->failure())
            return failure;
    }
    if (entity.team) {
        auto team = db.query(u"SELECT id FROM entity WHERE id = ? AND kind = 1"_s, {entity.team->value});
        if (!team)
            return team.error();
        if (!team->next())
            return team->failure().value_or(notFound(EntityKind::Team, QString::number(entity.team->value)));
    }
    return std::nullopt;
}

QVariant emailOrNull(const QString &email)
{
    return email.isEmpty() ? QVariant() : QVariant(email);
}

} // namespace

std::optional<Error> EntityStore::faultOf(const Entity &draft)
{
    const auto checked = checkedTexts(draft);
    return checked ? std::nullopt : std::optional(checked.error());
}

Result<Entity> EntityStore::add(const Entity &draft)
{
    auto entity = draft;
    entity.id = {};
    const auto checked = checkedTexts(entity);
    if (!checked)
        return checked.error();
    if (const auto conflict = conflictOf(m_db, entity, *checked))
        return *conflict;
    const auto id = m_db.insert(
        u"INSERT INTO entity (kind, name, name_folded, email, email_folded, team_id, active, created_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {static_cast<int>(entity.kind), checked->name, folded(checked->name), emailOrNull(checked->email),
         emailOrNull(folded(checked->email)), boundId(entity.team), entity.active ? 1 : 0, m_db.now()});
    if (!id)
        return id.error();
    m_db.note(Change::Entities);
    return get(EntityId{*id});
}

Result<Done> EntityStore::update(const Entity &entity)
{
    const auto stored = get(entity.id);
    if (!stored)
        return stored.error();
    auto wanted = entity;
    wanted.kind = stored->kind;
    const auto checked = checkedTexts(wanted);
    if (!checked)
        return checked.error();
    if (const auto conflict = conflictOf(m_db, wanted, *checked))
        return *conflict;
    const auto changed = m_db.change(
        u"UPDATE entity SET name = ?, name_folded = ?, email = ?, email_folded = ?, team_id = ?, "
        "active = ?, merged_into = CASE WHEN active = 0 AND ?6 = 1 THEN NULL ELSE merged_into END "
        "WHERE id = ?"_s,
        {checked->name, folded(checked->name), emailOrNull(checked->email),
         emailOrNull(folded(checked->email)), boundId(wanted.team), wanted.active ? 1 : 0, wanted.id.value});
    if (!changed)
        return changed.error();
    m_db.note(Change::Entities);
    return Done{};
}

Result<QList<Entity>> EntityStore::list(EntityKind kind, bool inactive, const QString &text) const
{
    return readRows(m_db.query(selectListed, {static_cast<int>(kind), inactive ? 1 : 0,
                                              containing(folded(text)), containing(folded(text))}),
                    readEntity);
}

Result<Entity> EntityStore::get(EntityId id) const
{
    const auto found = readRows(m_db.query(selectOne, {id.value}), readEntity);
    if (!found)
        return found.error();
    if (found->isEmpty())
        return {ErrorCode::NotFound, u"There is no agent, team or product with number %1."_s.arg(id.value)};
    return found->first();
}

Result<Entity> EntityStore::find(EntityKind kind, const QString &text) const
{
    bool isNumber = false;
    const auto number = text.trimmed().toLongLong(&isNumber);
    if (isNumber) {
        auto byNumber = get(EntityId{number});
        if (byNumber && byNumber->kind == kind)
            return byNumber;
        if (!byNumber && byNumber.error().code != ErrorCode::NotFound)
            return byNumber;
    }
    auto found =
        readRows(m_db.query(selectCalled, {static_cast<int>(kind), folded(text), folded(text.simplified())}),
                 readEntity);
    if (!found)
        return found.error();
    if (found->isEmpty())
        return notFound(kind, text);
    // A merged duplicate is meant only where nothing else is.
    if (found->size() > 1)
        found->removeIf([](const Entity &entity) { return entity.mergedInto.has_value(); });
    if (found->size() > 1) {
        QStringList numbers;
        for (const auto &entity : *found)
            numbers.append(QString::number(entity.id.value));
        return {ErrorCode::Conflict, u"Several %1s match \"%2\": numbers %3. Give the number."_s.arg(
                                         toText(kind), text, numbers.join(u", "_s))};
    }
    return found->first();
}

Result<Entity> EntityStore::findAgentByEmail(const QString &email) const
{
    // One that was merged has its address still: whoever it was merged into is meant.
    const auto id = readNumber(m_db.query(uR"(
        WITH RECURSIVE found (id, merged_into) AS (
            SELECT id, merged_into FROM entity WHERE email_folded = ?
            UNION SELECT e.id, e.merged_into FROM entity e JOIN found f ON e.id = f.merged_into)
        SELECT id FROM found WHERE merged_into IS NULL)"_s,
                                          {folded(email)}));
    if (!id)
        return id.error();
    if (*id > 0)
        return get(EntityId{*id});
    return {ErrorCode::NotFound, u"No agent has the e-mail address \"%1\"."_s.arg(email)};
}

Result<QList<Entity>> EntityStore::candidates() const
{
    return readRows(m_db.query(u"SELECT e.id, e.kind, e.name, e.email, e.team_id, t.name FROM entity e "
                               "LEFT JOIN entity t ON t.id = e.team_id WHERE e.active = 1"_s),
                    [](const Cursor &row) {
                        Entity entity;
                        entity.id = EntityId{row.number(0)};
                        entity.kind = static_cast<EntityKind>(row.number(1));
                        entity.name = row.text(2);
                        entity.email = row.text(3);
                        entity.team = optionalId<EntityTag>(row.optionalNumber(4));
                        entity.teamName = row.text(5);
                        return entity;
                    });
}

} // namespace salesdesk
