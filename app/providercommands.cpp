// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fields.h"
#include "model/domain/signature.h"
#include "model/store/providerstore.h"

#include <array>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

int add(CommandCall &call)
{
    const auto &master = call.context().master;
    if (!master)
        return call.fail(master.error());
    const auto added = call.write([&](Connection &db) {
        return ProviderStore(db).add(call.operand(0), call.option("type"_L1).value_or(u"webhooks"_s),
                                     *master);
    });
    if (!added)
        return call.fail(added.error());
    auto fields = fieldsOf(added->provider, call.context());
    fields.append({"key"_L1, added->key});
    return call.show(fields);
}

int list(CommandCall &call)
{
    const auto providers = call.read([](Connection &db) { return ProviderStore(db).list(); });
    if (!providers)
        return call.fail(providers.error());
    Listing listing(call);
    for (const auto &provider : *providers) {
        if (!listing.row(fieldsOf(provider, call.context())))
            break;
    }
    return listing.end();
}

/// Finds the provider of the first operand, changes it, and shows it as it is then.
template <typename Change>
int change(CommandCall &call, const QString &sentence, Change job)
{
    const auto changed = call.write([&](Connection &db) -> Result<Provider> {
        ProviderStore store(db);
        const auto provider = store.find(call.operand(0));
        if (!provider)
            return provider.error();
        if (const auto done = job(store, *provider); !done)
            return done.error();
        return store.get(provider->id);
    });
    if (!changed)
        return call.fail(changed.error());
    return call.done(sentence.arg(changed->name), fieldsOf(*changed, call.context()));
}

int rename(CommandCall &call)
{
    return change(call, u"The provider is now called “%1”."_s,
                  [&](ProviderStore &store, const Provider &provider) {
                      return store.rename(provider.id, call.operand(1));
                  });
}

int archive(CommandCall &call)
{
    return change(call, u"“%1” is archived: its webhooks answer 404. Its records stay."_s,
                  [](ProviderStore &store, const Provider &provider) { return store.archive(provider.id); });
}

/// Says the secret when signatures come to be required: the sender needs it.
int setSigning(CommandCall &call, const QString &value)
{
    const auto on = readFlag(value);
    if (!on)
        return call.misuse(u"signing takes on or off."_s);
    const auto &master = call.context().master;
    if (*on && !master)
        return call.fail(master.error());
    const auto secret = call.write([&](Connection &db) -> Result<QString> {
        ProviderStore store(db);
        const auto provider = store.find(call.operand(0));
        if (!provider)
            return provider.error();
        if (const auto done = store.setSigning(provider->id, *on); !done)
            return done.error();
        if (!*on)
            return QString();
        const auto bytes = store.signingSecret(provider->id, *master);
        return bytes ? Result<QString>(toSecretText(*bytes)) : bytes.error();
    });
    if (!secret)
        return call.fail(secret.error());
    if (!*on)
        return call.done(u"Calls need no signature any more."_s, {{"signing"_L1, false}});
    return call.done(u"Calls must be signed from now on. The sender signs with %1"_s.arg(*secret),
                     {{"signing"_L1, true}, {"secret"_L1, *secret}});
}

int set(CommandCall &call)
{
    const auto &option = call.operand(1);
    const auto &value = call.operand(2);
    const auto sentence = u"%1 of “%2” is now %3."_s.arg(option, u"%1"_s, value);
    if (option == "rate_limit"_L1) {
        bool isNumber = false;
        const auto limit = value.toInt(&isNumber);
        if (!isNumber)
            return call.misuse(u"rate_limit takes a number of calls a minute; 0 for no limit."_s);
        return change(call, sentence, [&](ProviderStore &store, const Provider &provider) {
            return store.setRateLimit(provider.id, limit);
        });
    }
    if (option == "signing"_L1)
        return setSigning(call, value);
    const auto setter = option == "create_users"_L1   ? &ProviderStore::setCreateUsers
                        : option == "manage_teams"_L1 ? &ProviderStore::setManageTeams
                                                      : nullptr;
    if (!setter)
        return call.misuse(u"A provider has no option “%1”."_s.arg(option));
    const auto on = readFlag(value);
    if (!on)
        return call.misuse(u"%1 takes on or off."_s.arg(option));
    return change(call, sentence, [&](ProviderStore &store, const Provider &provider) {
        return (store.*setter)(provider.id, *on);
    });
}

constexpr std::array table{
    Command{"provider add"_L1, "NAME [--type webhooks]"_L1, "type"_L1, 1, 1, add},
    Command{"provider list"_L1, ""_L1, ""_L1, 0, 0, list},
    Command{"provider rename"_L1, "PROVIDER NAME"_L1, ""_L1, 2, 2, rename},
    Command{"provider archive"_L1, "PROVIDER"_L1, ""_L1, 1, 1, archive},
    Command{"provider set"_L1, "PROVIDER create_users|manage_teams|rate_limit|signing VALUE"_L1, ""_L1, 3, 3,
            set},
};

} // namespace

std::span<const Command> providerCommands()
{
    return table;
}

} // namespace salesdesk
