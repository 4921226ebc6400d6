// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/desk.h"

#include "model/store/connection.h"
#include "model/tables/activitytablemodel.h"
#include "model/tables/calltablemodel.h"
#include "model/tables/entitytablemodel.h"
#include "model/tables/failuretablemodel.h"
#include "model/tables/identitytablemodel.h"
#include "model/tables/keytablemodel.h"
#include "model/tables/providerlistmodel.h"
#include "model/tables/saletablemodel.h"
#include "model/tables/texts.h"
#include "model/tables/whenfinished.h"

#include <QAbstractItemModelTester>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

using namespace salesdesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Every table model against a real workspace, watched by Qt's model tester.
class tst_tables final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void callsComeInAtTheTop();
    void callsArePaged();
    void callsBeginOnce();
    void othersReadWhileCallsAreCounted_data();
    void othersReadWhileCallsAreCounted();
    void othersReadWhileFailuresAreCounted();
    void inactiveModelsAskNothing();
    void recordsResolveTheirEntities();
    void identitiesShowTheirSuggestion();
    void entitiesKeepTheirOrder();
    void providersWithTheirKeys();
    void relativeTimes_data();
    void relativeTimes();
    void timeLeft_data();
    void timeLeft();
    void money_data();
    void money();
};

namespace
{

constexpr auto failure = QAbstractItemModelTester::FailureReportingMode::Fatal;
constexpr auto saleBody =
    R"({"id":"s1","agent_id":"77","agent_name":"Bo J.","proposition_id":"9",)"
    R"("proposition_name":"Product A","sold_at":"2025-12-10","contract_value":5254.21})";

IdentityFilter ofKind(EntityKind kind)
{
    IdentityFilter filter;
    filter.kind = kind;
    return filter;
}

} // namespace

void tst_tables::callsComeInAtTheTop()
{
    Desk desk;
    const auto provider = desk.addProvider(u"CRM"_s);
    CallTableModel model(*desk.workspace);
    const QAbstractItemModelTester tester(&model, failure);
    model.setActive(true);
    desk.sendActivity(provider, "1");
    QTRY_COMPARE(model.rowCount(), 1);
    const QPersistentModelIndex first = model.index(0, 0);
    desk.sendActivity(provider, "2");
    QTRY_COMPARE(model.rowCount(), 2);
    QCOMPARE(first.row(), 1);
    QCOMPARE(model.index(0, CallTableModel::RecordColumn).data().toString(), u"2"_s);
    QCOMPARE(model.index(0, CallTableModel::StatusColumn).data(ToneRole).value<Tone>(), Tone::Good);
    QVERIFY(!model.headerData(CallTableModel::TypeColumn, Qt::Horizontal, BlankColumnRole).toBool());
    model.setQuery({.filter = {}, .provider = ProviderId{}});
    QTRY_COMPARE(model.rowCount(), 0);
}

void tst_tables::callsArePaged()
{
    Desk desk;
    const auto provider = desk.addProvider(u"CRM"_s);
    for (int number = 0; number < 450; ++number) {
        QCOMPARE(desk.workspace->submit(desk.call(provider, Endpoint::Activities,
                                                  "{\"id\":\"" + QByteArray::number(number) + "\"}")),
                 SubmitResult::Queued);
    }
    desk.sendActivity(provider, "last");
    CallTableModel model(*desk.workspace);
    const QAbstractItemModelTester tester(&model, failure);
    model.setActive(true);
    QTRY_COMPARE(model.rowCount(), 451);
    QTRY_VERIFY(model.isComplete());
    // The last row is read when it is looked at.
    QVERIFY(!model.rowAt(450));
    QCOMPARE(model.index(450, CallTableModel::RecordColumn).data().toString(), QString());
    QTRY_VERIFY(model.rowAt(450));
    QCOMPARE(model.index(450, CallTableModel::RecordColumn).data().toString(), u"0"_s);
}

