// SPDX-License-Identifier: GPL-3.0-or-later
// The queue, by its keys: each decision, and 500 identities against 500 agents in under 60 presses.
#include "tests/model/domain/noisynames.h"
#include "tests/ui/desk.h"

#include "model/store/connection.h"
#include "model/tables/identitytablemodel.h"
#include "model/tables/linktexts.h"
#include "ui/banner.h"
#include "ui/emptystate.h"
#include "ui/entitychooser.h"
#include "ui/identitypane.h"
#include "ui/queuepage.h"
#include "ui/tableview.h"

#include <QComboBox>
#include <QDialog>
#include <QDoubleSpinBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace salesdesk;
using namespace Qt::StringLiterals;

class tst_queuepage final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void acceptsWithEnter();
    void sortsByValueOrAsChosen();
    void choosesByTyping();
    void createsIgnoresAndSkips();
    void showsTheIgnored();
    void rejectsAndOffersTheNext();
    void doesNotTakeTheAmbiguousWithEnter();
    void takesACandidateByItsNumber();
    void undoesAndRedoes();
    void offersTheSameForItsNamesakes();
    void bringsBackWhatCouldNotBeDecided();
    void saysWhatBulkWouldTake();
    void leavesOutWhatIsUnticked();
    void createsWhatHasNoCandidate();
    void undoesFromTheHistory();
    void goesOutAsASheetAndComesBack();
    void saysWhatIsWrongWithASheet();
    void doesFiveHundredInSixtyPresses_data();
    void doesFiveHundredInSixtyPresses();

