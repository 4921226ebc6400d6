// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/desk.h"

#include "model/store/connection.h"
#include "model/tables/callhistogram.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salesdesk;

class TestCallHistogram final : public QObject
{
    Q_OBJECT

    std::unique_ptr<Desk> m;
    ProviderStore::Added m_provider;

    static std::pair<qint64, qint64> sums(const CallHistogram &histogram)
    {
        std::pair<qint64, qint64> sum;
        for (const auto &count : histogram.counts()) {
            sum.first += count.accepted;
            sum.second += count.refused;
        }
        return sum;
    }

private Q_SLOTS:
    void init()
    {
        m = std::make_unique<Desk>();
        m_provider = m->addProvider(u"CRM"_s);
        for (int i = 0; i < 6; ++i)
            m->sendActivity(m_provider, QByteArray::number(i));
        m->send(m_provider, Endpoint::Sales, "{");
    }

    void countsByWhatBecameOfThem()
    {
        CallHistogram histogram(*m->workspace);
        QVERIFY(histogram.counts().isEmpty()); // nobody looks
        histogram.setActive(true);
        QTRY_COMPARE(sums(histogram), std::pair(qint64(6), qint64(1)));
        const auto filter = readCallFilter(u"endpoint:sales", 0, QTimeZone::utc());
        histogram.setQuery({.filter = std::get<CallFilter>(filter)});
        QTRY_COMPARE(sums(histogram), std::pair(qint64(0), qint64(1)));
    }

    void countsWhatComesIn()
    {
        CallHistogram histogram(*m->workspace);
        histogram.setActive(true);
        QTRY_COMPARE(sums(histogram).first, qint64(6));
        m->sendActivity(m_provider, "7");
        QTRY_COMPARE(sums(histogram).first, qint64(7));
        histogram.setActive(false);
        m->sendActivity(m_provider, "8");
        histogram.setActive(true);
        QTRY_COMPARE(sums(histogram).first, qint64(8));
    }

    void stretchesFitTheWhole()
    {
        constexpr qint64 day = 24 * 60 * 60 * 1000;
        m->written<Done>([](Connection &db) -> Result<Done> {
            const auto changed =
                db.change(u"UPDATE call SET received_at = received_at - ? WHERE id = 1"_s, {20 * day});
            return changed ? Result<Done>(Done{}) : changed.error();
        });
        CallHistogram histogram(*m->workspace);
        histogram.setActive(true);
        QTRY_COMPARE(sums(histogram), std::pair(qint64(6), qint64(1)));
        QVERIFY(20 * day / histogram.stretchMs() > 100);
        QVERIFY(20 * day / histogram.stretchMs() < 5000);
        QCOMPARE(histogram.counts().first().accepted, 1);
        for (const auto &count : histogram.counts())
            QCOMPARE(count.at % histogram.stretchMs(), 0);
    }
};

QTEST_GUILESS_MAIN(TestCallHistogram)
#include "tst_callhistogram.moc"
