// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/recordstore.h"

#include "model/store/callsearch.h"
#include "model/store/callstore.h"
#include "model/store/identitystore.h"
#include "model/store/numberlist.h"
#include "model/store/rows.h"
#include "model/store/sqltext.h"

#include <QHash>

#include <algorithm>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

std::optional<Cents> optionalCents(const Cursor &row, int column)
{
    const auto cents = row.optionalNumber(column);
    return cents ? std::optional(Cents{*cents}) : std::nullopt;
}

std::optional<IdentityId> optionalIdentity(const Cursor &row, int column)
{
    return optionalId<IdentityTag>(row.optionalNumber(column));
}

Activity readActivity(const Cursor &row)
{
    Activity activity;
    activity.id = RecordId{row.number(0)};
    activity.provider = ProviderId{row.number(1)};
    activity.providerName = row.text(2);
    activity.externalId = row.text(3);
    activity.agentIdentity = IdentityId{row.number(4)};
    activity.agentExternalId = row.text(5);
    activity.teamIdentity = optionalIdentity(row, 6);
    activity.teamExternalId = row.text(7);
    activity.agent = row.optionalText(8);
    activity.team = row.optionalText(9);
    activity.moment = row.number(10);
    activity.contactKey = row.optionalText(11);
    activity.createdAt = row.number(12);
    activity.updatedAt = row.number(13);
    activity.type = row.text(14);
    activity.value = row.optionalText(15);
    activity.valueIsMoney = row.flag(16);
    return activity;
}

Sale readSale(const Cursor &row)
{
    Sale sale;
    sale.id = RecordId{row.number(0)};
    sale.provider = ProviderId{row.number(1)};
    sale.providerName = row.text(2);
    sale.externalId = row.text(3);
    sale.agentIdentity = IdentityId{row.number(4)};
    sale.agentExternalId = row.text(5);
    sale.teamIdentity = optionalIdentity(row, 6);
    sale.teamExternalId = row.text(7);
    sale.agent = row.optionalText(8);
    sale.team = row.optionalText(9);
    sale.soldAt = row.number(10);
    sale.contactKey = row.optionalText(11);
    sale.createdAt = row.number(12);
    sale.updatedAt = row.number(13);
    sale.productIdentity = IdentityId{row.number(14)};
    sale.productExternalId = row.text(15);
    sale.product = row.optionalText(16);
    sale.cancelledAt = row.optionalNumber(17);
    sale.isRetention = row.flag(18);
    sale.contractValue = optionalCents(row, 19);
    sale.energy = {row.optionalText(20), row.optionalText(21), row.optionalText(22), row.optionalNumber(23)};
    return sale;
}

/// In the order that was asked for.
template <typename R>
Result<QList<R>> inOrder(Result<QList<R>> found, const QList<RecordId> &wanted)
{
    if (!found)
        return found;
    QHash<qint64, qsizetype> places;
    for (qsizetype place = 0; place < wanted.size(); ++place)
        places.insert(wanted.at(place).value, place);
    std::sort(found->begin(), found->end(), [&places](const R &a, const R &b) {
        return places.value(a.id.value) < places.value(b.id.value);
    });
    return found;
}

} // namespace

template <>
Result<QList<Activity>> RecordStore::records(const QList<RecordId> &numbers) const
{
    return inOrder(readRows(m_db.query(uR"(
        SELECT r.id, r.provider_id, p.name, r.external_id, r.agent_identity_id, ai.external_id, r.team_identity_id,
            ti.external_id, agent.name, COALESCE(team.name, own.name), r.moment, r.contact_key, r.created_at,
            r.updated_at, r.type, r.value, r.value_is_money
        FROM activity r
        JOIN provider p ON p.id = r.provider_id
        JOIN identity ai ON ai.id = r.agent_identity_id
        LEFT JOIN identity ti ON ti.id = r.team_identity_id
        LEFT JOIN entity agent ON agent.id = ai.entity_id
        LEFT JOIN entity team ON team.id = ti.entity_id
        LEFT JOIN entity own ON own.id = agent.team_id
        WHERE r.id IN (SELECT value FROM json_each(?)))"_s,
                                       {numberList(numbers)}),
                            readActivity),
                   numbers);
}

template <>
Result<QList<Sale>> RecordStore::records(const QList<RecordId> &numbers) const
{
    return inOrder(readRows(m_db.query(uR"(
        SELECT r.id, r.provider_id, p.name, r.external_id, r.agent_identity_id, ai.external_id, r.team_identity_id,
            ti.external_id, agent.name, COALESCE(team.name, own.name), r.sold_at, r.contact_key, r.created_at,
            r.updated_at, r.product_identity_id, pi.external_id, product.name, r.cancelled_at, r.is_retention,
            r.contract_value_cents, r.electricity_usage, r.electricity_return, r.gas_usage, r.connection_count
        FROM sale r
        JOIN provider p ON p.id = r.provider_id
        JOIN identity ai ON ai.id = r.agent_identity_id
        JOIN identity pi ON pi.id = r.product_identity_id
        LEFT JOIN identity ti ON ti.id = r.team_identity_id
        LEFT JOIN entity agent ON agent.id = ai.entity_id
        LEFT JOIN entity product ON product.id = pi.entity_id
        LEFT JOIN entity team ON team.id = ti.entity_id
        LEFT JOIN entity own ON own.id = agent.team_id
        WHERE r.id IN (SELECT value FROM json_each(?)))"_s,
                                       {numberList(numbers)}),
                            readSale),
                   numbers);
}

Result<QList<Identity>> RecordStore::identities(const QList<IdentityId> &wanted) const
{
    QList<Identity> found;
    for (const auto id : wanted) {
        const auto identity = IdentityStore(m_db).get(id);
        if (!identity)
            return identity.error();
        found.append(*identity);
    }
    return found;
}

Result<QList<RecordCall>> RecordStore::history(Endpoint endpoint, RecordId record, int limit,
                                               std::optional<CallId> olderThan) const
{
    const auto rows =
        CallSearch(m_db).page({.filter = {}, .record = std::pair(endpoint, record)}, limit, olderThan);
    if (!rows)
        return rows.error();
    QList<RecordCall> calls;
    for (const auto &row : *rows) {
        const auto change = CallStore(m_db).change(row.id);
        if (!change)
            return change.error();
        calls.append({row, change->changes, change->replayOf});
    }
    return calls;
}

Result<qint64> RecordStore::countActivities() const
{
    return readNumber(m_db.query(u"SELECT COUNT(*) FROM activity"_s));
}

Result<qint64> RecordStore::countSales() const
{
    return readNumber(m_db.query(u"SELECT COUNT(*) FROM sale"_s));
}

} // namespace salesdesk