private:
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        pressOn(m_table, key, modifiers);
    }
    void pressOn(QWidget *widget, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        ++m_presses;
        QTest::keyClick(widget, key, modifiers);
    }
    [[nodiscard]] QString cell(int row, int column) const
    {
        return m_table->model()->index(row, column).data().toString();
    }
    [[nodiscard]] int rows() const { return m_table->model()->rowCount(); }
    [[nodiscard]] QString name(int row) const { return cell(row, IdentityTableModel::NameColumn); }
    /// With plain spaces.
    [[nodiscard]] QString said() const { return m_page->banner()->text().replace(QChar::Nbsp, u' '); }
    template <typename T>
    [[nodiscard]] T *child(const QString &name) const
    {
        return m_page->findChild<T *>(name);
    }
    /// An agent that a call names, with a value that waits.
    void send(const QString &id, const QString &name, int euros = 100, const QString &email = {})
    {
        send(m_crm, id, name, euros, email);
    }
    void send(const ProviderStore::Added &provider, const QString &id, const QString &name, int euros = 100,
              const QString &email = {})
    {
        QCOMPARE(m_desk->send(provider, Endpoint::Activities, body(id, name, euros, email)).reason,
                 CallReason::Created);
    }
    static QByteArray body(const QString &id, const QString &name, int euros, const QString &email)
    {
        const auto text = u"{\"id\":\"%1\",\"type\":\"Sale\",\"agent_id\":\"%1\",\"agent_name\":\"%2\","
                          u"\"moment\":\"2025-12-10\","
                          "\"value\":%3,\"value_is_money\":true%4}"_s.arg(
                              id, name, QString::number(euros),
                              email.isEmpty() ? QString() : u",\"agent_email\":\"%1\""_s.arg(email));
        return text.toUtf8();
    }
    void show()
    {
        m_page = std::make_unique<QueuePage>(*m_desk->workspace);
        m_page->resize(1280, 800);
        m_page->show();
        m_table = m_page->findChild<TableView *>(u"identityTable"_s);
    }
    /// Until the list has `count` rows and each has been judged.
    void waitForRows(int count) { QTRY_COMPARE(rows(), count); }
    void waitForSuggestion(int row, const QString &entity)
    {
        QTRY_COMPARE(cell(row, IdentityTableModel::SuggestionColumn), entity);
    }
    Identity stored(const QString &externalId)
    {
        return m_desk->written<Identity>(
            [&](Connection &db) { return IdentityStore(db).find(u"CRM:"_s + externalId); });
    }
    using Truths = QHash<QString, std::optional<EntityId>>; ///< by external ID; none for nobody
    /// The set in the store: its teams, its agents, and a call for each identity.
    Truths fill(const NoisySet &set)
    {
        QHash<EntityId, EntityId> numbers; // of the set: in the store
        m_desk->written<Done>([&](Connection &db) -> Result<Done> {
            for (auto agent : set.agents) {
                if (!numbers.contains(*agent.team)) {
                    Entity team;
                    team.kind = EntityKind::Team;
                    team.name = agent.teamName;
                    const auto added = EntityStore(db).add(team);
                    if (!added.ok())
                        return added.error();
                    numbers.insert(*agent.team, added->id);
                }
                agent.team = numbers.value(*agent.team);
                const auto added = EntityStore(db).add(agent);
                if (!added.ok())
                    return added.error();
                numbers.insert(agent.id, added->id);
            }
            return Done{};
        });
        Truths truths;
        QList<QFuture<Result<CallOutcome>>> calls;
        for (const auto &[identity, truth, noise] : set.identities) {
            truths.insert(identity.externalId,
                          truth.isValid() ? std::optional(numbers.value(truth)) : std::nullopt);
            auto text = body(identity.externalId, identity.name, 100, identity.email);
            if (!identity.teamName.isEmpty()) {
                text.chop(1);
                text += u",\"agent_team_id\":\"%1\",\"agent_team_name\":\"%1\"}"_s.arg(identity.teamName)
                            .toUtf8();
            }
            calls.append(
                m_desk->workspace->process(m_desk->call(m_crm, Endpoint::Activities, text), false, {}));
        }
        for (auto &call : calls)
            call.waitForFinished();
        // The teams are of another day.
        m_desk->written<qint64>(
            [](Connection &db) { return db.change(u"UPDATE identity SET ignored = 1 WHERE kind = 1"_s); });
        return truths;
    }
    qint64 waiting()
    {
        return m_desk->written<qint64>([](Connection &db) { return IdentityStore(db).count({}); });
    }
    /// In the open dialog: those who are on the team, and whom the rules did not find, are not created again.
    void leaveOutWhoIsKnown(const Truths &truths)
    {
        auto *table = dialog(u"bulkDialog"_s)->findChild<QTableView *>(u"bulkTable"_s);
        QSet<QString> known; // as they are written
        for (auto it = truths.cbegin(); it != truths.cend(); ++it) {
            if (it.value())
                known.insert(nameOf(stored(it.key())));
        }
        int last = -1;
        for (int row = 0; row < table->model()->rowCount(); ++row)
            last = known.contains(table->model()->index(row, 0).data().toString()) ? row : last;
        for (int row = 0; row <= last; ++row)
            pressOn(table, known.contains(table->model()->index(row, 0).data().toString()) ? Qt::Key_Space
                                                                                           : Qt::Key_Down);
    }
    /// Decides on the current row, with one key where the screen offers the right one.
    void review(const Truths &truths)
    {
        const auto &model = static_cast<const IdentityTableModel &>(*m_table->model());
        auto *pane = m_page->findChild<IdentityPane *>();
        QTRY_VERIFY(!child<QLabel>(u"candidatesHeading"_s)->text().isEmpty());
        const auto row = model.row(m_table->currentIndex().row());
        const auto truth = truths.value(row.identity.externalId);
        const int before = rows();
        if (!truth) {
            const bool generic =
                isGenericName(row.identity.name) || row.identity.email.startsWith(u"info@"_s);
            press(generic ? Qt::Key_I : Qt::Key_N);
        } else if (row.best && !row.ambiguous && row.best->entity == *truth) {
            press(Qt::Key_Return);
        } else {
            for (int number = 0; number < pane->offers().size(); ++number) {
                if (pane->offers().at(number).entity.id == *truth) {
                    press(static_cast<Qt::Key>(Qt::Key_1 + number));
                    QCOMPARE(rows(), before - 1);
                    return;
                }
            }
            type(*truth);
        }
        QTRY_COMPARE(rows(), before - 1);
    }
    /// The fewest letters of first and last name that leave one of that name on top.
    static QString shortestFor(const EntityChooser &chooser, QLineEdit &search, const QString &name)
    {
        const auto first = normalisedName(name.section(u' ', 0, 0)); // without accents
        const auto last = normalisedName(name.section(u' ', -1));
        for (int length = 0; length <= name.size(); ++length) {
            for (int ofLast = 0; ofLast <= length; ++ofLast) {
                const auto text = ofLast == 0 ? first.left(length)
                                              : last.left(ofLast) + u' ' + first.left(length - ofLast - 1);
                search.setText(text);
                if (text.size() == length && chooser.chosenName() == name) {
                    search.clear();
                    return text;
                }
            }
        }
        return normalisedName(name);
    }
    /// Chooses by typing: as many letters as it takes.
    void type(EntityId wanted)
    {
        const auto name =
            m_desk->written<Entity>([&](Connection &db) { return EntityStore(db).get(wanted); }).name;
        press(Qt::Key_Slash);
        QTRY_VERIFY(dialog(u"entityChooser"_s));
        auto *chooser = static_cast<EntityChooser *>(dialog(u"entityChooser"_s));
        auto *search = chooser->findChild<QLineEdit *>(u"search"_s);
        const auto typed = shortestFor(*chooser, *search, name);
        m_presses += static_cast<int>(typed.size());
        QTest::keyClicks(search, typed);
        for (int same = 0; same < 3 && chooser->chosen() != wanted; ++same)
            pressOn(search, Qt::Key_Down);
        QVERIFY2(chooser->chosen() == wanted, qPrintable(name + u" by \"%1\""_s.arg(typed)));
        pressOn(search, Qt::Key_Return);
    }
    /// The one that is open; one that was closed may be there still.
    QDialog *dialog(const QString &name)
    {
        for (auto *box : m_page->findChildren<QDialog *>(name)) {
            if (box->isVisible())
                return box;
        }
        return nullptr;
    }

    std::unique_ptr<Desk> m_desk;
    ProviderStore::Added m_crm;
    ProviderStore::Added m_zapier;
    std::unique_ptr<QueuePage> m_page;
    TableView *m_table = nullptr;
    int m_presses = 0;
};

