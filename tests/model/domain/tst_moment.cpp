// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/moment.h"

#include <QTest>

using namespace salesdesk;
using namespace Qt::StringLiterals;

class tst_moment : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void agreesWithQtAwayFromChanges();
    void writesMillisecondsWhereThereAreSome();
};

void tst_moment::reads_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("local");
    QTest::addColumn<QString>("utc");
    QTest::addColumn<int>("note");
    const auto in = [](const char *zone, const char *what, const char *text, const char *local,
                       const char *utc, MomentNote note = MomentNote::None) {
        QTest::newRow(what) << QByteArray(zone) << QString::fromLatin1(text) << QString::fromLatin1(local)
                            << QString::fromLatin1(utc) << static_cast<int>(note);
    };
    constexpr auto ams = "Europe/Amsterdam";
    constexpr auto given = MomentNote::ZoneGiven;
    in(ams, "winter time", "2025-12-10 19:00:00", "2025-12-10T19:00:00+01:00", "2025-12-10T18:00:00Z");
    in(ams, "summer time", "2025-07-10 19:00:00", "2025-07-10T19:00:00+02:00", "2025-07-10T17:00:00Z");
    in(ams, "T, without seconds", "2025-12-10T19:00", "2025-12-10T19:00:00+01:00", "2025-12-10T18:00:00Z");
    in(ams, "a space, without seconds", "2025-12-10 19:00", "2025-12-10T19:00:00+01:00",
       "2025-12-10T18:00:00Z");
    in(ams, "one digit of fraction", "2025-12-10T19:00:00.5", "2025-12-10T19:00:00.500+01:00",
       "2025-12-10T18:00:00.500Z");
    in(ams, "nine digits of fraction are cut", "2025-12-10T19:00:00.123999999",
       "2025-12-10T19:00:00.123+01:00", "2025-12-10T18:00:00.123Z");
    in(ams, "a date alone", "2025-12-10", "2025-12-10T06:00:00+01:00", "2025-12-10T05:00:00Z",
       MomentNote::DateOnly);
    in(ams, "Z", "2025-12-10T19:00:00Z", "2025-12-10T19:00:00+00:00", "2025-12-10T19:00:00Z", given);
    in(ams, "Z after a space", "2025-12-10 19:00 Z", "2025-12-10T19:00:00+00:00", "2025-12-10T19:00:00Z",
       given);
    in(ams, "an offset with a colon", "2025-12-10T19:00:00+02:00", "2025-12-10T19:00:00+02:00",
       "2025-12-10T17:00:00Z", given);
    in(ams, "an offset without a colon, after a space", "2025-12-10 19:00:00 +0200",
       "2025-12-10T19:00:00+02:00", "2025-12-10T17:00:00Z", given);
    in(ams, "an offset of hours alone", "2025-12-10T19:00-05", "2025-12-10T19:00:00-05:00",
       "2025-12-11T00:00:00Z", given);
    in(ams, "an offset with minutes after a fraction", "2025-12-10T19:00:00.25-03:30",
       "2025-12-10T19:00:00.250-03:30", "2025-12-10T22:30:00.250Z", given);
    in(ams, "the furthest offset", "2025-12-10T19:00+14:00", "2025-12-10T19:00:00+14:00",
       "2025-12-10T05:00:00Z", given);
    in(ams, "the last instant before the gap", "2025-03-30 01:59:59", "2025-03-30T01:59:59+01:00",
       "2025-03-30T00:59:59Z");
    in(ams, "the gap's start is moved forward", "2025-03-30 02:00:00", "2025-03-30T03:00:00+02:00",
       "2025-03-30T01:00:00Z", MomentNote::SkippedForward);
    in(ams, "the gap's middle is moved forward", "2025-03-30 02:30:00", "2025-03-30T03:30:00+02:00",
       "2025-03-30T01:30:00Z", MomentNote::SkippedForward);
    in(ams, "the gap's end is not moved", "2025-03-30 03:00:00", "2025-03-30T03:00:00+02:00",
       "2025-03-30T01:00:00Z");
    in(ams, "a time that occurs twice is the first", "2025-10-26 02:30:00", "2025-10-26T02:30:00+02:00",
       "2025-10-26T00:30:00Z", MomentNote::FirstOfTwo);
    in(ams, "the start of the double hour", "2025-10-26 02:00:00", "2025-10-26T02:00:00+02:00",
       "2025-10-26T00:00:00Z", MomentNote::FirstOfTwo);
    in(ams, "after the double hour", "2025-10-26 03:00:00", "2025-10-26T03:00:00+01:00",
       "2025-10-26T02:00:00Z");
    in(ams, "a skipped time with a zone is not moved", "2025-03-30T02:30:00+01:00",
       "2025-03-30T02:30:00+01:00", "2025-03-30T01:30:00Z", given);
    in(ams, "the first instant of a year", "2026-01-01 00:00", "2026-01-01T00:00:00+01:00",
       "2025-12-31T23:00:00Z");
    in(ams, "29 February of a leap year", "2024-02-29 12:00", "2024-02-29T12:00:00+01:00",
       "2024-02-29T11:00:00Z");
    in(ams, "a year far away still has summer time", "2080-07-01 12:00", "2080-07-01T12:00:00+02:00",
       "2080-07-01T10:00:00Z");
    in(ams, "the last year", "9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999+00:00",
       "9999-12-31T23:59:59.999Z", given);
    in(ams, "the first year", "0001-01-01T00:00Z", "0001-01-01T00:00:00+00:00", "0001-01-01T00:00:00Z",
       given);
    in("Australia/Lord_Howe", "a gap of half an hour", "2025-10-05 02:15:00", "2025-10-05T02:45:00+11:00",
       "2025-10-04T15:45:00Z", MomentNote::SkippedForward);
    in("Australia/Lord_Howe", "half an hour that occurs twice", "2025-04-06 01:45:00",
       "2025-04-06T01:45:00+11:00", "2025-04-05T14:45:00Z", MomentNote::FirstOfTwo);
    in("Pacific/Apia", "a day that was skipped", "2011-12-30", "2011-12-31T06:00:00+14:00",
       "2011-12-30T16:00:00Z", MomentNote::SkippedForward);
    in("Europe/Dublin", "a zone whose winter is the exception", "2025-10-26 01:30:00",
       "2025-10-26T01:30:00+01:00", "2025-10-26T00:30:00Z", MomentNote::FirstOfTwo);
    in("Asia/Kolkata", "a zone of half hours", "2025-12-10 19:00", "2025-12-10T19:00:00+05:30",
       "2025-12-10T13:30:00Z");
    in("UTC", "a zone without changes", "2025-03-30 02:30", "2025-03-30T02:30:00+00:00",
       "2025-03-30T02:30:00Z");
}

