// SPDX-License-Identifier: GPL-3.0-or-later
// Decisions of IdentityStore on several identities as one step.
#include "model/domain/namewords.h"
#include "model/store/connection.h"
#include "model/store/decisionstep.h"
#include "model/store/entitystore.h"
#include "model/store/identitystore.h"
#include "model/store/rows.h"

#include <QHash>
#include <QSet>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

/// The entities that a batch makes, so that those who are one share one.
class Makers
{
public:
    Makers(Connection &db, DecisionStep &step)
        : m_db(db)
        , m_step(step)
    {
    }

    Result<EntityId> entityFor(const IdentityRow &row, const QString &wantedName)
    {
        Entity draft;
        draft.kind = row.kind;
        draft.name = wantedName.simplified();
        if (draft.name.isEmpty())
            draft.name = row.name.simplified().isEmpty() ? row.externalId : row.name.simplified();
        if (row.kind == EntityKind::Agent)
            draft.email = row.email;
        const auto known = draft.kind == EntityKind::Agent ? knownAgent(row, draft) : knownByName(draft);
        if (!known)
            return known.error();
        if (*known)
            return **known;
        const auto entity = EntityStore(m_db).add(draft);
        if (!entity)
            return entity.error();
        if (const auto made = m_step.made(*entity); !made)
            return made.error();
        ++m_count;
        auto &agents = m_agents[nameKey(draft.name)];
        agents.entity = entity->id;
        agents.providers = {row.provider};
        return entity->id;
    }
    [[nodiscard]] int count() const { return m_count; }

private:
    /// An agent made in this batch, and of which providers it stands for somebody already.
    struct Made {
        EntityId entity;
        QSet<ProviderId> providers;
    };

    Result<std::optional<EntityId>> knownAgent(const IdentityRow &row, const Entity &draft)
    {
        if (!draft.email.isEmpty()) {
            const auto agent = EntityStore(m_db).findAgentByEmail(draft.email);
            if (agent)
                return std::optional(agent->id);
            if (agent.error().code != ErrorCode::NotFound)
                return agent.error();
        }
        const auto key = nameKey(draft.name);
        const auto made = m_agents.find(key);
        if (key.isEmpty() || made == m_agents.end() || made->providers.contains(row.provider))
            return std::optional<EntityId>();
        made->providers.insert(row.provider);
        return std::optional(made->entity);
    }
    Result<std::optional<EntityId>> knownByName(const Entity &draft)
    {
        const auto id = readNumber(m_db.query(u"SELECT coalesce(merged_into, id) FROM entity "
                                              "WHERE kind = ? AND name_folded = ?"_s,
                                              {static_cast<int>(draft.kind), folded(draft.name)}));
        if (!id)
            return id.error();
        return *id > 0 ? std::optional(EntityId{*id}) : std::nullopt;
    }

    Connection &m_db;
    DecisionStep &m_step;
    QHash<QString, Made> m_agents;
    int m_count = 0;
};

/// The identities that are asked for and still wait, each once.
Result<QList<std::pair<IdentityRow, Choice>>> waiting(Connection &db, const QList<Choice> &choices)
{
    QList<std::pair<IdentityRow, Choice>> rows;
    QSet<IdentityId> seen;
    for (const auto &choice : choices) {
        if (seen.contains(choice.identity))
            continue;
        seen.insert(choice.identity);
        const auto row = identityRow(db, choice.identity);
        if (!row)
            return row.error();
        if (!row->entity && !row->ignored)
            rows.append({*row, choice});
    }
    return rows;
}

/// Nothing when each entity that is linked to is there, whole and of the right kind.
std::optional<Error> checkEntities(Connection &db, const QList<std::pair<IdentityRow, Choice>> &rows)
{
    QHash<EntityId, Entity> known;
    for (const auto &[row, choice] : rows) {
        if (choice.action != Choice::Action::Link)
            continue;
        if (!known.contains(choice.entity)) {
            const auto entity = EntityStore(db).get(choice.entity);
            if (!entity)
                return entity.error();
            known.insert(choice.entity, *entity);
        }
        const auto &entity = known[choice.entity];
        if (entity.kind != row.kind || entity.mergedInto)
            return Error{ErrorCode::Conflict, u"\"%1\" is no %2 that \"%3\" can be linked to."_s.arg(
                                                  entity.name, toText(row.kind), row.externalId)};
    }
    return std::nullopt;
}

} // namespace

Result<Decided> IdentityStore::decide(const QList<Choice> &choices, const Decider &by, StepKind kind)
{
    const auto rows = waiting(m_db, choices);
    if (!rows)
        return rows.error();
    if (rows->isEmpty())
        return {ErrorCode::Conflict, u"None of these identities waits any more."_s};
    if (const auto failure = checkEntities(m_db, *rows))
        return *failure;
    auto step = DecisionStep::begin(m_db, by, kind);
    if (!step)
        return step.error();
    Makers makers(m_db, *step);
    Decided decided;
    decided.step = step->id();
    for (const auto &[row, choice] : *rows) {
        ++decided.identities;
        if (choice.action == Choice::Action::Ignore) {
            if (const auto ignored = step->setIgnored(row, true); !ignored)
                return ignored.error();
            continue;
        }
        auto entity = choice.entity;
        if (choice.action == Choice::Action::Create) {
            const auto made = makers.entityFor(row, choice.name);
            if (!made)
                return made.error();
            entity = *made;
        }
        if (const auto linked = step->link(row, entity, choice.reason); !linked)
            return linked.error();
        decided.records.at(static_cast<size_t>(row.kind)) += row.records;
    }
    for (const auto &[row, choice] : *rows) {
        const auto moves = teamMovesFor(m_db, row.id);
        if (!moves)
            return moves.error();
        for (const auto &move : *moves) {
            if (const auto moved = step->moveAgent(move); !moved)
                return moved.error();
        }
    }
    decided.entitiesMade = makers.count();
    return decided;
}

} // namespace salesdesk
