// SPDX-License-Identifier: GPL-3.0-or-later
// The queue: several decisions at once, the history, and the sheet that goes out and comes back.
#include "tests/ui/queuedesk.h"

#include <QFile>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTableView>

using namespace salesdesk;
using namespace Qt::StringLiterals;

class tst_queuebulk final : public QObject, private QueueDesk
{
    Q_OBJECT
private Q_SLOTS:
    void init() { open(); }
    void cleanup() { close(); }
    void saysWhatBulkWouldTake();
    void leavesOutWhatIsUnticked();
    void createsWhatHasNoCandidate();
    void undoesFromTheHistory();
    void showsWhatABatchDecided();
    void goesOutAsASheetAndComesBack();
    void saysWhatIsWrongWithASheet();
    void stopsAnExportThatIsCancelled();
    void stopsAnImportThatIsCancelled();
};

void tst_queuebulk::saysWhatBulkWouldTake()
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
                 .startsWith(u"1 identity is linked. What counts then: 1 activity, € 100.00."_s),
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

void tst_queuebulk::leavesOutWhatIsUnticked()
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

void tst_queuebulk::createsWhatHasNoCandidate()
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

void tst_queuebulk::undoesFromTheHistory()
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

void tst_queuebulk::showsWhatABatchDecided()
{
    send(u"1"_s, u"Anna"_s);
    send(u"2"_s, u"Bert"_s);
    send(u"3"_s, u"Test"_s);
    show();
    waitForRows(3);
    m_table->setCurrentIndex(m_table->model()->index(2, 0)); // who is called Test
    press(Qt::Key_I);
    QTRY_VERIFY(child<QPushButton>(u"bulkCreate"_s)->text().startsWith(u"Create 2"_s));
    press(Qt::Key_C);
    pressOn(dialog(u"bulkDialog"_s)->findChild<QTableView *>(u"bulkTable"_s), Qt::Key_Return);
    QTRY_COMPARE(waiting(), 0);
    child<QPushButton>(u"history"_s)->click();
    auto *table = dialog(u"historyDialog"_s)->findChild<TableView *>(u"historyTable"_s);
    auto *decisions = dialog(u"historyDialog"_s)->findChild<QListWidget *>(u"stepDecisions"_s);
    QTRY_COMPARE(table->model()->rowCount(), 2);
    QTRY_COMPARE(decisions->count(), 2);
    QCOMPARE(decisions->item(0)->text(), u"Linked agent CRM:1 (Anna) to Anna"_s);
    table->setCurrentIndex(table->model()->index(1, 0));
    QTRY_COMPARE(decisions->count(), 1);
    QCOMPARE(decisions->item(0)->text(), u"Ignored agent CRM:3 (Test)"_s);
    dialog(u"historyDialog"_s)->reject();
}

void tst_queuebulk::goesOutAsASheetAndComesBack()
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

void tst_queuebulk::saysWhatIsWrongWithASheet()
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

void tst_queuebulk::stopsAnExportThatIsCancelled()
{
    send(u"1"_s, u"Anna"_s);
    show();
    waitForRows(1);
    const auto path = m_desk->folder.filePath(u"queue.csv"_s);
    m_page->exportTo(path);
    m_page->exportTo(path); // one at a time
    QVERIFY2(said().contains(u"cancel it first"_s), qPrintable(said()));
    Q_EMIT m_page->banner()->triggered();
    QCOMPARE(said(), u"The export was cancelled. No file was left."_s);
    m_page->exportTo(m_desk->folder.filePath(u"second.csv"_s)); // its answer comes after the first one's
    QTRY_VERIFY2(said().startsWith(u"1 identities are in"_s), qPrintable(said()));
    QVERIFY(!QFile::exists(path));
}

void tst_queuebulk::stopsAnImportThatIsCancelled()
{
    send(u"1"_s, u"Anna"_s);
    show();
    waitForRows(1);
    const auto path = m_desk->folder.filePath(u"queue.csv"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("identity;external_id;decision;entity\r\n");
    for (int line = 0; line < 2000; ++line)
        file.write("1;1;ignore;\r\n");
    file.close();
    m_page->importFrom(path);
    QTRY_VERIFY2(said().startsWith(u"Read "_s), qPrintable(said())); // a share of it
    Q_EMIT m_page->banner()->triggered();
    QCOMPARE(said(), u"The import was cancelled. Nothing was decided."_s);
    m_page->importFrom(path);
    QTRY_VERIFY(dialog(u"importDialog"_s));
    QVERIFY(dialog(u"importDialog"_s)->findChild<QLabel *>(u"importSummary"_s)->text().contains(u"1,999"_s) ||
            dialog(u"importDialog"_s)->findChild<QLabel *>(u"importSummary"_s)->text().contains(u"1999"_s));
    dialog(u"importDialog"_s)->reject();
    QVERIFY(!stored(u"1"_s).ignored);
}

QTEST_MAIN(tst_queuebulk)
#include "tst_queuebulk.moc"
