// SPDX-License-Identifier: GPL-3.0-or-later
// A whole queue with the keyboard alone: 500 identities against 500 agents in under 60 presses.
#include "tests/model/domain/noisynames.h"
#include "tests/ui/queuedesk.h"

#include "model/tables/linktexts.h"
#include "ui/bulktablemodel.h"
#include "ui/entitychooser.h"
#include "ui/identitypane.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTableView>

using namespace salesdesk;
using namespace Qt::StringLiterals;

class tst_queuereview final : public QObject, private QueueDesk
{
    Q_OBJECT
private Q_SLOTS:
    void init() { open(); }
    void cleanup() { close(); }
    void doesFiveHundredInSixtyPresses_data();
    void doesFiveHundredInSixtyPresses();

private:
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
            calls.append(m_desk->workspace->process(m_desk->call(m_crm, Endpoint::Activities, text)));
        }
        for (auto &call : calls)
            call.waitForFinished();
        // The teams are of another day.
        m_desk->written<qint64>(
            [](Connection &db) { return db.change(u"UPDATE identity SET ignored = 1 WHERE kind = 1"_s); });
        return truths;
    }
    [[nodiscard]] QTableView *bulkTable()
    {
        return dialog(u"bulkDialog"_s)->findChild<QTableView *>(u"bulkTable"_s);
    }
    /// In the open list: takes the tick from those rows, walking down no further than the last of them.
    void leaveOut(const std::function<bool(const QAbstractItemModel &, int)> &isOut)
    {
        auto *table = bulkTable();
        int last = -1;
        for (int row = 0; row < table->model()->rowCount(); ++row)
            last = isOut(*table->model(), row) ? row : last;
        for (int row = 0; row <= last; ++row)
            pressOn(table, isOut(*table->model(), row) ? Qt::Key_Space : Qt::Key_Down);
    }
    /// Accepts all above the default score, until it is said how many are so then.
    void acceptCertain()
    {
        auto *button = child<QPushButton>(u"bulkAccept"_s);
        const auto before = button->text();
        press(Qt::Key_A);
        pressOn(bulkTable(), Qt::Key_Return);
        QVERIFY(soon([&] { return said().contains(u"decided on"_s) && button->text() != before; }));
    }
    /// Decides on what is ticked; with nothing ticked the list is only closed.
    void closeBulk()
    {
        const bool any = dialog(u"bulkDialog"_s)->findChild<QPushButton *>(u"accept"_s)->isEnabled();
        const int before = rows();
        pressOn(bulkTable(), any ? Qt::Key_Return : Qt::Key_Escape);
        QVERIFY(soon([&] { return !dialog(u"bulkDialog"_s) && (!any || rows() < before); }));
        QVERIFY(soon([&] { return !child<QPushButton>(u"bulkAccept"_s)->text().contains(u"those"_s); }));
    }
    /// What is linked so far, and what of it is right. Somebody new is right with an entity made for him.
    struct Tally {
        int taken = 0;
        int right = 0;
        int known = 0;
        int knownRight = 0;
        [[nodiscard]] double precision() const { return taken == 0 ? 1 : double(right) / taken; }
        [[nodiscard]] double recall() const { return double(knownRight) / known; }
    };
    QHash<QString, Identity> agents()
    {
        QHash<QString, Identity> all;
        for (const auto &identity : m_desk->written<QList<Identity>>([](Connection &db) {
                 return IdentityStore(db).list({.state = IdentityState::All, .kind = EntityKind::Agent});
             }))
            all.insert(identity.externalId, identity);
        return all;
    }
    Tally tally(const Truths &truths)
    {
        Tally tally;
        QSet<EntityId> team;
        for (const auto &truth : truths) {
            if (truth)
                team.insert(*truth);
        }
        for (const auto &identity : agents()) {
            const auto truth = truths.value(identity.externalId);
            tally.known += truth ? 1 : 0;
            if (!identity.linkedTo)
                continue;
            const bool right = truth ? identity.linkedTo == truth : !team.contains(*identity.linkedTo);
            ++tally.taken;
            tally.right += right ? 1 : 0;
            tally.knownRight += right && truth ? 1 : 0;
        }
        return tally;
    }
    /// Many small waits: each ends as soon as it may, not with the next twentieth of a second.
    static bool soon(const std::function<bool()> &holds) { return QTest::qWaitFor(holds, 10'000); }
    /// Those who are on the team, as their identities are written.
    QSet<QString> namesOfKnown(const Truths &truths)
    {
        QSet<QString> known;
        for (const auto &identity : agents()) {
            if (truths.value(identity.externalId))
                known.insert(nameOf(identity));
        }
        return known;
    }
    QString nameOfEntity(EntityId id)
    {
        return m_desk->written<Entity>([&](Connection &db) { return EntityStore(db).get(id); }).name;
    }
    /// Decides on the current row, with one key where the screen offers the right one.
    void review(const Truths &truths)
    {
        const auto &model = static_cast<const IdentityTableModel &>(*m_table->model());
        auto *pane = m_page->findChild<IdentityPane *>();
        QVERIFY(soon([&] { return !child<QLabel>(u"candidatesHeading"_s)->text().isEmpty(); }));
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
        QVERIFY(soon([&] { return rows() == before - 1; }));
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
    /// How often Down is pressed to come to it in the whole list; 0 when that is far.
    static int placeOf(const EntityChooser &chooser, QLineEdit &search, EntityId wanted)
    {
        auto *list = chooser.findChild<QListView *>(u"entities"_s);
        const auto before = list->currentIndex();
        int place = 0;
        for (int down = 1; down <= 9 && place == 0; ++down) {
            QTest::keyClick(&search, Qt::Key_Down);
            place = chooser.chosen() == wanted ? down : 0;
        }
        list->setCurrentIndex(before);
        return place;
    }
    /// Chooses by typing as many letters as it takes, or by walking down to it.
    void type(EntityId wanted)
    {
        const auto name = nameOfEntity(wanted);
        press(Qt::Key_Slash);
        QVERIFY(soon([&] { return dialog(u"entityChooser"_s) != nullptr; }));
        auto *chooser = static_cast<EntityChooser *>(dialog(u"entityChooser"_s));
        auto *search = chooser->findChild<QLineEdit *>(u"search"_s);
        const auto typed = shortestFor(*chooser, *search, name);
        const int down = placeOf(*chooser, *search, wanted);
        if (down > 0 && down < typed.size()) { // it is near the top as it is
            for (int row = 0; row < down; ++row)
                pressOn(search, Qt::Key_Down);
        } else {
            m_presses += static_cast<int>(typed.size());
            QTest::keyClicks(search, typed);
            for (int same = 0; same < 5 && chooser->chosen() != wanted; ++same)
                pressOn(search, Qt::Key_Down);
        }
        QVERIFY2(chooser->chosen() == wanted, qPrintable(name + u" by \"%1\""_s.arg(typed)));
        pressOn(search, Qt::Key_Return);
    }
};

/// What a person does who knows the team: takes what is certain, as long as there is any, creates who is new
/// (leaving those out who are not), and decides on the rest one by one.
void tst_queuereview::doesFiveHundredInSixtyPresses_data()
{
    QTest::addColumn<quint32>("seed");
    for (const auto seed : seedsOr({1, 4, 8, 12, 14, 19, 26, 32, 35, 49}))
        QTest::addRow("seed %u", seed) << seed;
}

void tst_queuereview::doesFiveHundredInSixtyPresses()
{
    QFETCH(quint32, seed);
    const auto set = noisySet(seed, 500, 500, 2);
    const auto truths = fill(set);
    show();
    auto *accept = child<QPushButton>(u"bulkAccept"_s);
    auto *create = child<QPushButton>(u"bulkCreate"_s);
    QVERIFY(soon([&] { return accept->isEnabled(); }));
    m_presses = 0;
    // What is taken makes others certain.
    while (!accept->text().startsWith(u"Accept 0 "_s) && !QTest::currentTestFailed())
        acceptCertain();
    const auto certain = tally(truths);
    QCOMPARE_GE(certain.precision(), 0.995);
    QCOMPARE_GE(certain.recall(), 0.80);

    if (create->isEnabled()) { // of some sets nobody is new
        press(Qt::Key_C);
        const auto known = namesOfKnown(truths);
        leaveOut([&](const QAbstractItemModel &list, int row) {
            return known.contains(list.index(row, BulkTableModel::NameColumn).data().toString());
        });
        closeBulk();
    }
    const int created = tally(truths).taken - certain.taken;
    const int reviewed = rows();
    while (rows() > 0 && m_presses < 100 && !QTest::currentTestFailed())
        review(truths);
    QVERIFY(soon([&] { return waiting() == 0; }));
    const auto all = tally(truths);
    qInfo("%d presses: %d accepted at once, precision %.4f, recall %.4f; %d created, %d reviewed", m_presses,
          certain.taken, certain.precision(), certain.recall(), created, reviewed);
    QCOMPARE_LT(m_presses, 60);
    QCOMPARE(all.taken - all.right, certain.taken - certain.right); // nothing that was looked at is wrong
}

QTEST_MAIN(tst_queuereview)
#include "tst_queuereview.moc"
