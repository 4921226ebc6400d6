// SPDX-License-Identifier: GPL-3.0-or-later
// Identities: link, relink, unlink and what is in conflict. Agents: merge, undo.
#include "tests/ui/desk.h"

#include "model/tables/entitytablemodel.h"
#include "model/tables/identitytablemodel.h"
#include "ui/banner.h"
#include "ui/entitiespage.h"
#include "ui/entitychooser.h"
#include "ui/identitiespage.h"
#include "ui/tableview.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace salesdesk;
using namespace Qt::StringLiterals;

class tst_identitypages final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<Desk>();
        m_crm = m_desk->addProvider(u"CRM"_s);
        m_bo = m_desk->addEntity(EntityKind::Agent, u"Bo Jansen"_s);
        m_noa = m_desk->addEntity(EntityKind::Agent, u"Noa Visser"_s);
    }

    void linksRelinksAndUnlinks()
    {
        send("1", "Bo J.");
        IdentitiesPage page(*m_desk->workspace);
        page.show();
        auto *table = page.findChild<TableView *>(u"identityTable"_s);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        const auto linked = [&] { return cell(table, IdentityTableModel::LinkedColumn); };
        QCOMPARE(linked(), u"not linked"_s);
        QTRY_VERIFY(!page.findChild<QPushButton *>(u"unlink"_s)->isEnabled());
        choose(page, u"link"_s, u"bo"_s);
        QTRY_COMPARE(linked(), u"Bo Jansen"_s);
        QTRY_VERIFY(cell(table, IdentityTableModel::WhyColumn).size() > 0); // who
        choose(page, u"link"_s, u"noa"_s);
        QTRY_COMPARE(linked(), u"Noa Visser"_s);
        QTRY_VERIFY(page.findChild<QPushButton *>(u"unlink"_s)->isEnabled());
        page.findChild<QPushButton *>(u"unlink"_s)->click();
        QTRY_COMPARE(linked(), u"not linked"_s);
        page.findChild<QPushButton *>(u"undo"_s)->click();
        QTRY_COMPARE(linked(), u"Noa Visser"_s);
        page.findChild<QPushButton *>(u"redo"_s)->click();
        QTRY_COMPARE(linked(), u"not linked"_s);
        page.findChild<QPushButton *>(u"ignore"_s)->click();
        QTRY_COMPARE(linked(), u"ignored"_s);
    }

    void saysWhatIsInConflict()
    {
        send("1", "Bo Jansen");
        send("2", "JANSEN, bo");
        send("3", "Kim Smit");
        for (const auto &id : {u"CRM:1"_s, u"CRM:2"_s, u"CRM:3"_s})
            link(id, m_bo.id);
        IdentitiesPage page(*m_desk->workspace);
        page.show();
        auto *table = page.findChild<TableView *>(u"identityTable"_s);
        auto *state = page.findChild<QComboBox *>(u"stateFilter"_s);
        state->setCurrentIndex(state->findText(u"In conflict"_s));
        QTRY_COMPARE(table->model()->rowCount(), 3); // each is named otherwise than some other
        QCOMPARE(cell(table, IdentityTableModel::LinkedColumn), u"Bo Jansen, in conflict"_s);
        link(u"CRM:3"_s, m_noa.id); // two that are written otherwise only are none
        QTRY_COMPARE(table->model()->rowCount(), 0);
    }

    void mergesDuplicates()
    {
        send("1", "Noa V.");
        link(u"CRM:1"_s, m_noa.id);
        EntitiesPage page(EntityKind::Agent, *m_desk->workspace);
        page.show();
        auto *table = page.findChild<TableView *>(u"entityTable"_s);
        QTRY_COMPARE(table->model()->rowCount(), 2);
        table->setCurrentIndex(table->model()->index(1, 0));
        QTRY_VERIFY(page.findChild<QPushButton *>(u"mergeEntity"_s)->isEnabled());
        choose(page, u"mergeEntity"_s, u"bo"_s);
        const auto text = [&](int row, int column) {
            return table->model()->index(row, column).data().toString();
        };
        QTRY_COMPARE(text(1, EntityTableModel::StateColumn), u"merged into Bo Jansen"_s);
        QCOMPARE(text(0, EntityTableModel::IdentitiesColumn), u"1"_s);
        QCOMPARE(text(0, EntityTableModel::RecordsColumn), u"1"_s);
        QTRY_VERIFY(page.banner()->text().contains(u"merged into Bo Jansen"_s));
        QVERIFY(!page.findChild<QPushButton *>(u"mergeEntity"_s)->isEnabled());
        Q_EMIT page.banner()->triggered(); // Undo
        QTRY_COMPARE(text(1, EntityTableModel::IdentitiesColumn), u"1"_s);
        QCOMPARE(text(1, EntityTableModel::StateColumn), QString());
    }

private:
    static QString cell(const TableView *table, int column)
    {
        return table->model()->index(0, column).data().toString();
    }
    void send(const QByteArray &id, const QByteArray &name)
    {
        QCOMPARE(m_desk
                     ->send(m_crm, Endpoint::Activities,
                            "{\"id\":\"" + id + "\",\"type\":\"Sale\",\"agent_id\":\"" + id +
                                "\",\"agent_name\":\"" + name + "\",\"moment\":\"2025-12-10\"}")
                     .reason,
                 CallReason::Created);
    }
    void link(const QString &identity, EntityId entity)
    {
        m_desk->written<DecisionId>([&](Connection &db) {
            IdentityStore store(db);
            return store.link(store.find(identity)->id, entity, {Decider::Kind::Person, u"anna"_s});
        });
    }
    /// Presses the page's button, types into the chooser that opens, and accepts.
    static void choose(QWidget &page, const QString &button, const QString &text)
    {
        page.findChild<QPushButton *>(button)->click();
        const auto open = [&page]() -> EntityChooser * {
            for (auto *chooser : page.findChildren<EntityChooser *>()) {
                if (chooser->isVisible())
                    return chooser;
            }
            return nullptr;
        };
        QTRY_VERIFY(open());
        auto *search = open()->findChild<QLineEdit *>(u"search"_s);
        search->setText(text);
        QTest::keyClick(search, Qt::Key_Return);
    }

    std::unique_ptr<Desk> m_desk;
    ProviderStore::Added m_crm;
    Entity m_bo;
    Entity m_noa;
};

QTEST_MAIN(tst_identitypages)
#include "tst_identitypages.moc"
