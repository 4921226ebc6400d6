// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/metric.h"
#include "model/domain/rhythm.h"

#include <QDateTime>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salesdesk;

/// When a sender's silence is unusual, and where periods begin.
class TestRhythm final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void silence_data()
    {
        QTest::addColumn<QList<qint64>>("quarters");
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("answer");
        const auto office = calls(5, 9, 17, 1);
        QTest::newRow("an office at night is not silent") << office << u"2026-11-17 03:00"_s << u"usual"_s;
        QTest::newRow("an office on Saturday is not silent")
            << calls(5, 9, 17, 1, 4) << u"2026-11-21 15:00"_s << u"usual"_s;
        QTest::newRow("an office in its first hour") << office << u"2026-11-17 09:40"_s << u"usual"_s;
        QTest::newRow("an office without a call all morning")
            << office << u"2026-11-17 11:00"_s << u"unusual"_s;
        QTest::newRow("a dialler that never stops, an hour")
            << calls(4, 0, 24, 1) << u"2026-11-17 01:00"_s << u"usual"_s;
        QTest::newRow("a dialler that never stops, two hours")
            << calls(4, 0, 24, 1) << u"2026-11-17 02:00"_s << u"unusual"_s;
        QTest::newRow("a call each four hours, seven hours")
            << calls(4, 0, 24, 16) << u"2026-11-17 03:00"_s << u"usual"_s;
        QTest::newRow("a call each four hours, ten hours")
            << calls(4, 0, 24, 16) << u"2026-11-17 06:00"_s << u"unusual"_s;
        QTest::newRow("two days are too few") << calls(2, 9, 17, 1) << u"2026-11-20 12:00"_s << u"unknown"_s;
        QTest::newRow("seven quarters are too few")
            << calls(7, 0, 1, 4) << u"2026-11-17 12:00"_s << u"unknown"_s;
        QTest::newRow("no call ever") << QList<qint64>() << u"2026-11-17 12:00"_s << u"unknown"_s;
    }
    void silence()
    {
        QFETCH(QList<qint64>, quarters);
        QFETCH(QString, now);
        QFETCH(QString, answer);
        const auto silence = silenceOf(quarters, at(now), zone());
        QCOMPARE(silence ? (silence->isUnusual() ? u"unusual"_s : u"usual"_s) : u"unknown"_s, answer);
    }

    void theUsualIsAtLeastHalfAnHour()
    {
        const auto silence = silenceOf(calls(4, 0, 24, 1), at(u"2026-11-17 02:00"_s), zone());
        QVERIFY(silence.has_value());
        QCOMPARE(silence->usualMs, 2 * QuarterMs);
        QCOMPARE(silence->presentMs, 8 * QuarterMs);
    }

    void aPeriodBeginsAtLocalMidnight_data()
    {
        QTest::addColumn<int>("period");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("next");
        using Period = Metric::Period;
        QTest::newRow("today") << int(Period::Today) << u"2026-10-25 00:00"_s << u"2026-10-26 00:00"_s;
        QTest::newRow("the week begins on Monday")
            << int(Period::Week) << u"2026-10-19 00:00"_s << u"2026-10-26 00:00"_s;
        QTest::newRow("the month") << int(Period::Month) << u"2026-10-01 00:00"_s << u"2026-11-01 00:00"_s;
        QTest::newRow("the year") << int(Period::Year) << u"2026-01-01 00:00"_s << u"2027-01-01 00:00"_s;
    }
    void aPeriodBeginsAtLocalMidnight()
    {
        QFETCH(int, period);
        QFETCH(QString, first);
        QFETCH(QString, next);
        // The day on which the clocks go back: it has 25 hours.
        const auto span = spanOf(static_cast<Metric::Period>(period), at(u"2026-10-25 12:00"_s), zone());
        QCOMPARE(span.first, at(first));
        QCOMPARE(span.second, at(next));
    }

private:
    static QTimeZone zone() { return QTimeZone("Europe/Amsterdam"); }
    static qint64 at(const QString &text)
    {
        auto time = QDateTime::fromString(text, u"yyyy-MM-dd HH:mm"_s);
        time.setTimeZone(zone());
        return time.toMSecsSinceEpoch();
    }
    /// A call every `step` quarters from one hour to another, on `days` days up to Monday 16 November 2026,
    /// or to that of `later` days after; at weekends none where the office has its hours.
    static QList<qint64> calls(int days, int from, int to, int step, int later = 0)
    {
        QList<qint64> quarters;
        const QDate last(2026, 11, 16 + later);
        for (auto day = last.addDays(1 - days - (days > 4 && from > 0 ? 7 : 0)); day <= last;
             day = day.addDays(1)) {
            if (from > 0 && day.dayOfWeek() >= 6)
                continue;
            const auto midnight = day.startOfDay(zone()).toMSecsSinceEpoch();
            for (int quarter = 4 * from; quarter < 4 * to; quarter += step)
                quarters.append(midnight + quarter * QuarterMs);
        }
        return quarters;
    }
};

QTEST_GUILESS_MAIN(TestRhythm)
#include "tst_rhythm.moc"
