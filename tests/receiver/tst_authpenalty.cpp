// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/authpenalty.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace salesdesk;

class TestAuthPenalty final : public QObject
{
    Q_OBJECT

    static void fail(AuthPenalty &penalty, const QString &address, int times, qint64 at)
    {
        for (int i = 0; i < times; ++i)
            QCOMPARE(penalty.noteFailure(address, at), 0);
    }

private Q_SLOTS:
    void tenAMinuteAreFree()
    {
        AuthPenalty penalty;
        fail(penalty, u"192.0.2.1"_s, 10, 0);
        QCOMPARE(penalty.noteFailure(u"192.0.2.1"_s, 59'999), 1000);
    }

    void aMinuteLaterItBeginsAnew()
    {
        AuthPenalty penalty;
        fail(penalty, u"192.0.2.1"_s, 10, 0);
        QCOMPARE(penalty.noteFailure(u"192.0.2.1"_s, 0), 1000);
        fail(penalty, u"192.0.2.1"_s, 10, 60'000);
        QCOMPARE(penalty.noteFailure(u"192.0.2.1"_s, 60'000), 1000);
    }

    void addressesDoNotShare()
    {
        AuthPenalty penalty;
        fail(penalty, u"192.0.2.1"_s, 10, 0);
        QCOMPARE(penalty.noteFailure(u"192.0.2.2"_s, 0), 0);
    }

    void aFloodFromEverywhereIsHeldAndForgotten()
    {
        AuthPenalty penalty;
        for (int i = 0; i < 4096; ++i)
            QCOMPARE(penalty.noteFailure(QString::number(i), 0), 0);
        QCOMPARE(penalty.noteFailure(u"one more"_s, 0), 1000); // no memory is kept for it
        QCOMPARE(penalty.noteFailure(u"7"_s, 0), 0);           // one that is known is judged by itself
        QCOMPARE(penalty.noteFailure(u"one more"_s, 60'000), 0);
    }
};

QTEST_APPLESS_MAIN(TestAuthPenalty)
#include "tst_authpenalty.moc"
