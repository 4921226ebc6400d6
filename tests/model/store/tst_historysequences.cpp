// SPDX-License-Identifier: GPL-3.0-or-later
// Undo and redo, exactly: random sequences of everything that writes history are held against snapshots of
// what was there before and after each step.
#include "historydesk.h"

using namespace Qt::StringLiterals;
using namespace salesdesk;

class TestHistorySequences final : public QObject, private HistoryDesk
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        open();
        m_identities.clear();
    }

    void randomSequences_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 10; ++seed)
            QTest::addRow("sequence %u", seed) << seed;
    }
    void randomSequences()
    {
        QFETCH(quint32, seed);
        m_random.seed(seed);
        fill();
        const auto records = m_fixture->records();
        const auto counts = this->counts();
        // What was there before and after each step that stands, and of those undone.
        struct Step {
            QString before;
            QString after;
        };
        QList<Step> done;
        QList<Step> undone;
        int undos = 0;
        int redos = 0;
        QVERIFY(m_fixture->db().begin());
        for (int i = 0; i < 300; ++i) {
            if (i % 60 == 59)
                restart();
            const auto before = state();
            const int draw = below(10);
            if (draw < 2) {
                const auto sentence = store().undo(m_person);
                QCOMPARE(sentence.ok(), !done.isEmpty());
                if (done.isEmpty())
                    continue;
                QVERIFY2(sentence->startsWith(u"Undone: "_s), qPrintable(*sentence));
                QCOMPARE(state(), done.last().before);
                undone.append(done.takeLast());
                ++undos;
            } else if (draw < 4) {
                const auto sentence = store().redo(m_person);
                QCOMPARE(sentence.ok(), !undone.isEmpty());
                if (undone.isEmpty())
                    continue;
                QVERIFY2(sentence->startsWith(u"Done again: "_s), qPrintable(*sentence));
                QCOMPARE(state(), undone.last().after);
                done.append(undone.takeLast());
                ++redos;
            } else if (const auto decided = decide(); decided) {
                done.append({before, state()});
                undone.clear();
            } else {
                QCOMPARE(decided.error().code, ErrorCode::Conflict);
                QCOMPARE(state(), before);
            }
            if (QTest::currentTestFailed())
                return;
        }
        QCOMPARE(m_fixture->records(), records);
        QCOMPARE(this->counts(), counts);
        QVERIFY2(undos > 10 && redos > 5 && done.size() > 10,
                 qPrintable(u"%1 undone, %2 done again, %3 left"_s.arg(undos).arg(redos).arg(done.size())));
        // All the way back and forth again.
        const auto end = state();
        const auto steps = done.size();
        while (!done.isEmpty()) {
            QVERIFY(store().undo(m_person));
            QCOMPARE(state(), done.takeLast().before);
        }
        for (qsizetype i = 0; i < steps; ++i)
            QVERIFY(store().redo(m_person));
        QCOMPARE(state(), end);
        QVERIFY(m_fixture->db().commit());
        QCOMPARE(m_fixture->dump(u"PRAGMA foreign_key_check"_s, 1), QString());
    }

private:
    QString counts()
    {
        return m_fixture->dump(
            u"SELECT id, record_count, value_cents, last_seen_at FROM identity ORDER BY id"_s, 4);
    }
    void fill()
    {
        const auto kinds = {EntityKind::Agent, EntityKind::Team, EntityKind::Product};
        QList<IdentityId> teams;
        for (const auto kind : {EntityKind::Team, EntityKind::Agent, EntityKind::Product}) {
            for (int i = 0; i < 6; ++i) {
                const auto provider = i % 2 ? m_zapier : m_make;
                const auto id = m_fixture->identity(
                    provider, kind, QString::number(i), u"name %1"_s.arg(i / 2),
                    kind == EntityKind::Agent && i > 3 ? u"a%1@example.com"_s.arg(i) : QString(),
                    kind == EntityKind::Agent ? std::optional(teams[i]) : std::nullopt);
                if (kind == EntityKind::Team)
                    teams.append(id);
                m_identities.append(id);
            }
        }
        for (const auto kind : kinds) {
            for (int i = 0; i < 3; ++i)
                m_fixture->entity(kind, u"entity %1"_s.arg(i),
                                  kind == EntityKind::Agent && i == 0 ? u"zero@example.com"_s : QString());
        }
        for (int i = 0; i < 20; ++i) {
            m_fixture->activity(m_zapier, QString::number(i), m_identities[6 + i % 6], teams[i % 6], i);
            m_fixture->sale(m_make, QString::number(i), m_identities[6 + i % 6], m_identities[12 + i % 6]);
        }
    }
    Choice anyChoice()
    {
        Choice choice{any(m_identities)};
        choice.action = static_cast<Choice::Action>(below(3));
        choice.entity = anyEntity();
        return choice;
    }
    /// One decision of a person; it may contradict what is there.
    Result<DecisionId> decide()
    {
        const auto id = any(m_identities);
        switch (below(8)) {
        case 0:
        case 1:
            return store().link(id, anyEntity(), m_person);
        case 2:
            return store().unlink(id, m_person);
        case 3:
            return store().setIgnored(id, below(2) == 0, m_person);
        case 4:
            return store().reject(id, anyEntity(), m_person);
        case 5:
            return inSavepoint([&] { return store().createAndLink(id, m_person); });
        case 6:
            return inSavepoint([&] { return entities().merge(anyEntity(), anyEntity(), m_person); });
        default:
            return inSavepoint([&]() -> Result<DecisionId> {
                QList<Choice> choices;
                for (int i = below(6); i >= 0; --i)
                    choices.append(anyChoice());
                const auto decided = store().decide(choices, m_person, StepKind::Import);
                return decided ? Result<DecisionId>(decided->step) : decided.error();
            });
        }
    }
    QList<IdentityId> m_identities;
};

QTEST_GUILESS_MAIN(TestHistorySequences)
#include "tst_historysequences.moc"
