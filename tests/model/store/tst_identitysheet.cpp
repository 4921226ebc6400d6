// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkingfixture.h"
#include "model/domain/csv.h"
#include "model/store/entitystore.h"
#include "model/store/identitysheet.h"

using namespace Qt::StringLiterals;
using namespace salesdesk;

class TestIdentitySheet final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<LinkingFixture>();
        m_zapier = m_fixture->provider(u"zapier"_s);
        m_bo = m_fixture->entity(EntityKind::Agent, u"Bo Jansen"_s, u"bo@example.com"_s);
    }

    void aRowHasAColumnForEachTitle()
    {
        const auto id = add(u"=7"_s, u"@Bo"_s);
        m_fixture->change(u"UPDATE identity SET value_cents = -150, record_count = 2"_s);
        const auto row = sheetRow(*IdentityStore(m_fixture->db()).get(id),
                                  {Candidate{m_bo, u"Bo Jansen"_s, 0.954, MatchReason::SameName}, true});
        QCOMPARE(row.size(), sheetTitles().size());
        const auto cell = [&row](const QString &title) { return row.at(sheetTitles().indexOf(title)); };
        QCOMPARE(cell(u"external_id"_s), u"'=7"_s);
        QCOMPARE(cell(u"name"_s), u"'@Bo"_s);
        QCOMPARE(cell(u"value"_s), u"-1.50"_s); // a number of our own is one
        QCOMPARE(cell(u"score"_s), u"0.95"_s);
        QCOMPARE(cell(u"reason"_s), u"same name, another is close"_s);
        QCOMPARE(cell(u"decision"_s) + cell(u"entity"_s), QString());
    }

    void everyDecisionIsRead()
    {
        const auto a = add(u"1"_s, u"A"_s);
        const auto b = add(u"=2"_s, u"B"_s);
        const auto c = add(u"3"_s, u"C"_s);
        const auto d = add(u"4"_s, u"D"_s);
        const auto e = add(u"5"_s, u"E"_s);
        const auto f = add(u"6"_s, u"F"_s);
        const auto sheet = read({{a, u"1"_s, u"link"_s, u"bo@example.com"_s},
                                 {b, u"'=2"_s, u""_s, u"bo jansen"_s},
                                 {c, u"3"_s, u"CREATE"_s, u""_s},
                                 {d, u"4"_s, u"create"_s, u"Dirk"_s},
                                 {e, u"5"_s, u"Ignore"_s, u""_s},
                                 {f, u"6"_s, u""_s, u""_s}});
        QVERIFY(sheet.faults.isEmpty());
        QCOMPARE(sheet.undecided, 1);
        QCOMPARE(sheet.lines.size(), 5);
        QCOMPARE(sheet.lines[0].choice.entity, m_bo);
        QCOMPARE(sheet.lines[0].identity, u"agent zapier:1 (A)"_s);
        QCOMPARE(sheet.lines[1].choice.entity, m_bo);
        QCOMPARE(sheet.lines[2].entityName, u"C"_s);
        QCOMPARE(sheet.lines[3].choice.name, u"Dirk"_s);
        QCOMPARE(sheet.lines[4].choice.action, Choice::Action::Ignore);
        QCOMPARE(sheet.lines[4].number, 6);
        QVERIFY(IdentityStore(m_fixture->db()).decide(sheet.choices(), m_person, StepKind::Import));
        QCOMPARE(IdentityStore(m_fixture->db()).get(d)->linkedToName, u"Dirk"_s);
    }

    void acceptTakesTheSuggestion()
    {
        const auto a = add(u"1"_s, u"A"_s);
        const auto text = QByteArray("identity,external_id,suggestion,decision,entity\r\n") +
                          QByteArray::number(a.value) + ",1,Bo Jansen,accept,\r\n";
        const auto sheet = read(text);
        QVERIFY(sheet);
        QCOMPARE(sheet->lines.first().choice.entity, m_bo);
    }

    void faultsAreSaidByLine_data()
    {
        QTest::addColumn<QStringList>("cells"); // identity, external ID, decision, entity
        QTest::addColumn<QString>("words");
        QTest::newRow("no such word") << QStringList{u"1"_s, u"1"_s, u"marry"_s, u""_s} << u"no decision"_s;
        QTest::newRow("no such entity")
            << QStringList{u"1"_s, u"1"_s, u""_s, u"Kim"_s} << u"no agent \"Kim\""_s;
        QTest::newRow("nothing to link to")
            << QStringList{u"1"_s, u"1"_s, u"link"_s, u""_s} << u"says nothing"_s;
        QTest::newRow("no number") << QStringList{u"one"_s, u"1"_s, u"ignore"_s, u""_s} << u"no number"_s;
        QTest::newRow("no such identity") << QStringList{u"99"_s, u"1"_s, u"ignore"_s, u""_s} << u"99"_s;
        QTest::newRow("another external ID")
            << QStringList{u"1"_s, u"2"_s, u"ignore"_s, u""_s} << u"other data"_s;
        QTest::newRow("linked by now") << QStringList{u"2"_s, u"2"_s, u"ignore"_s, u""_s} << u"Bo Jansen"_s;
        QTest::newRow("ignored by now")
            << QStringList{u"3"_s, u"3"_s, u"create"_s, u""_s} << u"ignored by now"_s;
        QTest::newRow("two of that name") << QStringList{u"1"_s, u"1"_s, u""_s, u"Twin"_s} << u"Several"_s;
        QTest::newRow("merged") << QStringList{u"1"_s, u"1"_s, u""_s, u"Gone"_s} << u"merged into"_s;
        QTest::newRow("too long a name")
            << QStringList{u"1"_s, u"1"_s, u"create"_s, QString(256, u'x')} << u"256 characters"_s;
        QTest::newRow("decided above") << QStringList{u"4"_s, u"4"_s, u"create"_s, u""_s} << u"line above"_s;
    }
    void faultsAreSaidByLine()
    {
        QFETCH(QStringList, cells);
        QFETCH(QString, words);
        add(u"1"_s, u"A"_s);
        const auto linked = add(u"2"_s, u"B"_s);
        const auto ignored = add(u"3"_s, u"C"_s);
        add(u"4"_s, u"D"_s);
        IdentityStore store(m_fixture->db());
        QVERIFY(store.link(linked, m_bo, m_person));
        QVERIFY(store.setIgnored(ignored, true, m_person));
        m_fixture->entity(EntityKind::Agent, u"Twin"_s);
        m_fixture->entity(EntityKind::Agent, u"Twin"_s);
        QVERIFY(EntityStore(m_fixture->db())
                    .merge(m_fixture->entity(EntityKind::Agent, u"Gone"_s), m_bo, m_person));
        const auto text = csvLine({u"identity"_s, u"external_id"_s, u"decision"_s, u"entity"_s}) +
                          "4,4,ignore,\r\n" + csvLine(cells);
        const auto sheet = read(text);
        QVERIFY(sheet);
        QCOMPARE(sheet->lines.size(), 1); // the others stand
        QCOMPARE(sheet->faults.size(), 1);
        QCOMPARE(sheet->faults.first().number, 3);
        QVERIFY2(sheet->faults.first().sentence.contains(words), qPrintable(sheet->faults.first().sentence));
    }

    void whatASpreadsheetMakesOfAnIdIsKnown_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("cell");
        QTest::addColumn<bool>("same");
        QTest::newRow("leading zeros") << u"0042"_s << u"42"_s << true;
        QTest::newRow("many digits") << u"12345678901234567890"_s << u"1.23457E+19"_s << true;
        QTest::newRow("with a decimal comma") << u"12345678901234567890"_s << u"1,23457E+19"_s << true;
        QTest::newRow("another number") << u"42"_s << u"43"_s << false;
        QTest::newRow("a word") << u"inf"_s << u"5"_s << false;
        QTest::newRow("spaces") << u"a b"_s << u"a  b"_s << false;
    }
    void whatASpreadsheetMakesOfAnIdIsKnown()
    {
        QFETCH(QString, id);
        QFETCH(QString, cell);
        QFETCH(bool, same);
        const auto sheet = read({{add(id, u"A"_s), cell, u"ignore"_s, QString()}});
        QCOMPARE(sheet.lines.size(), same ? 1 : 0);
        QCOMPARE(sheet.faults.size(), same ? 0 : 1);
    }

    void textsFromOutsideComeBackAsTheyAre_data()
    {
        QTest::addColumn<QString>("text");
        for (const auto &text : {u"=1+1"_s, u"'=1"_s, u"''@x"_s, u"a\"b\",c;d"_s, u"two\r\nlines"_s,
                                 u"<b>Bo</b>"_s, u"\u202Eoj"_s, u"👩‍💻 Bo"_s, u" 7 "_s})
            QTest::addRow("%s", qPrintable(text.toHtmlEscaped().simplified())) << text;
    }
    void textsFromOutsideComeBackAsTheyAre()
    {
        QFETCH(QString, text);
        const auto id = add(text, text);
        auto cells = sheetRow(*store().get(id), {});
        cells[sheetTitles().indexOf(u"decision"_s)] = u"create"_s;
        const auto sheet = read(csvLine(sheetTitles()) + csvLine(cells));
        QVERIFY(sheet);
        QCOMPARE(sheet->faults.size(), 0);
        QCOMPARE(sheet->lines.size(), 1);
        QCOMPARE(sheet->lines.first().entityName, text);
    }

    void whatIsNoSheetIsRefused()
    {
        QCOMPARE(read(QByteArray()).error().code, ErrorCode::InvalidArgument);
        QVERIFY(read("name,age\r\nBo,3\r\n").error().detail.contains(u"\"identity\""_s));
        QVERIFY(!read("identity,\"x\r\n"));
    }

    void aFailingStoreIsNoFaultOfALine()
    {
        const auto a = add(u"1"_s, u"A"_s);
        m_fixture->change(u"ALTER TABLE provider RENAME TO away"_s);
        const auto text = QByteArray("identity,external_id,decision,entity\r\n") +
                          QByteArray::number(a.value) + ",1,ignore,\r\n";
        const auto sheet = read(text);
        QVERIFY(!sheet);
        QCOMPARE(sheet.error().code, ErrorCode::Internal);
    }

