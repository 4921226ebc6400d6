// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/finder.h"

#include "model/store/attention.h"
#include "tests/ui/desk.h"

#include <QTest>

using namespace salesdesk;
using namespace Qt::StringLiterals;

class TestFinder final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsEachKind_data();
    void findsEachKind();
    void takesWildcardsForLetters();
    void givesAFewOfEachKind();
    void countsThemAll();
    void findsWithinIds();
    void isStopped();
    void countsWhatWasRefusedSince();

private:
    template <typename T>
    T read(std::function<Result<T>(Connection &)> job)
    {
        auto future = m_desk.workspace->read<T>(std::move(job));
        future.waitForFinished();
        return future.result().value();
    }
    Findings findAll(const QString &text)
    {
        return read<Findings>([text](Connection &db) { return findAnything(db, text); });
    }
    QList<Finding> find(const QString &text) { return findAll(text).found; }

    Desk m_desk;
    std::optional<ProviderStore::Added> m_provider;
};

void TestFinder::findsEachKind_data()
{
    using Kind = Finding::Kind;
    QTest::addColumn<QString>("text");
    QTest::addColumn<Finding::Kind>("kind");
    QTest::addColumn<QString>("name");
    QTest::newRow("a provider, in capitals") << u"DIAL"_s << Kind::Provider << u"Dialler"_s;
    QTest::newRow("an agent by her address") << u"bo@exam"_s << Kind::Agent << u"Bo Jansen"_s;
    QTest::newRow("a team") << u"north"_s << Kind::Team << u"North"_s;
    QTest::newRow("a product by a part of it") << u"power"_s << Kind::Product << u"Green power"_s;
    QTest::newRow("an identity by its name") << u"bo j."_s << Kind::Identity << u"Bo J. (77)"_s;
    QTest::newRow("an identity by its ID") << u"77"_s << Kind::Identity << u"Bo J. (77)"_s;
    QTest::newRow("a record by the beginning of its ID") << u"deal"_s << Kind::Activity << u"deal 1"_s;
    QTest::newRow("a call by its number") << u"1"_s << Kind::Call << u"#1"_s;
}

void TestFinder::findsEachKind()
{
    if (!m_provider) {
        m_provider = m_desk.addProvider(u"Dialler"_s);
        m_desk.addEntity(EntityKind::Agent, u"Bo Jansen"_s, u"bo@example.com"_s);
        m_desk.addEntity(EntityKind::Team, u"North"_s);
        m_desk.addEntity(EntityKind::Product, u"Green power"_s);
        m_desk.sendActivity(*m_provider, "deal 1");
    }
    QFETCH(QString, text);
    QFETCH(Finding::Kind, kind);
    QFETCH(QString, name);
    const auto found = find(text);
    const auto one = std::find_if(found.begin(), found.end(),
                                  [kind](const Finding &finding) { return finding.kind == kind; });
    QVERIFY(one != found.end());
    QCOMPARE(one->name, name);
}

void TestFinder::takesWildcardsForLetters()
{
    QVERIFY(find(u"%"_s).isEmpty());
    QVERIFY(find(u"No_th"_s).isEmpty());
}

void TestFinder::givesAFewOfEachKind()
{
    for (int number = 0; number < 10; ++number)
        m_desk.addEntity(EntityKind::Team, u"Crowd %1"_s.arg(number));
    QCOMPARE(find(u"crowd"_s).size(), 6);
}

void TestFinder::countsThemAll()
{
    using Kind = Finding::Kind;
    const auto other = m_desk.addProvider(u"Many"_s);
    for (int number = 0; number < 120; ++number)
        m_desk.sendActivity(number % 2 ? other : *m_provider, "many " + QByteArray::number(number));
    for (int number = 0; number < 7; ++number)
        m_desk.addEntity(EntityKind::Agent, u"Many %1"_s.arg(number));
    const auto many = findAll(u"many"_s);
    QCOMPARE(many.counts.value(Kind::Activity), 120);
    QCOMPARE(many.counts.value(Kind::Agent), 7);
    QCOMPARE(many.counts.value(Kind::Provider), 1);
    QCOMPARE(many.counts.value(Kind::Sale), 0);
    QCOMPARE(many.found.size(), 6 + 6 + 1);
}

void TestFinder::findsWithinIds()
{
    using Kind = Finding::Kind;
    const auto names = [this](const QString &text) {
        const auto found = read<Findings>([text](Connection &db) { return findWithin(db, text, {}); });
        QStringList all;
        for (const auto &finding : found.found)
            all.append(finding.name);
        return std::pair(all, found.counts.value(Kind::Activity));
    };
    m_desk.sendActivity(*m_provider, "order 50% | lost");
    m_desk.sendActivity(*m_provider, "lost 50");
    using Names = std::pair<QStringList, qint64>;
    QCOMPARE(names(u"50% | l"_s), Names({u"order 50% | lost"_s}, 1));
    QCOMPARE(names(u"LOST"_s), Names({u"lost 50"_s, u"order 50% | lost"_s}, 2)); // letters of any case
    QCOMPARE(names(u"lost"_s), Names({u"order 50% | lost"_s}, 2)); // its beginning is the other's
    QCOMPARE(names(u"_"_s), Names({}, 0));
    const auto many = names(u"any 1"_s);
    QCOMPARE(many.first.size(), 6);
    QCOMPARE(many.second, 31); // many 1, 10-19, 100-119
}

void TestFinder::isStopped()
{
    const auto stop = std::make_shared<std::atomic_bool>(true);
    for (int number = 0; number < 400; ++number) // more than the steps between two looks at it
        m_desk.sendActivity(*m_provider, "lots " + QByteArray::number(number));
    auto future =
        m_desk.workspace->read<Findings>([stop](Connection &db) { return findWithin(db, u"ots"_s, stop); });
    future.waitForFinished();
    QCOMPARE(future.result().error().code, ErrorCode::Busy);
    QVERIFY(!find(u"lots"_s).empty()); // the connection goes on
}

void TestFinder::countsWhatWasRefusedSince()
{
    const auto since = read<Attention>([](Connection &db) { return attentionSince(db, {}); });
    QCOMPARE(since.refused, 0);
    m_desk.send(*m_provider, Endpoint::Activities, "{");
    m_desk.sendActivity(*m_provider, "deal 2");
    m_desk.send(*m_provider, Endpoint::Activities, "[");
    const auto now = read<Attention>([since](Connection &db) { return attentionSince(db, since.newest); });
    QCOMPARE(now.refused, 2);
    QVERIFY(since.newest.value < now.newest.value);
    QCOMPARE(read<Attention>([now](Connection &db) { return attentionSince(db, now.newest); }).refused, 0);
}

QTEST_GUILESS_MAIN(TestFinder)
#include "tst_finder.moc"