void tst_tables::callsBeginOnce()
{
    Desk desk;
    const auto provider = desk.addProvider(u"CRM"_s);
    desk.sendActivity(provider, "1");
    QSemaphore readersTurn;
    const auto held = desk.workspace->read<Done>([&readersTurn](Connection &) -> Result<Done> {
        readersTurn.acquire();
        return Done{};
    });
    CallTableModel model(*desk.workspace);
    const QAbstractItemModelTester tester(&model, failure);
    QSignalSpy resets(&model, &CallTableModel::modelReset);
    QSignalSpy answers(&model, &CallTableModel::loaded);
    model.setActive(true);
    model.setActive(false);
    QSignalSpy changes(desk.workspace.get(), &Workspace::changed);
    desk.sendActivity(provider, "2");
    QTRY_VERIFY(!changes.isEmpty());
    model.setActive(true); // asks again, the first answer is not there yet
    readersTurn.release();
    QTRY_VERIFY(answers.size() >= 2);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(resets.size(), 1);
}

void tst_tables::othersReadWhileCallsAreCounted_data()
{
    QTest::addColumn<QString>("missing");
    QTest::addColumn<int>("calls");
    QTest::addRow("every number is a call") << u"0"_s << 30'000;
    QTest::addRow("some in the middle are missing") << u"id BETWEEN 12000 AND 12002"_s << 29'997;
    QTest::addRow("every second is missing") << u"id % 2 = 0 AND id < 20000"_s << 20'001;
}

/// The first rows of the next filter do not wait until a long log is known to its end.
void tst_tables::othersReadWhileCallsAreCounted()
{
    QFETCH(QString, missing);
    QFETCH(int, calls);
    Desk desk;
    desk.addProvider(u"CRM"_s);
    desk.written<qint64>([&missing](Connection &db) {
        const auto added = db.change(uR"(
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30000)
            INSERT INTO call (received_at, provider_id, endpoint, status, reason, duration_us, body_size)
            SELECT CAST(unixepoch() AS INTEGER) * 1000 + i, 1, 0, 201, 'created', 900, 200 FROM n)"_s);
        return added ? db.change(u"DELETE FROM call WHERE "_s + missing) : added;
    });
    CallTableModel model(*desk.workspace, nullptr, 0ms);
    const QAbstractItemModelTester tester(&model, failure);
    std::optional<bool> completeAtAnswer;
    connect(&model, &CallTableModel::loaded, &model, [&] {
        disconnect(&model, &CallTableModel::loaded, &model, nullptr);
        whenFinished(desk.workspace->read<Done>([](Connection &) { return Done{}; }), &model,
                     [&](const Result<Done> &) { completeAtAnswer = model.isComplete(); });
    });
    model.setActive(true);
    QTRY_VERIFY(completeAtAnswer.has_value());
    QVERIFY(!*completeAtAnswer);
    QTRY_VERIFY(model.isComplete());
    QCOMPARE(model.rowCount(), calls);
}

