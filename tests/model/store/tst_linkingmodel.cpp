// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is decided in whatever order, by persons and rules, over restarts and between calls: identities
// point where a plain model says, records belong to whom the model says, and no record's row ever changes.
#include "historydesk.h"
#include "model/domain/csv.h"
#include "model/store/identitysheet.h"
#include "model/store/recordstore.h"

#include <QMap>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace salesdesk;

namespace
{

/// What decisions can change of an identity.
struct Pointer {
    std::optional<EntityId> entity;
    bool barred = false; ///< a person unlinked it: no rule links it again
    bool ignored = false;
    friend bool operator==(const Pointer &, const Pointer &) = default;
};
using Pointers = QMap<IdentityId, Pointer>;

/// A step as the model remembers it: only what changed.
struct Step {
    Pointers before;
    Pointers after;
    bool byRule = false;
    bool undone = false;
};

} // namespace

class TestLinkingModel final : public QObject, private HistoryDesk
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        open();
        m_model.clear();
        m_steps.clear();
        m_undone.clear();
        m_agents.clear();
        m_teams.clear();
        m_products.clear();
        m_recordNumber = 0;
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
        QVERIFY(m_fixture->db().begin());
        for (int turn = 0; turn < 200; ++turn) {
            if (turn % 50 == 49) {
                QVERIFY(m_fixture->db().commit());
                m_fixture->reopen();
                QVERIFY(m_fixture->db().begin());
            }
            takeTurn();
            if (QTest::currentTestFailed())
                return;
        }
        QVERIFY(m_fixture->db().commit());
        QCOMPARE(m_fixture->dump(u"PRAGMA foreign_key_check"_s, 1), QString());
    }
    /// Nothing was left untried: each kind of turn succeeded often in these sequences.
    void everythingWasDone()
    {
        for (const auto *what :
             {"undo", "undo of any", "redo", "link", "unlink", "ignore", "reject", "create", "merge", "batch",
              "import", "e-mail rule", "e-mail rule that may not", "team rule", "edit", "call"})
            QVERIFY2(
                m_done.value(QLatin1StringView(what)) >= 10,
                qPrintable(
                    u"%1: %2"_s.arg(QLatin1StringView(what)).arg(m_done.value(QLatin1StringView(what)))));
    }

