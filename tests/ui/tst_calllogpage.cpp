// SPDX-License-Identifier: GPL-3.0-or-later
// The call log by its keys and buttons: filter, compare, copy, replay, export, dry run, repair.
#include "tests/ui/controls.h"
#include "tests/ui/listpage.h"

#include "model/store/connection.h"
#include "model/store/identitystore.h"
#include "model/tables/calltablemodel.h"
#include "ui/calllogpage.h"
#include "ui/calltimeline.h"
#include "ui/workstrip.h"

#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>
#include <QTreeWidget>

using namespace salesdesk;
using namespace Qt::StringLiterals;

class tst_calllogpage final : public QObject, private ListPage<CallLogPage>
{
    Q_OBJECT

    void open()
    {
        show(std::make_unique<CallLogPage>(*m_desk->workspace, m_desk->receiver, m_desk->master),
             u"callTable"_s, 1000);
    }
    /// Three calls: a record, its update, and a refusal for an agent that nobody named.
    void sendThree()
    {
        m_desk->sendActivity(m_crm, "1");
        m_desk->sendActivity(m_crm, "1", ",\"value\":\"12.50\"");
        m_desk->send(m_crm, Endpoint::Activities, unknown("9"));
    }
    static QByteArray unknown(const QByteArray &id)
    {
        return "{\"id\":\"" + id +
               "\",\"type\":\"Sale\",\"agent_id\":\"78\",\"moment\":\"2025-12-10 19:00:00\"}";
    }
    qint64 calls()
    {
        const auto all =
            m_desk->workspace->read<CallRange>([](Connection &db) { return CallSearch(db).all(); }).result();
        return all.ok() ? all->last : -1;
    }
    QPushButton *replayNow() const
    {
        auto *box = m_page->window()->findChild<QDialog *>(u"replayBox"_s);
        return box ? box->findChild<QPushButton *>(u"replayNow"_s) : nullptr;
    }

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void buttonsAndTextAreOne()
    {
        sendThree();
        open();
        QTRY_COMPARE(rows(), 3);
        auto *failed = child<QPushButton>(u"onlyFailed"_s);
        failed->click();
        QCOMPARE(typed(), u"status:4xx,5xx"_s);
        QTRY_COMPARE(rows(), 1);
        child<QPushButton>(u"onlySales"_s)->click();
        QCOMPARE(typed(), u"status:4xx,5xx endpoint:sales"_s);
        QTRY_COMPARE(rows(), 0);
        failed->click();
        QCOMPARE(typed(), u"endpoint:sales"_s);
        QVERIFY(!failed->isChecked());
        type(u"x status:4xx,5xx"_s);
        QVERIFY(failed->isChecked());
        m_page->stepBack();
        QCOMPARE(typed(), QString());
        QTRY_COMPARE(rows(), 3);
    }

    void completesWhatIsTyped()
    {
        open();
        auto *filter = child<QLineEdit>(u"filter"_s);
        filter->setFocus();
        QTest::keyClicks(filter, u"prov"_s);
        auto *candidates = QApplication::activePopupWidget();
        QVERIFY(candidates);
        QTest::keyClick(candidates, Qt::Key_Down);
        QTest::keyClick(candidates, Qt::Key_Return);
        QCOMPARE(filter->text(), u"provider:"_s);
        candidates = QApplication::activePopupWidget();
        QVERIFY(candidates);
        QTest::keyClick(candidates, Qt::Key_Down);
        QTest::keyClick(candidates, Qt::Key_Return);
        QCOMPARE(filter->text(), u"provider:CRM "_s);
        QVERIFY(child<QLabel>(u"filterError"_s)->isHidden());
    }

