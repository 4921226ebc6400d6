// SPDX-License-Identifier: GPL-3.0-or-later
#include "callrows.h"
#include "model/domain/rhythm.h"
#include "model/store/calltally.h"
#include "model/store/metricstore.h"
#include "model/store/standing.h"

using namespace Qt::StringLiterals;
using namespace salesdesk;

/// What the overview reads: metrics, tallies of calls, what waits.
class TestMetricStore final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_rows = std::make_unique<CallRows>();
        auto &fixture = m_rows->fixture();
        m_crm = m_rows->provider(u"make"_s);
        m_bo = fixture.identity(m_crm, EntityKind::Agent, u"A1"_s, u"Bo"_s);
        m_cas = fixture.identity(m_crm, EntityKind::Agent, u"A2"_s, u"Cas"_s);
        m_new = fixture.identity(m_crm, EntityKind::Agent, u"A3"_s, u"New"_s);
        m_team = fixture.identity(m_crm, EntityKind::Team, u"T1"_s, u"Noord"_s);
        m_gas = fixture.identity(m_crm, EntityKind::Product, u"P1"_s, u"Gas"_s);
        m_power = fixture.identity(m_crm, EntityKind::Product, u"P2"_s, u"Power"_s);
        const auto south = fixture.entity(EntityKind::Team, u"South"_s);
        link(m_bo, fixture.entity(EntityKind::Agent, u"Bo Jansen"_s, {}, south));
        link(m_cas, fixture.entity(EntityKind::Agent, u"Cas de Vries"_s));
    }

    void countsByAgent()
    {
        addActivities();
        const auto sum = counted({.by = Metric::By::Agent});
        QCOMPARE(texts(sum), (QStringList{u"Bo Jansen 3 1000"_s, u"Cas de Vries 1 50"_s}));
        QCOMPARE(sum.uncounted.records, 1);
        QCOMPARE(sum.uncounted.value, Cents{7});
    }

    void countsOnlyTheTypesThatAreMeant()
    {
        addActivities();
        QCOMPARE(texts(counted({.types = {u"Sale"_s, u"Nothing"_s}, .by = Metric::By::Agent})),
                 QStringList{u"Bo Jansen 2 1000"_s});
        QCOMPARE(texts(counted({.by = Metric::By::Type})), (QStringList{u"Demo 2 50"_s, u"Sale 2 1000"_s}));
    }

    void theTeamSentComesBeforeTheAgentsOwn()
    {
        addActivities();
        QCOMPARE(texts(counted({.by = Metric::By::Team})), QStringList{u"South 3 1000"_s});
        link(m_team, m_rows->fixture().entity(EntityKind::Team, u"North"_s));
        const auto sum = counted({.by = Metric::By::Team});
        QCOMPARE(texts(sum), (QStringList{u"North 1 300"_s, u"South 2 700"_s}));
        QCOMPARE(sum.uncounted.records, 2); // Cas is on no team
    }

    void countsSalesWithoutTheCancelledOnes()
    {
        auto &fixture = m_rows->fixture();
        for (const auto &[id, agent, product, cents, cancelled] :
             {std::tuple(u"1"_s, m_bo, m_gas, 500, false), std::tuple(u"2"_s, m_bo, m_power, 70, false),
              std::tuple(u"3"_s, m_new, m_gas, 9, false), std::tuple(u"4"_s, m_bo, m_gas, 11, true)}) {
            const auto sale = fixture.sale(m_crm, id, agent, product, {}, Noon);
            fixture.change(u"UPDATE sale SET contract_value_cents = ?, cancelled_at = ? WHERE id = ?"_s,
                           {cents, cancelled ? QVariant(Noon) : QVariant(), sale.value});
        }
        const auto sales = Metric::Source::Sales;
        QCOMPARE(texts(counted({.source = sales, .by = Metric::By::Agent})),
                 QStringList{u"Bo Jansen 2 570"_s});
        link(m_gas, fixture.entity(EntityKind::Product, u"Gas 3 years"_s));
        const auto byProduct = counted({.source = sales, .by = Metric::By::Product});
        QCOMPARE(texts(byProduct), QStringList{u"Gas 3 years 2 509"_s});
        QCOMPARE(byProduct.uncounted.value, Cents{70});
    }

    void daysAreThoseOfTheZone()
    {
        auto &fixture = m_rows->fixture();
        const QTimeZone kathmandu("Asia/Kathmandu"); // UTC+5:45
        const auto midnight = QDate(2026, 11, 20).startOfDay(kathmandu).toMSecsSinceEpoch();
        for (const auto at : {midnight - 1, midnight, midnight + 1000})
            fixture.activity(m_crm, u"d%1"_s.arg(at), m_bo, {}, at);
        const auto span = std::pair(midnight - 5000, midnight + 5000);
        const auto piece = MetricStore(m_rows->db()).count({.by = Metric::By::Day}, span, kathmandu, {}, 100);
        QVERIFY(piece.ok());
        QStringList days;
        for (const auto &row : piece->sum.rows)
            days.append(u"%1 %2"_s.arg(row.day.toString(Qt::ISODate)).arg(row.records));
        QCOMPARE(days, (QStringList{u"2026-11-19 1"_s, u"2026-11-20 2"_s}));
    }

    void countsByPiecesWhatItCountsAtOnce()
    {
        auto &fixture = m_rows->fixture();
        for (int i = 0; i < 50; ++i) // some at the same moment
            fixture.activity(m_crm, QString::number(i), i % 3 ? m_bo : m_new, {}, Noon + i / 7);
        const Metric metric{.by = Metric::By::Agent};
        const auto whole = counted(metric);
        QCOMPARE(texts(whole), QStringList{u"Bo Jansen 33 0"_s});
        MetricSum sum;
        std::optional<MetricStore::Place> after;
        int pieces = 0;
        do {
            const auto piece = MetricStore(m_rows->db()).count(metric, Span, QTimeZone::utc(), after, 7);
            QVERIFY(piece.ok());
            addTo(sum, piece->sum);
            after = piece->next;
            ++pieces;
        } while (after);
        QCOMPARE(pieces, 8);
        QCOMPARE(sum, whole);
    }

    void leavesOutWhatIsBeforeAndAfter()
    {
        for (const auto at : {Span.first - 1, Span.first, Span.second - 1, Span.second})
            m_rows->fixture().activity(m_crm, QString::number(at), m_bo, {}, at);
        QCOMPARE(texts(counted({.by = Metric::By::Agent})), QStringList{u"Bo Jansen 2 0"_s});
    }

    void keepsMetrics()
    {
        MetricStore store(m_rows->db());
        const auto saved = store.save({.name = u" Demos "_s,
                                       .measure = Metric::Measure::Value,
                                       .types = {u"Demo, \"first\""_s, u"Démo"_s},
                                       .by = Metric::By::Team,
                                       .period = Metric::Period::Week});
        QVERIFY(saved.ok());
        QCOMPARE(saved->name, u"Demos"_s);
        QCOMPARE(*store.list(), QList{*saved});
        auto other = *saved;
        other.source = Metric::Source::Sales;
        QVERIFY(store.save(other).ok());
        QVERIFY(store.list()->first().types.isEmpty()); // sales have none
        QVERIFY(store.remove(saved->id).ok());
        QVERIFY(store.list()->isEmpty());
        QCOMPARE(store.save(*saved).error().code, ErrorCode::NotFound);
        QVERIFY(m_rows->db().takeChanges().testFlag(Change::Settings));
    }

    void refusesWhatCannotBeCounted_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("source");
        QTest::addColumn<int>("by");
        QTest::newRow("no name") << u" "_s << 0 << 0;
        QTest::newRow("activities by product") << u"x"_s << 0 << int(Metric::By::Product);
        QTest::newRow("sales by type") << u"x"_s << 1 << int(Metric::By::Type);
    }
    void refusesWhatCannotBeCounted()
    {
        QFETCH(QString, name);
        QFETCH(int, source);
        QFETCH(int, by);
        const auto saved = MetricStore(m_rows->db())
                               .save({.name = name,
                                      .source = static_cast<Metric::Source>(source),
                                      .by = static_cast<Metric::By>(by)});
        QCOMPARE(saved.error().code, ErrorCode::InvalidArgument);
        QVERIFY(MetricStore(m_rows->db()).list()->isEmpty());
    }

    void namesTheTypesTheMostFrequentFirst()
    {
        addActivities();
        m_rows->fixture().change(u"UPDATE activity SET type = 'Demo' WHERE external_id = 'a1'"_s);
        QCOMPARE(*MetricStore(m_rows->db()).activityTypes(), (QStringList{u"Demo"_s, u"Sale"_s}));
        QCOMPARE(MetricStore(m_rows->db()).activityTypes(1)->size(), 1);
    }

    void saysWhatFailed()
    {
        m_rows->fixture().change(u"DROP TABLE metric"_s);
        MetricStore store(m_rows->db());
        QVERIFY(!store.list().ok());
        QVERIFY(!store.save({.name = u"x"_s}).ok());
        QVERIFY(!store.remove(1).ok());
        m_rows->fixture().change(u"DROP TABLE call"_s);
        QVERIFY(!tallyCalls(m_rows->db(), {1, 9}, 0).ok());
        m_rows->fixture().change(u"DROP TABLE activity"_s);
        QVERIFY(!store.count({}, Span, QTimeZone::utc(), {}, 10).ok());
        QVERIFY(!store.activityTypes().ok());
        QVERIFY(!readStanding(m_rows->db()).ok());
    }

    void talliesCalls()
    {
        const auto quarter = CallRows::Now / QuarterMs * QuarterMs;
        addCall(u"make"_s, quarter - 1);
        addCall(u"make"_s, quarter);
        addCall(u"make"_s, quarter + 5);
        addCall(u"make"_s, quarter + 6, CallReason::KeyRevoked);
        addCall(u"Zapier webhooks"_s, quarter + 7);
        const auto last = addCall(u"make"_s, quarter + 8).value;
        auto tallies = tallyCalls(m_rows->db(), {1, last - 1}, quarter);
        QVERIFY(tallies.ok());
        auto all = *tallies;
        std::sort(all.begin(), all.end(),
                  [](const CallTally &a, const CallTally &b) { return a.lastAt < b.lastAt; });
        const auto zapier = m_rows->provider(u"Zapier webhooks"_s);
        QCOMPARE(all, (QList<CallTally>{{quarter, m_crm, CallReason::Created, 2, quarter + 5},
                                        {quarter, m_crm, CallReason::KeyRevoked, 1, quarter + 6},
                                        {quarter, zapier, CallReason::Created, 1, quarter + 7}}));
    }

    void saysWhatWaits()
    {
        auto &fixture = m_rows->fixture();
        auto standing = readStanding(fixture.db());
        QVERIFY(standing.ok());
        QVERIFY(!standing->hasRecords);
        QVERIFY(standing->hasLinks);
        QCOMPARE(standing->providers.size(), 2);
        fixture.activity(m_crm, u"a"_s, m_new);
        fixture.change(u"UPDATE identity SET record_count = 4, value_cents = 250 WHERE kind = 2"_s);
        fixture.change(u"UPDATE identity SET ignored = 1 WHERE kind = 1"_s);
        standing = readStanding(fixture.db());
        QVERIFY(standing->hasRecords);
        QCOMPARE(standing->waiting,
                 (QList<WaitingKind>{{EntityKind::Agent, 1, 0, {}}, {EntityKind::Product, 2, 8, {500}}}));
    }

