// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fields.h"
#include "model/domain/linkrules.h"
#include "model/store/entitystore.h"
#include "model/store/identitystore.h"
#include "model/store/providerstore.h"
#include "model/store/suggester.h"

#include <array>

#include <pwd.h>
#include <unistd.h>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int PageSize = 1000;

/// Who runs the program; a command handed over runs under the same user, for the socket is theirs alone.
Decider person()
{
    const auto *entry = ::getpwuid(::getuid());
    return {Decider::Kind::Person,
            entry ? QString::fromLocal8Bit(entry->pw_name) : QString::number(::getuid())};
}

Result<IdentityFilter> filterOf(const CommandCall &call, Connection &db)
{
    IdentityFilter filter;
    filter.state = call.has("unlinked"_L1)  ? IdentityState::Unlinked
                   : call.has("linked"_L1)  ? IdentityState::Linked
                   : call.has("ignored"_L1) ? IdentityState::Ignored
                                            : IdentityState::All;
    if (const auto kind = call.option("kind"_L1))
        filter.kind = entityKindFromText(*kind);
    if (const auto text = call.option("provider"_L1)) {
        const auto provider = ProviderStore(db).find(*text);
        if (!provider)
            return provider.error();
        filter.provider = provider->id;
    }
    return filter;
}

int list(CommandCall &call)
{
    if (call.has("unlinked"_L1) + call.has("linked"_L1) + call.has("ignored"_L1) + call.has("all"_L1) > 1)
        return call.misuse(u"Only one of --unlinked, --linked, --ignored and --all can be given."_s);
    if (const auto kind = call.option("kind"_L1); kind && !entityKindFromText(*kind))
        return call.misuse(u"--kind takes agent, team or product."_s);
    Listing listing(call);
    for (int offset = 0;; offset += PageSize) {
        const auto page = call.read([&](Connection &db) -> Result<QList<Identity>> {
            const auto filter = filterOf(call, db);
            if (!filter)
                return filter.error();
            return IdentityStore(db).list(*filter, PageSize, offset);
        });
        if (!page)
            return call.fail(page.error());
        for (const auto &identity : *page) {
            if (!listing.row(fieldsOf(identity)))
                return listing.end();
        }
        if (page->size() < PageSize)
            return listing.end();
    }
}

/// Finds the identity of the first operand, decides on it, and shows it as it is then.
template <typename Decide>
int decide(CommandCall &call, const QString &sentence, Decide job)
{
    const auto decided = call.write([&](Connection &db) -> Result<Identity> {
        IdentityStore store(db);
        const auto identity = store.find(call.operand(0));
        if (!identity)
            return identity.error();
        const Result<DecisionId> step = job(db, store, *identity);
        if (!step)
            return step.error();
        return store.get(identity->id);
    });
    if (!decided)
        return call.fail(decided.error());
    const auto text =
        u"%1 %2:%3"_s.arg(QString(toText(decided->kind)), decided->providerName, decided->externalId);
    return call.done(OutputValue(sentence.arg(text, decided->linkedToName)).text(), fieldsOf(*decided));
}

int link(CommandCall &call)
{
    return decide(call, u"%1 is linked to “%2”."_s,
                  [&](Connection &db, IdentityStore &store, const Identity &identity) -> Result<DecisionId> {
                      const auto entity = EntityStore(db).find(identity.kind, call.operand(1));
                      if (!entity)
                          return entity.error();
                      return store.link(identity.id, entity->id, person());
                  });
}

int unlink(CommandCall &call)
{
    return decide(call, u"%1 is unlinked.%2"_s,
                  [](Connection &, IdentityStore &store, const Identity &identity) {
                      return store.unlink(identity.id, person());
                  });
}

int ignore(CommandCall &call)
{
    return decide(call, u"%1 is ignored: it is hidden from the unlinked ones.%2"_s,
                  [](Connection &, IdentityStore &store, const Identity &identity) {
                      return store.setIgnored(identity.id, true, person());
                  });
}

int undo(CommandCall &call)
{
    const auto undone = call.write([](Connection &db) { return IdentityStore(db).undo(person()); });
    if (!undone)
        return call.fail(undone.error());
    return call.done(OutputValue(*undone).text(), {{"undone"_L1, *undone}});
}