    void enterGoesOnToTheList()
    {
        sendThree();
        open();
        auto *filter = child<QLineEdit>(u"filter"_s);
        filter->setFocus();
        filter->setText(u"status:2xx"_s);
        QTRY_COMPARE(rows(), 2);
        QTest::keyClick(filter, Qt::Key_Return);
        QTRY_VERIFY(m_table->hasFocus());
        QCOMPARE(m_table->currentIndex().row(), 0);
    }

    void aStretchOfTimeIsAFilter()
    {
        sendThree();
        open();
        auto *line = child<CallTimeLine>(u"timeLine"_s);
        QTRY_VERIFY(line->accessibleDescription().startsWith(u"2 accepted, 1 refused"_s));
        // From the newest bar leftwards to the oldest: all of it.
        QTest::keyClick(line, Qt::Key_Left);
        for (int i = 0; i < 200; ++i)
            QTest::keyClick(line, Qt::Key_Left, Qt::ShiftModifier);
        QTest::keyClick(line, Qt::Key_Return);
        QVERIFY2(typed().contains(u"since:2"_s) && typed().contains(u"until:2"_s), qPrintable(typed()));
        QVERIFY(child<QLabel>(u"filterError"_s)->isHidden());
        QTRY_COMPARE(rows(), 3);
        // Another stretch replaces it.
        QTRY_VERIFY(line->accessibleDescription().startsWith(u"2 accepted, 1 refused"_s));
        QTest::mouseClick(line, Qt::LeftButton, {}, {2, 5});
        QCOMPARE(typed().count(u"since:"_s), 1);
    }

    void twoCallsAreCompared()
    {
        sendThree();
        open();
        QTRY_COMPARE(rows(), 3);
        choose(1);
        m_table->selectionModel()->select(m_table->model()->index(2, 0),
                                          QItemSelectionModel::Select | QItemSelectionModel::Rows);
        auto *difference = child<QWidget>(u"callDifference"_s);
        QTRY_VERIFY(difference->isVisible());
        const auto *fields = child<QTreeWidget>(u"comparedFields"_s);
        QCOMPARE(fields->headerItem()->text(1), u"Call 1"_s);
        QCOMPARE(fields->headerItem()->text(2), u"Call 2"_s);
        const auto line = [fields](int row) {
            const auto *item = fields->topLevelItem(row);
            return QStringList{item->text(0), item->text(1), item->text(2)}.join(u" | "_s);
        };
        // What differs, then what is alike.
        QCOMPARE(line(0), u"Answer | 201 created | 200 updated"_s);
        QCOMPARE(line(1), u"value | — | 12.50"_s);
        QCOMPARE(line(2), u"id | 1 | 1"_s);
        QVERIFY(child<QPlainTextEdit>(u"comparedBodies"_s)->isHidden());
        // One alone is one call again.
        choose(0);
        QTRY_VERIFY(child<QLabel>(u"callTitle"_s)->text().startsWith(u"Call 3"_s));
        auto *tabs = child<QTabWidget>(u"callTabs"_s);
        QVERIFY(!tabs->isTabVisible(tabs->indexOf(difference)));
        QCOMPARE(tabs->currentIndex(), 0); // where one was before
    }

    /// A body that is not made of fields is compared by its lines.
    void bodiesAreComparedByLines()
    {
        m_desk->sendActivity(m_crm, "1", ",\"tags\":[1]");
        m_desk->sendActivity(m_crm, "1", ",\"tags\":[2]");
        open();
        QTRY_COMPARE(rows(), 2);
        m_table->selectAll();
        auto *bodies = child<QPlainTextEdit>(u"comparedBodies"_s);
        QTRY_VERIFY(bodies->isVisible());
        QVERIFY(bodies->toPlainText().contains(u"−     1"_s));
        QVERIFY(bodies->toPlainText().contains(u"+     2"_s));
    }

