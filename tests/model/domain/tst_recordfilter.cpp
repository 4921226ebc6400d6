// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/recordfilter.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace salesdesk;

class TestRecordFilter final : public QObject
{
    Q_OBJECT

    static constexpr qint64 now = 1'765'389'600'000; // 2025-12-10T18:00:00Z
    const QTimeZone zone{"Europe/Amsterdam"};

private Q_SLOTS:
    void terms_data()
    {
        using Field = RecordFilter::Field;
        QTest::addColumn<Endpoint>("endpoint");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<RecordFilter::Term>>("terms");
        const auto activities = Endpoint::Activities;
        QTest::newRow("an ID") << activities << u"id:\"deal 12\""_s
                               << QList<RecordFilter::Term>{{Field::Id, false, {u"deal 12"_s}, {}}};
        QTest::newRow("types are alternatives")
            << activities << u"type:Sale,\"Demo planned\""_s
            << QList<RecordFilter::Term>{{Field::Type, false, {u"Sale"_s, u"Demo planned"_s}, {}}};
        QTest::newRow("whom it belongs to")
            << Endpoint::Sales << u"agent:\"Bo\" team:North product:Gas"_s
            << QList<RecordFilter::Term>{{Field::Agent, false, {u"Bo"_s}, {}},
                                         {Field::Team, false, {u"North"_s}, {}},
                                         {Field::Product, false, {u"Gas"_s}, {}}};
        QTest::newRow("times") << activities << u"since:2h changed:1d"_s
                               << QList<RecordFilter::Term>{
                                      {Field::Since, false, {u"2h"_s}, now - 7'200'000},
                                      {Field::Changed, false, {u"1d"_s}, now - 86'400'000}};
        QTest::newRow("a value") << activities << u"value:>100"_s
                                 << QList<RecordFilter::Term>{{Field::Value, false, {u">100"_s}, {}}};
        QTest::newRow("words that stand alone")
            << Endpoint::Sales << u"UNLINKED -cancelled retention"_s
            << QList<RecordFilter::Term>{{Field::Unlinked, false, {u"unlinked"_s}, {}},
                                         {Field::Cancelled, true, {u"cancelled"_s}, {}},
                                         {Field::Retention, false, {u"retention"_s}, {}}};
        QTest::newRow("a word in quotation marks is a text")
            << activities << u"\"unlinked\""_s
            << QList<RecordFilter::Term>{{Field::Text, false, {u"unlinked"_s}, {}}};
        QTest::newRow("a longer word is a text")
            << activities << u"unlinked2"_s
            << QList<RecordFilter::Term>{{Field::Text, false, {u"unlinked2"_s}, {}}};
        QTest::newRow("activities have no state, so that is a text")
            << activities << u"cancelled"_s
            << QList<RecordFilter::Term>{{Field::Text, false, {u"cancelled"_s}, {}}};
    }
    void terms()
    {
        QFETCH(Endpoint, endpoint);
        QFETCH(QString, text);
        QFETCH(QList<RecordFilter::Term>, terms);
        const auto filter = readRecordFilter(endpoint, text, now, zone);
        QVERIFY(std::holds_alternative<RecordFilter>(filter));
        QVERIFY(std::get<RecordFilter>(filter).terms == terms);
    }

    void faults_data()
    {
        QTest::addColumn<Endpoint>("endpoint");
        QTest::addColumn<QString>("text");
        QTest::addColumn<qsizetype>("position");
        QTest::addColumn<QString>("says");
        QTest::newRow("sales have no type")
            << Endpoint::Sales << u"type:Sale"_s << qsizetype(0) << u"product"_s;
        QTest::newRow("activities have no product")
            << Endpoint::Activities << u"product:Gas"_s << qsizetype(0) << u"type"_s;
        QTest::newRow("no number") << Endpoint::Sales << u"value:much"_s << qsizetype(6) << u"decimals"_s;
        QTest::newRow("three decimals")
            << Endpoint::Sales << u"value:>1.005"_s << qsizetype(6) << u"decimals"_s;
        QTest::newRow("no time") << Endpoint::Sales << u"changed:soon"_s << qsizetype(8) << u"changed:"_s;
        QTest::newRow("no value") << Endpoint::Sales << u"team:"_s << qsizetype(0) << u"missing"_s;
    }
    void faults()
    {
        QFETCH(Endpoint, endpoint);
        QFETCH(QString, text);
        QFETCH(qsizetype, position);
        QFETCH(QString, says);
        const auto filter = readRecordFilter(endpoint, text, now, zone);
        QVERIFY(std::holds_alternative<FilterError>(filter));
        QCOMPARE(std::get<FilterError>(filter).position, position);
        QVERIFY2(std::get<FilterError>(filter).detail.contains(says),
                 qPrintable(std::get<FilterError>(filter).detail));
    }

    void bounds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<ValueBound>("bound");
        using Is = ValueBound::Is;
        QTest::newRow("above") << u">100"_s << ValueBound{Is::Greater, 10000};
        QTest::newRow("at least") << u">=0.5"_s << ValueBound{Is::GreaterOrEqual, 50};
        QTest::newRow("below") << u"<-3"_s << ValueBound{Is::Less, -300};
        QTest::newRow("at most") << u"<=49.95"_s << ValueBound{Is::LessOrEqual, 4995};
        QTest::newRow("exactly") << u"10"_s << ValueBound{Is::Equal, 1000};
        QTest::newRow("exactly, with a sign") << u"=10"_s << ValueBound{Is::Equal, 1000};
    }
    void bounds()
    {
        QFETCH(QString, text);
        QFETCH(ValueBound, bound);
        QVERIFY(readValueBound(text) == std::optional(bound));
    }

    void completes_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<qsizetype>("from");
        QTest::addColumn<QStringList>("candidates");
        QTest::newRow("a name") << u"type:Sale te"_s << qsizetype(10) << QStringList{u"team:"_s};
        QTest::newRow("a word") << u"unl"_s << qsizetype(0) << QStringList{u"unlinked"_s};
        QTest::newRow("a negated name") << u"-prov"_s << qsizetype(1) << QStringList{u"provider:"_s};
        QTest::newRow("a value with a space")
            << u"agent:bo"_s << qsizetype(6) << QStringList{u"\"Bo Jansen\""_s};
        QTest::newRow("within quotation marks")
            << u"agent:\"bo"_s << qsizetype(6) << QStringList{u"\"Bo Jansen\""_s};
        QTest::newRow("a second value") << u"team:South,no"_s << qsizetype(11) << QStringList{u"North"_s};
        QTest::newRow("a second value, not begun")
            << u"team:South,"_s << qsizetype(11) << QStringList{u"North"_s, u"\"South, upstairs\""_s};
        QTest::newRow("a comma within quotation marks")
            << u"team:\"South, up"_s << qsizetype(5) << QStringList{u"\"South, upstairs\""_s};
        QTest::newRow("no such name") << u"product:"_s << qsizetype(0) << QStringList();
    }
    void completes()
    {
        QFETCH(QString, typed);
        QFETCH(QStringList, candidates);
        const KnownNames known{
            {u"Sale"_s}, {u"CRM"_s}, {u"Bo Jansen"_s}, {u"North"_s, u"South, upstairs"_s}, {u"Gas"_s}};
        const auto completion = completeRecordFilter(Endpoint::Activities, typed, typed.size(), known);
        QCOMPARE(completion.candidates, candidates);
        if (!candidates.isEmpty())
            QTEST(completion.from, "from");
    }
};

QTEST_GUILESS_MAIN(TestRecordFilter)
#include "tst_recordfilter.moc"
