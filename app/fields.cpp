// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fields.h"

#include <limits>

namespace salesdesk
{

using namespace Qt::StringLiterals;

QString baseUrl(const CommandContext &context)
{
    if (auto url = context.receiverUrl ? context.receiverUrl() : QString(); !url.isEmpty())
        return url;
    const auto directory = context.workspace->directory();
    const auto &settings = directory->settings;
    auto host = settings.text(Setting::ListenAddress);
    // "All addresses" is none that can be called.
    if (host == "0.0.0.0"_L1)
        host = u"127.0.0.1"_s;
    else if (host == "::"_L1)
        host = u"::1"_s;
    if (host.contains(u':'))
        host = u"[%1]"_s.arg(host);
    const auto secure =
        !settings.text(Setting::TlsCertificate).isEmpty() && !settings.text(Setting::TlsKey).isEmpty();
    return u"%1://%2:%3"_s.arg(secure ? u"https"_s : u"http"_s, host, settings.text(Setting::ListenPort));
}

OutputFields fieldsOf(const Provider &provider, const CommandContext &context)
{
    const auto directory = context.workspace->directory();
    const auto base = baseUrl(context);
    const auto url = [&](Endpoint endpoint, Setting feature) -> OutputValue {
        if (!directory->settings.flag(feature))
            return {};
        return u"%1/webhooks/%2/%3"_s.arg(base, provider.publicId, QString(toText(endpoint)));
    };
    const OutputFields urls{{"activities"_L1, url(Endpoint::Activities, Setting::FeatureActivities)},
                            {"sales"_L1, url(Endpoint::Sales, Setting::FeatureSales)}};
    const auto urlTexts = urls[0].value.text() + u' ' + urls[1].value.text();
    return {
        {"id"_L1, provider.publicId},
        {"name"_L1, provider.name},
        {"type"_L1, provider.type},
        {"urls"_L1, OutputValue::raw(toJson(urls), urlTexts), true},
        {"create_users"_L1, provider.createUsers},
        {"manage_teams"_L1, provider.manageTeams},
        {"rate_limit"_L1, provider.rateLimit},
        {"signing"_L1, provider.signing},
        {"created_at"_L1, OutputValue::time(provider.createdAt), true},
        {"archived_at"_L1, OutputValue::time(provider.archivedAt), true},
        {"last_call_at"_L1, OutputValue::time(provider.lastCallAt)},
    };
}

OutputFields fieldsOf(const ApiKey &key)
{
    return {
        {"id"_L1, key.id.value},
        {"label"_L1, key.label},
        {"hint"_L1, key.hint},
        {"created_at"_L1, OutputValue::time(key.createdAt)},
        {"last_used_at"_L1, OutputValue::time(key.lastUsedAt)},
        {"revoked_at"_L1, OutputValue::time(key.revokedAt)},
    };
}

OutputFields fieldsOf(const Entity &entity)
{
    OutputFields fields{{"id"_L1, entity.id.value}, {"name"_L1, entity.name}};
    if (entity.kind == EntityKind::Agent) {
        fields.append({"email"_L1, entity.email.isEmpty() ? OutputValue() : OutputValue(entity.email)});
        fields.append({"team"_L1, entity.team ? OutputValue(entity.teamName) : OutputValue()});
    }
    fields.append({"active"_L1, entity.active});
    fields.append({"identities"_L1, entity.identityCount});
    fields.append({"records"_L1, entity.records.count()});
    fields.append({"created_at"_L1, OutputValue::time(entity.createdAt), true});
    return fields;
}

OutputFields fieldsOf(const Identity &identity)
{
    const auto orNull = [](const QString &text) {
        return text.isEmpty() ? OutputValue() : OutputValue(text);
    };
    return {
        {"id"_L1, identity.id.value},
        {"provider"_L1, identity.providerName},
        {"kind"_L1, toText(identity.kind)},
        {"external_id"_L1, identity.externalId},
        {"name"_L1, orNull(identity.name)},
        {"email"_L1, orNull(identity.email)},
        {"linked_to"_L1, identity.linkedTo ? OutputValue(identity.linkedToName) : OutputValue()},
        {"linked_to_id"_L1, identity.linkedTo ? OutputValue(identity.linkedTo->value) : OutputValue(), true},
        {"linked_by"_L1, orNull(identity.linkedBy), true},
        {"ignored"_L1, identity.ignored},
        {"waiting"_L1, identity.linkedTo ? qint64{0} : identity.records.count()},
        {"records"_L1, identity.records.count(), true},
        {"value"_L1, OutputValue::number(toDecimal(identity.records.value)), true},
        {"first_seen_at"_L1, OutputValue::time(identity.firstSeenAt), true},
        {"last_seen_at"_L1, OutputValue::time(identity.lastSeenAt), true},
    };
}

std::optional<bool> readFlag(const QString &word)
{
    const auto lower = word.trimmed().toLower();
    if (lower == "on"_L1 || lower == "true"_L1 || lower == "yes"_L1 || lower == "1"_L1)
        return true;
    if (lower == "off"_L1 || lower == "false"_L1 || lower == "no"_L1 || lower == "0"_L1)
        return false;
    return std::nullopt;
}

std::optional<qint64> readLimit(const CommandCall &call)
{
    const auto text = call.option("limit"_L1);
    if (!text)
        return std::numeric_limits<qint64>::max();
    bool isNumber = false;
    const auto limit = text->toLongLong(&isNumber);
    return isNumber && limit > 0 ? std::optional(limit) : std::nullopt;
}

} // namespace salesdesk
