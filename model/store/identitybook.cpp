// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/identitybook.h"

#include "model/domain/namewords.h"
#include "model/store/connection.h"

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

constexpr size_t maxKnown = 100'000;

} // namespace

Result<KnownIdentity *> IdentityBook::find(ProviderId provider, EntityKind kind, const QString &externalId)
{
    const Key key{provider, kind, externalId};
    if (const auto known = m_known.find(key); known != m_known.end())
        return &known->second;
    auto row = m_db.query(uR"(
        SELECT id, name, email, entity_id, team_identity_id, ignored, unlinked_by_person
        FROM identity WHERE provider_id = ? AND kind = ? AND external_id = ?)"_s,
                          {provider.value, static_cast<int>(kind), externalId});
    if (!row)
        return row.error();
    if (!row->next()) {
        if (const auto failed = row->failure())
            return *failed;
        return nullptr;
    }
    KnownIdentity identity;
    identity.id = IdentityId{row->number(0)};
    identity.name = row->text(1);
    identity.email = row->text(2);
    if (const auto entity = row->optionalNumber(3))
        identity.entity = EntityId{*entity};
    if (const auto team = row->optionalNumber(4))
        identity.team = IdentityId{*team};
    identity.ignored = row->flag(5);
    identity.unlinkedByPerson = row->flag(6);
    row->finish();
    return &m_known.emplace(key, identity).first->second;
}

Result<KnownIdentity *> IdentityBook::add(ProviderId provider, EntityKind kind, const QString &externalId,
                                          const QString &name, qint64 at)
{
    const auto id = m_db.insert(
        uR"(
        INSERT INTO identity (provider_id, kind, external_id, name, name_folded, name_key, first_seen_at,
            last_seen_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?))"_s,
        {provider.value, static_cast<int>(kind), externalId, name, folded(name), nameKey(name), at, at});
    if (!id)
        return id.error();
    m_db.note(Change::Identities);
    KnownIdentity identity;
    identity.id = IdentityId{*id};
    identity.name = name;
    return &m_known.emplace(Key{provider, kind, externalId}, identity).first->second;
}

std::optional<Error> IdentityBook::rename(KnownIdentity &identity, const QString &name)
{
    if (identity.name == name)
        return std::nullopt;
    const auto changed =
        m_db.change(u"UPDATE identity SET name = ?, name_folded = ?, name_key = ? WHERE id = ?"_s,
                    {name, folded(name), nameKey(name), identity.id.value});
    if (!changed)
        return changed.error();
    identity.name = name;
    m_db.note(Change::Identities);
    return std::nullopt;
}

std::optional<Error> IdentityBook::describe(KnownIdentity &identity, const QString &email,
                                            std::optional<IdentityId> team)
{
    const auto address = email.isEmpty() ? identity.email : email;
    const auto from = team ? team : identity.team;
    if (address == identity.email && from == identity.team)
        return std::nullopt;
    const auto changed = m_db.change(u"UPDATE identity SET email = ?, team_identity_id = ? WHERE id = ?"_s,
                                     {address, from ? QVariant(from->value) : QVariant(), identity.id.value});
    if (!changed)
        return changed.error();
    identity.email = address;
    identity.team = from;
    m_db.note(Change::Identities);
    return std::nullopt;
}

void IdentityBook::seen(IdentityId id, qint64 at)
{
    auto &gathered = m_gathered[id];
    gathered.lastSeenAt = std::max(gathered.lastSeenAt, at);
}

void IdentityBook::count(IdentityId id, const RecordTotals &change)
{
    m_gathered[id].records += change;
}

std::optional<Error> IdentityBook::flush()
{
    for (const auto &[id, gathered] : m_gathered.asKeyValueRange()) {
        const auto changed = m_db.change(uR"(
            UPDATE identity SET record_count = record_count + ?, sale_count = sale_count + ?,
                value_cents = value_cents + ?, last_seen_at = MAX(last_seen_at, ?) WHERE id = ?)"_s,
                                         {gathered.records.count(), gathered.records.sales,
                                          gathered.records.value.value, gathered.lastSeenAt, id.value});
        if (!changed)
            return changed.error();
    }
    if (!m_gathered.isEmpty())
        m_db.note(Change::Seen);
    m_gathered.clear();
    if (m_known.size() > maxKnown)
        m_known.clear();
    return std::nullopt;
}

void IdentityBook::forget()
{
    m_known.clear();
    m_gathered.clear();
}

} // namespace salesdesk
