// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/providerstore.h"

#include "model/domain/signature.h"
#include "model/store/connection.h"
#include "model/store/rows.h"

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int maxName = 255;
constexpr int maxRate = 1'000'000;

Provider readProvider(const Cursor &row)
{
    Provider provider;
    provider.id = ProviderId{row.number(0)};
    provider.publicId = row.text(1);
    provider.name = row.text(2);
    provider.type = row.text(3);
    provider.createUsers = row.flag(4);
    provider.manageTeams = row.flag(5);
    provider.rateLimit = static_cast<int>(row.number(6));
    provider.signing = row.flag(7);
    provider.createdAt = row.number(8);
    provider.archivedAt = row.optionalNumber(9);
    provider.lastCallAt = row.optionalNumber(10);
    return provider;
}

ApiKey readKey(const Cursor &row)
{
    return {KeyId{row.number(0)}, ProviderId{row.number(1)}, row.text(2),          row.text(3),
            row.number(4),        row.optionalNumber(5),     row.optionalNumber(6)};
}

/// The one row that is asked for, or `missing`.
template <typename Row>
Result<Row> only(const Result<QList<Row>> &rows, const Error &missing)
{
    if (!rows)
        return rows.error();
    return rows->isEmpty() ? Result<Row>(missing) : Result<Row>(rows->first());
}

Result<QString> checkedName(const QString &name, const QString &what)
{
    const auto trimmed = name.trimmed();
    if (trimmed.isEmpty() || trimmed.size() > maxName)
        return {ErrorCode::InvalidArgument, u"%1 takes 1 to %2 characters."_s.arg(what).arg(maxName)};
    return trimmed;
}

Error nameTaken(const QString &name)
{
    return {ErrorCode::Conflict,
            u"There is a provider called \"%1\" already. Choose another name."_s.arg(name)};
}

Error noProvider(const QString &text)
{
    return {ErrorCode::NotFound,
            u"There is no provider \"%1\". \"salesdesk provider list\" shows them."_s.arg(text)};
}

Error noKey(const QString &text)
{
    return {ErrorCode::NotFound,
            u"There is no key \"%1\". \"salesdesk key list PROVIDER\" shows a provider's keys."_s.arg(text)};
}

} // namespace

Result<ProviderStore::Added> ProviderStore::add(const QString &name, const QString &type,
                                                const MasterKey &master)
{
    const auto checked = checkedName(name, u"A provider's name"_s);
    if (!checked)
        return checked.error();
    if (type != "webhooks"_L1)
        return {ErrorCode::InvalidArgument,
                u"There is no provider type \"%1\". The type is webhooks."_s.arg(type)};
    if (const auto taken = isTaken(*checked, {}); !taken)
        return taken.error();
    else if (*taken)
        return nameTaken(*checked);
    const auto publicId = makePublicId();
    const auto id = m_db.insert(uR"(
        INSERT INTO provider (public_id, name, name_folded, type, created_at, signing_secret)
        VALUES (?, ?, ?, ?, ?, ?))"_s,
                                {publicId, *checked, folded(*checked), type, m_db.now(),
                                 master.seal(makeSigningSecret(), publicId.toUtf8())});
    if (!id)
        return id.error();
    m_db.note(Change::Providers);
    const auto key = addKey(ProviderId{*id}, u"default"_s, master);
    if (!key)
        return key.error();
    const auto provider = get(ProviderId{*id});
    if (!provider)
        return provider.error();
    return Added{*provider, key->text};
}

Result<bool> ProviderStore::isTaken(const QString &name, ProviderId except) const
{
    auto row = m_db.query(
        u"SELECT COUNT(*) FROM provider WHERE name_folded = ? AND archived_at IS NULL AND id <> ?"_s,
        {folded(name), except.value});
    if (!row)
        return row.error();
    const bool taken = row->next() && row->number(0) > 0;
    if (const auto failed = row->failure())
        return *failed;
    return taken;
}