void tst_queuepage::init()
{
    m_desk = std::make_unique<Desk>();
    m_crm = m_desk->addProvider(u"CRM"_s);
    m_zapier = m_desk->addProvider(u"Zapier"_s);
    m_desk->written<Done>([this](Connection &db) -> Result<Done> {
        ProviderStore store(db);
        for (const auto &provider : {m_crm.provider, m_zapier.provider}) {
            if (const auto done = store.setCreateUsers(provider.id, false); !done.ok())
                return done;
        }
        return Done{};
    });
    m_presses = 0;
}

void tst_queuepage::cleanup()
{
    m_page.reset();
    m_desk.reset();
}

void tst_queuepage::acceptsWithEnter()
{
    m_desk->addEntity(EntityKind::Agent, u"Bo Jansen"_s);
    send(u"1"_s, u"Jansen, Bo"_s, 300);
    send(u"2"_s, u"Kim Willems"_s, 200);
    show();
    waitForRows(2);
    waitForSuggestion(0, u"Bo Jansen"_s);
    QCOMPARE(cell(0, IdentityTableModel::ScoreColumn), u"0.95"_s);
    QCOMPARE(cell(0, IdentityTableModel::ReasonColumn), u"same name"_s);
    QTRY_COMPARE(child<QLabel>(u"identityTitle"_s)->text(), u"Jansen, Bo"_s);
    press(Qt::Key_Return);
    QCOMPARE(rows(), 1); // at once, before it is written
    QCOMPARE(m_table->currentIndex().row(), 0);
    QCOMPARE(name(0), u"Kim Willems"_s);
    QTRY_COMPARE(said(), u"1 record, € 300.00 now count for Bo Jansen."_s);
    const auto linked = stored(u"1"_s);
    QCOMPARE(linked.linkedToName, u"Bo Jansen"_s);
    QCOMPARE(linked.linkedFor, u"same name"_s);
    press(Qt::Key_Return); // nothing is suggested: nothing happens
    QCOMPARE(rows(), 1);
}

