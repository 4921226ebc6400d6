// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fields.h"
#include "app/masterkeystore.h"
#include "model/store/settingstore.h"

#include <array>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

constexpr auto keystoreName = "keystore"_L1; // where the master key is: not a setting that can be set

OutputValue valueOf(const Settings &settings, Setting setting)
{
    const auto text = settings.text(setting);
    switch (spec(setting).type) {
    case SettingType::Number:
        return OutputValue::number(text);
    case SettingType::Flag:
        return OutputValue::raw(text.toLatin1(), text);
    case SettingType::Text:
    case SettingType::Address:
    case SettingType::AddressList:
    case SettingType::File:
    case SettingType::TimeZoneName:
        return text;
    }
    Q_UNREACHABLE();
}

OutputFields fieldsOf(const QString &name, const OutputValue &value)
{
    return {{"name"_L1, name}, {"value"_L1, value}};
}

Error unknown(const QString &name)
{
    return {ErrorCode::NotFound,
            u"There is no setting “%1”. “salesdesk setting list” shows them."_s.arg(name)};
}

int list(CommandCall &call)
{
    const auto settings = call.read([](Connection &db) { return SettingStore(db).all(); });
    if (!settings)
        return call.fail(settings.error());
    Listing listing(call);
    for (int i = 0; i < static_cast<int>(Setting::Count); ++i) {
        const auto setting = static_cast<Setting>(i);
        auto fields = fieldsOf(QString(spec(setting).name), valueOf(*settings, setting));
        fields.append({"description"_L1, QString::fromUtf8(spec(setting).what)});
        listing.row(fields);
    }
    auto fields = fieldsOf(QString(keystoreName), keyStoreKind(call.context().folder));
    fields.append({"description"_L1, u"Where the master key is kept: file or keychain. Read-only."_s});
    listing.row(fields);
    return listing.end();
}

int get(CommandCall &call)
{
    const auto &name = call.operand(0);
    if (name == keystoreName) {
        const auto kind = keyStoreKind(call.context().folder);
        return call.done(kind, fieldsOf(name, kind));
    }
    const auto setting = settingFromName(name);
    if (!setting)
        return call.fail(unknown(name));
    const auto settings = call.read([](Connection &db) { return SettingStore(db).all(); });
    if (!settings)
        return call.fail(settings.error());
    const auto value = valueOf(*settings, *setting);
    return call.done(value.text(), fieldsOf(name, value));
}

int set(CommandCall &call)
{
    const auto &name = call.operand(0);
    if (name == keystoreName)
        return call.fail(
            {ErrorCode::InvalidArgument, u"keystore is read-only: it says where the master key is."_s});
    const auto setting = settingFromName(name);
    if (!setting)
        return call.fail(unknown(name));
    const auto settings = call.write([&](Connection &db) -> Result<Settings> {
        SettingStore store(db);
        if (const auto done = store.set(*setting, call.operand(1)); !done)
            return done.error();
        return store.all();
    });
    if (!settings)
        return call.fail(settings.error());
    const auto value = valueOf(*settings, *setting);
    return call.done(u"%1 is now %2"_s.arg(name, value.text()), fieldsOf(name, value));
}

constexpr std::array table{
    Command{"setting list"_L1, ""_L1, ""_L1, 0, 0, list},
    Command{"setting get"_L1, "NAME"_L1, ""_L1, 1, 1, get},
    Command{"setting set"_L1, "NAME VALUE"_L1, ""_L1, 2, 2, set},
};

} // namespace

std::span<const Command> settingCommands()
{
    return table;
}

} // namespace salesdesk
