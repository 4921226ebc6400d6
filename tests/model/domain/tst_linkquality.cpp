// SPDX-License-Identifier: GPL-3.0-or-later
// How good the rules of linking are on names as other systems write them: precision and recall, for each
// threshold.
#include "model/domain/linkrules.h"
#include "noisynames.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace salesdesk;

class TestLinkQuality final : public QObject
{
    Q_OBJECT

private:
    struct Tally {
        int taken = 0;
        int right = 0;
        int wanted = 0;

        [[nodiscard]] double precision() const { return taken == 0 ? 1 : double(right) / taken; }
        [[nodiscard]] double recall() const { return wanted == 0 ? 1 : double(right) / wanted; }
    };
    /// What a bulk acceptance from `score` on takes, and what of it is right.
    static Tally tally(const NoisySet &set, const QList<std::optional<Suggestion>> &suggestions, double score)
    {
        Tally all;
        for (qsizetype i = 0; i < suggestions.size(); ++i) {
            const auto truth = set.identities[i].truth;
            all.wanted += truth.isValid() ? 1 : 0;
            if (!suggestions[i] || suggestions[i]->ambiguous || suggestions[i]->best.score < score)
                continue;
            ++all.taken;
            all.right += suggestions[i]->best.entity == truth ? 1 : 0;
        }
        return all;
    }

private Q_SLOTS:
    void bulkIsPreciseAndComplete_data()
    {
        QTest::addColumn<quint32>("seed");
        for (const auto seed : seedsOr({1, 2, 3, 5, 8, 13, 21, 34}))
            QTest::addRow("seed %u", seed) << seed;
    }
    void bulkIsPreciseAndComplete()
    {
        QFETCH(quint32, seed);
        const auto set = noisySet(seed, 500, 500);
        const LinkRules rules(set.agents);
        QList<std::optional<Suggestion>> suggestions;
        for (const auto &one : set.identities)
            suggestions.append(rules.suggest(one.identity));
        for (int percent = 100; percent >= 50; percent -= 5) {
            const auto at = tally(set, suggestions, percent / 100.0);
            qInfo("score >= %.2f: %3d taken, precision %.4f, recall %.4f", percent / 100.0, at.taken,
                  at.precision(), at.recall());
        }
        for (qsizetype i = 0; i < suggestions.size(); ++i) {
            const auto &one = set.identities[i];
            const auto &found = suggestions[i];
            if (found && !found->ambiguous && found->best.score >= LinkRules::BulkScore &&
                found->best.entity != one.truth)
                qInfo("wrong: \"%s\" (%s) taken for \"%s\": %s", qPrintable(one.identity.name),
                      qPrintable(one.noise), qPrintable(found->best.entityName),
                      toText(found->best.reason).latin1());
        }
        const auto bulk = tally(set, suggestions, LinkRules::BulkScore);
        QCOMPARE_GE(bulk.precision(), 0.995);
        QCOMPARE_GE(bulk.recall(), 0.80);
    }

    void theSameSeedMakesTheSameSet()
    {
        const auto a = noisySet(7, 50, 50);
        const auto b = noisySet(7, 50, 50);
        QCOMPARE(a.agents, b.agents);
        for (int i = 0; i < 50; ++i)
            QCOMPARE(a.identities[i].identity, b.identities[i].identity);
        QVERIFY(noisySet(8, 50, 50).agents != a.agents);
    }
};

QTEST_GUILESS_MAIN(TestLinkQuality)
#include "tst_linkquality.moc"
