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

// One literal per state: only so can the partial index of the queue be used.
const QString selectUnlinked = uR"(
    SELECT i.id, i.provider_id, p.name, i.kind, i.external_id, i.name, i.email, t.name, i.entity_id, e.name,
           i.linked_by, i.ignored, i.first_seen_at, i.last_seen_at, i.record_count, i.value_cents
    FROM identity i JOIN provider p ON p.id = i.provider_id
    LEFT JOIN identity t ON t.id = i.team_identity_id
    LEFT JOIN entity e ON e.id = i.entity_id
    WHERE i.entity_id IS NULL AND i.ignored = 0
      AND (? IS NULL OR i.provider_id = ?) AND (? IS NULL OR i.kind = ?)
      AND (i.name_folded LIKE ? ESCAPE '\' OR i.external_id LIKE ? ESCAPE '\' OR i.email LIKE ? ESCAPE '\')
    ORDER BY i.value_cents DESC, i.record_count DESC, i.name_folded, i.id LIMIT ? OFFSET ?)"_s;

const QString selectOthers = uR"(
    SELECT i.id, i.provider_id, p.name, i.kind, i.external_id, i.name, i.email, t.name, i.entity_id, e.name,
           i.linked_by, i.ignored, i.first_seen_at, i.last_seen_at, i.record_count, i.value_cents
    FROM identity i JOIN provider p ON p.id = i.provider_id
    LEFT JOIN identity t ON t.id = i.team_identity_id
    LEFT JOIN entity e ON e.id = i.entity_id
    WHERE (? = 0 OR i.entity_id IS NOT NULL) AND (? = 0 OR i.ignored = 1)
      AND (? IS NULL OR i.provider_id = ?) AND (? IS NULL OR i.kind = ?)
      AND (i.name_folded LIKE ? ESCAPE '\' OR i.external_id LIKE ? ESCAPE '\' OR i.email LIKE ? ESCAPE '\')
    ORDER BY i.value_cents DESC, i.record_count DESC, i.name_folded, i.id LIMIT ? OFFSET ?)"_s;

const QString countUnlinked = uR"(
    SELECT count(*) FROM identity i
    WHERE i.entity_id IS NULL AND i.ignored = 0
      AND (? IS NULL OR i.provider_id = ?) AND (? IS NULL OR i.kind = ?)
      AND (i.name_folded LIKE ? ESCAPE '\' OR i.external_id LIKE ? ESCAPE '\' OR i.email LIKE ? ESCAPE '\'))"_s;

const QString countOthers = uR"(
    SELECT count(*) FROM identity i
    WHERE (? = 0 OR i.entity_id IS NOT NULL) AND (? = 0 OR i.ignored = 1)
      AND (? IS NULL OR i.provider_id = ?) AND (? IS NULL OR i.kind = ?)
      AND (i.name_folded LIKE ? ESCAPE '\' OR i.external_id LIKE ? ESCAPE '\' OR i.email LIKE ? ESCAPE '\'))"_s;

QVariantList filterValues(const IdentityFilter &filter)
{
    QVariantList values;
    if (filter.state != IdentityState::Unlinked)
        values << (filter.state == IdentityState::Linked ? 1 : 0)
               << (filter.state == IdentityState::Ignored ? 1 : 0);
    const auto kind = filter.kind ? QVariant(static_cast<int>(*filter.kind)) : QVariant();
    const auto text = filter.text.trimmed();
    values << boundId(filter.provider) << boundId(filter.provider) << kind << kind;
    values << containing(folded(text)) << containing(text) << containing(text);
    return values;
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
    identity.recordCount = row.number(14);
    identity.recordValue = Cents{row.number(15)};
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
    return readRows(
        m_db.query(filter.state == IdentityState::Unlinked ? selectUnlinked : selectOthers, values),
        readIdentity);
}

Result<qint64> IdentityStore::count(const IdentityFilter &filter) const
{
    return readNumber(m_db.query(filter.state == IdentityState::Unlinked ? countUnlinked : countOthers,
                                 filterValues(filter)));
}

Result<Identity> IdentityStore::get(IdentityId id) const
{
    auto row = m_db.query(
        uR"(SELECT i.id, i.provider_id, p.name, i.kind, i.external_id, i.name, i.email, t.name, i.entity_id,
                   e.name, i.linked_by, i.ignored, i.first_seen_at, i.last_seen_at, i.record_count, i.value_cents
            FROM identity i JOIN provider p ON p.id = i.provider_id
            LEFT JOIN identity t ON t.id = i.team_identity_id
            LEFT JOIN entity e ON e.id = i.entity_id
            WHERE i.id = ?)"_s,
        {id.value});
    if (!row)
        return row.error();
    if (row->next())
        return readIdentity(*row);
    return row->failure().value_or(unknown(QString::number(id.value)));
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
