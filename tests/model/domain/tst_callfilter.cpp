// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/callfilter.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace salesdesk;

class TestCallFilter final : public QObject
{
    Q_OBJECT

    static constexpr qint64 now = 1'765'389'600'000; // 2025-12-10T18:00:00Z
    const QTimeZone zone{"Europe/Amsterdam"};

private Q_SLOTS:
    void aWrittenTermReadsAsItWas_data()
    {
        QTest::addColumn<QString>("value");
        QTest::newRow("words") << u"Zapier webhooks"_s;
        QTest::newRow("quotation marks") << u"a \"b\""_s;
        QTest::newRow("backslashes") << u"a\\b \\\" c\\"_s;
        QTest::newRow("a comma and a colon") << u"a,b: c"_s;
    }
    void aWrittenTermReadsAsItWas()
    {
        QFETCH(QString, value);
        const auto read = readCallFilter(filterTerm(u"provider"_s, value) + u" status:4xx"_s, now, zone);
        const auto *filter = std::get_if<CallFilter>(&read);
        QVERIFY(filter);
        QCOMPARE(filter->terms.size(), 2);
        QCOMPARE(filter->terms[0].values, QStringList{value});
    }

    void terms_data()
    {
        using Field = CallFilter::Field;
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<CallFilter::Term>>("terms");
        const auto rows = [](const char *name, const QString &text, const QList<CallFilter::Term> &terms) {
            QTest::newRow(name) << text << terms;
        };
        rows("nothing", u"  "_s, {});
        rows("a class of status", u"status:4xx"_s, {{Field::Status, false, {u"4xx"_s}, {}}});
        rows("several values are alternatives", u"status:401,403"_s,
             {{Field::Status, false, {u"401"_s, u"403"_s}, {}}});
        rows("a quoted value", u"provider:\"Zapier webhooks\""_s,
             {{Field::Provider, false, {u"Zapier webhooks"_s}, {}}});
        rows("a quotation mark within", u"type:\"a \\\"b\\\"\""_s,
             {{Field::Type, false, {u"a \"b\""_s}, {}}});
        rows("a negated term", u"-reason:key_revoked"_s, {{Field::Reason, true, {u"key_revoked"_s}, {}}});
        rows("a bare word, commas and all", u"deal,1"_s, {{Field::Text, false, {u"deal,1"_s}, {}}});
        rows("two terms", u"endpoint:sales agent:123"_s,
             {{Field::Endpoint, false, {u"sales"_s}, {}}, {Field::Agent, false, {u"123"_s}, {}}});
        rows("hours ago", u"since:2h"_s, {{Field::Since, false, {u"2h"_s}, now - 7'200'000}});
        rows("a day begins at midnight", u"until:2025-12-10"_s,
             {{Field::Until, false, {u"2025-12-10"_s}, now - 68'400'000}});
        rows("a moment in the zone", u"since:2025-12-10T19:00"_s,
             {{Field::Since, false, {u"2025-12-10T19:00"_s}, now}});
    }
    void terms()
    {
        QFETCH(QString, text);
        QFETCH(QList<CallFilter::Term>, terms);
        const auto filter = readCallFilter(text, now, zone);
        QVERIFY(std::holds_alternative<CallFilter>(filter));
        QCOMPARE(std::get<CallFilter>(filter).terms, terms);
    }

    void faults_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qsizetype>("position");
        QTest::addColumn<QString>("says");
        QTest::newRow("an unknown name") << u"status:4xx colour:red"_s << qsizetype(11) << u"colour:"_s;
        QTest::newRow("no value") << u"agent: x"_s << qsizetype(0) << u"missing"_s;
        QTest::newRow("no value after a comma") << u"status:401,"_s << qsizetype(0) << u"missing"_s;
        QTest::newRow("an open quotation") << u"type:\"Sale"_s << qsizetype(5) << u"quotation"_s;
        QTest::newRow("no such status") << u"status:9xx"_s << qsizetype(7) << u"4xx"_s;
        QTest::newRow("no such endpoint") << u"endpoint:deals"_s << qsizetype(9) << u"activities"_s;
        QTest::newRow("no such reason") << u"reason:tired"_s << qsizetype(7) << u"tired"_s;
        QTest::newRow("no time") << u"since:yesterday"_s << qsizetype(6) << u"2h"_s;
    }
    void faults()
    {
        QFETCH(QString, text);
        QFETCH(qsizetype, position);
        QFETCH(QString, says);
        const auto filter = readCallFilter(text, now, zone);
        QVERIFY(std::holds_alternative<FilterError>(filter));
        const auto &error = std::get<FilterError>(filter);
        QCOMPARE(error.position, position);
        QVERIFY(error.length > 0);
        QVERIFY2(error.detail.contains(says), qPrintable(error.detail));
    }
};

QTEST_GUILESS_MAIN(TestCallFilter)
#include "tst_callfilter.moc"