Result<QList<Provider>> ProviderStore::list(bool archived) const
{
    return readRows(m_db.query(uR"(
        SELECT id, public_id, name, type, create_users, manage_teams, rate_limit, signing, created_at, archived_at,
            last_call_at
        FROM provider WHERE archived_at IS NULL OR ? ORDER BY archived_at IS NOT NULL, name_folded, id)"_s,
                               {archived ? 1 : 0}),
                    readProvider);
}

Result<Provider> ProviderStore::get(ProviderId id) const
{
    const auto rows = readRows(m_db.query(uR"(
        SELECT id, public_id, name, type, create_users, manage_teams, rate_limit, signing, created_at, archived_at,
            last_call_at
        FROM provider WHERE id = ?)"_s,
                                          {id.value}),
                               readProvider);
    return only(rows, noProvider(QString::number(id.value)));
}

Result<Provider> ProviderStore::find(const QString &text) const
{
    // A name beats a number, and one in use an archived one.
    const auto rows = readRows(m_db.query(uR"(
        SELECT id, public_id, name, type, create_users, manage_teams, rate_limit, signing, created_at, archived_at,
            last_call_at
        FROM provider WHERE public_id = ?1 OR name_folded = ?2 OR CAST(id AS TEXT) = ?1
        ORDER BY public_id = ?1 DESC, name_folded = ?2 DESC, archived_at IS NOT NULL, id LIMIT 1)"_s,
                                          {text, folded(text)}),
                               readProvider);
    return only(rows, noProvider(text));
}

Result<Done> ProviderStore::rename(ProviderId id, const QString &name)
{
    const auto checked = checkedName(name, u"A provider's name"_s);
    if (!checked)
        return checked.error();
    if (const auto taken = isTaken(*checked, id); !taken)
        return taken.error();
    else if (*taken)
        return nameTaken(*checked);
    return changed(m_db.change(u"UPDATE provider SET name = ?, name_folded = ? WHERE id = ?"_s,
                               {*checked, folded(*checked), id.value}),
                   id);
}

Result<Done> ProviderStore::archive(ProviderId id)
{
    return changed(m_db.change(u"UPDATE provider SET archived_at = COALESCE(archived_at, ?) WHERE id = ?"_s,
                               {m_db.now(), id.value}),
                   id);
}

Result<Done> ProviderStore::setCreateUsers(ProviderId id, bool on)
{
    return changed(
        m_db.change(u"UPDATE provider SET create_users = ? WHERE id = ?"_s, {on ? 1 : 0, id.value}), id);
}

Result<Done> ProviderStore::setManageTeams(ProviderId id, bool on)
{
    return changed(
        m_db.change(u"UPDATE provider SET manage_teams = ? WHERE id = ?"_s, {on ? 1 : 0, id.value}), id);
}

Result<Done> ProviderStore::setRateLimit(ProviderId id, int callsAMinute)
{
    if (callsAMinute < 0 || callsAMinute > maxRate)
        return {ErrorCode::InvalidArgument, u"A rate limit is 0 (none) to %1 calls a minute."_s.arg(maxRate)};
    return changed(
        m_db.change(u"UPDATE provider SET rate_limit = ? WHERE id = ?"_s, {callsAMinute, id.value}), id);
}

Result<Done> ProviderStore::setSigning(ProviderId id, bool on)
{
    return changed(m_db.change(u"UPDATE provider SET signing = ? WHERE id = ?"_s, {on ? 1 : 0, id.value}),
                   id);
}

Result<QByteArray> ProviderStore::signingSecret(ProviderId id, const MasterKey &master) const
{
    auto row = m_db.query(u"SELECT signing_secret, public_id FROM provider WHERE id = ?"_s, {id.value});
    if (!row)
        return row.error();
    if (!row->next()) {
        const auto failed = row->failure();
        return failed ? *failed : noProvider(QString::number(id.value));
    }
    return master.open(row->bytes(0), row->text(1).toUtf8());
}