    void inALowPageTheRowsHaveTheRoom()
    {
        for (int number = 0; number < 40; ++number)
            m_desk->sendActivity(m_crm, QByteArray::number(number));
        open();
        QTRY_COMPARE(rows(), 40);
        const auto rowsInView = [this] {
            return m_table->rowAt(m_table->viewport()->height() - 1) - m_table->rowAt(0) + 1;
        };
        const int line = m_page->fontMetrics().lineSpacing();
        m_page->resize(m_page->width(), line * 18);
        QVERIFY(child<QWidget>(u"callDetails"_s)->parentWidget()->isHidden());
        QTRY_VERIFY2(rowsInView() >= 6, qPrintable(QString::number(rowsInView())));
        choose(rowsInView() - 1); // the last that can be seen
        QTRY_VERIFY(child<QWidget>(u"callDetails"_s)->isVisible());
        QTRY_VERIFY(m_table->viewport()->rect().contains(m_table->visualRect(m_table->currentIndex())));
        QTRY_VERIFY2(rowsInView() >= 2, qPrintable(QString::number(rowsInView())));
        m_page->resize(m_page->width(), line * 40);
        QTRY_VERIFY(child<CallTimeLine>(u"timeLine"_s)->height() > 2 * line);
    }

    void detailsLeadOn()
    {
        sendThree();
        open();
        QTRY_COMPARE(rows(), 3);
        QSignalSpy record(m_page.get(), &CallLogPage::recordOpened);
        QSignalSpy identity(m_page.get(), &CallLogPage::identityOpened);
        QSignalSpy provider(m_page.get(), &CallLogPage::providerOpened);
        choose(1);
        QTRY_COMPARE(child<QPushButton>(u"openRecord"_s)->text(), u"Activity 1"_s);
        child<QPushButton>(u"openRecord"_s)->click();
        child<QPushButton>(u"openIdentity"_s)->click();
        child<QPushButton>(u"openProvider"_s)->click();
        QCOMPARE(record.first().at(1).toString(), u"1"_s);
        QCOMPARE(identity.first().first().toString(), u"77"_s);
        QCOMPARE(provider.first().first().value<ProviderId>(), m_crm.provider.id);
        auto *changes = child<QTreeWidget>(u"callChanges"_s);
        QCOMPARE(changes->topLevelItemCount(), 1);
        QCOMPARE(changes->topLevelItem(0)->text(0), u"value"_s);
        QCOMPARE(changes->topLevelItem(0)->text(2), u"12.50"_s);
        choose(0); // the refused one has no record, and says its rule first
        QTRY_VERIFY(child<QPushButton>(u"openRecord"_s)->isHidden());
        QVERIFY(child<QTreeWidget>(u"callFields"_s)
                    ->topLevelItem(0)
                    ->text(2)
                    .startsWith(u"not_recognised: agent_id \"78\""_s));
    }

    void copies()
    {
        sendThree();
        open();
        QTRY_COMPARE(rows(), 3);
        QVERIFY(!child<QAction>(u"copyBody"_s)->isEnabled());
        m_table->setCurrentIndex(m_table->model()->index(0, CallTableModel::RecordColumn));
        auto *clipboard = QGuiApplication::clipboard();
        trigger(u"copyCell"_s);
        QCOMPARE(clipboard->text(), u"9"_s);
        trigger(u"copyBody"_s);
        QTRY_COMPARE(clipboard->text(), QString::fromLatin1(unknown("9")));
        trigger(u"copyCurl"_s);
        QTRY_VERIFY(clipboard->text().startsWith(u"curl -X 'POST' 'http://127.0.0.1:8787/webhooks/"_s));
        QVERIFY(!clipboard->text().contains(m_crm.key));
        trigger(u"copyCurlWithKey"_s);
        QTRY_VERIFY(clipboard->text().contains(m_crm.key));
    }

