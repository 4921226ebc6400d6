// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/recordplaces.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <map>

using namespace salesdesk;

namespace
{

QList<RecordKey> keysOf(const RecordPlaces &places)
{
    QList<RecordKey> keys;
    for (qint64 place = 0; place < places.size(); ++place)
        keys.append(places.at(place));
    return keys;
}

RecordPlaces placesOf(const QList<RecordKey> &keys)
{
    RecordPlaces places;
    places.addOlder(keys);
    return places;
}

/// What a model does with a plan.
void apply(RecordPlaces &places, const RecordPlaces::Plan &plan)
{
    for (const auto place : plan.gone)
        places.remove(place, 1);
    const auto at = plan.added.isEmpty() ? 0 : places.placeFor(plan.added.first());
    places.insert(at, plan.added);
    QList<qint64> placed;
    for (qsizetype i = 0; i < plan.added.size(); ++i)
        placed.append(at + i);
    for (const auto &[old, key] : plan.moved) {
        const auto now = !plan.added.isEmpty() && old >= at ? old + plan.added.size() : old;
        places.replace(now, key);
        placed.append(now);
    }
    std::sort(placed.begin(), placed.end());
    if (!places.standRight(placed))
        places.rearrange(placed);
}

} // namespace

class TestRecordPlaces final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsPlaces()
    {
        const auto places = placesOf({{30, 3}, {20, 2}, {20, 1}, {10, 4}});
        QCOMPARE(places.placeFor({20, 2}), 1);
        QCOMPARE(places.placeFor({25, 9}), 1);
        QCOMPARE(places.placeFor({5, 9}), 4);
        QCOMPARE(places.placeOf(RecordId{1}), std::optional<qint64>(2));
        QCOMPARE(places.placeOf(RecordId{5}), std::nullopt);
    }

    void plansWhatChanged()
    {
        const auto places = placesOf({{30, 3}, {20, 2}, {20, 1}, {10, 4}});
        const auto plan = places.plan({{RecordId{3}, std::nullopt},
                                       {RecordId{2}, RecordKey{20, 2}},
                                       {RecordId{4}, RecordKey{40, 4}},
                                       {RecordId{8}, RecordKey{15, 8}},
                                       {RecordId{9}, RecordKey{16, 9}},
                                       {RecordId{10}, std::nullopt}});
        QCOMPARE(plan.gone, QList<qint64>{0});
        QCOMPARE(plan.kept, QList<qint64>{0});
        QCOMPARE(plan.moved.size(), 1);
        QCOMPARE(plan.moved.first().first, 2);
        QVERIFY(plan.moved.first().second == (RecordKey{40, 4}));
        QVERIFY(plan.added == (QList<RecordKey>{{16, 9}, {15, 8}}));
    }

    void aRecordThatWasReadAtBothItsPlacesKeepsOne()
    {
        auto places = placesOf({{30, 3}, {20, 2}, {10, 3}});
        apply(places, places.plan({{RecordId{3}, RecordKey{10, 3}}}));
        QVERIFY(keysOf(places) == (QList<RecordKey>{{20, 2}, {10, 3}}));
    }

    void staysInOrderWhateverChanges()
    {
        QRandomGenerator random(7);
        const auto upTo = [&random](int end) { return static_cast<qint64>(random.bounded(end)); };
        for (int round = 0; round < 300; ++round) {
            std::map<qint64, qint64> truth; // id and time
            for (qint64 id = 1; id <= upTo(40); ++id)
                truth[id] = upTo(12);
            QList<RecordKey> keys;
            for (const auto &[id, at] : truth)
                keys.append({at, id});
            std::sort(keys.begin(), keys.end(), std::greater<>());
            auto places = placesOf(keys);
            for (int batch = 0; batch < 4; ++batch) {
                QList<ChangedRecord> changes;
                for (qint64 id = 1; id <= 60; ++id) {
                    if (upTo(6) != 0)
                        continue;
                    if (upTo(4) == 0) {
                        truth.erase(id);
                        changes.append({RecordId{id}, std::nullopt});
                    } else {
                        truth[id] = truth.contains(id) && upTo(3) == 0 ? truth[id] : upTo(15);
                        changes.append({RecordId{id}, RecordKey{truth[id], id}});
                    }
                }
                apply(places, places.plan(changes));
                QList<RecordKey> expected;
                for (const auto &[id, at] : truth)
                    expected.append({at, id});
                std::sort(expected.begin(), expected.end(), std::greater<>());
                QVERIFY(keysOf(places) == expected);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestRecordPlaces)
#include "tst_recordplaces.moc"