void tst_queuepage::sortsByValueOrAsChosen()
{
    send(u"1"_s, u"Bert"_s, 100);
    send(u"2"_s, u"Anna"_s, 300);
    send(u"3"_s, u"Cas"_s, 200);
    show();
    waitForRows(3);
    QCOMPARE(name(0) + name(1) + name(2), u"AnnaCasBert"_s);
    m_table->sortByColumn(IdentityTableModel::NameColumn, Qt::AscendingOrder);
    QTRY_COMPARE(name(0) + name(1) + name(2), u"AnnaBertCas"_s);
    m_table->sortByColumn(IdentityTableModel::NameColumn, Qt::DescendingOrder);
    QTRY_COMPARE(name(0) + name(1) + name(2), u"CasBertAnna"_s);
    child<QLineEdit>(u"filter"_s)->setText(u"be"_s);
    QTRY_COMPARE(rows(), 1);
    child<QLineEdit>(u"filter"_s)->setText(u"zzz"_s);
    QTRY_COMPARE(rows(), 0);
    QVERIFY(m_table->emptyState()->isVisible());
    Q_EMIT m_table->emptyState()->triggered();
    QTRY_COMPARE(rows(), 3);
    child<QComboBox>(u"kindFilter"_s)->setCurrentIndex(2);
    QTRY_COMPARE(rows(), 0);
    child<QComboBox>(u"kindFilter"_s)->setCurrentIndex(0);
    auto *providers = child<QComboBox>(u"providerFilter"_s);
    providers->setCurrentIndex(providers->findText(u"Zapier"_s));
    QTRY_COMPARE(rows(), 0);
}

void tst_queuepage::choosesByTyping()
{
    m_desk->addEntity(EntityKind::Agent, u"Zoë van den Berg"_s);
    m_desk->addEntity(EntityKind::Agent, u"Bo Jansen"_s, u"bo@example.com"_s);
    send(u"1"_s, u"somebody"_s);
    show();
    waitForRows(1);
    press(Qt::Key_Slash);
    QTRY_VERIFY(dialog(u"entityChooser"_s));
    auto *search = dialog(u"entityChooser"_s)->findChild<QLineEdit *>(u"search"_s);
    search->setText(u"bo@ex"_s);
    QVERIFY(dialog(u"entityChooser"_s)->findChild<QPushButton *>(u"accept"_s)->isEnabled());
    search->setText(u"berg zoe"_s); // in any order, without accents
    QTest::keyClick(search, Qt::Key_Return);
    QTRY_COMPARE(stored(u"1"_s).linkedToName, u"Zoë van den Berg"_s);
    QCOMPARE(stored(u"1"_s).linkedFor, QString());
}

void tst_queuepage::createsIgnoresAndSkips()
{
    send(u"1"_s, u"Anna"_s, 400);
    send(u"2"_s, u"Bert"_s, 300);
    send(u"3"_s, u"Cas"_s, 200);
    show();
    waitForRows(3);
    press(Qt::Key_S);
    QCOMPARE(m_table->currentIndex().row(), 1);
    press(Qt::Key_N);
    QTRY_COMPARE(stored(u"2"_s).linkedToName, u"Bert"_s);
    QCOMPARE(m_table->currentIndex().row(), 1);
    QCOMPARE(name(1), u"Cas"_s);
    QTRY_COMPARE(said(), u"1 record, € 300.00 now count for Bert."_s);
    press(Qt::Key_I);
    QTRY_VERIFY(stored(u"3"_s).ignored);
    QTRY_COMPARE(said(), u"Cas is ignored."_s);
    QTRY_COMPARE(rows(), 1);
    QCOMPARE(m_table->currentIndex().row(), 0);
    press(Qt::Key_S); // the only one: it stays
    QCOMPARE(m_table->currentIndex().row(), 0);
}

void tst_queuepage::showsTheIgnored()
{
    send(u"1"_s, u"Anna"_s);
    show();
    waitForRows(1);
    press(Qt::Key_I);
    QTRY_COMPARE(rows(), 0);
    QTRY_VERIFY(stored(u"1"_s).ignored);
    auto *state = child<QComboBox>(u"stateFilter"_s);
    state->setCurrentIndex(2);
    QTRY_COMPARE(rows(), 1);
    QTRY_VERIFY(child<QPushButton>(u"ignore"_s)->text().startsWith(u"Stop Ignoring"_s));
    press(Qt::Key_I);
    QTRY_VERIFY(!stored(u"1"_s).ignored);
    QTRY_COMPARE(rows(), 0);
    state->setCurrentIndex(1);
    QTRY_COMPARE(rows(), 1);
    press(Qt::Key_I); // it stays in a list that has both
    QTRY_COMPARE(cell(0, IdentityTableModel::LinkedColumn), u"ignored"_s);
}

