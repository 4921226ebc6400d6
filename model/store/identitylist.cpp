// SPDX-License-Identifier: GPL-3.0-or-later
// The reading half of IdentityStore: lists, one, and the words people find one by.
#include "model/store/connection.h"
#include "model/store/identitystore.h"
#include "model/store/rows.h"
#include "model/store/sqltext.h"

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

/// The condition of a state. Literal, so that the partial index of the queue can be used.
QLatin1StringView conditionOf(IdentityState state)
{
    switch (state) {
    case IdentityState::Unlinked:
        return "i.entity_id IS NULL AND i.ignored = 0"_L1;
    case IdentityState::Linked:
        return "i.entity_id IS NOT NULL"_L1;
    case IdentityState::Ignored:
        return "i.ignored = 1"_L1;
    case IdentityState::Waiting:
        return "i.entity_id IS NULL"_L1;
    case IdentityState::Conflicting:
        return "i.entity_id IS NOT NULL AND i.kind = 0 AND i.name_key <> '' AND EXISTS (SELECT 1 FROM "
               "identity o "
               "WHERE o.entity_id = i.entity_id AND o.provider_id = i.provider_id AND o.kind = 0 "
               "AND o.name_key <> i.name_key AND o.name_key <> '')"_L1;
    case IdentityState::All:
        return "1 = 1"_L1;
    }
    Q_UNREACHABLE();
}

QString orderOf(const IdentityFilter &filter)
{
    const auto by = [&filter](QLatin1StringView column) {
        return column + (filter.ascending ? " ASC, "_L1 : " DESC, "_L1);
    };
    constexpr auto rest = "i.value_cents DESC, i.record_count DESC, i.name_folded, i.id"_L1;
    switch (filter.order) {
    case IdentityOrder::Value:
        return filter.ascending ? u"i.value_cents, i.record_count, i.name_folded, i.id"_s : QString(rest);
    case IdentityOrder::Records:
        return by("i.record_count"_L1) + rest;
    case IdentityOrder::Kind:
        return by("i.kind"_L1) + rest;
    case IdentityOrder::Provider:
        return by("(SELECT name_folded FROM provider WHERE id = i.provider_id)"_L1) + rest;
    case IdentityOrder::ExternalId:
        return by("i.external_id"_L1) + rest;
    case IdentityOrder::Name:
        return by("i.name_folded"_L1) + rest;
    case IdentityOrder::Email:
        return by("i.email"_L1) + rest;
    case IdentityOrder::Linked:
        return by("(SELECT name_folded FROM entity WHERE id = i.entity_id)"_L1) + rest;
    case IdentityOrder::FirstSeen:
        return by("i.first_seen_at"_L1) + rest;
    case IdentityOrder::LastSeen:
        return by("i.last_seen_at"_L1) + rest;
    }
    Q_UNREACHABLE();
}

constexpr auto columns = R"(
    SELECT i.id, i.provider_id, p.name, i.kind, i.external_id, i.name, i.email, t.name, i.entity_id, e.name,
           i.linked_by, i.ignored, i.first_seen_at, i.last_seen_at, i.record_count - i.sale_count, i.sale_count,
           i.value_cents,
           d.reason, s.decided_at,
           i.kind = 0 AND i.name_key <> '' AND EXISTS (SELECT 1 FROM identity o WHERE o.entity_id = i.entity_id
               AND o.provider_id = i.provider_id AND o.kind = 0 AND o.name_key <> i.name_key
               AND o.name_key <> ''),
           t.entity_id
    FROM )"_L1;
constexpr auto joins = R"( JOIN provider p ON p.id = i.provider_id
    LEFT JOIN identity t ON t.id = i.team_identity_id
    LEFT JOIN entity e ON e.id = i.entity_id
    LEFT JOIN decision d ON i.entity_id IS NOT NULL AND d.id = (
        SELECT max(x.id) FROM decision x JOIN decision_step y ON y.id = x.step_id
        WHERE x.identity_id = i.id AND x.entity_after = i.entity_id AND y.undone_at IS NULL
          AND (x.entity_before IS NOT x.entity_after OR x.linked_by_before <> x.linked_by_after))
    LEFT JOIN decision_step s ON s.id = d.step_id )"_L1;
