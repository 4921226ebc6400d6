// SPDX-License-Identifier: GPL-3.0-or-later
// Random sequences of decisions, held against a plain model after each one.
#include "historydesk.h"

#include <QMap>

using namespace Qt::StringLiterals;
using namespace salesdesk;

namespace
{

using MaybeEntity = std::optional<qint64>;

struct ModelIdentity {
    EntityKind kind = EntityKind::Agent;
    bool manageTeams = true;
    bool createUsers = true;
    std::optional<qint64> teamIdentity;
    MaybeEntity entity;
    QString by;
    bool unlinkedByPerson = false;
    bool ignored = false;
};

struct ModelEntity {
    EntityKind kind = EntityKind::Agent;
    QString email;
    MaybeEntity team;
    bool active = true;
};

/// What the store should do, in maps.
struct Model {
    struct Change {
        qint64 identity;
        ModelIdentity before;
        ModelIdentity after;
    };
    struct Move {
        qint64 agent;
        MaybeEntity before;
        MaybeEntity after;
    };
    struct Step {
        QList<Change> changes;
        QList<Move> moves;
        MaybeEntity created;
    };
    QMap<qint64, ModelIdentity> identities;
    QMap<qint64, ModelEntity> entities;
    QList<Step> steps; ///< a person's, not undone

    void move(Step &step, qint64 agent, qint64 team)
    {
        if (entities[agent].team == team)
            return;
        step.moves.append({agent, entities[agent].team, team});
        entities[agent].team = team;
    }
    void moveFor(Step &step, qint64 linked)
    {
        for (auto it = identities.cbegin(); it != identities.cend(); ++it) {
            const auto &agent = it.value();
            if (agent.kind != EntityKind::Agent || !agent.manageTeams || !agent.entity ||
                !agent.teamIdentity || (it.key() != linked && *agent.teamIdentity != linked))
                continue;
            if (const auto team = identities.value(*agent.teamIdentity).entity)
                move(step, *agent.entity, *team);
        }
    }
    void set(Step &step, qint64 id, const ModelIdentity &after)
    {
        step.changes.append({id, identities[id], after});
        identities[id] = after;
    }
    Step link(const QList<std::pair<qint64, qint64>> &pairs, const QString &by, bool isPerson)
    {
        Step step;
        for (const auto &[id, entity] : pairs) {
            auto after = identities[id];
            after.entity = entity;
            after.by = by;
            if (isPerson)
                after.unlinkedByPerson = false;
            set(step, id, after);
        }
        for (const auto &[id, entity] : pairs)
            moveFor(step, id);
        return step;
    }
    bool undo()
    {
        if (steps.isEmpty())
            return false;
        const auto step = steps.last();
        for (const auto &change : step.changes) {
            const auto &now = identities[change.identity];
            const bool ignoring = change.before.ignored != change.after.ignored;
            if (ignoring ? now.ignored != change.after.ignored : now.entity != change.after.entity)
                return false;
        }
        auto undone = entities;
        for (auto it = step.moves.crbegin(); it != step.moves.crend(); ++it) {
            if (undone[it->agent].team != it->after)
                return false;
            undone[it->agent].team = it->before;
        }
        entities = undone;
        for (const auto &change : step.changes) {
            auto &now = identities[change.identity];
            if (change.before.ignored != change.after.ignored) {
                now.ignored = change.before.ignored;
            } else {
                now.entity = change.before.entity;
                now.by = change.before.by;
                now.unlinkedByPerson = change.before.unlinkedByPerson;
            }
        }
        if (step.created)
            removeCreated(*step.created);
        steps.removeLast();
        return true;
    }
    void removeCreated(qint64 entity)
    {
        const bool used = std::any_of(identities.cbegin(), identities.cend(),
                                      [entity](const auto &identity) { return identity.entity == entity; }) ||
                          std::any_of(entities.cbegin(), entities.cend(),
                                      [entity](const auto &e) { return e.team == entity; });
        if (used)
            entities[entity].active = false;
        else
            entities.remove(entity);
    }
    [[nodiscard]] QString dump() const
    {
        const auto number = [](MaybeEntity id) { return id ? QString::number(*id) : u"-"_s; };
        QString text;
        for (auto it = identities.cbegin(); it != identities.cend(); ++it)
            text += u"%1|%2|%3|%4|%5|\n"_s.arg(QString::number(it.key()), number(it->entity), it->by,
                                               QString::number(it->unlinkedByPerson),
                                               QString::number(it->ignored));
        for (auto it = entities.cbegin(); it != entities.cend(); ++it)
            text += u"%1|%2|%3|\n"_s.arg(QString::number(it.key()), number(it->team),
                                         QString::number(it->active));
        return text;
    }
};

} // namespace

