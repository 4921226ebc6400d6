// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/ratelimiter.h"

#include <QTest>

using namespace salesdesk;

class TestRateLimiter final : public QObject
{
    Q_OBJECT

    static constexpr ProviderId provider{1};

private Q_SLOTS:
    void noLimitNeverWaits()
    {
        RateLimiter limiter;
        for (int i = 0; i < 100'000; ++i)
            QCOMPARE(limiter.take(provider, 0, 0), 0);
    }

    void aMinutesCallsMayComeAtOnce()
    {
        RateLimiter limiter;
        for (int i = 0; i < 60; ++i)
            QCOMPARE(limiter.take(provider, 60, 1000), 0);
        QCOMPARE(limiter.take(provider, 60, 1000), 1); // one token a second
    }

    void tokensComeBackAtTheRate()
    {
        RateLimiter limiter;
        for (int i = 0; i < 6; ++i)
            QCOMPARE(limiter.take(provider, 6, 0), 0);
        QCOMPARE(limiter.take(provider, 6, 0), 10); // one token in ten seconds
        QCOMPARE(limiter.take(provider, 6, 4000), 6);
        QCOMPARE(limiter.take(provider, 6, 10'000), 0);
        QCOMPARE(limiter.take(provider, 6, 10'000), 10);
    }

    void aRefusedCallTakesNoToken()
    {
        RateLimiter limiter;
        QCOMPARE(limiter.take(provider, 1, 0), 0);
        for (int i = 0; i < 50; ++i)
            QCOMPARE(limiter.take(provider, 1, 30'000), 30);
        QCOMPARE(limiter.take(provider, 1, 60'000), 0);
    }

    void quietTimeSavesAtMostAMinute()
    {
        RateLimiter limiter;
        QCOMPARE(limiter.take(provider, 2, 0), 0);
        QCOMPARE(limiter.take(provider, 2, 3'600'000), 0);
        QCOMPARE(limiter.take(provider, 2, 3'600'000), 0);
        QCOMPARE(limiter.take(provider, 2, 3'600'000), 30);
    }

    void providersDoNotShare()
    {
        RateLimiter limiter;
        QCOMPARE(limiter.take(provider, 1, 0), 0);
        QCOMPARE(limiter.take(provider, 1, 0), 60);
        QCOMPARE(limiter.take(ProviderId{2}, 1, 0), 0);
    }
};

QTEST_APPLESS_MAIN(TestRateLimiter)
#include "tst_ratelimiter.moc"
