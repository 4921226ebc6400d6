// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/connection.h"
#include "model/tables/entitychoicemodel.h"
#include "tests/model/store/linkingfixture.h"

#include <QAbstractItemModelTester>

using namespace Qt::StringLiterals;
using namespace salesdesk;

class TestEntityChoiceModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<LinkingFixture>();
        m_fixture->entity(EntityKind::Agent, u"Zoë Visser"_s, u"zoe@example.com"_s);
        m_bo = m_fixture->entity(EntityKind::Agent, u"Bo Jansen"_s, u"b.jansen@example.com"_s);
        m_fixture->entity(EntityKind::Agent, u"Bo Janssens"_s);
        m_fixture->entity(EntityKind::Team, u"Bo Jansen"_s);
        m_gone = m_fixture->entity(EntityKind::Agent, u"Bo Jansma"_s);
        m_fixture->change(u"UPDATE entity SET active = 0 WHERE id = ?"_s, {m_gone.value});
    }

    void theMostAlikeComeFirst()
    {
        QCOMPARE(listed(u"Jansen, B."_s, {}), u"Bo Jansen|Bo Janssens|Zoë Visser"_s);
        QCOMPARE(listed(u"Janssens, B."_s, {}), u"Bo Janssens|Bo Jansen|Zoë Visser"_s);
        // Of those that are not alike at all the list goes by name.
        QCOMPARE(listed({}, {}), u"Bo Jansen|Bo Janssens|Zoë Visser"_s);
    }

    void whatIsTypedNarrows_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("left");
        QTest::addRow("nothing") << u"  "_s << u"Bo Jansen|Bo Janssens|Zoë Visser"_s;
        QTest::addRow("a beginning") << u"bo"_s << u"Bo Jansen|Bo Janssens"_s;
        QTest::addRow("beginnings in another order") << u"janss b"_s << u"Bo Janssens"_s;
        QTest::addRow("without accents") << u"zoe"_s << u"Zoë Visser"_s;
        QTest::addRow("no end of a word") << u"sen"_s << QString();
        QTest::addRow("the address") << u"b.jansen@"_s << u"Bo Jansen"_s;
        QTest::addRow("what nobody has") << u"bo vis"_s << QString();
    }
    void whatIsTypedNarrows()
    {
        QFETCH(QString, typed);
        QTEST(listed({}, typed), "left");
    }

    void aChoiceIsFoundWhileItIsListed()
    {
        EntityChoiceModel model(*entityChoices(m_fixture->db(), EntityKind::Agent, {}));
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto found = model.indexOf(m_bo);
        QCOMPARE(model.choice(found.row()).name, u"Bo Jansen"_s);
        QCOMPARE(found.data().toString(), u"Bo Jansen  ·  b.jansen@example.com"_s);
        QVERIFY(!model.indexOf(m_gone).isValid());
        model.narrow(u"zoe"_s);
        QVERIFY(!model.indexOf(m_bo).isValid());
        model.narrow({});
        QVERIFY(model.indexOf(m_bo).isValid());
    }

    /// One is to be told from another of its name.
    void whoItIsIsSaid()
    {
        const auto north = m_fixture->entity(EntityKind::Team, u"North"_s);
        const auto other = m_fixture->entity(EntityKind::Agent, u"Bo Jansen"_s, {}, north);
        EntityChoiceModel model(*entityChoices(m_fixture->db(), EntityKind::Agent, {}));
        QCOMPARE(model.indexOf(m_bo).data().toString(),
                 u"Bo Jansen  ·  b.jansen@example.com  ·  0 records"_s);
        QCOMPARE(model.indexOf(other).data().toString(), u"Bo Jansen  ·  North  ·  0 records"_s);
    }

    void aFailureIsSaid()
    {
        m_fixture->change(u"ALTER TABLE entity RENAME TO away"_s);
        QVERIFY(!entityChoices(m_fixture->db(), EntityKind::Agent, {}));
    }

private:
    QString listed(const QString &likeWhom, const QString &typed)
    {
        EntityChoiceModel model(*entityChoices(m_fixture->db(), EntityKind::Agent, likeWhom));
        model.narrow(typed);
        QStringList names;
        for (int row = 0; row < model.rowCount(); ++row)
            names.append(model.choice(row).name);
        return names.join(u'|');
    }

    std::unique_ptr<LinkingFixture> m_fixture;
    EntityId m_bo;
    EntityId m_gone;
};

QTEST_GUILESS_MAIN(TestEntityChoiceModel)
#include "tst_entitychoicemodel.moc"