    void saysThatThereIsNoKey()
    {
        sendThree();
        m_desk->written<Done>([this](Connection &db) -> Result<Done> {
            ProviderStore providers(db);
            const auto keys = providers.keys(m_crm.provider.id);
            return keys ? providers.revokeKey(keys->first().id) : Result<Done>(keys.error());
        });
        open();
        QTRY_COMPARE(rows(), 3);
        choose(0);
        trigger(u"copyCurlWithKey"_s);
        QTRY_VERIFY2(said().contains(u"CRM has no active key"_s), qPrintable(said()));
    }

    void replaysWhatIsChosenOrListed()
    {
        sendThree();
        open();
        QTRY_COMPARE(rows(), 3);
        QVERIFY(!child<QAction>(u"replayChosen"_s)->isEnabled());
        choose(1);
        trigger(u"replayChosen"_s);
        QVERIFY(replayNow());
        QCOMPARE(replayNow()->text(), u"Replay 1 call"_s);
        replayNow()->click();
        QTRY_COMPARE(said(), u"Replayed: 1 call. Stored: 1."_s);
        QCOMPARE(calls(), 4);
        // The newest bears a link to the call it repeats.
        QTRY_COMPARE(rows(), 4);
        choose(0);
        QTRY_COMPARE(child<QPushButton>(u"openReplayed"_s)->text(), u"Replay of call 2"_s);
        child<QPushButton>(u"openReplayed"_s)->click();
        QTRY_VERIFY(child<QLabel>(u"callTitle"_s)->text().startsWith(u"Call 2"_s));

        type(u"-agent:none"_s);
        QTRY_COMPARE(rows(), 4);
        QTRY_VERIFY(!m_page->window()->findChild<QDialog *>(u"replayBox"_s));
        trigger(u"replayAll"_s);
        QTRY_VERIFY(replayNow());
        QCOMPARE(replayNow()->text(), u"Replay 4 calls"_s);
        replayNow()->click();
        QTRY_COMPARE(said(), u"Replayed: 4 calls. Stored: 3. Refused again: 1."_s);
        QCOMPARE(calls(), 8);
    }

    void exportsWhatIsListed()
    {
        sendThree();
        open();
        QTRY_COMPARE(rows(), 3);
        type(u"status:2xx"_s);
        QTRY_COMPARE(rows(), 2);
        trigger(u"exportJsonLines"_s);
        auto *dialog = m_page->window()->findChild<QFileDialog *>(u"exportDialog"_s);
        QVERIFY(dialog);
        const auto file = m_desk->folder.filePath(u"out.jsonl"_s);
        Q_EMIT dialog->fileSelected(file);
        dialog->reject();
        QTRY_VERIFY2(said().startsWith(u"2 calls exported to "_s), qPrintable(said()));
        QFile lines(file);
        QVERIFY(lines.open(QIODevice::ReadOnly));
        QCOMPARE(lines.readAll().count('\n'), 2);
        // A place where it cannot be.
        trigger(u"exportCsv"_s);
        QTRY_COMPARE(m_page->window()->findChildren<QFileDialog *>(u"exportDialog"_s).size(), 1);
        dialog = m_page->window()->findChild<QFileDialog *>(u"exportDialog"_s);
        Q_EMIT dialog->fileSelected(m_desk->folder.filePath(u"no/out.csv"_s));
        QTRY_VERIFY2(said().contains(u"cannot be written"_s), qPrintable(said()));
    }

    /// The one who cancels is where he was, and not at whatever Qt takes for the next.
    void theKeyboardReturnsFromACancelledExport()
    {
        sendThree();
        open();
        QTRY_COMPARE(rows(), 3);
        m_page->activateWindow();
        m_table->setFocus();
        QTRY_VERIFY(m_table->hasFocus());
        auto *strip = child<WorkStrip>(u"workStrip"_s);
        strip->begin(u"Exporting"_s, 1000);
        auto *cancel = child<QPushButton>(u"cancelWork"_s);
        QTRY_VERIFY(cancel->isVisible());
        connect(strip, &WorkStrip::cancelled, strip, &WorkStrip::end);
        cancel->setFocus();
        QTest::keyClick(cancel, Qt::Key_Space);
        QVERIFY(strip->isHidden());
        QVERIFY(m_table->hasFocus());
        // Who has gone on meanwhile stays there.
        strip->begin(u"Exporting"_s, 1000);
        child<QLineEdit>(u"filter"_s)->setFocus();
        strip->end();
        QVERIFY(child<QLineEdit>(u"filter"_s)->hasFocus());
    }

