// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/jsonlayout.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace salesdesk;

class TestJsonLayout final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void laysOut_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("text");
        QTest::newRow("an object") << QByteArray(R"({"a":1,"b":[true,null]})")
                                   << u"{\n  \"a\": 1,\n  \"b\": [\n    true,\n    null\n  ]\n}"_s;
        QTest::newRow("empty ones") << QByteArray(R"({"a":{},"b":[]})")
                                    << u"{\n  \"a\": {},\n  \"b\": []\n}"_s;
        QTest::newRow("as it was sent") << QByteArray(R"({"a":1.50e+3,"b":"\u0041\/ü {,}:"})")
                                        << u"{\n  \"a\": 1.50e+3,\n  \"b\": \"\\u0041\\/ü {,}:\"\n}"_s;
        QTest::newRow("the same name twice")
            << QByteArray(R"({"a":1,"a":2})") << u"{\n  \"a\": 1,\n  \"a\": 2\n}"_s;
        QTest::newRow("laid out already") << QByteArray("{\n\t\"a\" : 1\r\n}") << u"{\n  \"a\": 1\n}"_s;
        QTest::newRow("a text alone") << QByteArray("\"a\"") << u"\"a\""_s;
    }
    void laysOut()
    {
        QFETCH(QByteArray, json);
        const auto layout = layOutJson(json);
        QVERIFY(layout);
        QTEST(layout->text, "text");
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const auto *text : {"", "{", "{\"a\":}", "id=1&type=Sale", "{} {}", "{\"a\" 1}", "nul"})
            QTest::newRow(text) << QByteArray(text);
    }
    void refuses()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!layOutJson(text));
    }

    void tellsItsPartsApart()
    {
        const auto layout = layOutJson(R"({"n":[1,"t"],"w":true})");
        QVERIFY(layout);
        QStringList parts;
        for (const auto &token : layout->tokens)
            parts.append(QString::number(static_cast<int>(token.kind)) +
                         layout->text.mid(token.from, token.length));
        QCOMPARE(parts.join(u' '), u"0\"n\" 21 1\"t\" 0\"w\" 3true"_s);
        QCOMPARE(layout->folds.size(), 2);
        QCOMPARE(layout->folds.first().first, 0);
        QCOMPARE(layout->folds.first().last, 6);
        QCOMPARE(layout->folds.last().first, 1);
        QCOMPARE(layout->folds.last().last, 4);
    }

    void isNotDeeperThanItMayBe()
    {
        const QByteArray deep = QByteArray(100'000, '[') + QByteArray(100'000, ']');
        QVERIFY(!layOutJson(deep));
    }
};

QTEST_GUILESS_MAIN(TestJsonLayout)
#include "tst_jsonlayout.moc"
