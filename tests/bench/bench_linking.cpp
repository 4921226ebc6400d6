// SPDX-License-Identifier: GPL-3.0-or-later
// How long suggesting and listing take: 10,000 identities against 10,000 entities, one new identity, a queue
// of 100,000, and a row of it that is decided on. The figures of the queue are from asking until the rows are
// in the model, with a window's event loop.
#include "model/store/connection.h"
#include "model/store/migrations.h"
#include "model/tables/entitychoicemodel.h"
#include "model/tables/identitytablemodel.h"
#include "model/tables/queuescan.h"
#include "tests/model/domain/noisynames.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>

using namespace salesdesk;
using namespace Qt::StringLiterals;

namespace
{

double ms(const QElapsedTimer &clock)
{
    return double(clock.nsecsElapsed()) / 1e6;
}

void rules()
{
    const auto set = noisySet(1, 10'000, 10'000);
    QElapsedTimer clock;
    clock.start();
    LinkRules rules(set.agents);
    const auto built = ms(clock);
    int found = 0;
    double worst = 0;
    for (const auto &one : set.identities) {
        QElapsedTimer each;
        each.start();
        found += rules.suggest(one.identity) ? 1 : 0;
        worst = std::max(worst, ms(each));
    }
    std::printf(
        "10,000 against 10,000: %.0f ms, of it the index %.0f ms; %d found; at worst %.2f ms for one\n",
        ms(clock), built, found, worst);
    clock.restart();
    rules.update(set.agents);
    std::printf("taking over 10,000 unchanged entities: %.1f ms\n", ms(clock));
}

/// A folder with `count` unlinked identities and 10,000 agents.
void fill(const QString &folder, int count)
{
    auto db = std::move(Connection::open(folder + u"/salesdesk.db"_s, Connection::Mode::Write)).value();
    if (const auto done = migrate(*db, folder + u"/copy"_s); !done)
        qFatal("%s", qPrintable(done.error().detail));
    (void)db->begin();
    (void)db->insert(u"INSERT INTO provider (public_id, name, name_folded, type, created_at, signing_secret) "
                     "VALUES ('p_1', 'CRM', 'crm', 'webhooks', 1, x'')"_s);
    const auto set = noisySet(2, 10'000, 10'000);
    for (const auto &agent : set.agents)
        (void)db->insert(u"INSERT INTO entity (kind, name, name_folded, email, email_folded, created_at) "
                         "VALUES (0, ?, ?, ?, ?, 1)"_s,
                         {agent.name, folded(agent.name), agent.email.isEmpty() ? QVariant() : agent.email,
                          agent.email.isEmpty() ? QVariant() : folded(agent.email)});
    for (int i = 0; i < count; ++i) {
        const auto &identity = set.identities[i % set.identities.size()].identity;
        (void)db->insert(
            u"INSERT INTO identity (provider_id, kind, external_id, name, name_folded, name_key, email, "
            "first_seen_at, last_seen_at, record_count, value_cents) "
            "VALUES (1, 0, ?, ?, ?, name_key(?2), ?, ?, ?, ?, ?)"_s,
            {QString::number(i), identity.name, folded(identity.name), identity.email, i, i * 2, i % 40,
             (i * 7919LL) % 1'000'003});
    }
    if (const auto done = db->commit(); !done)
        qFatal("%s", qPrintable(done.error().detail));
}

/// From now until `signal` comes, in ms.
template <typename Sender, typename Signal, typename Start>
double until(Sender *sender, Signal signal, Start start)
{
    QEventLoop loop;
    QElapsedTimer clock;
    clock.start();
    QObject::connect(sender, signal, &loop, &QEventLoop::quit);
    start();
    loop.exec();
    return ms(clock);
}

/// Lets what goes on in the background come to its end.
void settle()
{
    QEventLoop loop;
    QTimer::singleShot(700, &loop, &QEventLoop::quit);
    loop.exec();
}

void queue(const QString &desk)
{
    {
        // The workspace makes the folder as it wants it.
        const auto made = Workspace::open({desk});
        if (!made)
            qFatal("%s", qPrintable(made.error().detail));
    }
    fill(desk, 100'000);
    auto opened = Workspace::open({desk});
    if (!opened)
        qFatal("%s", qPrintable(opened.error().detail));
    auto &workspace = **opened;
    auto suggester = std::make_shared<Suggester>();
    IdentityTableModel model(workspace, suggester);
    const auto opened100k = until(&model, &LiveTableModel::loaded, [&] { model.setActive(true); });
    std::printf("100,000 in the queue: opens in %.0f ms (%d rows)\n", opened100k, model.rowCount());
    const auto filtered = [&](const char *what, const IdentityFilter &filter) {
        std::printf("  filter %-22s %.0f ms (%d rows)\n", what,
                    until(&model, &LiveTableModel::loaded, [&] { model.setFilter(filter); }),
                    model.rowCount());
    };
    filtered("for the first time", {.text = u"zijlstra"_s});
    filtered("by a name", {.text = u"jansen"_s});
    filtered("by a rare text", {.text = u"99999"_s});
    filtered("by nothing there is", {.text = u"nothing like it"_s});
    filtered("by provider", {.provider = ProviderId{1}});
    filtered("by kind", {.kind = EntityKind::Agent});
    for (const int column : {IdentityTableModel::NameColumn, IdentityTableModel::SeenColumn,
                             IdentityTableModel::ProviderColumn, IdentityTableModel::ValueColumn}) {
        settle();
        std::printf("  sort by %-21s %.0f ms\n",
                    qPrintable(model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()),
                    until(&model, &LiveTableModel::loaded, [&] { model.sort(column, Qt::AscendingOrder); }));
    }
    std::printf("  the next page          %.0f ms\n",
                until(&model, &LiveTableModel::loaded, [&] { model.fetchMore({}); }));
    QueueScan scan(workspace, suggester);
    std::printf("  what bulk would take   %.0f ms for all, in the background\n",
                until(&scan, &QueueScan::finished, [&] { scan.setActive(true); }));
    std::printf("  %lld sure, %lld without a candidate, %d ambiguous\n",
                static_cast<long long>(scan.findings().sure.size()),
                static_cast<long long>(scan.findings().nobody.size()), scan.findings().ambiguous);
}

/// What a chosen row asks the reading thread, and what its window then does: of the first 200 rows.
void row(const QString &desk)
{
    const auto db = std::move(Connection::open(desk + u"/salesdesk.db"_s, Connection::Mode::Read)).value();
    const auto identities = IdentityStore(*db).list({}, 200);
    if (!identities)
        qFatal("%s", qPrintable(identities.error().detail));
    Suggester suggester;
    (void)suggester.best(*db, {identities->first()}); // learns all
    double sum = 0;
    double worst = 0;
    for (const auto &identity : *identities) {
        QElapsedTimer clock;
        clock.start();
        if (const auto found = suggester.candidates(*db, identity, 9); !found)
            qFatal("%s", qPrintable(found.error().detail));
        sum += ms(clock);
        worst = std::max(worst, ms(clock));
    }
    std::printf("nine candidates of 10,000 agents for a row: %.2f ms, at worst %.2f\n",
                sum / double(identities->size()), worst);
    QElapsedTimer clock;
    clock.start();
    const auto choices = entityChoices(*db, EntityKind::Agent, identities->first().name);
    if (!choices)
        qFatal("%s", qPrintable(choices.error().detail));
    std::printf("choosing among them: %.0f ms to read", ms(clock));
    clock.restart();
    EntityChoiceModel model(*choices);
    auto slowest = ms(clock);
    for (const auto &typed : {u"j"_s, u"ja"_s, u"jan b"_s, u"no such name"_s, QString()}) {
        clock.restart();
        model.narrow(typed);
        slowest = std::max(slowest, ms(clock));
    }
    std::printf(", at worst %.1f ms of the window for a letter\n", slowest);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    rules();
    const QTemporaryDir folder;
    const auto desk = folder.path() + u"/desk"_s;
    queue(desk);
    row(desk);
    return 0;
}
