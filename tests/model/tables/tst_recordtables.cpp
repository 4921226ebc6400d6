// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/desk.h"

#include "model/store/identitystore.h"
#include "model/tables/activitytablemodel.h"
#include "model/tables/saletablemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace salesdesk;
using namespace Qt::StringLiterals;

/// The lists of records against a real workspace, watched by Qt's model tester.
class tst_recordtables final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void rowsAreReadWhenLookedAt();
    void newOnesStandWhereTheyBelong();
    void aChangedOneMovesToItsPlace();
    void byLastChange();
    void aFilterIsLive();
    void linksAreFollowed();
    void whatCameWhileNobodyLookedIsThere();

private:
    void send(const QByteArray &id, const QByteArray &moment, const QByteArray &more = {});
    QStringList shown() const;
    void listAll();

    std::unique_ptr<Desk> m_desk;
    ProviderStore::Added m_provider;
    std::unique_ptr<ActivityTableModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void tst_recordtables::init()
{
    m_tester.reset();
    m_model.reset();
    m_desk = std::make_unique<Desk>();
    m_provider = m_desk->addProvider(u"CRM"_s);
    m_model = std::make_unique<ActivityTableModel>(*m_desk->workspace);
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
}

void tst_recordtables::send(const QByteArray &id, const QByteArray &moment, const QByteArray &more)
{
    m_desk->send(
        m_provider, Endpoint::Activities,
        "{\"id\":\"" + id +
            "\",\"type\":\"Sale\",\"agent_id\":\"77\",\"agent_name\":\"Bo J.\",\"moment\":\"2025-12-" +
            moment + '"' + more + '}');
}

QStringList tst_recordtables::shown() const
{
    QStringList ids;
    for (int row = 0; row < m_model->rowCount(); ++row)
        ids.append(m_model->index(row, ActivityTableModel::RecordColumn).data().toString());
    return ids;
}

void tst_recordtables::listAll()
{
    m_model->setActive(true);
    QTRY_VERIFY(m_model->isComplete());
}

void tst_recordtables::rowsAreReadWhenLookedAt()
{
    for (int number = 0; number < 450; ++number)
        QCOMPARE(m_desk->workspace->submit(
                     m_desk->call(m_provider, Endpoint::Activities,
                                  "{\"id\":\"" + QByteArray::number(number) +
                                      "\",\"type\":\"Sale\",\"agent_id\":\"77\",\"agent_name\":"
                                      "\"B\",\"moment\":\"2025-12-10T19:00:00." +
                                      QByteArray::number(1000 + number).right(3) + "\"}")),
                 SubmitResult::Queued);
    send("last", "11");
    listAll();
    QCOMPARE(m_model->rowCount(), 451);
    QVERIFY(m_model->rowAt(0));
    QCOMPARE(m_model->index(0, ActivityTableModel::RecordColumn).data().toString(), u"last"_s);
    QVERIFY(!m_model->rowAt(450));
    QCOMPARE(m_model->index(450, ActivityTableModel::RecordColumn).data().toString(), QString());
    QTRY_VERIFY(m_model->rowAt(450));
    QCOMPARE(m_model->index(450, ActivityTableModel::RecordColumn).data().toString(), u"0"_s);
    const auto found =
        m_model->match(m_model->index(0, 0), IdRole, m_model->rowAt(450)->id.value, 1, Qt::MatchExactly);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().row(), 450);
}

void tst_recordtables::newOnesStandWhereTheyBelong()
{
    send("a", "10");
    send("b", "20");
    listAll();
    QCOMPARE(shown(), (QStringList{u"b"_s, u"a"_s}));
    const QPersistentModelIndex first = m_model->index(0, 0);
    const QPersistentModelIndex second = m_model->index(1, 0);
    QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
    // Before, between and behind them, in one go: the model hears of it once.
    m_model->setActive(false);
    send("c", "25");
    send("d", "15");
    send("e", "05");
    m_model->setActive(true);
    QTRY_COMPARE(m_model->rowCount(), 5);
    QTRY_COMPARE(shown(), (QStringList{u"c"_s, u"b"_s, u"d"_s, u"a"_s, u"e"_s}));
    QCOMPARE(first.row(), 1);
    QCOMPARE(second.row(), 3);
    QCOMPARE(resets.size(), 0);
}

