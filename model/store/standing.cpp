// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/standing.h"

#include "model/store/providerstore.h"
#include "model/store/rows.h"

namespace salesdesk
{

using namespace Qt::StringLiterals;

Result<Standing> readStanding(Connection &db)
{
    const auto providers = ProviderStore(db).list();
    if (!providers)
        return providers.error();
    const auto waiting =
        readRows(db.query(u"SELECT kind, COUNT(*), SUM(record_count), SUM(value_cents) FROM identity "
                          "WHERE entity_id IS NULL AND ignored = 0 GROUP BY kind ORDER BY kind"_s),
                 [](const Cursor &row) {
                     return WaitingKind{static_cast<EntityKind>(row.number(0)), row.number(1), row.number(2),
                                        Cents{row.number(3)}};
                 });
    if (!waiting)
        return waiting.error();
    const auto records =
        readNumber(db.query(u"SELECT EXISTS (SELECT 1 FROM activity) OR EXISTS (SELECT 1 FROM sale)"_s));
    if (!records)
        return records.error();
    const auto links =
        readNumber(db.query(u"SELECT EXISTS (SELECT 1 FROM identity WHERE entity_id IS NOT NULL)"_s));
    if (!links)
        return links.error();
    return Standing{*providers, *waiting, *records != 0, *links != 0};
}

} // namespace salesdesk
