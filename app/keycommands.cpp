// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fields.h"
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
    const auto added = call.write([&](Connection &db) -> Result<ProviderStore::AddedKey> {
        ProviderStore store(db);
        const auto provider = store.find(call.operand(0));
        if (!provider)
            return provider.error();
        const auto keys = store.keys(provider->id);
        if (!keys)
            return keys.error();
        const auto label = call.option("label"_L1).value_or(u"key %1"_s.arg(keys->size() + 1));
        return store.addKey(provider->id, label, *master);
    });
    if (!added)
        return call.fail(added.error());
    return call.show(
        {{"id"_L1, added->key.id.value}, {"label"_L1, added->key.label}, {"key"_L1, added->text}});
}

int list(CommandCall &call)
{
    const auto keys = call.read([&](Connection &db) -> Result<QList<ApiKey>> {
        const ProviderStore store(db);
        const auto provider = store.find(call.operand(0));
        if (!provider)
            return provider.error();
        return store.keys(provider->id);
    });
    if (!keys)
        return call.fail(keys.error());
    Listing listing(call);
    for (const auto &key : *keys) {
        if (!listing.row(fieldsOf(key)))
            break;
    }
    return listing.end();
}

int show(CommandCall &call)
{
    struct Shown {
        ApiKey key;
        QString text;
    };
    const auto &master = call.context().master;
    if (!master)
        return call.fail(master.error());
    const auto shown = call.read([&](Connection &db) -> Result<Shown> {
        const ProviderStore store(db);
        const auto key = store.findKey(call.operand(0));
        if (!key)
            return key.error();
        const auto text = store.revealKey(key->id, *master);
        if (!text)
            return text.error();
        return Shown{*key, *text};
    });
    if (!shown)
        return call.fail(shown.error());
    auto fields = fieldsOf(shown->key);
    fields.append({"key"_L1, shown->text});
    return call.done(shown->text, fields);
}

int revoke(CommandCall &call)
{
    const auto revoked = call.write([&](Connection &db) -> Result<ApiKey> {
        ProviderStore store(db);
        const auto key = store.findKey(call.operand(0));
        if (!key)
            return key.error();
        if (const auto done = store.revokeKey(key->id); !done)
            return done.error();
        return store.findKey(QString::number(key->id.value));
    });
    if (!revoked)
        return call.fail(revoked.error());
    return call.done(u"The key “%1” is revoked: the next call with it is refused."_s.arg(revoked->label),
                     fieldsOf(*revoked));
}

constexpr std::array table{
    Command{"key add"_L1, "PROVIDER [--label TEXT]"_L1, "label"_L1, 1, 1, add},
    Command{"key list"_L1, "PROVIDER"_L1, ""_L1, 1, 1, list},
    Command{"key show"_L1, "KEY"_L1, ""_L1, 1, 1, show},
    Command{"key revoke"_L1, "KEY"_L1, ""_L1, 1, 1, revoke},
};

} // namespace

std::span<const Command> keyCommands()
{
    return table;
}

} // namespace salesdesk