private:
    static constexpr qint64 Noon = 1'700'049'600'000;
    static constexpr std::pair<qint64, qint64> Span{Noon - 1000, Noon + 1000};

    CallId addCall(const QString &provider, qint64 at, CallReason reason = CallReason::Created)
    {
        CallRows::Call call;
        call.provider = provider;
        call.reason = reason;
        call.receivedAt = at;
        return m_rows->add(call);
    }
    void link(IdentityId identity, EntityId entity)
    {
        m_rows->fixture().change(u"UPDATE identity SET entity_id = ? WHERE id = ?"_s,
                                 {entity.value, identity.value});
    }
    void addActivities()
    {
        auto &fixture = m_rows->fixture();
        for (const auto &[id, agent, type, cents, team] :
             {std::tuple(u"a1"_s, m_bo, u"Sale"_s, 700, false),
              std::tuple(u"a2"_s, m_bo, u"Sale"_s, 300, true), std::tuple(u"a3"_s, m_bo, u"Demo"_s, 0, false),
              std::tuple(u"a4"_s, m_cas, u"Demo"_s, 50, false),
              std::tuple(u"a5"_s, m_new, u"Demo"_s, 7, false)}) {
            const auto record =
                fixture.activity(m_crm, id, agent, team ? std::optional(m_team) : std::nullopt, Noon);
            fixture.change(u"UPDATE activity SET type = ?, value_cents = ? WHERE id = ?"_s,
                           {type, cents, record.value});
        }
    }
    MetricSum counted(const Metric &metric)
    {
        const auto piece = MetricStore(m_rows->db()).count(metric, Span, QTimeZone::utc(), {}, 1000);
        if (!piece.ok())
            qFatal("%s", qPrintable(piece.error().detail));
        return piece->sum;
    }
    static QStringList texts(const MetricSum &sum)
    {
        QStringList rows;
        for (const auto &row : sum.rows)
            rows.append(u"%1 %2 %3"_s.arg(row.label).arg(row.records).arg(row.value.value));
        rows.sort();
        return rows;
    }

    std::unique_ptr<CallRows> m_rows;
    ProviderId m_crm;
    IdentityId m_bo;
    IdentityId m_cas;
    IdentityId m_new;
    IdentityId m_team;
    IdentityId m_gas;
    IdentityId m_power;
};

QTEST_GUILESS_MAIN(TestMetricStore)
#include "tst_metricstore.moc"