class TestDecisions final : public QObject, private HistoryDesk
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        open();
        m_model = {};
        m_undone = 0;
    }

    void randomSequences_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 8; ++seed)
            QTest::addRow("sequence %u", seed) << seed;
    }
    void randomSequences()
    {
        QFETCH(quint32, seed);
        m_random.seed(seed);
        fill();
        const auto records = m_fixture->records();
        QVERIFY(m_fixture->db().begin());
        for (int i = 0; i < 250; ++i) {
            if (QTest::currentTestFailed())
                return;
            if (i % 50 == 49)
                restart();
            decide();
            QCOMPARE(
                m_fixture->dump(u"SELECT id, entity_id, linked_by, unlinked_by_person, ignored FROM identity "
                                "ORDER BY id"_s,
                                5) +
                    m_fixture->dump(u"SELECT id, team_id, active FROM entity ORDER BY id"_s, 3),
                m_model.dump());
        }
        QCOMPARE(m_fixture->records(), records);
        QVERIFY(m_undone > 10);
    }

private:
    void fill()
    {
        for (const auto kind : {EntityKind::Agent, EntityKind::Team, EntityKind::Product}) {
            for (int i = 0; i < 3; ++i) {
                const auto name = u"%1 %2"_s.arg(toText(kind)).arg(i);
                const auto email = kind == EntityKind::Agent ? u"agent%1@x.nl"_s.arg(i) : QString();
                m_model.entities.insert(m_fixture->entity(kind, name, email).value, {kind, email, {}, true});
            }
        }
        for (const bool rules : {true, false}) {
            const auto provider = m_fixture->provider(rules ? u"on"_s : u"off"_s, rules, rules);
            QList<IdentityId> teams;
            for (const auto kind : {EntityKind::Team, EntityKind::Agent, EntityKind::Product}) {
                for (int i = 0; i < 3; ++i) {
                    const auto team =
                        kind == EntityKind::Agent && i > 0 ? std::optional(teams[i - 1]) : std::nullopt;
                    const auto id = m_fixture->identity(provider, kind, QString::number(i),
                                                        u"%1 %2"_s.arg(toText(kind), QString::number(i)) +
                                                            (rules ? u" x"_s : u" y"_s),
                                                        {}, team);
                    if (kind == EntityKind::Team)
                        teams.append(id);
                    if (kind == EntityKind::Agent)
                        m_fixture->activity(provider, QString::number(i), id, team);
                    ModelIdentity identity{kind, rules, rules, {}, {}, {}, false, false};
                    if (team)
                        identity.teamIdentity = team->value;
                    m_model.identities.insert(id.value, identity);
                }
            }
        }
    }

    qint64 anyIdentity() { return any(m_model.identities.keys()); }
    qint64 anyEntityOf(EntityKind kind)
    {
        QList<qint64> ids;
        for (auto it = m_model.entities.cbegin(); it != m_model.entities.cend(); ++it) {
            if (it->kind == kind)
                ids.append(it.key());
        }
        return any(ids);
    }

    void decide()
    {
        switch (below(10)) {
        case 0:
        case 1:
            return linkSome(1);
        case 2:
            return linkSome(4);
        case 3:
            return create();
        case 4:
            return unlink();
        case 5:
            return ignore();
        case 6:
            return emailRule();
        case 7:
            return teamRule();
        default:
            return undo();
        }
    }
    void linkSome(int most)
    {
        QMap<qint64, qint64> chosen;
        for (int i = 0; i < most; ++i) {
            const auto id = anyIdentity();
            chosen.insert(id, anyEntityOf(m_model.identities[id].kind));
        }
        QList<std::pair<qint64, qint64>> pairs;
        QList<IdentityStore::Pair> asked;
        for (auto it = chosen.cbegin(); it != chosen.cend(); ++it) {
            pairs.append({it.key(), it.value()});
            asked.append(IdentityStore::Pair{{it.key()}, {it.value()}});
        }
        QVERIFY(store().link(asked, m_person));
        m_model.steps.append(m_model.link(pairs, u"root"_s, true));
    }
    void create()
    {
        const auto id = anyIdentity();
        const auto step = store().createAndLink({id}, m_person);
        if (!step) { // a team or product of that name is there
            QCOMPARE(step.error().code, ErrorCode::Conflict);
            QVERIFY(m_model.identities[id].kind != EntityKind::Agent);
            return;
        }
        const auto made = store().get({id})->linkedTo->value;
        QVERIFY(!m_model.entities.contains(made));
        m_model.entities.insert(made, {m_model.identities[id].kind, {}, {}, true});
        m_model.steps.append(m_model.link({{id, made}}, u"root"_s, true));
        m_model.steps.last().created = made;
    }
    void unlink()
    {
        const auto id = anyIdentity();
        auto after = m_model.identities[id];
        QCOMPARE(store().unlink({id}, m_person).ok(), after.entity.has_value());
        if (!after.entity)
            return;
        after.entity.reset();
        after.by.clear();
        after.unlinkedByPerson = true;
        m_model.steps.append(Model::Step{});
        m_model.set(m_model.steps.last(), id, after);
    }
    void ignore()
    {
        const auto id = anyIdentity();
        auto after = m_model.identities[id];
        after.ignored = !after.ignored;
        QVERIFY(store().setIgnored({id}, after.ignored, m_person));
        m_model.steps.append(Model::Step{});
        m_model.set(m_model.steps.last(), id, after);
    }
    void emailRule()
    {
        const auto id = anyIdentity();
        const auto email = u"agent%1@x.nl"_s.arg(below(6));
        const auto &identity = m_model.identities[id];
        const bool fires = identity.kind == EntityKind::Agent && identity.createUsers && !identity.entity &&
                           !identity.ignored && !identity.unlinkedByPerson;
        const auto linked = store().applyEmailRule({id}, email.toUpper());
        QVERIFY(linked);
        QCOMPARE(linked->has_value(), fires);
        if (!fires)
            return;
        const auto entity = (*linked)->value;
        bool known = false;
        for (auto it = m_model.entities.cbegin(); it != m_model.entities.cend(); ++it) {
            if (it->email == email.toUpper() || it->email == email) {
                QCOMPARE(entity, it.key());
                known = true;
            }
        }
        if (!known)
            m_model.entities.insert(entity, {EntityKind::Agent, email, {}, true});
        m_model.link({{id, entity}}, u"e-mail rule"_s, false);
    }
    void teamRule()
    {
        const auto agent = anyIdentity();
        const auto team = anyIdentity();
        const auto &a = m_model.identities[agent];
        const auto &t = m_model.identities[team];
        const bool fires = a.kind == EntityKind::Agent && t.kind == EntityKind::Team && a.manageTeams &&
                           t.manageTeams && a.entity && t.entity &&
                           m_model.entities[*a.entity].team != t.entity;
        const auto moved = store().applyTeamRule({agent}, {team});
        QVERIFY(moved);
        QCOMPARE(*moved, fires);
        if (fires)
            m_model.entities[*a.entity].team = t.entity;
    }
    void undo()
    {
        const auto undone = store().undo(m_person);
        QCOMPARE(undone.ok(), m_model.undo());
        if (undone)
            ++m_undone;
        else
            QCOMPARE(undone.error().code, ErrorCode::Conflict);
    }

    Model m_model;
    int m_undone = 0; ///< steps: that the sequence holds enough of them
};

QTEST_GUILESS_MAIN(TestDecisions)
#include "tst_decisions.moc"