void tst_queuepage::rejectsAndOffersTheNext()
{
    m_desk->addEntity(EntityKind::Agent, u"Bo Jansen"_s);
    m_desk->addEntity(EntityKind::Agent, u"Bo Janssens"_s);
    send(u"1"_s, u"Bo Jansen"_s);
    show();
    waitForRows(1);
    waitForSuggestion(0, u"Bo Jansen"_s);
    press(Qt::Key_X);
    waitForSuggestion(0, u"Bo Janssens"_s);
    QCOMPARE(rows(), 1);
    QTRY_COMPARE(said(), u"Bo Jansen is not suggested for Bo Jansen again."_s);
    press(Qt::Key_X);
    waitForSuggestion(0, QString());
    press(Qt::Key_Z);
    waitForSuggestion(0, u"Bo Janssens"_s);
}

void tst_queuepage::doesNotTakeTheAmbiguousWithEnter()
{
    m_desk->addEntity(EntityKind::Agent, u"Bo Jansen"_s);
    m_desk->addEntity(EntityKind::Agent, u"Bo Jansen"_s);
    send(u"1"_s, u"Bo Jansen"_s);
    show();
    waitForRows(1);
    waitForSuggestion(0, u"Bo Jansen"_s);
    QCOMPARE(cell(0, IdentityTableModel::ReasonColumn), u"same name, another is close"_s);
    press(Qt::Key_Return);
    QVERIFY(said().contains(u"number"_s));
    QCOMPARE(rows(), 1);
    QVERIFY(!stored(u"1"_s).linkedTo);
}

void tst_queuepage::takesACandidateByItsNumber()
{
    m_desk->addEntity(EntityKind::Agent, u"Bo Jansen"_s);
    const auto second = m_desk->addEntity(EntityKind::Agent, u"Bas Jansen"_s);
    send(u"1"_s, u"B. Jansen"_s);
    show();
    waitForRows(1);
    auto *pane = m_page->findChild<IdentityPane *>();
    QTRY_COMPARE(pane->offers().size(), 2);
    press(Qt::Key_5); // there is no fifth
    QCOMPARE(rows(), 1);
    press(Qt::Key_2);
    QTRY_COMPARE(stored(u"1"_s).linkedTo, std::optional(second.id));
    QCOMPARE(stored(u"1"_s).linkedFor, u"same name with initials"_s);
}

void tst_queuepage::undoesAndRedoes()
{
    send(u"1"_s, u"Anna"_s, 400);
    send(u"2"_s, u"Bert"_s, 300);
    show();
    waitForRows(2);
    press(Qt::Key_S);
    press(Qt::Key_N);
    QTRY_COMPARE(stored(u"2"_s).linkedToName, u"Bert"_s);
    press(Qt::Key_Z);
    QTRY_COMPARE(rows(), 2);
    QTRY_COMPARE(m_table->currentIndex().row(), 1); // back where it was
    QVERIFY(said().startsWith(u"Undone: "_s));
    press(Qt::Key_Y);
    QTRY_COMPARE(rows(), 1);
    press(Qt::Key_Z);
    QTRY_COMPARE(rows(), 2);
    press(Qt::Key_Z, Qt::ShiftModifier);
    QTRY_COMPARE(rows(), 1);
    press(Qt::Key_Y);
    QTRY_COMPARE(said(), u"There is nothing to do again."_s);
}

void tst_queuepage::offersTheSameForItsNamesakes()
{
    m_desk->addEntity(EntityKind::Agent, u"Robert Jansen"_s);
    send(u"1"_s, u"Bobby J"_s, 500);
    send(m_zapier, u"7"_s, u"J, Bobby"_s, 100);
    show();
    waitForRows(2);
    press(Qt::Key_D); // nothing is offered yet
    QCOMPARE(rows(), 2);
    press(Qt::Key_Slash);
    QTRY_VERIFY(dialog(u"entityChooser"_s));
    QTest::keyClick(dialog(u"entityChooser"_s)->findChild<QLineEdit *>(u"search"_s), Qt::Key_R);
    QTest::keyClick(dialog(u"entityChooser"_s)->findChild<QLineEdit *>(u"search"_s), Qt::Key_Return);
    QTRY_VERIFY2(said().contains(u"Zapier:7: the same name."_s), qPrintable(said()));
    QCOMPARE(rows(), 1); // never assumed
    press(Qt::Key_D);
    QTRY_COMPARE(rows(), 0);
    QTRY_VERIFY(said().contains(u"€ 100.00"_s));
    press(Qt::Key_Z); // a step of its own
    QTRY_COMPARE(rows(), 1);
    QVERIFY(stored(u"1"_s).linkedTo);
}