void tst_recordtables::aChangedOneMovesToItsPlace()
{
    for (const auto *day : {"10", "12", "14", "16"})
        send(day, day);
    listAll();
    const QPersistentModelIndex moved = m_model->index(0, 0);
    const QPersistentModelIndex last = m_model->index(3, 0);
    send("16", "11");
    QTRY_COMPARE(shown(), (QStringList{u"14"_s, u"12"_s, u"16"_s, u"10"_s}));
    QCOMPARE(moved.row(), 2);
    QCOMPARE(last.row(), 3);
    // One that stays where it is shows what changed of it.
    send("10", "10", R"(,"contact_key":"k1")");
    QTRY_COMPARE(m_model->index(3, ActivityTableModel::ContactColumn).data().toString(), u"k1"_s);
}

void tst_recordtables::byLastChange()
{
    for (const auto *day : {"10", "12", "14"})
        send(day, day);
    m_model->setQuery({}, RecordOrder::Change);
    listAll();
    QCOMPARE(shown(), (QStringList{u"14"_s, u"12"_s, u"10"_s}));
    send("10", "10", R"(,"contact_key":"k1")");
    QTRY_COMPARE(shown(), (QStringList{u"10"_s, u"14"_s, u"12"_s}));
}

void tst_recordtables::aFilterIsLive()
{
    send("a", "10", R"(,"contact_key":"k1")");
    send("b", "12");
    const auto filter = readRecordFilter(Endpoint::Activities, u"contact:k1", 0, QTimeZone::utc());
    m_model->setQuery(std::get<RecordFilter>(filter), RecordOrder::Moment);
    listAll();
    QCOMPARE(shown(), QStringList{u"a"_s});
    send("b", "12", R"(,"contact_key":"k1")");
    QTRY_COMPARE(shown(), (QStringList{u"b"_s, u"a"_s}));
    send("a", "10", R"(,"contact_key":null)");
    QTRY_COMPARE(shown(), QStringList{u"b"_s});
}

void tst_recordtables::linksAreFollowed()
{
    send("a", "10");
    const auto filter = readRecordFilter(Endpoint::Activities, u"unlinked", 0, QTimeZone::utc());
    m_model->setQuery(std::get<RecordFilter>(filter), RecordOrder::Moment);
    listAll();
    QCOMPARE(m_model->index(0, ActivityTableModel::AgentColumn).data().toString(), u"77 · not linked"_s);
    m_desk->written<DecisionId>([](Connection &db) -> Result<DecisionId> {
        IdentityStore store(db);
        const auto found = store.list({});
        return found.ok() ? store.createAndLink(found->first().id, {}) : Result<DecisionId>(found.error());
    });
    QTRY_COMPARE(m_model->rowCount(), 0);
    m_model->setQuery({}, RecordOrder::Moment);
    QTRY_COMPARE(m_model->rowCount(), 1);
    QTRY_COMPARE(m_model->index(0, ActivityTableModel::AgentColumn).data().toString(), u"Bo J."_s);
}

void tst_recordtables::whatCameWhileNobodyLookedIsThere()
{
    send("a", "10");
    listAll();
    m_model->setActive(false);
    send("b", "12");
    send("a", "14");
    QCOMPARE(m_model->rowCount(), 1);
    m_model->setActive(true);
    QTRY_COMPARE(shown(), (QStringList{u"a"_s, u"b"_s}));
}

QTEST_GUILESS_MAIN(tst_recordtables)
#include "tst_recordtables.moc"
