// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fields.h"
#include "model/intake/recordformats.h"
#include "model/store/providerstore.h"
#include "model/store/recordstore.h"

#include <array>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int PageSize = 500;

/// As plain text a list shows only what fits a line.
constexpr std::array details{"agent_team_id"_L1, "contact_key"_L1, "is_retention"_L1,
                             "energy_meta"_L1,   "created_at"_L1,  "updated_at"_L1};

/// As plain text: what is not there is "-", as everywhere.
QString plainText(const RecordField &field)
{
    if (field.kind == RecordField::Kind::Flag)
        return field.text == u"true"_s ? u"yes"_s : u"no"_s;
    return field.text.value_or(u"-"_s);
}

template <typename Record>
OutputFields printed(const Record &record)
{
    OutputFields output;
    for (const auto &field : fieldsOf(record)) {
        const bool detail = std::find(details.cbegin(), details.cend(), field.name) != details.cend();
        output.append({field.name, OutputValue::raw(toJson(field), plainText(field)), detail});
    }
    return output;
}

template <typename Record>
int list(CommandCall &call)
{
    auto left = readLimit(call);
    if (!left)
        return call.misuse(u"--limit takes a whole number above 0."_s);
    RecordQuery query{.endpoint = endpointOf<Record>};
    if (const auto text = call.option("provider"_L1)) {
        const auto provider = call.read([&](Connection &db) { return ProviderStore(db).find(*text); });
        if (!provider)
            return call.fail(provider.error());
        query.provider = provider->id;
    }
    Listing listing(call);
    std::optional<RecordKey> after;
    while (*left > 0) {
        const auto limit = static_cast<int>(std::min<qint64>(*left, PageSize));
        const auto page =
            call.read([&](Connection &db) { return RecordStore(db).page<Record>(query, limit, after); });
        if (!page)
            return call.fail(page.error());
        for (const auto &record : page->records) {
            if (!listing.row(printed(record)))
                return listing.end();
        }
        if (!page->next)
            break;
        *left -= limit;
        after = page->next;
    }
    return listing.end();
}

constexpr std::array table{
    Command{"activity list"_L1, "[--provider PROVIDER] [--limit N]"_L1, "provider limit"_L1, 0, 0,
            list<Activity>},
    Command{"sale list"_L1, "[--provider PROVIDER] [--limit N]"_L1, "provider limit"_L1, 0, 0, list<Sale>},
};

} // namespace

std::span<const Command> recordCommands()
{
    return table;
}

} // namespace salesdesk
