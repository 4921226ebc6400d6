// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/identity.h"
#include "model/domain/result.h"
#include "model/store/decision.h"

#include <QList>

#include <optional>

namespace salesdesk
{

class Connection;

/// An identity's row, as far as decisions change it or depend on it.
struct IdentityRow {
    IdentityId id;
    ProviderId provider;
    EntityKind kind = EntityKind::Agent;
    QString externalId;
    QString name;
    QString nameKey;
    QString email;
    std::optional<EntityId> entity;
    QString linkedBy;
    bool unlinkedByPerson = false;
    bool ignored = false;
    RecordTotals records;
};

/// NotFound says how to list them.
[[nodiscard]] Result<IdentityRow> identityRow(Connection &db, IdentityId id);

/// An agent that "Manage teams" is to move.
struct TeamMove {
    EntityId agent;
    std::optional<EntityId> before;
    EntityId after;
};

/// What "Manage teams" asks for, seen from one identity that was just linked: an agent identity's agent, or
/// all agents whose identities came with this team identity. Only where both ends are linked, the option of
/// the agent identity's provider is on and the agent is not on that team yet.
[[nodiscard]] Result<QList<TeamMove>> teamMovesFor(Connection &db, IdentityId linked);

/// What a step can change of an entity.
struct EntityState {
    QString email; ///< empty for none
    std::optional<EntityId> team;
    bool active = true;
    std::optional<EntityId> mergedInto;
    friend bool operator==(const EntityState &, const EntityState &) = default;
};
[[nodiscard]] EntityState stateOf(const Entity &entity);
/// Writes `state` to the entity's row.
[[nodiscard]] Result<Done> putEntityState(Connection &db, EntityId id, const EntityState &state);

/// One step of decisions in the making: changes identities and entities, and writes down what undoes it and
/// does it again. Lives within one store function, on the connection's thread.
class DecisionStep final
{
public:
    /// A person's step, or the e-mail rule's. After a person's nothing that was undone can be done again.
    [[nodiscard]] static Result<DecisionStep> begin(Connection &db, const Decider &by, StepKind kind);
    /// A rule's step, by the rule's name: "e-mail rule", "team rule".
    [[nodiscard]] static Result<DecisionStep> beginRule(Connection &db, const QString &rule, StepKind kind);

    [[nodiscard]] DecisionId id() const { return m_id; }
    /// `reason`: why it was suggested, in stable words; empty for a person's own choice. A person's linking
    /// takes the mark of an unlinking away.
    [[nodiscard]] Result<Done> link(const IdentityRow &row, EntityId entity, const QString &reason = {});
    [[nodiscard]] Result<Done> unlink(const IdentityRow &row);
    [[nodiscard]] Result<Done> setIgnored(const IdentityRow &row, bool ignored);
    /// The entity is not suggested for it again.
    [[nodiscard]] Result<Done> reject(const IdentityRow &row, EntityId entity);
    /// Only the history: `row` stays as it is, something else moved with it.
    [[nodiscard]] Result<Done> mention(const IdentityRow &row);
    [[nodiscard]] Result<Done> moveAgent(const TeamMove &move);
    /// Writes down that the step made `entity`.
    [[nodiscard]] Result<Done> made(const Entity &entity);
    /// Changes what can be changed of `entity`, as it was read.
    [[nodiscard]] Result<Done> changeEntity(const Entity &entity, const EntityState &after);

private:
    struct After {
        std::optional<EntityId> entity;
        QString linkedBy;
        bool unlinkedByPerson = false;
        bool ignored = false;
    };
    struct Why {
        QString reason;
        std::optional<EntityId> rejected;
    };
    DecisionStep(Connection &db, DecisionId id, QString decider, bool byPerson);
    [[nodiscard]] static Result<DecisionStep> begin(Connection &db, const QString &decider, bool byPerson,
                                                    StepKind kind);
    [[nodiscard]] Result<Done> store(const IdentityRow &before, const After &after, const Why &why);
    [[nodiscard]] Result<Done> writeDown(const IdentityRow &before, const After &after, const Why &why);
    [[nodiscard]] Result<Done> writeDown(const Entity &entity, const EntityState &before,
                                         const EntityState &after, bool created);

    Connection *m_db;
    DecisionId m_id;
    QString m_decider;
    bool m_byPerson;
};

} // namespace salesdesk