    void rehearsesAnEditedCall()
    {
        sendThree();
        open();
        QTRY_COMPARE(rows(), 3);
        choose(0);
        trigger(u"rehearse"_s);
        QTRY_VERIFY(m_page->window()->findChild<QDialog *>(u"rehearsalDialog"_s));
        auto *dialog = m_page->window()->findChild<QDialog *>(u"rehearsalDialog"_s);
        auto *title = dialog->findChild<QLabel *>(u"callTitle"_s);
        QTRY_COMPARE(title->text(), u"Would be 422 not recognised"_s);
        auto *body = dialog->findChild<QPlainTextEdit *>(u"rehearsalBody"_s);
        body->setPlainText(body->toPlainText().replace(u"\"78\""_s, u"\"77\""_s));
        QTRY_COMPARE(title->text(), u"Would be 201 created"_s);
        body->setPlainText(u"{"_s);
        QTRY_COMPARE(title->text(), u"Would be 400 JSON does not parse"_s);
        QCOMPARE(calls(), 3);
        dialog->reject();
    }

    void keepsTheChosenCall()
    {
        sendThree();
        open();
        QTRY_COMPARE(rows(), 3);
        choose(1);
        const auto chosen = m_table->currentId();
        type(u"status:4xx"_s);
        QTRY_COMPARE(rows(), 1);
        QCOMPARE(m_table->currentId(), 0); // it is not listed
        type({});
        QTRY_COMPARE(rows(), 3);
        QCOMPARE(m_table->currentId(), chosen);
        QCOMPARE(m_table->selectionModel()->selectedRows().size(), 1);
        QSignalSpy anew(m_table->model(), &QAbstractItemModel::modelReset);
        child<QPushButton>(u"fold"_s)->click();
        QTRY_COMPARE(anew.size(), 1);
        QCOMPARE(m_table->currentId(), chosen);
    }

    void fitsTheColumnsToWhatIsSeen()
    {
        for (int i = 0; i < 50; ++i)
            m_desk->send(m_crm, Endpoint::Activities, unknown("9"));
        for (int i = 0; i < 150; ++i)
            m_desk->sendActivity(m_crm, "1");
        open();
        QTRY_COMPARE(rows(), 200);
        choose(190); // far below those that come first
        const auto seen = m_table->model()->index(190, CallTableModel::StatusColumn);
        QTRY_VERIFY(seen.data().toString().startsWith(u"422"_s));
        QStyleOptionViewItem option;
        option.font = m_table->font();
        QTRY_VERIFY(m_table->columnWidth(CallTableModel::StatusColumn) >=
                    m_table->itemDelegate()->sizeHint(option, seen).width());
    }

    void theKeysActOnTheCallThatIsShown()
    {
        sendThree();
        open();
        QTRY_COMPARE(rows(), 3);
        choose(0);
        const auto second = m_table->model()->index(1, 0).data(IdRole).toLongLong();
        m_page->openCall(CallId{second}); // from a record's history, say
        QCOMPARE(m_table->currentId(), second);
        type(u"status:4xx"_s);
        QTRY_COMPARE(rows(), 1);
        choose(0);
        m_page->openCall(CallId{second}); // not listed: nothing is chosen
        QCOMPARE(m_table->currentId(), 0);
        QVERIFY(m_table->selectionModel()->selectedRows().isEmpty());
        QTRY_VERIFY(child<QLabel>(u"callTitle"_s)->text().startsWith(u"Call %1 "_s.arg(second)));
        type({});
        QTRY_COMPARE(m_table->currentId(), second);
    }

