// SPDX-License-Identifier: GPL-3.0-or-later
// The models of the linking screens: the queue's rows, what bulk would take, the history, and their words.
#include "tests/ui/desk.h"

#include "model/store/connection.h"
#include "model/tables/historytablemodel.h"
#include "model/tables/identitytablemodel.h"
#include "model/tables/linktexts.h"
#include "model/tables/queuescan.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salesdesk;

class TestLinkingTables final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<Desk>();
        m_crm = m_desk->addProvider(u"CRM"_s);
    }

    void aSettledRowIsGoneUntilItIsRestored()
    {
        send(u"1"_s, u"Anna"_s);
        send(u"2"_s, u"Bert"_s);
        IdentityTableModel model(*m_desk->workspace, std::make_shared<Suggester>());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setActive(true);
        QTRY_COMPARE(model.rowCount(), 2);
        const auto id = model.row(0).id;
        model.settle({id});
        QCOMPARE(model.rowCount(), 1);
        QSignalSpy loaded(&model, &LiveTableModel::loaded);
        model.reload(); // what the store still has does not come back
        QTRY_VERIFY(!loaded.isEmpty());
        QCOMPARE(model.rowCount(), 1);
        model.restore({id});
        QTRY_COMPARE(model.rowCount(), 2);
    }

    void pagesAreFetchedAsTheyAreAskedFor()
    {
        addIdentities(450);
        IdentityTableModel model(*m_desk->workspace, std::make_shared<Suggester>());
        model.setActive(true);
        QTRY_COMPARE(model.rowCount(), 200);
        while (model.canFetchMore({}))
            model.fetchMore({});
        QTRY_COMPARE(model.rowCount(), 400);
        QTRY_VERIFY(model.canFetchMore({}));
        model.fetchMore({});
        QTRY_COMPARE(model.rowCount(), 450);
        QVERIFY(!model.canFetchMore({}));
    }

    void theScanSaysWhatBulkWouldTake()
    {
        m_desk->addEntity(EntityKind::Agent, u"Bo Jansen"_s);
        m_desk->addEntity(EntityKind::Agent, u"Kim Smit"_s);
        m_desk->addEntity(EntityKind::Agent, u"Kim Smit"_s);
        send(u"1"_s, u"Jansen, Bo"_s);
        send(u"2"_s, u"B. Jansen"_s);
        send(u"3"_s, u"Kim Smit"_s);
        send(u"4"_s, u"Wouter Zijlstra"_s);
        send(u"5"_s, u"Test"_s);
        QueueScan scan(*m_desk->workspace, std::make_shared<Suggester>());
        QSignalSpy finished(&scan, &QueueScan::finished);
        scan.setActive(true);
        QTRY_VERIFY(scan.isDone());
        QCOMPARE(scan.findings().sure.size(), 2);
        QCOMPARE(scan.countFrom(0.90), 1);
        QCOMPARE(scan.countFrom(0.85), 2);
        QCOMPARE(scan.findings().ambiguous, 1);
        QCOMPARE(scan.findings().generic, 1);
        QCOMPARE(scan.findings().nobody.size(), 1);
        QCOMPARE(scan.findings().nobody.first().name, u"Wouter Zijlstra"_s);
        // What changes is found by itself.
        m_desk->addEntity(EntityKind::Agent, u"Wouter Zijlstra"_s);
        QTRY_COMPARE(scan.countFrom(0.90), 2);
        IdentityFilter filter;
        filter.text = u"kim"_s;
        scan.setFilter(filter);
        QVERIFY(!scan.isDone());
        QTRY_VERIFY(scan.isDone());
        QCOMPARE(scan.findings().sure.size(), 0);
        QCOMPARE(scan.findings().ambiguous, 1);
    }

    void theScanSaysHowFarItIs()
    {
        addIdentities(600);
        QueueScan scan(*m_desk->workspace, std::make_shared<Suggester>(), nullptr, 0);
        const QSignalSpy progressed(&scan, &QueueScan::progressed);
        scan.setActive(true);
        QTRY_VERIFY(scan.isDone());
        QCOMPARE(progressed.count(), 2); // the third piece is the end
        QCOMPARE(progressed.at(0), QVariantList({250LL, 600LL}));
        QCOMPARE(progressed.at(1), QVariantList({500LL, 600LL}));
        // What was found stands until it is through again: that is not worth a word.
        const QSignalSpy finished(&scan, &QueueScan::finished);
        m_desk->addEntity(EntityKind::Agent, u"Bo Jansen"_s);
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(progressed.count(), 2);
        // Another filter is another question.
        scan.setFilter({.kind = EntityKind::Agent});
        QTRY_COMPARE(finished.count(), 2);
        QCOMPARE(progressed.count(), 4);
    }
    void aShortScanSaysNothingOfHowFarItIs()
    {
        addIdentities(600);
        QueueScan scan(*m_desk->workspace, std::make_shared<Suggester>(), nullptr, 1'000'000);
        const QSignalSpy progressed(&scan, &QueueScan::progressed);
        scan.setActive(true);
        QTRY_VERIFY(scan.isDone());
        QCOMPARE(progressed.count(), 0);
    }

    void theHistoryIsListedNewestFirst()
    {
        const auto bo = m_desk->addEntity(EntityKind::Agent, u"Bo Jansen"_s);
        send(u"1"_s, u"Anna"_s);
        send(u"2"_s, u"Bo J"_s);
        const Decider anna{Decider::Kind::Person, u"anna"_s};
        HistoryTableModel model(*m_desk->workspace);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setActive(true);
        QTRY_VERIFY(model.isLoaded());
        QCOMPARE(model.rowCount(), 0);
        m_desk->written<DecisionId>([&](Connection &db) {
            return IdentityStore(db).setIgnored(IdentityStore(db).find(u"CRM:1"_s)->id, true, anna);
        });
        m_desk->written<DecisionId>([&](Connection &db) {
            return IdentityStore(db).link(IdentityStore(db).find(u"CRM:2"_s)->id, bo.id, anna,
                                          u"same name"_s);
        });
        QTRY_COMPARE(model.rowCount(), 2);
        const auto cell = [&model](int row, int column) {
            return model.index(row, column).data().toString();
        };
        QCOMPARE(cell(0, HistoryTableModel::WhatColumn), u"Linked agent CRM:2 (Bo J) to Bo Jansen"_s);
        QCOMPARE(cell(0, HistoryTableModel::WhyColumn), u"same name"_s);
        QCOMPARE(cell(0, HistoryTableModel::WhoColumn), u"anna"_s);
        QCOMPARE(cell(1, HistoryTableModel::WhatColumn), u"Ignored agent CRM:1 (Anna)"_s);
        m_desk->written<QString>([&](Connection &db) { return IdentityStore(db).undo(anna); });
        QTRY_COMPARE(cell(0, HistoryTableModel::StateColumn), u"undone by anna"_s);
    }

    void stepsAreSaidInWords_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("identities");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("text");
        const auto row = [](StepKind kind, int identities, const QString &before, const QString &after,
                            const QString &text) {
            QTest::addRow("%s of %d", toText(kind).latin1(), identities)
                << int(kind) << identities << before << after << text;
        };
        row(StepKind::Link, 1, u"A"_s, u"B"_s, u"Relinked it from A to B"_s);
        row(StepKind::Link, 1200, {}, u"B"_s, u"Linked 1,200 identities"_s);
        row(StepKind::Create, 1, {}, u"B"_s, u"Created B and linked it"_s);
        row(StepKind::Create, 2, {}, u"B"_s, u"Created and linked 2 identities"_s);
        row(StepKind::Unlink, 1, u"A"_s, {}, u"Unlinked it from A"_s);
        row(StepKind::Ignore, 1, {}, {}, u"Ignored it"_s);
        row(StepKind::Ignore, 2, {}, {}, u"Ignored 2 identities"_s);
        row(StepKind::Unignore, 1, {}, {}, u"No longer ignored it"_s);
        row(StepKind::Reject, 1, {}, u"B"_s, u"Rejected B for it"_s);
        row(StepKind::Merge, 3, u"A"_s, u"B"_s, u"Merged A into B"_s);
        row(StepKind::Team, 1, {}, {}, u"Moved the agent of it to its team"_s);
        row(StepKind::Import, 5, {}, {}, u"Imported 5 decisions"_s);
        row(StepKind::Import, 1, {}, {}, u"Imported a decision on it"_s);
    }
    void stepsAreSaidInWords()
    {
        QFETCH(int, kind);
        QFETCH(int, identities);
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(QString, text);
        HistoryStep step;
        step.kind = static_cast<StepKind>(kind);
        step.identities = identities;
        step.identityText = u"it"_s;
        step.entityBefore = before;
        step.entityAfter = after;
        QLocale::setDefault(QLocale(u"en_US"_s));
        QCOMPARE(stepText(step), text);
    }

    void scoresAreNotRoundedUp()
    {
        QCOMPARE(scoreText(0.8999), u"0.89"_s);
        QCOMPARE(scoreText(0.9), u"0.90"_s);
        QCOMPARE(scoreText(1), u"1.00"_s);
    }

    void aPrecedentIsSaidWithItsDay()
    {
        Candidate candidate{EntityId{1}, u"Bo"_s, 0.97, MatchReason::LinkedElsewhere, u"zapier:77"_s, 0};
        QCOMPARE(reasonText(candidate, QTimeZone::utc()), u"same name as zapier:77"_s);
        candidate.precedentAt = 1'583'236'800'000; // 3 March 2020
        QCOMPARE(reasonText(candidate, QTimeZone::utc()),
                 u"same name as zapier:77, linked on 3 March 2020"_s);
        candidate.reason = MatchReason::SameEmail;
        QCOMPARE(reasonText(candidate, QTimeZone::utc()), u"same e-mail"_s);
    }

    void aDecisionOfABatchIsSaidInOneLine_data()
    {
        QTest::addColumn<Decision>("decision");
        QTest::addColumn<QString>("text");
        const Decision of{{1}, u"agent CRM:1 (Bo)"_s, {}, {}, false, false, {}};
        auto decision = of;
        decision.entityAfter = u"Bo Jansen"_s;
        QTest::addRow("linked") << decision << u"Linked agent CRM:1 (Bo) to Bo Jansen"_s;
        decision.reason = u"same name"_s;
        QTest::addRow("as suggested") << decision << u"Linked agent CRM:1 (Bo) to Bo Jansen: same name"_s;
        decision.entityBefore = u"Bo Janssen"_s;
        decision.reason.clear();
        QTest::addRow("linked to another")
            << decision << u"Relinked agent CRM:1 (Bo) from Bo Janssen to Bo Jansen"_s;
        decision.entityAfter.clear();
        QTest::addRow("unlinked") << decision << u"Unlinked agent CRM:1 (Bo) from Bo Janssen"_s;
        decision = of;
        decision.ignoredAfter = true;
        QTest::addRow("ignored") << decision << u"Ignored agent CRM:1 (Bo)"_s;
        std::swap(decision.ignoredBefore, decision.ignoredAfter);
        QTest::addRow("no longer ignored") << decision << u"No longer ignored agent CRM:1 (Bo)"_s;
    }
    void aDecisionOfABatchIsSaidInOneLine()
    {
        QFETCH(Decision, decision);
        QTEST(decisionText(decision), "text");
    }

private:
    /// So many agents that wait, called x.
    void addIdentities(int count)
    {
        m_desk->written<Done>([this, count](Connection &db) -> Result<Done> {
            for (int i = 0; i < count; ++i) {
                const auto added = db.insert(u"INSERT INTO identity (provider_id, kind, external_id, name, "
                                             "name_folded, name_key, first_seen_at, last_seen_at) "
                                             "VALUES (?, 0, ?, 'x', 'x', 'x', 1, 1)"_s,
                                             {m_crm.provider.id.value, QString::number(i)});
                if (!added.ok())
                    return added.error();
            }
            return Done{};
        });
    }
    void send(const QString &id, const QString &name)
    {
        const auto body =
            u"{\"id\":\"%1\",\"type\":\"Sale\",\"agent_id\":\"%1\",\"agent_name\":\"%2\",\"moment\":\"2025-12-10\"}"_s
                .arg(id, name);
        QCOMPARE(m_desk->send(m_crm, Endpoint::Activities, body.toUtf8()).reason, CallReason::Created);
    }

    std::unique_ptr<Desk> m_desk;
    ProviderStore::Added m_crm;
};

QTEST_GUILESS_MAIN(TestLinkingTables)
#include "tst_linkingtables.moc"
