// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/linkrules.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace salesdesk;

class TestLinkRules final : public QObject
{
    Q_OBJECT

private:
    static Entity agent(qint64 id, const QString &name, const QString &email = {})
    {
        Entity entity;
        entity.id = EntityId{id};
        entity.name = name;
        entity.email = email;
        return entity;
    }
    static Identity identity(const QString &name, const QString &email = {})
    {
        Identity one;
        one.name = name;
        one.email = email;
        return one;
    }

private Q_SLOTS:
    void namesAreComparedInOneForm_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("normal");
        QTest::newRow("case and accents") << u"Bó JANSÉN"_s << u"bo jansen"_s;
        QTest::newRow("the order of the words") << u"Jansen, Bo"_s << u"bo jansen"_s;
        QTest::newRow("letters without a decomposition") << u"Yıldız Øster"_s << u"oster yildiz"_s;
        QTest::newRow("apostrophes") << u"Sanne van 't Hof"_s << u"hof sanne t van"_s;
        QTest::newRow("nothing") << u" - "_s << u""_s;
    }
    void namesAreComparedInOneForm()
    {
        QFETCH(QString, name);
        QFETCH(QString, normal);
        QCOMPARE(normalisedName(name), normal);
    }

    void scores_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("email");
        QTest::addColumn<qint64>("entity"); // 0: none
        QTest::addColumn<double>("from");
        QTest::addColumn<double>("to");
        QTest::addColumn<QString>("reason");
        QTest::newRow("the same e-mail, in another case")
            << u"?"_s << u"BO.jansen@system23.nl"_s << qint64(1) << 1.0 << 1.0 << u"same e-mail"_s;
        QTest::newRow("the same name, turned round")
            << u"Jansen, Bo"_s << u""_s << qint64(1) << 0.95 << 0.95 << u"same name"_s;
        QTest::newRow("an initial") << u"B. Jansen"_s << u""_s << qint64(1) << 0.85 << 0.85
                                    << u"same name with initials"_s;
        QTest::newRow("an e-mail made of the name")
            << u"x"_s << u"f.elidrissi@elsewhere.nl"_s << qint64(0) << 0.0 << 0.0 << u""_s;
        QTest::newRow("an e-mail of first and last name")
            << u""_s << u"noa.visser@elsewhere.nl"_s << qint64(3) << 0.82 << 0.82
            << u"e-mail matches the name"_s;
        QTest::newRow("a typing error")
            << u"Noa Viser"_s << u""_s << qint64(3) << 0.92 << 0.92 << u"one letter off"_s;
        QTest::newRow("an initial, and the whole name in the e-mail")
            << u"N. Visser"_s << u"noa.visser@elsewhere.nl"_s << qint64(3) << 0.93 << 0.93
            << u"initials and e-mail fit the name"_s;
        QTest::newRow("an initial, and the same in the e-mail")
            << u"N. Visser"_s << u"n.visser@elsewhere.nl"_s << qint64(3) << 0.85 << 0.85
            << u"same name with initials"_s;
        QTest::newRow("a double surname") << u"Noa Visser-Bakker"_s << u""_s << qint64(3) << 0.91 << 0.91
                                          << u"same name with a double surname"_s;
        QTest::newRow("a second first name")
            << u"Noa Maria Visser"_s << u""_s << qint64(3) << 0.87 << 0.87 << u"same name with a word more"_s;
        QTest::newRow("a particle left out") << u"Idrissi, Fatima"_s << u""_s << qint64(2) << 0.88 << 0.88
                                             << u"same name but for van, de, der"_s;
        QTest::newRow("a shortened particle")
            << u"Jan vd Berg"_s << u""_s << qint64(9) << 0.92 << 0.92 << u"same name, vd for van der"_s;
        QTest::newRow("another particle")
            << u"Jan ter Berg"_s << u""_s << qint64(9) << 0.50 << 0.899 << u"similar name"_s;
        QTest::newRow("two letters swapped")
            << u"Noa Vissre"_s << u""_s << qint64(3) << 0.92 << 0.92 << u"one letter off"_s;
        QTest::newRow("somebody else") << u"Kim Willems"_s << u""_s << qint64(0) << 0.0 << 0.0 << u""_s;
        QTest::newRow("a generic name") << u"Test"_s << u""_s << qint64(0) << 0.0 << 0.0 << u""_s;
        QTest::newRow("a generic address")
            << u""_s << u"info@system23.nl"_s << qint64(0) << 0.0 << 0.0 << u""_s;
        for (const auto &name :
             {u"n/a"_s, u"N.A."_s, u"Test 2"_s, u"Sales Team"_s, u"no-reply"_s, u"007"_s, u"-"_s})
            QTest::addRow("the generic name %s", qPrintable(name))
                << name << u""_s << qint64(0) << 0.0 << 0.0 << u""_s;
        QTest::newRow("the generic address no-reply")
            << u""_s << u"no-reply@system23.nl"_s << qint64(0) << 0.0 << 0.0 << u""_s;
        QTest::newRow("a typing error in the first letter")
            << u"Noa Fisser"_s << u""_s << qint64(3) << 0.92 << 0.92 << u"one letter off"_s;
        QTest::newRow("another letter in a short word")
            << u"Moa Visser"_s << u""_s << qint64(3) << 0.80 << 0.90 << u"similar name"_s;
        QTest::newRow("somebody who left") << u"Inge Oud"_s << u""_s << qint64(0) << 0.0 << 0.0 << u""_s;
    }
    void scores()
    {
        QFETCH(QString, name);
        QFETCH(QString, email);
        QFETCH(qint64, entity);
        QFETCH(double, from);
        QFETCH(double, to);
        QFETCH(QString, reason);
        auto gone = agent(6, u"Inge Oud"_s);
        gone.active = false;
        const LinkRules rules({agent(1, u"Bo Jansen"_s, u"bo.jansen@system23.nl"_s),
                               agent(2, u"Fatima el Idrissi"_s), agent(3, u"Noa Visser"_s),
                               agent(4, u"Test"_s), agent(7, u"N/A"_s), agent(9, u"Jan van der Berg"_s),
                               agent(8, u"Sales Team"_s, u"no-reply@system23.nl"_s),
                               agent(5, u"Desk"_s, u"info@system23.nl"_s), gone});
        const auto best = rules.suggest(identity(name, email));
        QCOMPARE(best ? best->best.entity.value : 0, entity);
        if (!best)
            return;
        QCOMPARE_GE(best->best.score + 1e-9, from);
        QCOMPARE_LE(best->best.score - 1e-9, to);
        QCOMPARE(toText(best->best.reason), reason);
        QVERIFY(!best->ambiguous);
    }

    void twoOfOneNameAreAmbiguous()
    {
        const LinkRules rules({agent(1, u"Bo Jansen"_s), agent(2, u"Bo Jansen"_s)});
        const auto best = rules.suggest(identity(u"bo jansen"_s));
        QVERIFY(best);
        QVERIFY(best->ambiguous);
    }

    void aKnownWordIsNoSlip()
    {
        const QList<Entity> agents{agent(1, u"Anna Bakker"_s), agent(2, u"Anne Visser"_s)};
        const auto best = LinkRules(agents).suggest(identity(u"Anne Bakker"_s));
        QVERIFY(best);
        QCOMPARE(best->best.reason, MatchReason::SimilarName);
        QCOMPARE_LE(best->best.score, 0.9);
        QCOMPARE(LinkRules({agents.first()}).suggest(identity(u"Anne Bakker"_s))->best.reason,
                 MatchReason::OneLetterOff);
    }

    void everyReasonHasItsWordsAndItsWeight()
    {
        for (int number = 0; number <= int(MatchReason::SimilarName); ++number) {
            const auto reason = static_cast<MatchReason>(number);
            QCOMPARE(matchReasonFromText(QString(toText(reason))), std::optional(reason));
            QCOMPARE(weightOf(reason) >= LinkRules::LikelyScore, reason != MatchReason::WordInTeam);
            QCOMPARE_LE(weightOf(reason), 1.0);
        }
        QVERIFY(!matchReasonFromText(u"luck"));
    }

    void theTeamTellsWhoIsMeant()
    {
        auto ruben = agent(1, u"Ruben Verhoeven"_s);
        auto robin = agent(2, u"Robin Verhoeven"_s);
        ruben.team = EntityId{10};
        ruben.teamName = u"North"_s;
        robin.team = EntityId{11};
        robin.teamName = u"South"_s;
        const LinkRules rules({ruben, robin});
        auto asked = identity(u"R. Verhoeven"_s);
        QVERIFY(rules.suggest(asked)->ambiguous);
        asked.teamName = u"SOUTH"_s;
        auto found = rules.suggest(asked);
        QVERIFY(!found->ambiguous);
        QCOMPARE(found->best.entity.value, 2);
        QCOMPARE(found->best.score, 0.91);
        QCOMPARE(found->best.reason, MatchReason::NameInTeam);
        asked.teamName = u"Noord"_s; // that is linked to North
        asked.team = EntityId{10};
        QCOMPARE(rules.suggest(asked)->best.entity.value, 1);
        asked.name = u"Robin Bakker"_s; // may be Robin: not likely, but shown
        asked.team = EntityId{11};
        QCOMPARE(rules.candidates(asked).first().reason, MatchReason::WordInTeam);
        QCOMPARE_LT(rules.candidates(asked).first().score, LinkRules::ResemblingScore);
        // By itself a team says nothing.
        asked.name = u"Kim Willems"_s;
        QVERIFY(!rules.suggest(asked));
    }

    void anUpdateTakesOverWhatChanged()
    {
        auto bo = agent(1, u"Bo Jansen"_s);
        LinkRules rules({bo, agent(2, u"Noa Visser"_s)});
        QVERIFY(!rules.update({bo, agent(2, u"Noa Visser"_s)}));
        QVERIFY(rules.update({bo, agent(2, u"Noa Visser"_s), agent(3, u"Kim Willems"_s)}));
        QCOMPARE(rules.suggest(identity(u"Kim Willems"_s))->best.entity.value, 3);
        bo.name = u"Robert Jansen"_s;
        QVERIFY(rules.update({bo, agent(3, u"Kim Willems"_s)}));
        QVERIFY(!rules.suggest(identity(u"Noa Visser"_s)));
        QCOMPARE(rules.suggest(identity(u"Robert Jansen"_s))->best.score, 0.95);
        bo.active = false;
        QVERIFY(rules.update({bo}));
        QVERIFY(!rules.suggest(identity(u"Robert Jansen"_s)));
        // Many comings and goings: what left is let go of.
        for (qint64 number = 10; number < 400; ++number)
            QVERIFY(rules.update({agent(number, u"Kim Willems"_s)}));
        QCOMPARE(rules.candidates(identity(u"Kim Willems"_s)).size(), 1);
    }

    void onlyEntitiesOfTheKindAreCandidates()
    {
        auto team = agent(1, u"Noord"_s);
        team.kind = EntityKind::Team;
        const LinkRules rules({team});
        QVERIFY(!rules.suggest(identity(u"Noord"_s)));
        auto one = identity(u"noord"_s);
        one.kind = EntityKind::Team;
        QCOMPARE(rules.suggest(one)->best.entity.value, 1);
    }

    void theBestComeFirst()
    {
        const LinkRules rules(
            {agent(1, u"Noa Visscher"_s), agent(2, u"Noa Visser"_s), agent(3, u"N. Visser"_s)});
        const auto found = rules.candidates(identity(u"Noa Visser"_s), 2);
        QCOMPARE(found.size(), 2);
        QCOMPARE(found[0].entity.value, 2);
        QCOMPARE(found[1].entity.value, 1);
    }
};

QTEST_GUILESS_MAIN(TestLinkRules)
#include "tst_linkrules.moc"
