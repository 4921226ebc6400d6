// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fields.h"
#include "model/store/providerstore.h"
#include "model/store/recordstore.h"

#include <array>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int PageSize = 500;

OutputValue orNull(const QString &text)
{
    return text.isEmpty() ? OutputValue() : OutputValue(text);
}

OutputFields fieldsOf(const Activity &activity)
{
    return {
        {"id"_L1, activity.externalId},
        {"provider"_L1, activity.providerName},
        {"type"_L1, activity.type},
        {"agent_id"_L1, activity.agentExternalId},
        {"agent"_L1, activity.agent},
        {"agent_team_id"_L1, orNull(activity.teamExternalId), true},
        {"team"_L1, activity.team},
        {"moment"_L1, OutputValue::time(activity.moment)},
        {"contact_key"_L1, activity.contactKey, true},
        {"value"_L1, OutputValue::number(activity.value)},
        {"value_is_money"_L1, activity.valueIsMoney},
        {"created_at"_L1, OutputValue::time(activity.createdAt), true},
        {"updated_at"_L1, OutputValue::time(activity.updatedAt), true},
    };
}

OutputValue energyOf(const EnergyMeta &energy)
{
    if (energy == EnergyMeta())
        return {};
    return OutputValue::raw(toJson({
                                {"electricity_usage"_L1, OutputValue::number(energy.electricityUsage)},
                                {"electricity_return"_L1, OutputValue::number(energy.electricityReturn)},
                                {"gas_usage"_L1, OutputValue::number(energy.gasUsage)},
                                {"connection_count"_L1, energy.connectionCount},
                            }),
                            {});
}

OutputFields fieldsOf(const Sale &sale)
{
    return {
        {"id"_L1, sale.externalId},
        {"provider"_L1, sale.providerName},
        {"agent_id"_L1, sale.agentExternalId},
        {"agent"_L1, sale.agent},
        {"agent_team_id"_L1, orNull(sale.teamExternalId), true},
        {"team"_L1, sale.team},
        {"proposition_id"_L1, sale.productExternalId},
        {"product"_L1, sale.product},
        {"sold_at"_L1, OutputValue::time(sale.soldAt)},
        {"cancelled_at"_L1, OutputValue::time(sale.cancelledAt)},
        {"is_retention"_L1, sale.isRetention, true},
        {"contract_value"_L1,
         sale.contractValue ? OutputValue::number(toDecimal(*sale.contractValue)) : OutputValue()},
        {"contact_key"_L1, sale.contactKey, true},
        {"energy_meta"_L1, energyOf(sale.energy), true},
        {"created_at"_L1, OutputValue::time(sale.createdAt), true},
        {"updated_at"_L1, OutputValue::time(sale.updatedAt), true},
    };
}

qint64 momentOf(const Activity &activity)
{
    return activity.moment;
}

qint64 momentOf(const Sale &sale)
{
    return sale.soldAt;
}

template <auto read>
int list(CommandCall &call)
{
    auto left = readLimit(call);
    if (!left)
        return call.misuse(u"--limit takes a whole number above 0."_s);
    RecordQuery query;
    if (const auto text = call.option("provider"_L1)) {
        const auto provider = call.read([&](Connection &db) { return ProviderStore(db).find(*text); });
        if (!provider)
            return call.fail(provider.error());
        query.provider = provider->id;
    }
    Listing listing(call);
    while (*left > 0) {
        query.limit = static_cast<int>(std::min<qint64>(*left, PageSize));
        const auto page = call.read([&](Connection &db) { return (RecordStore(db).*read)(query); });
        if (!page)
            return call.fail(page.error());
        for (const auto &record : *page) {
            if (!listing.row(fieldsOf(record)))
                return listing.end();
        }
        if (page->size() < query.limit)
            break;
        *left -= query.limit;
        query.after = std::pair(momentOf(page->last()), page->last().id);
    }
    return listing.end();
}

constexpr std::array table{
    Command{"activity list"_L1, "[--provider PROVIDER] [--limit N]"_L1, "provider limit"_L1, 0, 0,
            list<&RecordStore::activities>},
    Command{"sale list"_L1, "[--provider PROVIDER] [--limit N]"_L1, "provider limit"_L1, 0, 0,
            list<&RecordStore::sales>},
};

} // namespace

std::span<const Command> recordCommands()
{
    return table;
}

} // namespace salesdesk
