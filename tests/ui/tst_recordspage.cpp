// SPDX-License-Identifier: GPL-3.0-or-later
// Activities and sales by their keys and buttons: filter, order, details, history, copy, export.
#include "tests/ui/controls.h"
#include "tests/ui/listpage.h"

#include "model/store/connection.h"
#include "model/store/identitystore.h"
#include "model/tables/activitytablemodel.h"
#include "ui/recordspage.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QSplitter>
#include <QTabWidget>
#include <QTest>
#include <QTreeWidget>

using namespace salesdesk;
using namespace Qt::StringLiterals;

class tst_recordspage final : public QObject, private ListPage<RecordsPage>
{
    Q_OBJECT

    QString title() const { return child<QLabel>(u"recordTitle"_s)->text(); }
    void open(Endpoint endpoint = Endpoint::Activities)
    {
        show(std::make_unique<RecordsPage>(endpoint, *m_desk->workspace),
             endpoint == Endpoint::Activities ? u"activityTable"_s : u"saleTable"_s, 1100);
    }
    void activity(const QByteArray &id, const QByteArray &day, const QByteArray &more = {})
    {
        m_desk->send(
            m_crm, Endpoint::Activities,
            "{\"id\":\"" + id +
                "\",\"type\":\"Sale\",\"agent_id\":\"77\",\"agent_name\":\"Bo J.\",\"moment\":\"2025-12-" +
                day + " 19:00:00\"" + more + '}');
    }
    void sale(const QByteArray &id, const QByteArray &more = {})
    {
        m_desk->send(m_crm, Endpoint::Sales,
                     "{\"id\":\"" + id +
                         "\",\"agent_id\":\"77\",\"agent_name\":\"Bo "
                         "J.\",\"proposition_id\":\"9\",\"proposition_name\":\"Gas\","
                         "\"sold_at\":\"2025-12-10 19:00:00\"" +
                         more + '}');
    }
    /// All texts of a tree, a line for each row, those below indented.
    QStringList linesOf(const QString &name) const
    {
        QStringList lines;
        const auto *tree = child<QTreeWidget>(name);
        const auto add = [&](const QTreeWidgetItem *item, const QString &before) {
            QStringList cells;
            for (int column = 0; column < tree->columnCount(); ++column) {
                if (!item->text(column).isEmpty())
                    cells.append(item->text(column));
            }
            lines.append(before + cells.join(u" | "_s));
        };
        for (int at = 0; at < tree->topLevelItemCount(); ++at) {
            add(tree->topLevelItem(at), {});
            for (int inner = 0; inner < tree->topLevelItem(at)->childCount(); ++inner)
                add(tree->topLevelItem(at)->child(inner), u"  "_s);
        }
        return lines;
    }

private Q_SLOTS:
    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        setUp();
    }
    void cleanup() { tearDown(); }

    void anEmptyListAndAnEmptyResultSaySo()
    {
        open();
        QTRY_VERIFY(m_table->emptyState()->isVisible());
        const auto *sentence = m_table->emptyState()->findChild<QLabel *>(u"emptySentence"_s);
        QVERIFY(sentence->text().startsWith(u"Activities appear here"_s));
        activity("1", "10");
        QTRY_COMPARE(rows(), 1);
        type(u"agent:nobody"_s);
        QTRY_COMPARE(rows(), 0);
        QVERIFY(m_table->emptyState()->isVisible());
        QCOMPARE(sentence->text(), u"No record fits this filter."_s);
        m_table->emptyState()->findChild<QPushButton *>()->click();
        QCOMPARE(typed(), QString());
        QTRY_COMPARE(rows(), 1);
    }

    void theListHasTheLargerPart()
    {
        activity("1", "10");
        open();
        const auto *splitter = child<QSplitter>(u"recordSplitter"_s);
        for (const int width : {900, 1600, 900}) {
            m_page->resize(width, 700);
            QCOMPARE(splitter->orientation(), width == 1600 ? Qt::Horizontal : Qt::Vertical);
            QTRY_VERIFY(splitter->sizes().at(0) > splitter->sizes().at(1));
            QVERIFY(splitter->sizes().at(1) > 0);
        }
    }

    void buttonsAndTextAreOne()
    {
        sale("1", ",\"cancelled_at\":\"2025-12-11\"");
        sale("2");
        open(Endpoint::Sales);
        QTRY_COMPARE(rows(), 2);
        child<QPushButton>(u"onlyCancelled"_s)->click();
        QCOMPARE(typed(), u"cancelled"_s);
        QTRY_COMPARE(rows(), 1);
        child<QPushButton>(u"onlyUnlinked"_s)->click();
        QCOMPARE(typed(), u"cancelled unlinked"_s);
        type(u"-cancelled"_s);
        QVERIFY(!child<QPushButton>(u"onlyCancelled"_s)->isChecked());
        QTRY_COMPARE(rows(), 1);
        m_page->stepBack();
        QTRY_COMPARE(rows(), 2);
    }

    void aFaultyFilterSaysWhyAndChangesNothing()
    {
        activity("1", "10");
        open();
        QTRY_COMPARE(rows(), 1);
        auto *error = child<QLabel>(u"filterError"_s);
        type(u"product:Gas"_s); // of sales
        QVERIFY(error->isVisible());
        QVERIFY2(error->text().contains(u"product:"_s), qPrintable(error->text()));
        QCOMPARE(rows(), 1);
        type(u"id:1"_s);
        QVERIFY(error->isHidden());
    }

    void completesNamesAndValues()
    {
        m_desk->addEntity(EntityKind::Agent, u"Bo Jansen"_s);
        activity("1", "10");
        open();
        QTRY_COMPARE(rows(), 1);
        auto *filter = child<QLineEdit>(u"filter"_s);
        filter->setFocus();
        const auto take = [filter](const QString &typed) {
            QTest::keyClicks(filter, typed);
            auto *candidates = QApplication::activePopupWidget();
            if (!candidates)
                return u"nothing is offered"_s;
            QTest::keyClick(candidates, Qt::Key_Down);
            QTest::keyClick(candidates, Qt::Key_Return);
            return filter->text();
        };
        QCOMPARE(take(u"typ"_s), u"type:"_s);
        QVERIFY(QApplication::activePopupWidget()); // its values follow at once
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Down);
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return);
        QCOMPARE(filter->text(), u"type:Sale "_s);
        // The names were read before this question, and their answer is here before its own.
        m_desk->workspace->read<qint64>([](Connection &db) { return RecordStore(db).countSales(); })
            .waitForFinished();
        QCoreApplication::processEvents();
        QCOMPARE(take(u"agent:b"_s), u"type:Sale agent:\"Bo Jansen\" "_s);
    }

    void whatChangedLastComesFirst()
    {
        activity("old", "01");
        activity("new", "20");
        // Changes are told apart by the millisecond.
        const auto before = QDateTime::currentMSecsSinceEpoch();
        QTRY_VERIFY(QDateTime::currentMSecsSinceEpoch() > before);
        activity("old", "01", ",\"contact_key\":\"k\"");
        open();
        QTRY_COMPARE(rows(), 2);
        const auto first = [this] {
            return m_table->model()->index(0, ActivityTableModel::RecordColumn).data().toString();
        };
        QCOMPARE(first(), u"new"_s);
        child<QPushButton>(u"byChange"_s)->click();
        QTRY_COMPARE(first(), u"old"_s);
        child<QPushButton>(u"byChange"_s)->click();
        QTRY_COMPARE(first(), u"new"_s);
    }

    void fieldsAreShownAsReadAndAsStored()
    {
        sale("s1",
             ",\"contract_value\":5254.21,\"is_retention\":true,\"energy_meta\":{\"gas_usage\":1234.5}");
        open(Endpoint::Sales);
        QTRY_COMPARE(rows(), 1);
        choose(0);
        QTRY_COMPARE(title(), u"Sale s1"_s);
        const auto fields = linesOf(u"recordFields"_s);
        for (const auto &line :
             {u"sold_at | 2025-12-10 19:00:00 CET | 2025-12-10T18:00:00Z"_s,
              u"contract_value | €\u00a05,254.21 | 5254.21"_s, u"is_retention | yes"_s, u"cancelled_at | —"_s,
              u"energy_meta.gas_usage | 1,234.5 | 1234.5"_s, u"proposition_id | 9"_s})
            QVERIFY2(fields.contains(line), qPrintable(line + u"\n\n"_s + fields.join(u'\n')));
        const auto json =
            QJsonDocument::fromJson(child<QPlainTextEdit>(u"recordJson"_s)->toPlainText().toUtf8());
        QCOMPARE(json.object().value(u"contract_value"_s).toDouble(), 5254.21);
        QCOMPARE(json.object().value(u"energy_meta"_s).toObject().value(u"gas_usage"_s).toDouble(), 1234.5);
    }

    void historyTellsWhatEachCallChanged()
    {
        activity("1", "10");
        activity("1", "11", ",\"contact_key\":\"k1\"");
        activity("1", "11", ",\"contact_key\":\"k1\"");
        activity("2", "12");
        open();
        QTRY_COMPARE(rows(), 2);
        choose(1);
        QTRY_COMPARE(title(), u"Activity 1"_s);
        auto *calls = child<QTreeWidget>(u"recordHistory"_s);
        QTRY_COMPARE(calls->topLevelItemCount(), 3);
        const auto lines = linesOf(u"recordHistory"_s);
        QVERIFY(lines.first().endsWith(u"200 updated  ·  call 3"_s));
        QVERIFY(lines.at(1).startsWith(u"  Nothing was changed"_s));
        QVERIFY(lines.at(2).endsWith(u"200 updated  ·  call 2"_s));
        QVERIFY2(lines.contains(u"  contact_key | — | k1"_s), qPrintable(lines.join(u'\n')));
        QVERIFY(lines.filter(u"201 created  ·  call 1"_s).size() == 1);
        QVERIFY(lines.contains(u"  type | — | Sale"_s));
        QVERIFY(child<QLabel>(u"historyEnd"_s)->isHidden());
        // Return on a field opens its call, as the button does.
        QSignalSpy opened(m_page.get(), &RecordsPage::callOpened);
        child<QTabWidget>(u"recordTabs"_s)->setCurrentIndex(1);
        calls->setCurrentItem(calls->topLevelItem(1)->child(0));
        calls->setFocus();
        QTest::keyClick(calls, Qt::Key_Return);
        child<QPushButton>(u"openHistoryCall"_s)->click();
        QCOMPARE(opened.size(), 2);
        QCOMPARE(opened.at(0).first().value<CallId>(), CallId{2});
        QCOMPARE(opened.at(1).first().value<CallId>(), CallId{2});
    }

    void aLongHistoryIsReadInParts()
    {
        for (int i = 0; i < 60; ++i)
            activity("1", "10", ",\"contact_key\":\"k" + QByteArray::number(i) + '"');
        open();
        QTRY_COMPARE(rows(), 1);
        choose(0);
        auto *calls = child<QTreeWidget>(u"recordHistory"_s);
        QTRY_COMPARE(calls->topLevelItemCount(), 50);
        child<QTabWidget>(u"recordTabs"_s)->setCurrentIndex(1);
        QVERIFY(child<QPushButton>(u"olderCalls"_s)->isVisible());
        child<QPushButton>(u"olderCalls"_s)->click();
        QTRY_COMPARE(calls->topLevelItemCount(), 60);
        QVERIFY(child<QPushButton>(u"olderCalls"_s)->isHidden());
        QVERIFY(calls->topLevelItem(59)->text(0).contains(u"201 created"_s));
    }

    void aHistoryThatTheLogForgotSaysSo()
    {
        activity("1", "10");
        activity("1", "11");
        m_desk->written<qint64>([](Connection &db) { return db.change(u"DELETE FROM call WHERE id = 1"_s); });
        open();
        QTRY_COMPARE(rows(), 1);
        choose(0);
        QTRY_COMPARE(child<QTreeWidget>(u"recordHistory"_s)->topLevelItemCount(), 1);
        child<QTabWidget>(u"recordTabs"_s)->setCurrentIndex(1);
        QVERIFY(child<QLabel>(u"historyEnd"_s)->isVisible());
    }

    void whatComesInChangesWhatIsShown()
    {
        activity("1", "10");
        open();
        QTRY_COMPARE(rows(), 1);
        choose(0);
        auto *calls = child<QTreeWidget>(u"recordHistory"_s);
        QTRY_COMPARE(calls->topLevelItemCount(), 1);
        activity("1", "10", ",\"contact_key\":\"k1\"");
        QTRY_COMPARE(calls->topLevelItemCount(), 2);
        QVERIFY(linesOf(u"recordFields"_s).contains(u"contact_key | k1"_s));
    }

    void theRowBeingReadStays()
    {
        for (int i = 0; i < 120; ++i)
            QCOMPARE(m_desk->workspace->submit(
                         m_desk->call(m_crm, Endpoint::Activities,
                                      "{\"id\":\"" + QByteArray::number(i) +
                                          "\",\"type\":\"Sale\",\"agent_id\":\"77\",\"agent_"
                                          "name\":\"B\",\"moment\":\"2025-12-10T10:" +
                                          QByteArray::number(100 + i / 60).right(2) + ':' +
                                          QByteArray::number(100 + i % 60).right(2) + "\"}")),
                     SubmitResult::Queued);
        activity("new", "09");
        open();
        QTRY_COMPARE(rows(), 121);
        m_table->verticalScrollBar()->setValue(m_table->verticalScrollBar()->maximum() / 2);
        QTRY_VERIFY(m_table->verticalScrollBar()->value() > 0);
        const auto top = [this] {
            return m_table->model()->index(m_table->rowAt(0), 0).data(IdRole).toLongLong();
        };
        const auto before = top();
        auto *pill = child<QPushButton>(u"newerRows"_s);
        QVERIFY(pill->isHidden());
        activity("newer", "20");
        QTRY_COMPARE(rows(), 122);
        QCOMPARE(top(), before);
        QVERIFY(pill->isVisible());
        QCOMPARE(pill->text(), u"1 new"_s);
        // One from below moves above what is in view.
        FirstPaint paint;
        connect(m_table->model(), &QAbstractItemModel::layoutChanged, &paint,
                [&] { m_table->viewport()->installEventFilter(&paint); });
        activity("new", "21");
        QTRY_COMPARE(m_table->model()->index(0, ActivityTableModel::RecordColumn).data().toString(),
                     u"new"_s);
        QCOMPARE(top(), before);
        QTRY_COMPARE(paint.region, QRegion(m_table->viewport()->rect()));
        choose(m_table->rowAt(0));
        pill->click(); // the list is followed again: nothing is chosen, and the keys are its own
        QCOMPARE(m_table->verticalScrollBar()->value(), 0);
        QVERIFY(!m_table->currentIndex().isValid());
        QCOMPARE(m_page->window()->focusWidget(), m_table);
    }

    void whomItBelongsToLeadsOn()
    {
        const auto agent = m_desk->addEntity(EntityKind::Agent, u"Bo Jansen"_s);
        sale("s1");
        m_desk->written<DecisionId>([agent](Connection &db) -> Result<DecisionId> {
            IdentityFilter filter;
            filter.kind = EntityKind::Agent;
            const auto found = IdentityStore(db).list(filter);
            return found.ok() ? IdentityStore(db).link(found->first().id, agent.id, {})
                              : Result<DecisionId>(found.error());
        });
        open(Endpoint::Sales);
        QTRY_COMPARE(rows(), 1);
        choose(0);
        QTRY_COMPARE(title(), u"Sale s1"_s);
        QCOMPARE(child<QLabel>(u"belongs0"_s)->text(), u"Bo Jansen, from 77 (Bo J.)"_s);
        QCOMPARE(child<QLabel>(u"belongs2"_s)->text(), u"9 (Gas) is not linked"_s);
        QSignalSpy identity(m_page.get(), &RecordsPage::identityOpened);
        QSignalSpy link(m_page.get(), &RecordsPage::linkWanted);
        QSignalSpy provider(m_page.get(), &RecordsPage::providerOpened);
        child<QPushButton>(u"identity0"_s)->click();
        child<QPushButton>(u"identity2"_s)->click();
        child<QPushButton>(u"recordProvider"_s)->click();
        QCOMPARE(identity.first().first().toString(), u"77"_s);
        QCOMPARE(link.first().at(0).value<EntityKind>(), EntityKind::Product);
        QCOMPARE(link.first().at(1).toString(), u"9"_s);
        QCOMPARE(provider.first().first().value<ProviderId>(), m_crm.provider.id);
    }

    void opensOneFromElsewhere()
    {
        activity("deal 1", "10");
        activity("deal 12", "11");
        open();
        m_page->showRecordsOf(u"deal 1"_s);
        QCOMPARE(typed(), u"id:\"deal 1\""_s);
        QTRY_COMPARE(rows(), 1);
        QTRY_COMPARE(title(), u"Activity deal 1"_s);
    }

    void choosesNothingForWhoComesByAKey()
    {
        activity("1", "10");
        activity("2", "11");
        open();
        QTRY_COMPARE(rows(), 2);
        child<QLineEdit>(u"filter"_s)->setFocus();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_table->setFocus(Qt::TabFocusReason);
        QVERIFY(m_table->hasFocus());
        QVERIFY(!m_table->currentIndex().isValid());
        QTest::keyClick(m_table, Qt::Key_Down);
        QCOMPARE(m_table->currentIndex().row(), 0);
    }

    void enterInTheFilterLeadsToTheList()
    {
        activity("1", "10");
        open();
        QTRY_COMPARE(rows(), 1);
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        auto *filter = child<QLineEdit>(u"filter"_s);
        filter->setFocus();
        QTest::keyClick(filter, Qt::Key_Return);
        QVERIFY(m_table->hasFocus());
        QCOMPARE(m_table->currentIndex().row(), 0);
    }

    void copiesCellAndJson()
    {
        activity("1", "10");
        open();
        QTRY_COMPARE(rows(), 1);
        QVERIFY(!child<QAction>(u"copyJson"_s)->isEnabled());
        m_table->setCurrentIndex(m_table->model()->index(0, ActivityTableModel::TypeColumn));
        QTRY_COMPARE(title(), u"Activity 1"_s);
        trigger(u"copyCell"_s);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"Sale"_s);
        trigger(u"copyJson"_s);
        const auto json = QJsonDocument::fromJson(QGuiApplication::clipboard()->text().toUtf8()).object();
        QCOMPARE(json.value(u"id"_s).toString(), u"1"_s);
    }

    void exportsWhatIsListed()
    {
        activity("1", "10");
        activity("2", "11");
        activity("=3", "12");
        open();
        QTRY_COMPARE(rows(), 3);
        type(u"since:2025-12-11"_s);
        QTRY_COMPARE(rows(), 2);
        trigger(u"exportCsv"_s);
        auto *dialog = m_page->window()->findChild<QFileDialog *>(u"exportDialog"_s);
        QVERIFY(dialog);
        QCOMPARE(dialog->defaultSuffix(), u"csv"_s);
        const auto file = m_desk->folder.filePath(u"records.csv"_s);
        Q_EMIT dialog->fileSelected(file);
        dialog->reject();
        QTRY_VERIFY(m_page->banner()->text().startsWith(u"2 records exported to"_s));
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const auto lines = QString::fromUtf8(written.readAll()).split(u"\r\n"_s);
        QCOMPARE(lines.size(), 4);
        QVERIFY(lines.at(0).contains(u"id,provider,type,agent_id"_s));
        QVERIFY(lines.at(1).startsWith(u"'=3,CRM,Sale,77"_s)); // no formula
        QVERIFY(lines.at(2).startsWith(u"2,CRM,Sale,77"_s));
    }

    void keepsItsPlace()
    {
        const auto file = m_desk->folder.filePath(u"window.ini"_s);
        open();
        child<QPushButton>(u"byChange"_s)->click();
        QMenu menu;
        m_table->fillColumnMenu(&menu);
        menu.actions().at(ActivityTableModel::TypeColumn)->trigger();
        type(u"type:Sale"_s);
        Q_EMIT child<QLineEdit>(u"filter"_s)->editingFinished();
        {
            QSettings settings(file, QSettings::IniFormat);
            m_page->savePlace(settings);
        }
        open();
        const QSettings settings(file, QSettings::IniFormat);
        m_page->restorePlace(settings);
        QVERIFY(child<QPushButton>(u"byChange"_s)->isChecked());
        auto *filter = child<QLineEdit>(u"filter"_s);
        filter->setFocus();
        QTest::keyClick(filter, Qt::Key_Down); // the filters that were used
        auto *recent = QApplication::activePopupWidget();
        QVERIFY(recent);
        QTest::keyClick(recent, Qt::Key_Down);
        QTest::keyClick(recent, Qt::Key_Return);
        QCOMPARE(typed().trimmed(), u"type:Sale"_s);
        activity("1", "10");
        QTRY_COMPARE(rows(), 1);
        QTRY_VERIFY(m_table->isColumnHidden(ActivityTableModel::TypeColumn));
    }

    void detailsStandBesideWideLists()
    {
        open();
        auto *splitter = child<QSplitter>(u"recordSplitter"_s);
        const int wide = 75 * m_page->fontMetrics().height(); // more with larger letters
        m_page->resize(wide - 1, 800);
        QTRY_COMPARE(splitter->orientation(), Qt::Vertical);
        m_page->resize(wide, 800);
        QTRY_COMPARE(splitter->orientation(), Qt::Horizontal);
    }

    void everyControlHasAName_data()
    {
        QTest::addColumn<Endpoint>("endpoint");
        QTest::newRow("activities") << Endpoint::Activities;
        QTest::newRow("sales") << Endpoint::Sales;
    }
    void everyControlHasAName()
    {
        QFETCH(Endpoint, endpoint);
        activity("1", "10");
        sale("1");
        open(endpoint);
        QTRY_COMPARE(rows(), 1);
        choose(0);
        QTRY_VERIFY(title().endsWith(u" 1"_s));
        auto *tabs = child<QTabWidget>(u"recordTabs"_s);
        for (int tab = 0; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            const auto seen = controlsOf(*m_page);
            QVERIFY(seen.count > 8);
            QVERIFY2(seen.nameless.isEmpty(), qPrintable(seen.nameless.join(u", "_s)));
        }
    }
};

QTEST_MAIN(tst_recordspage)
#include "tst_recordspage.moc"