void tst_queuepage::bringsBackWhatCouldNotBeDecided()
{
    // A team of that name is there: creating another one is refused.
    m_desk->addEntity(EntityKind::Team, u"North"_s);
    m_desk->sendActivity(m_crm, "1", R"(,"agent_team_id":"4","agent_team_name":"North")");
    show();
    waitForRows(2);
    child<QLineEdit>(u"filter"_s)->setText(u"North"_s);
    waitForRows(1);
    press(Qt::Key_N);
    QCOMPARE(rows(), 0);
    QTRY_COMPARE(rows(), 1);
    QVERIFY2(said().contains(u"There is a team named"_s), qPrintable(said()));
}

void tst_queuepage::saysWhatBulkWouldTake()
{
    m_desk->addEntity(EntityKind::Agent, u"Bo Jansen"_s);
    m_desk->addEntity(EntityKind::Agent, u"Noa Visser"_s);
    m_desk->addEntity(EntityKind::Agent, u"Kim Smit"_s);
    m_desk->addEntity(EntityKind::Agent, u"Kim Smit"_s);
    send(u"1"_s, u"Jansen, Bo"_s, 100);
    send(u"2"_s, u"N. Visser"_s, 200);
    send(u"3"_s, u"Kim Smit"_s);
    show();
    waitForRows(3);
    auto *button = child<QPushButton>(u"bulkAccept"_s);
    QTRY_COMPARE(button->text(), u"Accept 1 above 0.90…  A"_s);
    press(Qt::Key_A);
    auto *box = dialog(u"bulkDialog"_s);
    QVERIFY(box);
    auto *table = box->findChild<QTableView *>(u"bulkTable"_s);
    QCOMPARE(table->model()->rowCount(), 1);
    auto *summary = box->findChild<QLabel *>(u"bulkSummary"_s);
    QVERIFY2(summary->text()
                 .replace(QChar::Nbsp, u' ')
                 .startsWith(u"1 identity is linked; 1 record, € 100.00 count then."_s),
             qPrintable(summary->text()));
    QVERIFY(summary->text().contains(u"another candidate"_s));
    pressOn(table, Qt::Key_Minus);
    QCOMPARE(table->model()->rowCount(), 2);
    QCOMPARE(table->model()->index(0, 0).data().toString(), u"N. Visser"_s); // the least certain first
    pressOn(table, Qt::Key_Plus);
    QCOMPARE(table->model()->rowCount(), 1);
    pressOn(table, Qt::Key_Minus);
    pressOn(table, Qt::Key_Return);
    QTRY_COMPARE(rows(), 1);
    QTRY_VERIFY2(said().contains(u"€ 300.00"_s), qPrintable(said()));
    press(Qt::Key_Z); // one step
    QTRY_COMPARE(rows(), 3);
}

void tst_queuepage::leavesOutWhatIsUnticked()
{
    m_desk->addEntity(EntityKind::Agent, u"Bo Jansen"_s);
    m_desk->addEntity(EntityKind::Agent, u"Noa Visser"_s);
    send(u"1"_s, u"Bo Jansen"_s, 100);
    send(u"2"_s, u"Noa Visser"_s, 200);
    show();
    QTRY_VERIFY(child<QPushButton>(u"bulkAccept"_s)->text().contains(u" 2 "_s));
    press(Qt::Key_A);
    auto *table = dialog(u"bulkDialog"_s)->findChild<QTableView *>(u"bulkTable"_s);
    const auto first = table->model()->index(0, 0).data().toString();
    pressOn(table, Qt::Key_Space);
    QCOMPARE(dialog(u"bulkDialog"_s)->findChild<QPushButton *>(u"accept"_s)->text(), u"Accept 1"_s);
    QVERIFY(table->model()->setData(table->model()->index(1, 0), Qt::Unchecked, Qt::CheckStateRole));
    QVERIFY(!dialog(u"bulkDialog"_s)->findChild<QPushButton *>(u"accept"_s)->isEnabled());
    QVERIFY(table->model()->setData(table->model()->index(1, 0), Qt::Checked, Qt::CheckStateRole));
    pressOn(table, Qt::Key_Return);
    QTRY_COMPARE(rows(), 1);
    QTRY_COMPARE(name(0), first);
}

