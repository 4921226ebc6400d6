// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/recordstore.h"

#include "model/store/connection.h"
#include "model/store/rows.h"
#include "model/store/sqltext.h"

#include <limits>

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

/// What is bound: the provider twice, the text `texts` times after whether it is empty, the anchor, the
/// limit. Without an anchor the list begins after a moment that none reaches.
QVariantList valuesOf(const RecordQuery &query, int texts)
{
    const auto provider = boundId(query.provider);
    const auto after = query.after.value_or(std::pair(std::numeric_limits<qint64>::max(), RecordId{}));
    QVariantList values{provider, provider, query.text.isEmpty() ? 1 : 0};
    for (int i = 0; i < texts; ++i)
        values.append(containing(query.text));
    values << after.first << after.second.value << query.limit;
    return values;
}

} // namespace

Result<QList<Activity>> RecordStore::activities(const RecordQuery &query) const
{
    return readRows(m_db.query(uR"(
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
        WHERE (? IS NULL OR r.provider_id = ?)
            AND (? = 1 OR r.external_id LIKE ? ESCAPE '\' OR r.type LIKE ? ESCAPE '\'
                OR r.contact_key LIKE ? ESCAPE '\' OR ai.external_id LIKE ? ESCAPE '\'
                OR ti.external_id LIKE ? ESCAPE '\' OR agent.name LIKE ? ESCAPE '\')
            AND (r.moment, r.id) < (?, ?)
        ORDER BY r.moment DESC, r.id DESC LIMIT ?)"_s,
                               valuesOf(query, 6)),
                    readActivity);
}

Result<QList<Sale>> RecordStore::sales(const RecordQuery &query) const
{
    return readRows(m_db.query(uR"(
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
        WHERE (? IS NULL OR r.provider_id = ?)
            AND (? = 1 OR r.external_id LIKE ? ESCAPE '\' OR pi.external_id LIKE ? ESCAPE '\'
                OR r.contact_key LIKE ? ESCAPE '\' OR ai.external_id LIKE ? ESCAPE '\'
                OR ti.external_id LIKE ? ESCAPE '\' OR agent.name LIKE ? ESCAPE '\'
                OR product.name LIKE ? ESCAPE '\')
            AND (r.sold_at, r.id) < (?, ?)
        ORDER BY r.sold_at DESC, r.id DESC LIMIT ?)"_s,
                               valuesOf(query, 7)),
                    readSale);
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
