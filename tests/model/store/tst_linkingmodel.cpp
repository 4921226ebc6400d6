// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is decided in whatever order, by persons and rules, over restarts and between calls: identities
// point where a plain model says, records belong to whom the model says, and no record's row ever changes.
#include "model/domain/csv.h"
#include "model/store/identitysheet.h"
#include "recorddesk.h"

using namespace Qt::StringLiterals;
using namespace salesdesk;

class TestLinkingModel final : public QObject, private RecordDesk
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        open();
        m_model = {};
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
        for (const auto id : m_agents + m_teams + m_products)
            m_model.add(id);
        m_records = allRecords();
        QVERIFY(m_fixture->db().begin());
        for (int turn = 0; turn < 200; ++turn) {
            if (turn % 50 == 49)
                restart();
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
    using Pointers = PointerModel::Pointers;
    IdentityId anyIdentity() { return any(m_model.identities()); }
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
            return m_model.steps().isEmpty() ? void() : goBack(any(m_model.steps()));
        case 4:
            return m_model.steps().isEmpty() ? void() : goForth(any(m_model.steps()));
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

    template <typename T>
    static Result<Done> outcome(const Result<T> &result)
    {
        return result ? Result<Done>(Done{}) : result.error();
    }
    /// Does it in a savepoint, as the workspace does a job in a transaction. What is refused changes nothing;
    /// what succeeds changes the pointers as `wanted` says, and nothing else. Gives whether it succeeded.
    bool done(const char *what, const Pointers &wanted, const std::function<Result<Done>()> &job)
    {
        const auto before = state();
        if (const auto success = inSavepoint(job); !success) {
            [&] {
                QVERIFY2(success.error().code == ErrorCode::Conflict ||
                             success.error().code == ErrorCode::NotFound,
                         qPrintable(success.error().detail));
                QCOMPARE(state(), before);
            }();
            return false;
        }
        m_model.take(wanted);
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
            const PointerModel::Pointer pointer{entity ? std::optional(EntityId{*entity}) : std::nullopt,
                                                rows->flag(2), rows->flag(3)};
            QVERIFY2(m_model.now(IdentityId{rows->number(0)}) == pointer,
                     qPrintable(u"%1: identity %2 points to %3"_s.arg(QLatin1StringView(what))
                                    .arg(rows->number(0))
                                    .arg(entity.value_or(0))));
        }
        rows->finish();
        QCOMPARE(allRecords(), m_records);
        compareOwners(m_model);
    }
    /// A decision that makes a step.
    void decided(const char *what, const Pointers &wanted, const std::function<Result<DecisionId>()> &job)
    {
        const auto step = m_model.stepTo(wanted, false);
        DecisionId made;
        if (done(what, wanted, [&] {
                const auto answer = job();
                made = answer ? *answer : DecisionId{};
                return outcome(answer);
            }))
            m_model.remember(made, step);
    }

    void linkOne()
    {
        const auto id = anyIdentity();
        const auto entity = anyEntity();
        decided("link", {{id, m_model.linked(id, entity)}},
                [&] { return store().link(id, entity, m_person); });
    }
    void unlinkOne()
    {
        const auto id = anyIdentity();
        decided("unlink", {{id, m_model.unlinked(id)}}, [&] { return store().unlink(id, m_person); });
    }
    void ignoreOne()
    {
        const auto id = anyIdentity();
        const bool ignored = below(3) > 0;
        decided("ignore", {{id, m_model.ignored(id, ignored)}},
                [&] { return store().setIgnored(id, ignored, m_person); });
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
        decided("create", {{id, m_model.linked(id, nextEntity())}},
                [&] { return store().createAndLink(id, m_person); });
    }
    void mergeTwo()
    {
        const auto from = anyEntity();
        const auto to = anyEntity();
        decided("merge", m_model.merged(from, to), [&] { return entities().merge(from, to, m_person); });
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
    void decideSeveral(const QList<Choice> &choices, const char *what, StepKind kind)
    {
        decided(what, m_model.decided(choices, nextEntity()), [&]() -> Result<DecisionId> {
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
        const auto now = m_model.now(id);
        const auto email = u"a%1@example.com"_s.arg(below(6));
        const bool may = !now.entity && !now.barred && !now.ignored;
        const auto known = entities().findAgentByEmail(email);
        const auto entity = known ? known->id : nextEntity();
        ruled(may ? "e-mail rule" : "e-mail rule that may not",
              may ? Pointers{{id, {entity, false, false}}} : Pointers{}, [&] {
                  const auto linkedTo = store().applyEmailRule(id, email);
                  return linkedTo && linkedTo->has_value() != may
                             ? Result<Done>(Error{ErrorCode::Internal, u"the rule"_s})
                             : outcome(linkedTo);
              });
    }
    void teamRule()
    {
        const auto agent = any(m_agents);
        const auto team = any(m_teams);
        ruled("team rule", {}, [&] { return outcome(store().applyTeamRule(agent, team)); });
    }
    /// What a rule does; where it makes a step, that step is remembered.
    void ruled(const char *what, const Pointers &wanted, const std::function<Result<Done>()> &job)
    {
        const auto step = m_model.stepTo(wanted, true);
        const auto last = newestStep();
        if (done(what, wanted, job) && newestStep() != last)
            m_model.remember(newestStep(), step);
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
        done("edit", {}, [&] { return entities().update(edited); });
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
        const auto id = asked.value_or(m_model.lastDone());
        if (done(asked ? "undo of any" : "undo", m_model.without(id),
                 [&] { return outcome(store().undo(m_person, asked)); }))
            m_model.markUndone(id);
    }
    void goForth(std::optional<DecisionId> asked)
    {
        const auto id = asked.value_or(m_model.lastUndone());
        if (done("redo", m_model.with(id), [&] { return outcome(store().redo(m_person, asked)); }))
            m_model.markDone(id);
    }

    PointerModel m_model;
    QString m_records;
    int m_made = 0;
    QHash<QLatin1StringView, int> m_done; ///< turns that succeeded, of all sequences
};

QTEST_GUILESS_MAIN(TestLinkingModel)
#include "tst_linkingmodel.moc"
