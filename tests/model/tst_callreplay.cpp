// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/desk.h"

#include "model/callreplay.h"
#include "model/store/connection.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salesdesk;

class TestCallReplay final : public QObject
{
    Q_OBJECT

    std::unique_ptr<Desk> m;
    ProviderStore::Added m_provider;

    qint64 count(const QString &sql)
    {
        const auto counted = m->workspace
                                 ->read<qint64>([sql](Connection &db) -> Result<qint64> {
                                     auto rows = db.query(sql);
                                     if (!rows)
                                         return rows.error();
                                     return rows->next() ? rows->number(0) : -1;
                                 })
                                 .result();
        return counted.ok() ? *counted : -1;
    }

private Q_SLOTS:
    void init()
    {
        m = std::make_unique<Desk>();
        m_provider = m->addProvider(u"CRM"_s);
    }

    void takesEachOnceInItsOrder()
    {
        QList<CallId> calls;
        for (int i = 0; i < 200; ++i)
            calls.append(m->sendActivity(m_provider, QByteArray::number(i % 100)).call);
        calls.append(m->send(m_provider, Endpoint::Sales, "{").call);
        CallReplay replay(*m->workspace);
        QSignalSpy finished(&replay, &CallReplay::finished);
        replay.start(calls);
        QVERIFY(finished.wait());
        QCOMPARE(finished.count(), 1);
        QCOMPARE(replay.progress(), (CallReplay::Progress{201, 201, 200, 1, 0, {}}));
        QCOMPARE(count(u"SELECT COUNT(*) FROM call"_s), 402);
        // Each names the call it repeats, in the same order.
        QCOMPARE(count(u"SELECT COUNT(*) FROM call WHERE id > 201 AND replay_of = id - 201"_s), 201);
        QCOMPARE(count(u"SELECT COUNT(*) FROM activity"_s), 100);
    }

    void saysWhatCouldNotBe()
    {
        const auto whole = m->sendActivity(m_provider, "1").call;
        const auto large = m->sendActivity(m_provider, "2", ",\"x\":\"" + QByteArray(70'000, 'x') + '"').call;
        CallReplay replay(*m->workspace);
        QSignalSpy finished(&replay, &CallReplay::finished);
        replay.start({whole, large, CallId{999}});
        QVERIFY(finished.wait());
        QCOMPARE(replay.progress().stored, 1);
        QCOMPARE(replay.progress().failed, 2);
        QVERIFY2(replay.progress().firstFailure.contains(u"Have it sent again"_s),
                 qPrintable(replay.progress().firstFailure));
    }

    void stopsBetweenBatches()
    {
        QList<CallId> calls;
        for (int i = 0; i < 300; ++i)
            calls.append(m->sendActivity(m_provider, QByteArray::number(i)).call);
        CallReplay replay(*m->workspace);
        QSignalSpy finished(&replay, &CallReplay::finished);
        connect(&replay, &CallReplay::progressed, &replay, &CallReplay::cancel);
        replay.start(calls);
        QVERIFY(finished.wait());
        QVERIFY(replay.isCancelled());
        QVERIFY(replay.progress().done > 0);
        QVERIFY(replay.progress().done < 300);
        QCOMPARE(count(u"SELECT COUNT(*) FROM call"_s), 300 + replay.progress().done);
    }

    void nothingIsDoneAtOnce()
    {
        CallReplay replay(*m->workspace);
        QSignalSpy finished(&replay, &CallReplay::finished);
        replay.start({});
        QVERIFY(finished.wait());
        QCOMPARE(replay.progress(), CallReplay::Progress());
    }
};

QTEST_GUILESS_MAIN(TestCallReplay)
#include "tst_callreplay.moc"