private:
    /// The whole of it, in shares of two lines.
    Result<SheetDecisions> read(const QByteArray &text)
    {
        SheetReading reading(text);
        for (;;) {
            const auto all = reading.takeSome(m_fixture->db(), 2);
            if (!all)
                return all.error();
            if (*all)
                return reading.decisions();
        }
    }
    IdentityStore store() { return IdentityStore(m_fixture->db()); }
    struct Line {
        IdentityId identity;
        QString externalId;
        QString decision;
        QString entity;
    };
    IdentityId add(const QString &externalId, const QString &name)
    {
        return m_fixture->identity(m_zapier, EntityKind::Agent, externalId, name);
    }
    SheetDecisions read(const QList<Line> &lines)
    {
        auto text = csvLine({u"identity"_s, u"external_id"_s, u"decision"_s, u"entity"_s});
        for (const auto &line : lines)
            text +=
                csvLine({QString::number(line.identity.value), line.externalId, line.decision, line.entity});
        const auto sheet = read(text);
        return sheet ? *sheet : SheetDecisions{};
    }

    const Decider m_person{Decider::Kind::Person, u"root"_s};
    std::unique_ptr<LinkingFixture> m_fixture;
    ProviderId m_zapier;
    EntityId m_bo;
};

QTEST_GUILESS_MAIN(TestIdentitySheet)
#include "tst_identitysheet.moc"