Result<Done> ProviderStore::changed(const Result<qint64> &rows, ProviderId id)
{
    if (!rows)
        return rows.error();
    if (*rows == 0)
        return noProvider(QString::number(id.value));
    m_db.note(Change::Providers);
    return Done{};
}

Result<ProviderStore::AddedKey> ProviderStore::addKey(ProviderId id, const QString &label,
                                                      const MasterKey &master)
{
    const auto checked = checkedName(label, u"A key's label"_s);
    if (!checked)
        return checked.error();
    const auto provider = get(id);
    if (!provider)
        return provider.error();
    const auto made = makeKey(master, provider->publicId.toUtf8());
    const auto now = m_db.now();
    const auto key = m_db.insert(
        u"INSERT INTO api_key (provider_id, label, hint, sha256, sealed, created_at) VALUES (?, ?, ?, ?, ?, ?)"_s,
        {id.value, *checked, made.hint, made.sha256, made.sealed, now});
    if (!key)
        return key.error();
    m_db.note(Change::Providers);
    return AddedKey{{KeyId{*key}, id, *checked, made.hint, now, {}, {}}, made.text};
}

Result<QList<ApiKey>> ProviderStore::keys(ProviderId id) const
{
    return readRows(m_db.query(uR"(
        SELECT id, provider_id, label, hint, created_at, last_used_at, revoked_at FROM api_key
        WHERE provider_id = ? ORDER BY revoked_at IS NOT NULL, id DESC)"_s,
                               {id.value}),
                    readKey);
}

Result<ApiKey> ProviderStore::findKey(const QString &text) const
{
    const auto rows = readRows(m_db.query(uR"(
        SELECT id, provider_id, label, hint, created_at, last_used_at, revoked_at FROM api_key
        WHERE CAST(id AS TEXT) = ?1 OR hint = ?1 OR label = ?1 ORDER BY CAST(id AS TEXT) = ?1 DESC, id LIMIT 2)"_s,
                                          {text}),
                               readKey);
    if (rows && rows->size() > 1 && QString::number(rows->first().id.value) != text)
        return {ErrorCode::Conflict,
                u"Several keys are called \"%1\". Give the key's number instead."_s.arg(text)};
    return only(rows, noKey(text));
}

Result<QString> ProviderStore::revealKey(KeyId id, const MasterKey &master) const
{
    auto row = m_db.query(uR"(
        SELECT k.sealed, p.public_id FROM api_key k JOIN provider p ON p.id = k.provider_id WHERE k.id = ?)"_s,
                          {id.value});
    if (!row)
        return row.error();
    if (!row->next()) {
        const auto failed = row->failure();
        return failed ? *failed : noKey(QString::number(id.value));
    }
    const auto text = master.open(row->bytes(0), row->text(1).toUtf8());
    return text ? Result<QString>(QString::fromUtf8(*text)) : text.error();
}

Result<Done> ProviderStore::revokeKey(KeyId id)
{
    const auto rows = m_db.change(u"UPDATE api_key SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL"_s,
                                  {m_db.now(), id.value});
    if (!rows)
        return rows.error();
    if (*rows == 0) {
        const auto key = findKey(QString::number(id.value));
        return key ? Error{ErrorCode::Conflict, u"The key %1 is revoked already."_s.arg(key->hint)}
                   : key.error();
    }
    m_db.note(Change::Providers);
    return Done{};
}

Result<QList<KeyEntry>> ProviderStore::keyEntries() const
{
    return readRows(
        m_db.query(u"SELECT sha256, id, provider_id, revoked_at IS NOT NULL FROM api_key"_s),
        [](const Cursor &row) {
            return KeyEntry{row.bytes(0), KeyId{row.number(1)}, ProviderId{row.number(2)}, row.flag(3)};
        });
}

} // namespace salesdesk
