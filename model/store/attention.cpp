// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/attention.h"

#include "model/store/connection.h"

namespace salesdesk
{

using namespace Qt::StringLiterals;

Result<Attention> attentionSince(Connection &db, std::optional<CallId> since)
{
    Attention attention;
    auto newest = db.query(u"SELECT COALESCE(MAX(id), 0) FROM call"_s);
    if (!newest)
        return newest.error();
    if (newest->next())
        attention.newest = CallId{newest->number(0)};
    newest->finish();
    if (!since || !(since->value < attention.newest.value))
        return attention;
    auto refused = db.query(u"SELECT COUNT(*) FROM call WHERE id > ? AND id <= ? AND +status >= 400"_s,
                            {since->value, attention.newest.value});
    if (!refused)
        return refused.error();
    if (refused->next())
        attention.refused = refused->number(0);
    return attention;
}

} // namespace salesdesk
