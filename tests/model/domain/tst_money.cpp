// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/money.h"

#include <QTest>

#include <limits>

using namespace salesdesk;
using namespace Qt::StringLiterals;

class tst_money : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsExactly_data();
    void readsExactly();
    void refuses_data();
    void refuses();
    void writesTwoDecimals_data();
    void writesTwoDecimals();
};

void tst_money::readsExactly_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("cents");
    const auto row = [](const char *text, qint64 cents) { QTest::newRow(text) << QByteArray(text) << cents; };
    row("399.95", 39995);
    row("-12", -1200);
    row("1e3", 100000);
    row("10.50", 1050);
    row("10.500", 1050);
    row("0.1", 10);
    row("0.29", 29);
    row("1.15", 115);
    row("-0.01", -1);
    row("-0", 0);
    row("0e999999999", 0);
    row("0.000e-5", 0);
    row("1234.5e-1", 12345);
    row("12300e-4", 123);
    row("0.00001e3", 1);
    row("007.5", 750);
    row("+5", 500);
    row("92233720368547758.07", std::numeric_limits<qint64>::max());
    row("-92233720368547758.07", -std::numeric_limits<qint64>::max());
}

void tst_money::readsExactly()
{
    QFETCH(QByteArray, text);
    QFETCH(qint64, cents);
    const auto reading = readMoney(text);
    QVERIFY(reading.cents.has_value());
    QCOMPARE(reading.cents->value, cents);
}

void tst_money::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("error");
    const auto row = [](const char *text, MoneyError error) {
        QTest::newRow(text) << QByteArray(text) << static_cast<int>(error);
    };
    for (const char *text :
         {"", "-", ".5", "5.", "1,5", "1e", "1e+", "NaN", "Infinity", "0x1", " 1", "1 ", "1.2.3"})
        row(text, MoneyError::NotANumber);
    for (const char *text : {"0.001", "1.125", "1e-3", "125e-5", "1e-999999999"})
        row(text, MoneyError::TooManyDecimals);
    for (const char *text : {"92233720368547758.08", "1e30", "1e999999999", "99999999999999999999"})
        row(text, MoneyError::OutOfRange);
}

void tst_money::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(int, error);
    const auto reading = readMoney(text);
    QVERIFY(!reading.cents);
    QCOMPARE(static_cast<int>(reading.error), error);
}

void tst_money::writesTwoDecimals_data()
{
    QTest::addColumn<qint64>("cents");
    QTest::addColumn<QString>("expected");
    QTest::newRow("euros and cents") << qint64(39995) << u"399.95"_s;
    QTest::newRow("less than a tenth") << qint64(-5) << u"-0.05"_s;
    QTest::newRow("nothing") << qint64(0) << u"0.00"_s;
    QTest::newRow("the least") << std::numeric_limits<qint64>::min() << u"-92233720368547758.08"_s;
}

void tst_money::writesTwoDecimals()
{
    QFETCH(qint64, cents);
    QFETCH(QString, expected);
    QCOMPARE(toDecimal(Cents{cents}), expected);
}

QTEST_GUILESS_MAIN(tst_money)
#include "tst_money.moc"
