// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/csv.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace salesdesk;

class TestCsv final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesWhatItReads_data()
    {
        QTest::addColumn<QStringList>("cells");
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("plain") << QStringList{u"a"_s, u"b c"_s} << QByteArray("a,b c\r\n");
        QTest::newRow("a separator") << QStringList{u"Jansen, Bo"_s, u"1"_s}
                                     << QByteArray("\"Jansen, Bo\",1\r\n");
        QTest::newRow("quotation marks")
            << QStringList{u"\"Bo\""_s, u"1"_s} << QByteArray("\"\"\"Bo\"\"\",1\r\n");
        QTest::newRow("line breaks") << QStringList{u"a\r\nb"_s, u"c\nd"_s}
                                     << QByteArray("\"a\r\nb\",\"c\nd\"\r\n");
        QTest::newRow("spaces at the ends")
            << QStringList{u" a"_s, u"b "_s} << QByteArray("\" a\",\"b \"\r\n");
        QTest::newRow("empty cells") << QStringList{u""_s, u"x"_s, u""_s} << QByteArray(",x,\r\n");
        QTest::newRow("letters outside of ASCII") << QStringList{u"Zoë"_s, u"😀"_s} << QByteArray("Zoë,😀\r\n");
    }
    void writesWhatItReads()
    {
        QFETCH(QStringList, cells);
        QFETCH(QByteArray, line);
        QCOMPARE(csvLine(cells), line);
        const auto rows = readCsv("head,of,it,,\r\n" + line);
        QVERIFY(rows);
        QCOMPARE(rows->size(), 2);
        QCOMPARE(rows->at(1).cells, cells);
        QCOMPARE(rows->at(1).line, 2);
    }

    void readsWhatSpreadsheetsWrite_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("semicolons") << QByteArray("a;b\r\n1;2,5\r\n");
        QTest::newRow("tabs") << QByteArray("a\tb\r\n1\t2,5\r\n");
        QTest::newRow("a byte order mark") << QByteArray("\xEF\xBB\xBF"
                                                         "a;b\r\n1;2,5\r\n");
        QTest::newRow("bare line feeds, no last one") << QByteArray("a;b\n1;2,5");
        QTest::newRow("bare carriage returns") << QByteArray("a;b\r1;2,5\r");
        QTest::newRow("blank lines") << QByteArray("a;b\r\n\r\n1;2,5\r\n\r\n");
    }
    void readsWhatSpreadsheetsWrite()
    {
        QFETCH(QByteArray, text);
        const auto rows = readCsv(text);
        QVERIFY(rows);
        QCOMPARE(rows->size(), 2);
        QCOMPARE(rows->at(0).cells, (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(rows->at(1).cells, (QStringList{u"1"_s, u"2,5"_s}));
    }

    void countsTheLinesOfAFile()
    {
        const auto rows = readCsv("a,b\r\n\"x\r\ny\",1\r\n\r\nz,2\r\n");
        QVERIFY(rows);
        QCOMPARE(rows->at(1).line, 2);
        QCOMPARE(rows->at(2).line, 5);
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("words");
        QTest::newRow("an open quotation mark") << QByteArray("a,b\r\n1,\"2\r\n3,4\r\n") << u"Line 2"_s;
        QTest::newRow("text behind a closing one") << QByteArray("a,b\r\n\"1\"x,2\r\n") << u"Line 2"_s;
        QTest::newRow("not UTF-8") << QByteArray("a,b\r\nZo\xEB,2\r\n") << u"UTF-8"_s;
    }
    void saysWhatIsWrong()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, words);
        const auto rows = readCsv(text);
        QVERIFY(!rows);
        QCOMPARE(rows.error().code, ErrorCode::InvalidArgument);
        QVERIFY2(rows.error().detail.contains(words), qPrintable(rows.error().detail));
    }

    void tooManyRowsAreRefused()
    {
        QCOMPARE(readCsv("a\r\nb\r\n\r\n", 2)->size(), 2);
        const auto rows = readCsv("a\r\nb\r\nc\r\n", 2);
        QVERIFY(!rows);
        QVERIFY2(rows.error().detail.contains(u"more than 2 lines"_s), qPrintable(rows.error().detail));
    }

    void nothingIsNoRow()
    {
        QVERIFY(readCsv({})->isEmpty());
        QVERIFY(readCsv("\r\n\r\n")->isEmpty());
    }

    void noCellBecomesAFormula_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("cell");
        for (const auto &text : {u"=1+1"_s, u"+31 6"_s, u"-1"_s, u"@SUM(A1)"_s, u"\tx"_s, u"\rx"_s})
            QTest::addRow("%s", qPrintable(text.trimmed())) << text << QString(u'\'' + text);
        QTest::newRow("what looks like such a cell") << u"'=1"_s << u"''=1"_s;
        for (const auto &text : {u"Bo"_s, u"a=b"_s, u""_s, u"'t Hof"_s, u"'"_s})
            QTest::addRow("as it is: %s", qPrintable(text)) << text << text;
    }
    void noCellBecomesAFormula()
    {
        QFETCH(QString, text);
        QFETCH(QString, cell);
        QCOMPARE(csvText(text), cell);
        QCOMPARE(fromCsvText(cell), text);
    }
};

QTEST_GUILESS_MAIN(TestCsv)
#include "tst_csv.moc"