/// The suggestions for what is unlinked, page by page.
Result<QList<Suggestion>> suggestions(CommandCall &call, double least)
{
    QList<Suggestion> all;
    Suggester suggester;
    for (int offset = 0; !call.stopped(); offset += PageSize) {
        const auto size = call.read([&](Connection &db) -> Result<qsizetype> {
            const auto page = IdentityStore(db).list({}, PageSize, offset);
            if (!page)
                return page.error();
            const auto best = suggester.best(db, *page, least);
            if (!best)
                return best.error();
            for (qsizetype i = 0; i < page->size(); ++i) {
                const auto &found = best->at(i);
                if (found.candidate)
                    all.append({page->at(i), *found.candidate, found.ambiguous});
            }
            return page->size();
        });
        if (!size)
            return size.error();
        if (*size < PageSize)
            break;
    }
    return all;
}

/// Takes the unambiguous ones, as one step. What was decided in the meantime is left as it is.
Result<QList<Suggestion>> accept(CommandCall &call, const QList<Suggestion> &offered)
{
    return call.write([&](Connection &db) -> Result<QList<Suggestion>> {
        IdentityStore store(db);
        QList<Suggestion> taken;
        QList<Choice> choices;
        for (const auto &suggestion : offered) {
            if (suggestion.ambiguous)
                continue;
            const auto current = store.get(suggestion.identity.id);
            if (!current)
                return current.error();
            if (current->linkedTo || current->ignored)
                continue;
            taken.append(suggestion);
            choices.append({.identity = suggestion.identity.id,
                            .entity = suggestion.best.entity,
                            .reason = toText(suggestion.best.reason)});
        }
        if (choices.isEmpty())
            return taken;
        if (const auto decided = store.decide(choices, person(), StepKind::Link); !decided)
            return decided.error();
        return taken;
    });
}

int suggest(CommandCall &call)
{
    double least = call.has("accept"_L1) ? LinkRules::BulkScore : LinkRules::LikelyScore;
    if (const auto text = call.option("min-score"_L1)) {
        bool isNumber = false;
        least = text->toDouble(&isNumber);
        if (!isNumber || !(least >= 0 && least <= 1))
            return call.misuse(u"--min-score takes a number from 0 to 1."_s);
    }
    auto found = suggestions(call, least);
    if (found && call.has("accept"_L1))
        found = accept(call, *found);
    if (!found)
        return call.fail(found.error());
    Listing listing(call);
    for (const auto &suggestion : *found) {
        if (!listing.row({
                {"identity"_L1, suggestion.identity.id.value},
                {"provider"_L1, suggestion.identity.providerName},
                {"kind"_L1, toText(suggestion.identity.kind)},
                {"identity_name"_L1, suggestion.identity.name},
                {"entity"_L1, suggestion.best.entity.value},
                {"entity_name"_L1, suggestion.best.entityName},
                {"score"_L1, OutputValue::number(QString::number(suggestion.best.score, 'f', 3))},
                {"reason"_L1, reasonText(suggestion.best)},
                {"ambiguous"_L1, suggestion.ambiguous},
            }))
            break;
    }
    return listing.end();
}

constexpr std::array table{
    Command{"identity list"_L1,
            "[--unlinked|--linked|--ignored|--all] [--provider PROVIDER] [--kind agent|team|product]"_L1,
            "unlinked linked ignored all provider kind"_L1, 0, 0, list},
    Command{"identity link"_L1, "IDENTITY ENTITY"_L1, ""_L1, 2, 2, link},
    Command{"identity unlink"_L1, "IDENTITY"_L1, ""_L1, 1, 1, unlink},
    Command{"identity ignore"_L1, "IDENTITY"_L1, ""_L1, 1, 1, ignore},
    Command{"identity undo"_L1, ""_L1, ""_L1, 0, 0, undo},
    Command{"identity suggest"_L1, "[--min-score SCORE] [--accept]"_L1, "min-score accept"_L1, 0, 0, suggest},
};

} // namespace

std::span<const Command> identityCommands()
{
    return table;
}

} // namespace salesdesk