void tst_queuepage::createsWhatHasNoCandidate()
{
    send(u"1"_s, u"Anna"_s);
    send(m_zapier, u"2"_s, u"anna"_s);
    send(u"3"_s, u"Test"_s);
    show();
    waitForRows(3);
    QTRY_COMPARE(child<QPushButton>(u"bulkCreate"_s)->text(), u"Create 2 without a candidate…  C"_s);
    QVERIFY(!child<QPushButton>(u"bulkAccept"_s)->isEnabled());
    press(Qt::Key_C);
    QVERIFY(dialog(u"bulkDialog"_s)->findChild<QLabel *>(u"bulkSummary"_s)->text().contains(u"\"test\""_s));
    pressOn(dialog(u"bulkDialog"_s)->findChild<QTableView *>(u"bulkTable"_s), Qt::Key_Return);
    QTRY_COMPARE(rows(), 1);
    QTRY_VERIFY2(said().endsWith(u"Created: 1."_s), qPrintable(said()));
}

void tst_queuepage::undoesFromTheHistory()
{
    send(u"1"_s, u"Anna"_s);
    send(u"2"_s, u"Bert"_s);
    show();
    waitForRows(2);
    press(Qt::Key_I);
    press(Qt::Key_I);
    QTRY_VERIFY(stored(u"1"_s).ignored && stored(u"2"_s).ignored);
    child<QPushButton>(u"history"_s)->click();
    auto *table = dialog(u"historyDialog"_s)->findChild<TableView *>(u"historyTable"_s);
    QTRY_COMPARE(table->model()->rowCount(), 2);
    table->setCurrentIndex(table->model()->index(1, 0)); // the older one
    dialog(u"historyDialog"_s)->findChild<QPushButton *>(u"undoStep"_s)->click();
    QTRY_COMPARE(rows(), 1);
    QTRY_VERIFY(dialog(u"historyDialog"_s)->findChild<QPushButton *>(u"redoStep"_s)->isEnabled());
    dialog(u"historyDialog"_s)->findChild<QPushButton *>(u"redoStep"_s)->click();
    QTRY_COMPARE(rows(), 0);
    dialog(u"historyDialog"_s)->reject();
}

