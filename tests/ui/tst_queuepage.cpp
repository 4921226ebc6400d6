// SPDX-License-Identifier: GPL-3.0-or-later
// The queue, by its keys: one decision at a time.
#include "tests/ui/queuedesk.h"

#include "ui/emptystate.h"
#include "ui/identitypane.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace salesdesk;
using namespace Qt::StringLiterals;

class tst_queuepage final : public QObject, private QueueDesk
{
    Q_OBJECT
private Q_SLOTS:
    void init() { open(); }
    void cleanup() { close(); }
    void acceptsWithEnter();
    void sortsByValueOrAsChosen();
    void choosesByTyping();
    void createsIgnoresAndSkips();
    void showsTheIgnored();
    void rejectsAndOffersTheNext();
    void doesNotTakeTheAmbiguousWithEnter();
    void takesACandidateByItsNumber();
    void whatItMayBeFollowsTheFacts();
    void undoesAndRedoes();
    void offersTheSameForItsNamesakes();
    void bringsBackWhatCouldNotBeDecided();
};

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
    QTRY_COMPARE(said(), u"1 activity, € 300.00 now counts for Bo Jansen."_s);
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
    QTRY_COMPARE(said(), u"1 activity, € 300.00 now counts for Bert."_s);
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

void tst_queuepage::whatItMayBeFollowsTheFacts()
{
    send(u"1"_s, u"Anna"_s);
    show();
    m_page->resize(1600, 1000); // the pane is narrow, high
    waitForRows(1);
    const auto *pane = m_page->findChild<IdentityPane *>();
    const auto *heading = child<QLabel>(u"candidatesHeading"_s);
    QTRY_VERIFY(!heading->text().isEmpty());
    m_page->grab(); // lays it out
    QVERIFY(pane->height() > pane->width());
    QVERIFY(heading->mapTo(pane, QPoint()).y() < pane->height() / 4);
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
    QCOMPARE(m_page->banner()->tone(), Tone::Warning); // nothing failed
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

QTEST_MAIN(tst_queuepage)
#include "tst_queuepage.moc"
