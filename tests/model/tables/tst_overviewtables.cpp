// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/desk.h"

#include "model/domain/rhythm.h"
#include "model/store/connection.h"
#include "model/store/identitystore.h"
#include "model/store/metricstore.h"
#include "model/tables/callvolume.h"
#include "model/tables/metriccounter.h"

#include <QSignalSpy>
#include <QTest>

using namespace salesdesk;
using namespace Qt::StringLiterals;

/// Calls over time and metrics, against a real workspace.
class tst_overviewtables final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void countsCallsByClassAndQuarter();
    void countsWhatComesInLater();
    void aLongLogIsCountedWhole();
    void causesOfProviders();
    void forgetsWhatWasPruned();
    void asksNothingBeforeItIsActive();
    void metricsFollowRecordsAndLinks();
    void aChangedMetricIsCountedAnew();
    void saysWhatFailed();

private:
    static qint64 now() { return QDateTime::currentMSecsSinceEpoch(); }
    static void sendAt(Desk &desk, const ProviderStore::Added &provider, qint64 at, const QByteArray &body)
    {
        auto call = desk.call(provider, Endpoint::Activities, body);
        call.call.receivedAt = at;
        auto future = desk.workspace->process(std::move(call));
        future.waitForFinished();
        QVERIFY(future.result().ok());
    }
    static QByteArray body(const QByteArray &id, const QByteArray &agent = "77")
    {
        return "{\"id\":\"" + id + "\",\"type\":\"Demo\",\"agent_id\":\"" + agent +
               "\",\"agent_name\":\"Bo\",\"moment\":\"" +
               QDateTime::currentDateTimeUtc().toString(Qt::ISODate).toLatin1() +
               "\",\"value\":\"2.50\",\"value_is_money\":true}";
    }
    static CallVolume::Bar total(const CallVolume &volume)
    {
        CallVolume::Bar sum;
        for (const auto &bar : volume.bars((now() - CallVolume::KeptMs) / QuarterMs * QuarterMs,
                                           now() + QuarterMs, QuarterMs)) {
            sum.accepted += bar.accepted;
            sum.refused += bar.refused;
            sum.failed += bar.failed;
        }
        return sum;
    }
};

void tst_overviewtables::countsCallsByClassAndQuarter()
{
    Desk desk;
    const auto provider = desk.addProvider(u"CRM"_s);
    const auto quarter = now() / QuarterMs * QuarterMs - 8 * QuarterMs;
    sendAt(desk, provider, now() - 31 * 24 * 3600 * 1000LL, body("too old"));
    sendAt(desk, provider, quarter, body("a"));
    sendAt(desk, provider, quarter + 1, body("b"));
    sendAt(desk, provider, quarter + QuarterMs, "{");
    sendAt(desk, provider, quarter + 2 * QuarterMs, body("c"));
    desk.written<qint64>([](Connection &db) {
        return db.change(u"UPDATE call SET status = 503, reason = 'storage_full' "
                         "WHERE id = (SELECT MAX(id) FROM call)"_s);
    });
    CallVolume volume(*desk.workspace);
    volume.setActive(true);
    QTRY_VERIFY(volume.isComplete());
    QCOMPARE(volume.bars(quarter, quarter + 3 * QuarterMs, QuarterMs),
             (QList<CallVolume::Bar>{
                 {quarter, 2, 0, 0}, {quarter + QuarterMs, 0, 1, 0}, {quarter + 2 * QuarterMs, 0, 0, 1}}));
    QCOMPARE(volume.bars(quarter, quarter + 4 * QuarterMs, 2 * QuarterMs),
             (QList<CallVolume::Bar>{{quarter, 2, 1, 0}, {quarter + 2 * QuarterMs, 0, 0, 1}}));
    QCOMPARE(total(volume), (CallVolume::Bar{0, 2, 1, 1}));
    QCOMPARE(volume.lastAccepted(provider.provider.id), std::optional(quarter + 1));
    QCOMPARE(volume.acceptedQuarters(provider.provider.id), QList{quarter});
    QVERIFY(!volume.lastAccepted(ProviderId{99}));
}