constexpr auto narrowed = R"(
    AND (? IS NULL OR i.provider_id = ?) AND (? IS NULL OR i.kind = ?)
    AND (i.name_folded LIKE ? ESCAPE '\' OR i.external_id LIKE ? ESCAPE '\' OR i.email LIKE ? ESCAPE '\'))"_L1;

bool isNarrowed(const IdentityFilter &filter)
{
    return filter.provider || filter.kind || !filter.text.trimmed().isEmpty();
}

/// The queue's index gives the first rows of the whole at once. Where many rows are passed over it is faster
/// to go through the table from its beginning to its end than to look each row up.
QString tableFor(const IdentityFilter &filter, bool ordered)
{
    const bool byIndex = !isNarrowed(filter) && (!ordered || filter.order == IdentityOrder::Value);
    return byIndex ? u"identity i"_s : u"identity i NOT INDEXED"_s;
}

/// The page is found in the identities alone; what is joined is read for its rows only.
QString listSql(const IdentityFilter &filter)
{
    const auto order = orderOf(filter);
    return columns + u"(SELECT i.id FROM "_s + tableFor(filter, true) + u" WHERE "_s +
           conditionOf(filter.state) + narrowed + u" ORDER BY "_s + order +
           u" LIMIT ? OFFSET ?) page JOIN identity i ON i.id = page.id"_s + joins + u"ORDER BY "_s + order;
}

QVariantList filterValues(const IdentityFilter &filter)
{
    const auto kind = filter.kind ? QVariant(static_cast<int>(*filter.kind)) : QVariant();
    const auto text = filter.text.trimmed();
    return {boundId(filter.provider), boundId(filter.provider), kind, kind, containing(folded(text)),
            containing(text),         containing(text)};
}

Identity readIdentity(const Cursor &row)
{
    Identity identity;
    identity.id = IdentityId{row.number(0)};
    identity.provider = ProviderId{row.number(1)};
    identity.providerName = row.text(2);
    identity.kind = static_cast<EntityKind>(row.number(3));
    identity.externalId = row.text(4);
    identity.name = row.text(5);
    identity.email = row.text(6);
    identity.teamName = row.text(7);
    identity.linkedTo = optionalId<EntityTag>(row.optionalNumber(8));
    identity.linkedToName = row.text(9);
    identity.linkedBy = row.text(10);
    identity.ignored = row.flag(11);
    identity.firstSeenAt = row.number(12);
    identity.lastSeenAt = row.number(13);
    identity.records = {row.number(14), row.number(15), Cents{row.number(16)}};
    identity.linkedFor = row.text(17);
    identity.linkedAt = row.number(18);
    identity.conflicting = row.flag(19);
    identity.team = optionalId<EntityTag>(row.optionalNumber(20));
    return identity;
}

/// The ways to read "PROVIDER:EXTERNAL_ID" and "PROVIDER:KIND:EXTERNAL_ID": names and IDs may hold colons, so
/// each colon may be the one.
struct Words {
    QString provider;
    std::optional<EntityKind> kind;
    QString externalId;
};

QList<Words> waysToRead(const QString &text)
{
    QList<Words> ways;
    for (auto colon = text.indexOf(u':'); colon >= 0; colon = text.indexOf(u':', colon + 1)) {
        const auto provider = text.left(colon);
        const auto rest = text.mid(colon + 1);
        ways.append({provider, std::nullopt, rest});
        const auto second = rest.indexOf(u':');
        if (const auto kind = entityKindFromText(rest.left(std::max<qsizetype>(second, 0))))
            ways.append({provider, kind, rest.mid(second + 1)});
    }
    return ways;
}

Error unknown(const QString &text)
{
    return {ErrorCode::NotFound,
            u"There is no external identity \"%1\". Give its number, PROVIDER:EXTERNAL_ID or "
            "PROVIDER:KIND:EXTERNAL_ID; \"salesdesk identity list --all\" shows them."_s.arg(text)};
}

} // namespace

Result<QList<Identity>> IdentityStore::list(const IdentityFilter &filter, int limit, int offset) const
{
    auto values = filterValues(filter);
    values << limit << offset;
    return readRows(m_db.query(listSql(filter), values), readIdentity);
}

Result<QList<Identity>> IdentityStore::waitingAfter(const IdentityFilter &filter, IdentityId after,
                                                    int limit) const
{
    static const QString some = columns + u"identity i"_s + joins + u"WHERE "_s +
                                conditionOf(IdentityState::Unlinked) + narrowed +
                                u" AND i.id > ? ORDER BY i.id LIMIT ?"_s;
    auto values = filterValues(filter);
    values << after.value << limit;
    return readRows(m_db.query(some, values), readIdentity);
}

Result<qint64> IdentityStore::count(const IdentityFilter &filter) const
{
    return readNumber(
        m_db.query(u"SELECT count(*) FROM identity i WHERE "_s + conditionOf(filter.state) + narrowed,
                   filterValues(filter)));
}

Result<Identity> IdentityStore::get(IdentityId id) const
{
    static const QString one = columns + u"identity i"_s + joins + u"WHERE i.id = ?"_s;
    auto row = m_db.query(one, {id.value});
    if (!row)
        return row.error();
    if (row->next())
        return readIdentity(*row);
    return row->failure().value_or(unknown(QString::number(id.value)));
}

Result<QList<Identity>> IdentityStore::namesakes(IdentityId id) const
{
    static const QString some =
        columns + u"identity n JOIN identity i ON i.name_key = n.name_key AND i.kind = n.kind"_s + joins +
        u"WHERE n.id = ? AND n.name_key <> '' AND i.provider_id <> n.provider_id AND i.entity_id IS NULL "
        "AND i.ignored = 0 ORDER BY i.id LIMIT 100"_s;
    return readRows(m_db.query(some, {id.value}), readIdentity);
}

Result<Identity> IdentityStore::find(const QString &text) const
{
    bool isNumber = false;
    const auto number = text.trimmed().toLongLong(&isNumber);
    if (isNumber)
        return get(IdentityId{number});

    QList<IdentityId> found;
    for (const auto &way : waysToRead(text)) {
        const auto kind = way.kind ? QVariant(static_cast<int>(*way.kind)) : QVariant();
        auto rows = m_db.query(uR"(SELECT i.id FROM identity i JOIN provider p ON p.id = i.provider_id
                WHERE (p.name_folded = ? OR p.public_id = ?) AND (? IS NULL OR i.kind = ?) AND i.external_id = ?
                ORDER BY i.id)"_s,
                               {folded(way.provider), way.provider.trimmed(), kind, kind, way.externalId});
        if (!rows)
            return rows.error();
        while (rows->next()) {
            if (const IdentityId id{rows->number(0)}; !found.contains(id))
                found.append(id);
        }
        if (const auto failure = rows->failure())
            return *failure;
    }
    if (found.isEmpty())
        return unknown(text);
    if (found.size() > 1) {
        QStringList numbers;
        for (const auto id : std::as_const(found))
            numbers.append(QString::number(id.value));
        return {ErrorCode::Conflict,
                u"Several external identities match \"%1\": numbers %2. Give the number."_s.arg(
                    text, numbers.join(u", "_s))};
    }
    return get(found.first());
}

} // namespace salesdesk
