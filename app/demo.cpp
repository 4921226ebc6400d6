// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo.h"

#include "app/democalls.h"
#include "model/store/connection.h"
#include "model/store/entitystore.h"
#include "model/store/providerstore.h"
#include "model/workspace.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QLocale>

#include <deque>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 DayMs = 86'400'000;
constexpr size_t Window = 4096; // calls under way at once: enough to fill the writer's batches

Result<QList<Provider>> addProviders(Connection &db, const MasterKey &master)
{
    ProviderStore store(db);
    const auto there = store.list(true);
    if (!there)
        return there.error();
    if (!there->isEmpty())
        return {ErrorCode::Conflict,
                u"This data folder is in use already. Give the demo one of its own with --data."_s};
    QList<Provider> providers;
    for (const auto &name : {u"Zapier webhooks"_s, u"CRM export"_s, u"Dialler"_s}) {
        const auto added = store.add(name, u"webhooks"_s, master);
        if (!added)
            return added.error();
        providers.append(added->provider);
    }
    return providers;
}

Result<Done> addEntities(Connection &db)
{
    EntityStore store(db);
    QList<EntityId> teams;
    for (const auto &name : demoTeams()) {
        Entity team;
        team.kind = EntityKind::Team;
        team.name = name;
        const auto added = store.add(team);
        if (!added)
            return added.error();
        teams.append(added->id);
    }
    for (const auto &person : demoPeople().first(DemoAgents)) {
        Entity agent;
        agent.name = person.name;
        agent.email = person.email;
        agent.team = teams[person.team];
        if (const auto added = store.add(agent); !added)
            return added.error();
    }
    for (const auto &name : demoProducts()) {
        Entity product;
        product.kind = EntityKind::Product;
        product.name = name;
        if (const auto added = store.add(product); !added)
            return added.error();
    }
    return Done{};
}

/// Waits for the oldest call under way; a refused call is as good as a stored one, an error of the storage is
/// not.
std::optional<Error> finishOne(std::deque<QFuture<Result<CallOutcome>>> &underWay)
{
    const auto outcome = underWay.front().result();
    underWay.pop_front();
    return outcome.ok() ? std::nullopt : std::optional(outcome.error());
}

} // namespace

Result<Done> fillWithDemo(Workspace &workspace, const MasterKey &master, qint64 calls,
                          const std::function<void(const QString &)> &say)
{
    const auto providers = workspace
                               .write<QList<Provider>>([master](Connection &db) -> Result<QList<Provider>> {
                                   auto added = addProviders(db, master);
                                   if (!added)
                                       return added;
                                   if (const auto done = addEntities(db); !done)
                                       return done.error();
                                   return added;
                               })
                               .result();
    if (!providers)
        return providers.error();

    const auto now = QDateTime::currentMSecsSinceEpoch();
    DemoCalls generator(*providers, workspace.directory()->zone, calls, now - 60 * DayMs, now - 1000);
    std::deque<QFuture<Result<CallOutcome>>> underWay;
    QElapsedTimer sinceSaid;
    sinceSaid.start();
    const QLocale locale;
    for (qint64 made = 0; made < calls; ++made) {
        if (underWay.size() >= Window) {
            if (const auto failed = finishOne(underWay))
                return *failed;
        }
        underWay.push_back(workspace.process(generator.next()));
        if (sinceSaid.hasExpired(2000)) {
            say(u"%1 of %2 calls"_s.arg(locale.toString(made), locale.toString(calls)));
            sinceSaid.restart();
        }
    }
    while (!underWay.empty()) {
        if (const auto failed = finishOne(underWay))
            return *failed;
    }
    say(u"%1 calls are in the log."_s.arg(locale.toString(calls)));
    return Done{};
}

} // namespace salesdesk