    void noListOfFiltersStaysOverAnotherPage()
    {
        open();
        type(u"status:4xx"_s);
        auto *filter = child<QLineEdit>(u"filter"_s);
        filter->setFocus();
        QTest::keyClick(filter, Qt::Key_Return); // it is kept among those that were used
        type({});
        filter->setFocus();
        QTest::keyClick(filter, Qt::Key_Down);
        QTRY_VERIFY(QApplication::activePopupWidget());
        m_page->hide();
        QVERIFY(!QApplication::activePopupWidget());
    }

    void foldsTheSameRefusals()
    {
        sendThree();
        for (int i = 0; i < 5; ++i)
            m_desk->send(m_crm, Endpoint::Activities, unknown("9"));
        open();
        QTRY_COMPARE(rows(), 8);
        m_page->activateWindow();
        m_table->setFocus();
        QTRY_VERIFY(m_table->hasFocus());
        QTest::keyClick(m_table, Qt::Key_L, Qt::ControlModifier);
        QVERIFY(child<QPushButton>(u"fold"_s)->isChecked());
        QVERIFY(m_table->hasFocus());
        QTRY_COMPARE(rows(), 3);
        QTRY_COMPARE(child<QLabel>(u"pageCount"_s)->text(), u"8"_s);
    }

    void repairsAGroupInOneGo()
    {
        const auto bo = m_desk->addEntity(EntityKind::Agent, u"Bo Jansen"_s, u"bo@example.com"_s);
        sendThree();
        m_desk->send(m_crm, Endpoint::Activities, unknown("10"));
        m_desk->send(m_crm, Endpoint::Sales, "{");
        open();
        child<QPushButton>(u"failures"_s)->click();
        auto *groups = child<TableView>(u"failureTable"_s);
        QTRY_COMPARE(groups->model()->rowCount(), 2);
        groups->setCurrentIndex(groups->model()->index(0, 0));
        QTRY_COMPARE(m_page->findChildren<QComboBox *>(u"name0"_s).size(), 1);
        QVERIFY(child<QLabel>(u"failureFacts"_s)->text().startsWith(u"2 calls of CRM failed for this"_s));
        auto *name = child<QComboBox>(u"name0"_s);
        auto *repair = child<QPushButton>(u"nameAndReplay"_s);
        QVERIFY(!repair->isEnabled());
        m_page->activateWindow();
        groups->setFocus();
        QTRY_VERIFY(groups->hasFocus());
        QTest::keyClick(groups, Qt::Key_Tab);
        QVERIFY(name->hasFocus());
        name->setEditText(u"bo jansen  ·  BO@example.com"_s);
        QVERIFY(repair->isEnabled());
        QTest::keyClick(name, Qt::Key_Tab);
        QVERIFY(repair->hasFocus());
        QTest::keyClick(repair, Qt::Key_Space);
        QTRY_COMPARE(said(), u"Replayed: 2 calls. Stored: 2."_s);
        QTRY_COMPARE(groups->model()->rowCount(), 1);
        const auto linked =
            m_desk->workspace
                ->read<Identity>([](Connection &db) { return IdentityStore(db).find(u"CRM:78"_s); })
                .result();
        QVERIFY(linked.ok());
        QCOMPARE(linked->name, u"Bo Jansen"_s);
        QCOMPARE(linked->linkedTo, std::optional(bo.id));

        // Nothing to name in the other one; its calls are shown, or replayed.
        groups->setCurrentIndex(groups->model()->index(0, 0));
        QTRY_VERIFY(child<QPushButton>(u"nameAndReplay"_s)->isHidden());
        child<QPushButton>(u"replayGroup"_s)->click();
        QTRY_VERIFY(replayNow());
        replayNow()->click();
        QTRY_COMPARE(said(), u"Replayed: 1 call. Stored: 0. Refused again: 1."_s);
        child<QPushButton>(u"showGroup"_s)->click();
        QVERIFY(typed().startsWith(u"provider:CRM reason:bad_json \""_s));
        QVERIFY(child<QLabel>(u"filterError"_s)->isHidden());
        QTRY_COMPARE(rows(), 2);
    }