void tst_overviewtables::countsWhatComesInLater()
{
    Desk desk;
    const auto provider = desk.addProvider(u"CRM"_s);
    CallVolume volume(*desk.workspace);
    volume.setActive(true);
    QTRY_VERIFY(volume.isComplete());
    QCOMPARE(total(volume), CallVolume::Bar());
    desk.sendActivity(provider, "1");
    QTRY_COMPARE(total(volume).accepted, 1);
    desk.sendActivity(provider, "2");
    desk.send(provider, Endpoint::Sales, "{");
    QTRY_COMPARE(total(volume), (CallVolume::Bar{0, 2, 1, 0}));
}

void tst_overviewtables::aLongLogIsCountedWhole()
{
    Desk desk;
    const auto provider = desk.addProvider(u"CRM"_s);
    desk.sendActivity(provider, "1");
    desk.written<qint64>([at = now()](Connection &db) {
        return db.change(
            u"WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60000) "
            "INSERT INTO call (received_at, provider_id, endpoint, status, reason, duration_us, body_size) "
            "SELECT ? - 60000 + i, 1, 0, 200, 'updated', 1, 1 FROM n"_s,
            {at});
    });
    CallVolume volume(*desk.workspace);
    volume.setActive(true);
    QTRY_VERIFY(volume.isComplete());
    QCOMPARE(total(volume).accepted, 60'001);
}

void tst_overviewtables::causesOfProviders()
{
    Desk desk;
    const auto crm = desk.addProvider(u"CRM"_s);
    const auto zapier = desk.addProvider(u"Zapier"_s);
    sendAt(desk, crm, now() - 3 * QuarterMs, "{");
    for (int i = 0; i < 2; ++i)
        desk.send(crm, Endpoint::Sales, "{");
    for (int i = 0; i < 3; ++i)
        desk.send(zapier, Endpoint::Activities, "{\"id\":\"1\"}");
    desk.sendActivity(zapier, "good");
    CallVolume volume(*desk.workspace);
    volume.setActive(true);
    QTRY_VERIFY(volume.isComplete());
    const auto causes = volume.causes((now() - QuarterMs) / QuarterMs * QuarterMs);
    QCOMPARE(causes.size(), 2);
    QCOMPARE(causes[0].provider, zapier.provider.id);
    QCOMPARE(causes[0].reason, CallReason::FieldsInvalid);
    QCOMPARE(causes[0].calls, 3);
    QCOMPARE(causes[1].reason, CallReason::BadJson);
    QCOMPARE(causes[1].calls, 2);
    QCOMPARE(volume.causes(0)[1].calls, 3);
}

void tst_overviewtables::forgetsWhatWasPruned()
{
    Desk desk;
    const auto provider = desk.addProvider(u"CRM"_s);
    sendAt(desk, provider, now() - 5 * QuarterMs, body("a"));
    desk.sendActivity(provider, "b");
    CallVolume volume(*desk.workspace);
    volume.setActive(true);
    QTRY_VERIFY(volume.isComplete());
    QCOMPARE(total(volume).accepted, 2);
    desk.written<qint64>([](Connection &db) {
        db.note(Change::Calls);
        return db.change(u"DELETE FROM call WHERE id = 1"_s);
    });
    QTRY_COMPARE(total(volume).accepted, 1);
    desk.written<qint64>([](Connection &db) {
        db.note(Change::Calls);
        return db.change(u"DELETE FROM call"_s);
    });
    QTRY_COMPARE(total(volume).accepted, 0);
}

void tst_overviewtables::asksNothingBeforeItIsActive()
{
    Desk desk;
    const auto provider = desk.addProvider(u"CRM"_s);
    CallVolume volume(*desk.workspace);
    MetricCounter counter(*desk.workspace);
    const QSignalSpy counted(&volume, &CallVolume::changed);
    const QSignalSpy summed(&counter, &MetricCounter::changed);
    QSignalSpy told(desk.workspace.get(), &Workspace::changed);
    desk.sendActivity(provider, "1");
    QVERIFY(told.wait());
    QCOMPARE(counted.size(), 0);
    QCOMPARE(summed.size(), 0);
    volume.setActive(true);
    counter.setActive(true);
    QTRY_COMPARE(total(volume).accepted, 1);
    QTRY_VERIFY(!summed.isEmpty());
}

void tst_overviewtables::metricsFollowRecordsAndLinks()
{
    Desk desk;
    const auto provider = desk.addProvider(u"CRM"_s);
    const auto bo = desk.addEntity(EntityKind::Agent, u"Bo Jansen"_s);
    desk.send(provider, Endpoint::Activities, body("1"));
    const auto metric =
        desk.written<Metric>([](Connection &db) { return MetricStore(db).save({.name = u"Demos"_s}); });
    MetricCounter counter(*desk.workspace);
    counter.setActive(true);
    QTRY_VERIFY(counter.sum(metric.id).has_value());
    QCOMPARE(counter.metrics(), QList{metric});
    QVERIFY(counter.sum(metric.id)->rows.isEmpty());
    QCOMPARE(counter.sum(metric.id)->uncounted.records, 1);
    QCOMPARE(counter.sum(metric.id)->uncounted.value, Cents{250});
    desk.written<DecisionId>([&](Connection &db) -> Result<DecisionId> {
        const auto waiting = IdentityStore(db).list({}, 10, 0);
        if (!waiting.ok())
            return waiting.error();
        return IdentityStore(db).link(waiting->first().id, bo.id, {Decider::Kind::Person, u"me"_s});
    });
    QTRY_COMPARE(counter.sum(metric.id)->rows.size(), 1);
    QCOMPARE(counter.sum(metric.id)->rows[0].label, u"Bo Jansen"_s);
    QCOMPARE(counter.sum(metric.id)->uncounted.records, 0);
    desk.send(provider, Endpoint::Activities, body("2"));
    QTRY_COMPARE(counter.sum(metric.id)->rows[0].records, 2);
}

void tst_overviewtables::aChangedMetricIsCountedAnew()
{
    Desk desk;
    const auto provider = desk.addProvider(u"CRM"_s);
    desk.send(provider, Endpoint::Activities, body("1"));
    auto metric =
        desk.written<Metric>([](Connection &db) { return MetricStore(db).save({.name = u"All"_s}); });
    MetricCounter counter(*desk.workspace);
    counter.setActive(true);
    QTRY_VERIFY(counter.sum(metric.id).has_value());
    QCOMPARE(counter.sum(metric.id)->uncounted.records, 1);
    metric.types = {u"Something else"_s};
    desk.written<Metric>([&](Connection &db) { return MetricStore(db).save(metric); });
    QTRY_COMPARE(counter.sum(metric.id).value_or(MetricSum{{}, {0, {}, {}, 9, {}}}).uncounted.records, 0);
    desk.written<Done>([&](Connection &db) { return MetricStore(db).remove(metric.id); });
    QTRY_VERIFY(counter.metrics().isEmpty());
    QVERIFY(!counter.sum(metric.id));
}

void tst_overviewtables::saysWhatFailed()
{
    Desk desk;
    desk.written<qint64>([](Connection &db) {
        std::ignore = db.change(u"DROP TABLE metric"_s);
        return db.change(u"ALTER TABLE call RENAME TO gone"_s);
    });
    CallVolume volume(*desk.workspace);
    MetricCounter counter(*desk.workspace);
    const QSignalSpy volumeFailed(&volume, &CallVolume::failed);
    const QSignalSpy counterFailed(&counter, &MetricCounter::failed);
    volume.setActive(true);
    counter.setActive(true);
    QTRY_COMPARE(volumeFailed.size(), 1);
    QTRY_COMPARE(counterFailed.size(), 1);
    QVERIFY(!volume.isComplete());
}

QTEST_MAIN(tst_overviewtables)
#include "tst_overviewtables.moc"