void tst_moment::reads()
{
    QFETCH(QByteArray, zone);
    QFETCH(QString, text);
    QFETCH(QString, local);
    QFETCH(QString, utc);
    QFETCH(int, note);
    const auto moment = readMoment(text, QTimeZone(zone));
    QVERIFY(moment.has_value());
    QCOMPARE(toUtcIso(moment->utcMs), utc);
    QCOMPARE(toLocalIso(*moment), local);
    QCOMPARE(moment->local.toMSecsSinceEpoch(), moment->utcMs);
    QCOMPARE(static_cast<int>(moment->note), note);
}

void tst_moment::refuses_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"",
                             " ",
                             "now",
                             "2025",
                             "2025-12",
                             "1765389600",
                             "2025-02-29",
                             "2025-02-30",
                             "2025-13-01",
                             "2025-00-10",
                             "2025-12-00",
                             "2025-12-32",
                             "0000-01-01",
                             "10000-01-01",
                             "25-12-10",
                             "2025-1-5",
                             "2025/12/10",
                             "10-12-2025",
                             "20251210",
                             "2025-12-10T",
                             "2025-12-10 ",
                             "2025-12-10T19",
                             "2025-12-10T1900",
                             "2025-12-10T24:00",
                             "2025-12-10T24:00:00",
                             "2025-12-10T23:60",
                             "2025-12-10T23:59:60",
                             "2025-12-10T19:00:",
                             "2025-12-10T19:00:0",
                             "2025-12-10T19:00:00.",
                             "2025-12-10T19:00.5",
                             "2025-12-10T19:00:00,5",
                             "2025-12-10t19:00",
                             "2025-12-10T19:00z",
                             "2025-12-10  19:00",
                             "2025-12-10T19:00  Z",
                             "2025-12-10T19:00 ",
                             " 2025-12-10",
                             "2025-12-10 Z",
                             "2025-12-10Z",
                             "2025-12-10+02:00",
                             "2025-12-10T19:00+2",
                             "2025-12-10T19:00+02:0",
                             "2025-12-10T19:00+02:60",
                             "2025-12-10T19:00+14:01",
                             "2025-12-10T19:00+19",
                             "2025-12-10T19:00+",
                             "2025-12-10T19:00ZZ",
                             "2025-12-10T19:00 CET",
                             "2025-12-10T19:00 Europe/Amsterdam",
                             "-2025-12-10",
                             "2025-12-10T-1:00"})
        QTest::newRow(QByteArray("'") + text + '\'') << QString::fromLatin1(text);
    QTest::newRow("digits of another script") << u"٢٠٢٥-١٢-١٠"_s;
}

void tst_moment::refuses()
{
    QFETCH(QString, text);
    QVERIFY(!readMoment(text, QTimeZone("Europe/Amsterdam")));
}

void tst_moment::agreesWithQtAwayFromChanges()
{
    for (const char *name : {"Europe/Amsterdam", "America/New_York", "Asia/Kathmandu", "Pacific/Auckland"}) {
        const QTimeZone zone(name);
        for (int day = 0; day < 60 * 365; day += 13) {
            const QDateTime local(QDate(1980, 1, 1).addDays(day), QTime(12, 34, 56), zone);
            const auto moment = readMoment(local.toString(u"yyyy-MM-dd HH:mm:ss"_s), zone);
            QVERIFY(moment.has_value());
            QCOMPARE(moment->utcMs, local.toMSecsSinceEpoch());
        }
    }
}

void tst_moment::writesMillisecondsWhereThereAreSome()
{
    QCOMPARE(toUtcIso(0), u"1970-01-01T00:00:00Z"_s);
    QCOMPARE(toUtcIso(-1), u"1969-12-31T23:59:59.999Z"_s);
    QCOMPARE(toUtcIso(1765389600000), u"2025-12-10T18:00:00Z"_s);
}

QTEST_GUILESS_MAIN(tst_moment)
#include "tst_moment.moc"