    void keepsItsPlace()
    {
        open();
        QSettings place(m_desk->folder.filePath(u"place.ini"_s), QSettings::IniFormat);
        child<QPushButton>(u"fold"_s)->click();
        auto *filter = child<QLineEdit>(u"filter"_s);
        filter->setText(u"status:4xx"_s);
        Q_EMIT filter->editingFinished();
        QMenu columns;
        m_table->fillColumnMenu(&columns);
        columns.actions().at(CallTableModel::EndpointColumn)->setChecked(false);
        m_page->savePlace(place);
        open();
        m_page->restorePlace(place);
        QVERIFY(child<QPushButton>(u"fold"_s)->isChecked());
        QMenu again;
        m_table->fillColumnMenu(&again);
        QVERIFY(!again.actions().at(CallTableModel::EndpointColumn)->isChecked());
        auto *menu = child<QPushButton>(u"savedFilters"_s)->menu();
        Q_EMIT menu->aboutToShow();
        const auto actions = menu->actions();
        QVERIFY(std::any_of(actions.cbegin(), actions.cend(),
                            [](const QAction *action) { return action->text() == u"status:4xx"_s; }));
    }

    /// What is read stays where it is while calls come in, also in the first picture that follows.
    void newCallsMoveNoPicture()
    {
        for (int number = 0; number < 40; ++number)
            m_desk->sendActivity(m_crm, QByteArray::number(number));
        open();
        QTRY_COMPARE(rows(), 40);
        m_table->verticalScrollBar()->setValue(m_table->verticalScrollBar()->maximum() / 2);
        QTRY_VERIFY(m_table->verticalScrollBar()->value() > 0);
        FirstPaint paint;
        connect(m_table->model(), &QAbstractItemModel::rowsInserted, &paint,
                [&] { m_table->viewport()->installEventFilter(&paint); });
        m_desk->sendActivity(m_crm, "newer");
        QTRY_VERIFY(!paint.region.isEmpty());
        QCOMPARE(paint.region, QRegion(m_table->viewport()->rect()));
    }

    /// Screen readers and people without a mouse: each control has a name, and the keys lead to it.
    void everyControlHasANameAndAKey()
    {
        sendThree();
        open();
        QTRY_COMPARE(rows(), 3);
        choose(0);
        QTRY_VERIFY(child<QLabel>(u"callTitle"_s)->text().startsWith(u"Call 3"_s));
        auto *tabs = child<QTabWidget>(u"callTabs"_s);
        for (int tab = 0; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            const auto seen = controlsOf(*m_page);
            QVERIFY(seen.count > 10);
            QVERIFY2(seen.nameless.isEmpty(), qPrintable(seen.nameless.join(u", "_s)));
        }
        child<QPushButton>(u"failures"_s)->click();
        auto *groups = child<TableView>(u"failureTable"_s);
        QTRY_COMPARE(groups->model()->rowCount(), 1);
        groups->setCurrentIndex(groups->model()->index(0, 0));
        QTRY_COMPARE(m_page->findChildren<QComboBox *>(u"name0"_s).size(), 1);
        int named = 0;
        for (const auto *button : m_page->findChildren<QPushButton *>())
            named += button->isVisible() && !button->text().isEmpty() && button->focusPolicy() != Qt::NoFocus;
        QVERIFY(named >= 4);
        QVERIFY(!child<QComboBox>(u"name0"_s)->accessibleName().isEmpty());
    }
};

QTEST_MAIN(tst_calllogpage)
#include "tst_calllogpage.moc"