void tst_tables::othersReadWhileFailuresAreCounted()
{
    Desk desk;
    desk.addProvider(u"CRM"_s);
    desk.written<qint64>([](Connection &db) {
        return db.change(uR"(
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30000)
            INSERT INTO call (received_at, provider_id, endpoint, status, reason, duration_us, body_size)
            SELECT CAST(unixepoch() AS INTEGER) * 1000 + i, 1, 0, CASE i % 3 WHEN 0 THEN 422 ELSE 201 END,
                CASE i % 3 WHEN 0 THEN 'fields_invalid' ELSE 'created' END, 900, 200 FROM n)"_s);
    });
    FailureTableModel model(*desk.workspace, nullptr, 0ms);
    const QAbstractItemModelTester tester(&model, failure);
    const auto counted = [&model] { return model.rowCount() == 0 ? 0 : model.row(0).calls; };
    std::optional<qint64> atAnswer;
    connect(&model, &FailureTableModel::loaded, &model, [&] {
        if (counted() == 0 || atAnswer)
            return;
        atAnswer = 0;
        whenFinished(desk.workspace->read<Done>([](Connection &) { return Done{}; }), &model,
                     [&](const Result<Done> &) { atAnswer = counted(); });
    });
    model.setActive(true);
    QTRY_VERIFY(atAnswer.value_or(0) > 0);
    QVERIFY2(*atAnswer < 10'000, "they waited to the end");
    QTRY_COMPARE(counted(), 10'000);
    // Counted anew, the old figures stay until the new ones are all there.
    QList<qint64> seen;
    connect(&model, &FailureTableModel::loaded, &model, [&] { seen.append(counted()); });
    model.reload();
    QTRY_VERIFY(seen.size() > 5);
    QCOMPARE(QSet<qint64>(seen.cbegin(), seen.cend()), QSet<qint64>{10'000});
}

void tst_tables::inactiveModelsAskNothing()
{
    Desk desk;
    ProviderListModel model(*desk.workspace);
    ProviderListModel watching(*desk.workspace);
    watching.setActive(true);
    desk.addProvider(u"CRM"_s);
    QTRY_COMPARE(watching.rowCount(), 1);
    QCOMPARE(model.rowCount(), 0);
    model.setActive(true);
    QTRY_COMPARE(model.rowCount(), 1);
}

void tst_tables::recordsResolveTheirEntities()
{
    Desk desk;
    const auto provider = desk.addProvider(u"CRM"_s);
    ActivityTableModel activities(*desk.workspace);
    SaleTableModel sales(*desk.workspace);
    const QAbstractItemModelTester tester(&activities, failure);
    const QAbstractItemModelTester other(&sales, failure);
    activities.setActive(true);
    sales.setActive(true);
    desk.sendActivity(provider, "1", R"(,"value":399.95,"value_is_money":true)");
    desk.send(provider, Endpoint::Sales, saleBody);
    QTRY_COMPARE(activities.rowCount(), 1);
    QTRY_COMPARE(sales.rowCount(), 1);
    const auto agent = activities.index(0, ActivityTableModel::AgentColumn);
    QCOMPARE(agent.data().toString(), u"77 · not linked"_s);
    QVERIFY(agent.data(MutedRole).toBool());
    QCOMPARE(activities.index(0, ActivityTableModel::ValueColumn).data().toString(), moneyText(Cents{39995}));
    QCOMPARE(sales.index(0, SaleTableModel::ProductColumn).data().toString(), u"9 · not linked"_s);
    desk.written<DecisionId>([](Connection &db) -> Result<DecisionId> {
        IdentityStore store(db);
        const auto found = store.list(ofKind(EntityKind::Product));
        return found.ok() ? store.createAndLink(found->first().id, {}) : Result<DecisionId>(found.error());
    });
    QTRY_COMPARE(sales.index(0, SaleTableModel::ProductColumn).data().toString(), u"Product A"_s);
    activities.setQuery({{{RecordFilter::Field::Text, false, {u"nothing like it"_s}, {}}}},
                        RecordOrder::Moment);
    QTRY_COMPARE(activities.rowCount(), 0);
}

void tst_tables::identitiesShowTheirSuggestion()
{
    Desk desk;
    const auto provider = desk.addProvider(u"CRM"_s);
    desk.addEntity(EntityKind::Product, u"Product A"_s);
    desk.send(provider, Endpoint::Sales, saleBody);
    IdentityTableModel model(*desk.workspace, std::make_shared<Suggester>());
    const QAbstractItemModelTester tester(&model, failure);
    model.setFilter(ofKind(EntityKind::Product));
    model.setActive(true);
    QTRY_COMPARE(model.rowCount(), 1);
    const auto suggestion = model.index(0, IdentityTableModel::SuggestionColumn);
    QTRY_COMPARE(suggestion.data().toString(), u"Product A"_s);
    QCOMPARE(model.index(0, IdentityTableModel::ScoreColumn).data().toString(), u"0.95"_s);
    QCOMPARE(model.index(0, IdentityTableModel::ReasonColumn).data().toString(), u"same name"_s);
    auto other = ofKind(EntityKind::Product);
    other.text = u"no such name"_s;
    model.setFilter(other);
    QTRY_COMPARE(model.rowCount(), 0);
}

void tst_tables::entitiesKeepTheirOrder()
{
    Desk desk;
    EntityTableModel model(*desk.workspace, EntityKind::Team);
    const QAbstractItemModelTester tester(&model, failure);
    model.setActive(true);
    auto middle = desk.addEntity(EntityKind::Team, u"M"_s);
    desk.addEntity(EntityKind::Team, u"Z"_s);
    desk.addEntity(EntityKind::Team, u"A"_s);
    QTRY_COMPARE(model.rowCount(), 3);
    const QPersistentModelIndex kept = model.index(1, 0);
    QCOMPARE(kept.data().toString(), u"M"_s);
    middle.name = u"ZZ"_s;
    desk.written<Done>([&](Connection &db) { return EntityStore(db).update(middle); });
    QTRY_COMPARE(kept.row(), 2);
    QCOMPARE(kept.data(IdRole).toLongLong(), middle.id.value);
    QTRY_COMPARE(kept.data().toString(), u"ZZ"_s);
}

void tst_tables::providersWithTheirKeys()
{
    Desk desk;
    const auto added = desk.addProvider(u"CRM"_s);
    KeyTableModel keys(*desk.workspace);
    const QAbstractItemModelTester tester(&keys, failure);
    keys.setActive(true);
    keys.setProvider(added.provider.id);
    QTRY_COMPARE(keys.rowCount(), 1);
    for (int column = 0; column < keys.columnCount(); ++column)
        QVERIFY(!keys.index(0, column).data().toString().contains(added.key));
    QCOMPARE(keys.index(0, KeyTableModel::StateColumn).data().toString(), u"valid"_s);
    desk.written<Done>([id = KeyId{keys.index(0, 0).data(IdRole).toLongLong()}](Connection &db) {
        return ProviderStore(db).revokeKey(id);
    });
    QTRY_COMPARE(keys.index(0, KeyTableModel::StateColumn).data().toString(), u"revoked"_s);
}

void tst_tables::relativeTimes_data()
{
    QTest::addColumn<qint64>("age");
    QTest::addColumn<QString>("text");
    QTest::newRow("this moment") << qint64(900) << u"just now"_s;
    QTest::newRow("seconds") << qint64(12'000) << u"12 s ago"_s;
    QTest::newRow("minutes") << qint64(3 * 60'000) << u"3 min ago"_s;
    QTest::newRow("hours") << qint64(5 * 3'600'000) << u"5 h ago"_s;
    QTest::newRow("a day is a date") << qint64(24 * 3'600'000) << u"9 Dec 18:00"_s;
    QTest::newRow("the future is a date") << qint64(-60'000) << u"10 Dec 18:01"_s;
    QTest::newRow("another year") << qint64(400) * 24 * 3'600'000 << u"5 Nov 2024"_s;
}

void tst_tables::relativeTimes()
{
    QFETCH(qint64, age);
    const auto now = QDateTime({2025, 12, 10}, {18, 0}, Qt::UTC).toMSecsSinceEpoch();
    QTEST(relativeTime(now - age, now, QTimeZone::utc()), "text");
}

void tst_tables::timeLeft_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("text");
    QTest::addRow("seconds") << qint64(89) << u"89 s left"_s;
    QTest::addRow("one minute and a half") << qint64(90) << u"2 min left"_s;
    QTest::addRow("two minutes and some") << qint64(127) << u"2 min left"_s;
    QTest::addRow("an hour") << qint64(3600) << u"60 min left"_s;
    QTest::addRow("hours") << qint64(3 * 3600 + 1799) << u"3 h left"_s;
}

void tst_tables::timeLeft()
{
    QFETCH(qint64, seconds);
    QTEST(timeLeftText(seconds), "text");
}

void tst_tables::money_data()
{
    QTest::addColumn<qint64>("cents");
    QTest::addColumn<QString>("text");
    QTest::newRow("grouped") << qint64(1'240'000) << u"€\u00a012,400.00"_s;
    QTest::newRow("cents alone") << qint64(-5) << u"€\u00a0-0.05"_s;
    QTest::newRow("the smallest") << std::numeric_limits<qint64>::min()
                                  << u"€\u00a0-92,233,720,368,547,758.08"_s;
}

void tst_tables::money()
{
    QFETCH(qint64, cents);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QTEST(moneyText(Cents{cents}), "text");
}

QTEST_GUILESS_MAIN(tst_tables)
#include "tst_tables.moc"
