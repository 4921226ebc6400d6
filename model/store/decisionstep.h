// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/identity.h"
#include "model/domain/result.h"

#include <QList>

#include <optional>

namespace salesdesk
{

class Connection;
struct Decider;

/// An identity's row, as far as decisions change it or depend on it.
struct IdentityRow {
    IdentityId id;
    ProviderId provider;
    EntityKind kind = EntityKind::Agent;
    QString externalId;
    QString name;
    QString email;
    std::optional<EntityId> entity;
    QString linkedBy;
    bool unlinkedByPerson = false;
    bool ignored = false;
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

/// One step of decisions in the making: changes identities and agents, and writes down what undoes it. Lives
/// within one store function, on the connection's thread.
class DecisionStep final
{
public:
    /// A person's step, or a rule's.
    [[nodiscard]] static Result<DecisionStep> begin(Connection &db, const Decider &by);
    /// A rule's step, by the rule's name: "e-mail rule", "team rule".
    [[nodiscard]] static Result<DecisionStep> beginRule(Connection &db, const QString &rule);

    [[nodiscard]] DecisionId id() const { return m_id; }
    /// `created`: the entity was made for this identity. A person's linking takes the mark of an unlinking
    /// away.
    [[nodiscard]] Result<Done> link(const IdentityRow &row, EntityId entity, bool created);
    [[nodiscard]] Result<Done> unlink(const IdentityRow &row);
    [[nodiscard]] Result<Done> setIgnored(const IdentityRow &row, bool ignored);
    /// Only the history: `row` stays as it is, something else moved with it.
    [[nodiscard]] Result<Done> mention(const IdentityRow &row);
    [[nodiscard]] Result<Done> moveAgent(const TeamMove &move);

private:
    struct After {
        std::optional<EntityId> entity;
        QString linkedBy;
        bool unlinkedByPerson = false;
        bool ignored = false;
    };
    DecisionStep(Connection &db, DecisionId id, QString decider, bool byPerson);
    [[nodiscard]] static Result<DecisionStep> begin(Connection &db, const QString &decider, bool byPerson);
    [[nodiscard]] Result<Done> store(const IdentityRow &before, const After &after,
                                     std::optional<EntityId> created);
    [[nodiscard]] Result<Done> writeDown(const IdentityRow &before, const After &after,
                                         std::optional<EntityId> created);

    Connection *m_db;
    DecisionId m_id;
    QString m_decider;
    bool m_byPerson;
};

} // namespace salesdesk