void tst_queuepage::goesOutAsASheetAndComesBack()
{
    m_desk->addEntity(EntityKind::Agent, u"Bo Jansen"_s);
    send(u"1"_s, u"=cmd|' /C calc'!A0"_s);
    send(u"2"_s, u"Bo Jansen"_s);
    send(u"3"_s, u"Anna"_s);
    show();
    waitForRows(3);
    const auto path = m_desk->folder.filePath(u"queue.csv"_s);
    m_page->exportTo(path);
    QTRY_VERIFY2(said().startsWith(u"3 identities are in"_s), qPrintable(said()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    auto text = QString::fromUtf8(file.readAll());
    QVERIFY2(text.contains(u"'=cmd|"_s), qPrintable(text));
    // As a person fills it in.
    auto lines = text.split(u"\r\n"_s);
    for (auto &line : lines) {
        if (line.contains(u"=cmd"_s))
            line.chop(2), line += u",ignore,"_s;
        else if (line.contains(u"same name"_s))
            line.chop(2), line += u",accept,"_s;
        else if (line.contains(u"Anna"_s))
            line.chop(2), line += u",create,Anna Bakker"_s;
    }
    file.resize(0);
    file.seek(0);
    file.write(lines.join(u"\r\n"_s).toUtf8());
    file.close();
    m_page->importFrom(path);
    QTRY_VERIFY(dialog(u"importDialog"_s));
    QCOMPARE(dialog(u"importDialog"_s)->findChild<QListWidget *>(u"importLines"_s)->count(), 3);
    QCOMPARE(rows(), 3); // nothing is done yet
    dialog(u"importDialog"_s)->findChild<QPushButton *>(u"accept"_s)->click();
    QTRY_COMPARE(rows(), 0);
    QTRY_VERIFY(stored(u"1"_s).ignored);
    QCOMPARE(stored(u"2"_s).linkedToName, u"Bo Jansen"_s);
    QCOMPARE(stored(u"3"_s).linkedToName, u"Anna Bakker"_s);
    press(Qt::Key_Z);
    QTRY_COMPARE(rows(), 3);
}

void tst_queuepage::saysWhatIsWrongWithASheet()
{
    send(u"1"_s, u"Anna"_s);
    show();
    waitForRows(1);
    const auto path = m_desk->folder.filePath(u"queue.csv"_s);
    m_page->importFrom(path);
    QVERIFY2(said().contains(u"cannot be read"_s), qPrintable(said()));
    m_page->exportTo(m_desk->folder.filePath(u"no such folder/queue.csv"_s));
    QTRY_VERIFY2(said().contains(u"cannot be written"_s), qPrintable(said()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("name;age\r\nAnna;3\r\n");
    file.close();
    m_page->importFrom(path);
    QTRY_VERIFY2(said().contains(u"no column \"identity\""_s), qPrintable(said()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("identity;external_id;decision;entity\r\n1;1;marry;\r\n1;1;;\r\n");
    file.close();
    m_page->importFrom(path);
    QTRY_VERIFY(dialog(u"importDialog"_s));
    QVERIFY(!dialog(u"importDialog"_s)->findChild<QPushButton *>(u"accept"_s)->isEnabled());
    auto *list = dialog(u"importDialog"_s)->findChild<QListWidget *>(u"importLines"_s);
    QCOMPARE(list->count(), 1);
    QVERIFY2(list->item(0)->text().startsWith(u"Line 2: \"marry\""_s), qPrintable(list->item(0)->text()));
    dialog(u"importDialog"_s)->reject();
}

/// What a person does who knows the team: takes what is certain, creates who is new (leaving those out who
/// are not), and decides on the rest one by one.
void tst_queuepage::doesFiveHundredInSixtyPresses_data()
{
    QTest::addColumn<quint32>("seed");
    for (const quint32 seed : {1U, 4U, 9U})
        QTest::addRow("seed %u", seed) << seed;
}

void tst_queuepage::doesFiveHundredInSixtyPresses()
{
    QFETCH(quint32, seed);
    const auto set = noisySet(seed, 500, 500, 2);
    const auto truths = fill(set);
    show();
    auto *accept = child<QPushButton>(u"bulkAccept"_s);
    auto *create = child<QPushButton>(u"bulkCreate"_s);
    QTRY_VERIFY(accept->isEnabled());
    m_presses = 0;
    press(Qt::Key_A);
    pressOn(dialog(u"bulkDialog"_s)->findChild<QTableView *>(u"bulkTable"_s), Qt::Key_Return);
    QTRY_VERIFY(said().contains(u"are decided on"_s));
    QTRY_VERIFY(accept->text().startsWith(u"Accept 0 "_s));
    const int certain = 500 - rows();

    if (create->isEnabled()) { // of some sets nobody is new
        press(Qt::Key_C);
        leaveOutWhoIsKnown(truths);
        pressOn(dialog(u"bulkDialog"_s)->findChild<QTableView *>(u"bulkTable"_s), Qt::Key_Return);
        QTRY_VERIFY(said().contains(u"Created: "_s));
        QTRY_VERIFY(!dialog(u"bulkDialog"_s));
    }
    const int inBulk = 500 - rows();

    while (rows() > 0 && m_presses < 100 && !QTest::currentTestFailed())
        review(truths);
    QTRY_COMPARE(waiting(), 0);
    int wrong = 0;
    for (const auto &one : set.identities) {
        const auto identity = stored(one.identity.externalId);
        if (one.truth.isValid() && identity.linkedTo != truths.value(identity.externalId))
            ++wrong;
    }
    qInfo("%d presses: %d accepted and %d created in bulk, %d reviewed, %d wrong", m_presses, certain,
          inBulk - certain, 500 - inBulk, wrong);
    QCOMPARE_LT(m_presses, 60);
    QCOMPARE(wrong, 0);
}

QTEST_MAIN(tst_queuepage)
#include "tst_queuepage.moc"