private:
    int below(int end) { return static_cast<int>(m_random.bounded(end)); }
    template <typename T>
    T any(const QList<T> &list)
    {
        return list.at(below(static_cast<int>(list.size())));
    }
    IdentityId anyIdentity() { return any(m_model.keys()); }
    EntityId anyEntity()
    {
        QList<EntityId> all;
        auto rows = m_fixture->db().query(u"SELECT id FROM entity ORDER BY id"_s);
        while (rows && rows->next())
            all.append(EntityId{rows->number(0)});
        return any(all);
    }
    void fill()
    {
        for (const auto provider : {m_zapier, m_make}) {
            for (int i = 0; i < 4; ++i) {
                const auto number = QString::number(i);
                m_teams.append(m_fixture->identity(provider, EntityKind::Team, number, u"team %1"_s.arg(i)));
                m_products.append(
                    m_fixture->identity(provider, EntityKind::Product, number, u"product %1"_s.arg(i)));
                m_agents.append(m_fixture->identity(provider, EntityKind::Agent, number, u"agent %1"_s.arg(i),
                                                    u"a%1@example.com"_s.arg(i), m_teams.last()));
            }
        }
        for (const auto id : m_agents + m_teams + m_products)
            m_model.insert(id, {});
        for (int i = 0; i < 3; ++i) {
            m_fixture->entity(EntityKind::Team, u"Team %1"_s.arg(i));
            m_fixture->entity(EntityKind::Product, u"Product %1"_s.arg(i));
            m_fixture->entity(EntityKind::Agent, u"Agent %1"_s.arg(i),
                              i == 0 ? u"a0@example.com"_s : QString());
        }
        for (int i = 0; i < 12; ++i)
            addRecord();
        m_records = allRecords();
    }
    void addRecord()
    {
        const auto number = QString::number(++m_recordNumber);
        if (m_recordNumber % 2 == 0)
            m_fixture->sale(m_zapier, number, any(m_agents), any(m_products), any(m_teams));
        else
            m_fixture->activity(m_zapier, number, any(m_agents),
                                below(3) == 0 ? std::nullopt : std::optional(any(m_teams)));
    }
    /// Every column of every record.
    QString allRecords()
    {
        return m_fixture->dump(u"SELECT * FROM activity ORDER BY id"_s, columnsOf(u"activity"_s)) + u'#' +
               m_fixture->dump(u"SELECT * FROM sale ORDER BY id"_s, columnsOf(u"sale"_s));
    }
    int columnsOf(const QString &table)
    {
        return m_fixture->dump(u"SELECT count(*) FROM pragma_table_info('%1')"_s.arg(table), 1)
            .section(u'|', 0, 0)
            .toInt();
    }

    // One turn of each kind: what it should come to is put into `wanted`, then it is done.
    void takeTurn()
    {
        switch (below(18)) {
        case 0:
        case 1:
            return goBack({});
        case 2:
            return goForth({});
        case 3:
            return m_steps.isEmpty() ? void() : goBack(any(m_steps.keys()));
        case 4:
            return m_steps.isEmpty() ? void() : goForth(any(m_steps.keys()));
        case 5:
        case 6:
            return linkOne();
        case 7:
            return unlinkOne();
        case 8:
            return ignoreOne();
        case 9:
            return decided("reject", {},
                           [this] { return store().reject(anyIdentity(), anyEntity(), m_person); });
        case 10:
            return createOne();
        case 11:
            return mergeTwo();
        case 12:
            return decideSeveral(someChoices(), "batch", StepKind::Link);
        case 13:
            return importSheet();
        case 14:
            return emailRule();
        case 15:
            return teamRule();
        case 16:
            return editEntity();
        default:
            return takeCall();
        }
    }

    /// Does it in a savepoint, as the workspace does a job in a transaction. What is refused changes nothing;
    /// what succeeds changes the pointers as `wanted` says, and nothing else. Gives whether it succeeded.
    bool done(const char *what, const Pointers &wanted, const std::function<std::optional<Error>()> &job)
    {
        const auto before = state();
        m_fixture->change(u"SAVEPOINT turn"_s);
        const auto failure = job();
        if (failure)
            m_fixture->change(u"ROLLBACK TO turn"_s);
        m_fixture->change(u"RELEASE turn"_s);
        if (failure) {
            [&] {
                QVERIFY2(failure->code == ErrorCode::Conflict || failure->code == ErrorCode::NotFound,
                         qPrintable(failure->detail));
                QCOMPARE(state(), before);
            }();
            return false;
        }
        for (const auto &[id, pointer] : wanted.asKeyValueRange())
            m_model.insert(id, pointer);
        ++m_done[QLatin1StringView(what)];
        compare(what);
        return true;
    }
    void compare(const char *what)
    {
        auto rows = m_fixture->db().query(
            u"SELECT id, entity_id, unlinked_by_person, ignored FROM identity ORDER BY id"_s);
        QVERIFY(rows);
        while (rows->next()) {
            const auto entity = rows->optionalNumber(1);
            const Pointer pointer{entity ? std::optional(EntityId{*entity}) : std::nullopt, rows->flag(2),
                                  rows->flag(3)};
            QVERIFY2(m_model.value(IdentityId{rows->number(0)}) == pointer,
                     qPrintable(u"%1: identity %2 points to %3"_s.arg(QLatin1StringView(what))
                                    .arg(rows->number(0))
                                    .arg(entity.value_or(0))));
        }
        rows->finish();
        QCOMPARE(allRecords(), m_records);
        compareOwners();
    }
    /// Each record belongs to whom its identities point at.
    void compareOwners()
    {
        QHash<EntityId, QString> names;
        auto rows = m_fixture->db().query(u"SELECT id, name FROM entity"_s);
        while (rows && rows->next())
            names.insert(EntityId{rows->number(0)}, rows->text(1));
        const auto owner = [&](IdentityId id) {
            const auto entity = m_model.value(id).entity;
            return entity ? std::optional(names.value(*entity)) : std::nullopt;
        };
        const RecordStore store(m_fixture->db());
        const auto activities = store.page<Activity>({.endpoint = Endpoint::Activities}, 1000);
        QVERIFY(activities);
        for (const auto &activity : activities->records) {
            QCOMPARE(activity.agent, owner(activity.agentIdentity));
            if (activity.teamIdentity && owner(*activity.teamIdentity))
                QCOMPARE(activity.team, owner(*activity.teamIdentity));
        }
        const auto sales = store.page<Sale>({.endpoint = Endpoint::Sales}, 1000);
        QVERIFY(sales);
        QCOMPARE(activities->records.size() + sales->records.size(), m_recordNumber);
        for (const auto &sale : sales->records) {
            QCOMPARE(sale.agent, owner(sale.agentIdentity));
            QCOMPARE(sale.product, owner(sale.productIdentity));
        }
    }
    /// A decision that makes a step.
    void decided(const char *what, const Pointers &wanted, const std::function<Result<DecisionId>()> &job,
                 bool byRule = false)
    {
        Step step{{}, wanted, byRule};
        for (const auto id : wanted.keys())
            step.before.insert(id, m_model.value(id));
        DecisionId made;
        if (!done(what, wanted, [&]() -> std::optional<Error> {
                const auto answer = job();
                made = answer ? *answer : DecisionId{};
                return answer ? std::nullopt : std::optional(answer.error());
            }))
            return;
        m_steps.insert(made, step);
        if (!byRule)
            m_undone.clear();
    }
    Pointer linked(IdentityId id, EntityId entity) { return {entity, false, m_model.value(id).ignored}; }

    void linkOne()
    {
        const auto id = anyIdentity();
        const auto entity = anyEntity();
        decided("link", {{id, linked(id, entity)}}, [&] { return store().link(id, entity, m_person); });
    }
    void unlinkOne()
    {
        const auto id = anyIdentity();
        decided("unlink", {{id, {std::nullopt, true, m_model.value(id).ignored}}},
                [&] { return store().unlink(id, m_person); });
    }
    void ignoreOne()
    {
        const auto id = anyIdentity();
        auto pointer = m_model.value(id);
        pointer.ignored = below(3) > 0;
        decided("ignore", {{id, pointer}}, [&] { return store().setIgnored(id, pointer.ignored, m_person); });
    }
    EntityId nextEntity()
    {
        return {m_fixture->dump(u"SELECT seq + 1 FROM sqlite_sequence WHERE name = 'entity'"_s, 1)
                    .section(u'|', 0, 0)
                    .toLongLong()};
    }
    void createOne()
    {
        const auto id = anyIdentity();
        decided("create", {{id, linked(id, nextEntity())}},
                [&] { return store().createAndLink(id, m_person); });
    }
    void mergeTwo()
    {
        const auto from = anyEntity();
        const auto to = anyEntity();
        Pointers wanted;
        for (const auto &[id, pointer] : m_model.asKeyValueRange()) {
            if (pointer.entity == from)
                wanted.insert(id, linked(id, to));
        }
        decided("merge", wanted, [&] { return entities().merge(from, to, m_person); });
    }
    QList<Choice> someChoices()
    {
        QList<Choice> choices;
        for (int i = below(5); i >= 0; --i) {
            Choice choice{anyIdentity()};
            choice.action = below(2) == 0 ? Choice::Action::Link : Choice::Action::Ignore;
            choice.entity = anyEntity();
            choices.append(choice);
        }
        return choices;
    }
    /// Those that are decided on elsewhere are passed over, and of two decisions on one the first counts.
    void decideSeveral(const QList<Choice> &choices, const char *what, StepKind kind)
    {
        Pointers wanted;
        auto next = nextEntity();
        for (const auto &choice : choices) {
            const auto now = m_model.value(choice.identity);
            if (wanted.contains(choice.identity) || now.entity || now.ignored)
                continue;
            switch (choice.action) {
            case Choice::Action::Ignore:
                wanted.insert(choice.identity, {now.entity, now.barred, true});
                break;
            case Choice::Action::Link:
                wanted.insert(choice.identity, linked(choice.identity, choice.entity));
                break;
            case Choice::Action::Create:
                wanted.insert(choice.identity, linked(choice.identity, next));
                ++next.value;
                break;
            }
        }
        decided(what, wanted, [&]() -> Result<DecisionId> {
            const auto all = store().decide(choices, m_person, kind);
            return all ? Result<DecisionId>(all->step) : all.error();
        });
    }
    /// A sheet of which some lines are faulty: only the others are decided on.
    void importSheet()
    {
        auto text = csvLine({u"identity"_s, u"external_id"_s, u"decision"_s, u"entity"_s});
        for (int i = below(4); i >= 0; --i) {
            const auto identity = store().get(anyIdentity());
            QVERIFY(identity);
            const auto decision = any(QStringList{u"link"_s, u"create"_s, u"ignore"_s, u"marry"_s});
            text += csvLine({QString::number(identity->id.value), identity->externalId, decision,
                             decision == u"link"_s     ? QString::number(anyEntity().value)
                             : decision == u"create"_s ? u"made %1"_s.arg(++m_made)
                                                       : QString()});
        }
        SheetReading reading(text);
        const auto all = reading.takeSome(m_fixture->db());
        QVERIFY(all && *all);
        auto choices = reading.decisions().choices();
        // An agent that is made takes the address of its identity, where nobody has it: else it is that one.
        choices.removeIf([this](const Choice &choice) {
            return choice.action == Choice::Action::Create && m_agents.contains(choice.identity);
        });
        if (!choices.isEmpty())
            decideSeveral(choices, "import", StepKind::Import);
    }
    /// Links one that nobody decided on, to whoever has the address.
    void emailRule()
    {
        const auto id = any(m_agents);
        const auto now = m_model.value(id);
        const auto email = u"a%1@example.com"_s.arg(below(6));
        const bool may = !now.entity && !now.barred && !now.ignored;
        const auto known = entities().findAgentByEmail(email);
        const auto entity = known ? known->id : nextEntity();
        ruled(may ? "e-mail rule" : "e-mail rule that may not",
              may ? Pointers{{id, {entity, false, false}}} : Pointers{}, [&]() -> std::optional<Error> {
                  const auto linkedTo = store().applyEmailRule(id, email);
                  if (!linkedTo)
                      return linkedTo.error();
                  return linkedTo->has_value() == may
                             ? std::nullopt
                             : std::optional(Error{ErrorCode::Internal, u"the rule"_s});
              });
    }
    void teamRule()
    {
        const auto agent = any(m_agents);
        const auto team = any(m_teams);
        ruled("team rule", {}, [&]() -> std::optional<Error> {
            const auto moved = store().applyTeamRule(agent, team);
            return moved ? std::nullopt : std::optional(moved.error());
        });
    }
    /// What a rule does; where it makes a step, that step is remembered.
    void ruled(const char *what, const Pointers &wanted, const std::function<std::optional<Error>()> &job)
    {
        Step step{{}, wanted, true};
        for (const auto id : wanted.keys())
            step.before.insert(id, m_model.value(id));
        const auto last = newestStep();
        if (done(what, wanted, job) && newestStep() != last)
            m_steps.insert(newestStep(), step);
    }
    DecisionId newestStep()
    {
        return {m_fixture->dump(u"SELECT coalesce(max(id), 0) FROM decision_step"_s, 1)
                    .section(u'|', 0, 0)
                    .toLongLong()};
    }
    void editEntity()
    {
        auto entity = entities().get(anyEntity());
        QVERIFY(entity);
        auto edited = *entity;
        if (below(2) == 0)
            edited.name += u'+';
        else
            edited.active = !edited.active;
        done("edit", {}, [&]() -> std::optional<Error> {
            const auto saved = entities().update(edited);
            return saved ? std::nullopt : std::optional(saved.error());
        });
    }
    /// A new record; those that are there stay as they are.
    void takeCall()
    {
        const auto before = m_records;
        addRecord();
        m_records = allRecords();
        const auto parts = before.split(u'#');
        const auto now = m_records.split(u'#');
        QVERIFY(now[0].startsWith(parts[0]) && now[1].startsWith(parts[1]));
        ++m_done["call"_L1];
        compare("call");
    }

    void goBack(std::optional<DecisionId> asked)
    {
        auto id = asked.value_or(DecisionId{});
        if (!asked) { // the newest of a person's
            for (const auto &[number, step] : m_steps.asKeyValueRange()) {
                if (!step.byRule && !step.undone)
                    id = number;
            }
        }
        const auto step = m_steps.value(id);
        Pointers wanted;
        for (const auto &[identity, before] : step.before.asKeyValueRange()) {
            auto pointer = m_model.value(identity);
            if (before.ignored != step.after.value(identity).ignored) {
                pointer.ignored = before.ignored;
            } else if (before.entity != step.after.value(identity).entity) {
                pointer.entity = before.entity;
                // Nobody is linked again by a rule of which a person undid it.
                pointer.barred = before.barred || (step.byRule && !before.entity);
            }
            wanted.insert(identity, pointer);
        }
        if (done(asked ? "undo of any" : "undo", wanted, [&]() -> std::optional<Error> {
                const auto sentence = store().undo(m_person, asked);
                return sentence ? std::nullopt : std::optional(sentence.error());
            })) {
            m_steps[id].undone = true;
            m_undone.append(id);
        }
    }
    void goForth(std::optional<DecisionId> asked)
    {
        const auto id = asked.value_or(m_undone.isEmpty() ? DecisionId{} : m_undone.last());
        const auto step = m_steps.value(id);
        Pointers wanted;
        for (const auto &[identity, after] : step.after.asKeyValueRange()) {
            auto pointer = m_model.value(identity);
            if (step.before.value(identity).ignored != after.ignored) {
                pointer.ignored = after.ignored;
            } else if (step.before.value(identity).entity != after.entity) {
                pointer.entity = after.entity;
                pointer.barred = after.barred;
            }
            wanted.insert(identity, pointer);
        }
        if (done("redo", wanted, [&]() -> std::optional<Error> {
                const auto sentence = store().redo(m_person, asked);
                return sentence ? std::nullopt : std::optional(sentence.error());
            })) {
            m_steps[id].undone = false;
            m_undone.removeAll(id);
        }
    }

    QRandomGenerator m_random;
    QList<IdentityId> m_agents;
    QList<IdentityId> m_teams;
    QList<IdentityId> m_products;
    Pointers m_model;
    QMap<DecisionId, Step> m_steps;
    QList<DecisionId> m_undone; ///< that can be done again, the last one last
    QString m_records;
    int m_recordNumber = 0;
    int m_made = 0;
    QHash<QLatin1StringView, int> m_done; ///< turns that succeeded, of all sequences
};

QTEST_GUILESS_MAIN(TestLinkingModel)
#include "tst_linkingmodel.moc"
