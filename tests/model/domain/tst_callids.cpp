// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/callids.h"

#include <QRandomGenerator>
#include <QTest>

using namespace salesdesk;

class TestCallIds final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEmptyListHasNothing()
    {
        const CallIds ids;
        QVERIFY(ids.isEmpty());
        QCOMPARE(ids.size(), 0);
        QVERIFY(!ids.placeOf(CallId{1}));
    }

    void aWholeLogIsOneRun()
    {
        CallIds ids;
        ids.addOlder(CallId{10'000'000}, 10'000'000);
        QCOMPARE(ids.size(), 10'000'000);
        QCOMPARE(ids.at(0), CallId{10'000'000});
        QCOMPARE(ids.at(9'999'999), CallId{1});
        ids.addNewer(CallId{10'000'001});
        QCOMPARE(ids.at(0), CallId{10'000'001});
        QCOMPARE(ids.placeOf(CallId{1}), std::optional<qint64>(10'000'000));
        ids.dropOldest(10'000'000);
        QCOMPARE(ids.size(), 1);
        QCOMPARE(ids.at(0), CallId{10'000'001});
        QVERIFY(!ids.placeOf(CallId{10'000'000}));
    }

    /// Whatever is added and dropped, it is what a plain list would be.
    void itIsAsAPlainList()
    {
        for (quint32 seed = 1; seed <= 20; ++seed) {
            QRandomGenerator random(seed);
            CallIds ids;
            QList<qint64> plain; // newest first
            qint64 newest = 5'000;
            qint64 oldest = 5'001;
            for (int step = 0; step < 400; ++step) {
                const auto what = random.bounded(10);
                if (what < 5) {
                    newest += 1 + (random.bounded(3) == 0 ? random.bounded(4) : 0);
                    if (plain.isEmpty())
                        oldest = newest;
                    ids.addNewer(CallId{newest});
                    plain.prepend(newest);
                } else if (what < 9) {
                    oldest -= 1 + (random.bounded(2) == 0 ? random.bounded(4) : 0);
                    const auto count = random.bounded(3); // none, too
                    if (plain.isEmpty() && count > 0)
                        newest = oldest;
                    ids.addOlder(CallId{oldest}, count);
                    for (int one = 0; one < count; ++one)
                        plain.append(oldest - one);
                    oldest -= std::max(0, count - 1);
                } else {
                    const auto count = std::min<qint64>(random.bounded(6), plain.size());
                    ids.dropOldest(count);
                    plain.resize(plain.size() - count);
                }
                QCOMPARE(ids.size(), plain.size());
            }
            for (qsizetype place = 0; place < plain.size(); ++place) {
                QCOMPARE(ids.at(place).value, plain[place]);
                QCOMPARE(ids.placeOf(CallId{plain[place]}), std::optional<qint64>(place));
            }
            for (qint64 id = oldest - 2; id <= newest + 2; ++id)
                QCOMPARE(ids.placeOf(CallId{id}).has_value(), plain.contains(id));
        }
    }
};

QTEST_GUILESS_MAIN(TestCallIds)
#include "tst_callids.moc"
