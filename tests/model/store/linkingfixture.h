// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/entity.h"
#include "model/store/connection.h"
#include "model/store/migrations.h"

#include <QTemporaryDir>
#include <QTest>

namespace salesdesk
{

/// A migrated database in a folder of its own, with short words for rows. Test data is inserted with plain
/// SQL, so that it does not lean on what is tested.
class LinkingFixture final
{
public:
    LinkingFixture()
    {
        auto opened = Connection::open(m_folder.filePath(QStringLiteral("salesdesk.db")),
                                       Connection::Mode::Write, [this] { return ++clock; });
        if (!opened)
            qFatal("%s", qPrintable(opened.error().detail));
        m_db = std::move(opened).value();
        if (const auto migrated = migrate(*m_db, m_folder.filePath(QStringLiteral("copy"))); !migrated)
            qFatal("%s", qPrintable(migrated.error().detail));
    }

    [[nodiscard]] Connection &db() { return *m_db; }
    /// As a restart does.
    void reopen()
    {
        m_db.reset();
        auto opened = Connection::open(m_folder.filePath(QStringLiteral("salesdesk.db")),
                                       Connection::Mode::Write, [this] { return ++clock; });
        if (!opened)
            qFatal("%s", qPrintable(opened.error().detail));
        m_db = std::move(opened).value();
    }

    qint64 insert(const QString &sql, SqlValues values)
    {
        const auto id = m_db->insert(sql, values);
        if (!id)
            qFatal("%s", qPrintable(id.error().detail));
        return *id;
    }
    void change(const QString &sql, SqlValues values = {})
    {
        if (const auto changed = m_db->change(sql, values); !changed)
            qFatal("%s", qPrintable(changed.error().detail));
    }
    /// All rows of a SELECT as one text, NULL as "-": to compare.
    [[nodiscard]] QString dump(const QString &sql, int columns)
    {
        auto rows = m_db->query(sql);
        if (!rows)
            qFatal("%s", qPrintable(rows.error().detail));
        QString text;
        while (rows->next()) {
            for (int column = 0; column < columns; ++column)
                text += (rows->isNull(column) ? QStringLiteral("-") : rows->text(column)) + u'|';
            text += u'\n';
        }
        return text;
    }

    ProviderId provider(const QString &name, bool createUsers = true, bool manageTeams = true)
    {
        return {insert(
            QStringLiteral(
                "INSERT INTO provider (public_id, name, name_folded, type, create_users, "
                "manage_teams, created_at, signing_secret) VALUES (?, ?, ?, 'webhooks', ?, ?, 1, x'')"),
            {QString(QStringLiteral("p_") + name), name, folded(name), createUsers ? 1 : 0,
             manageTeams ? 1 : 0})};
    }
    IdentityId identity(ProviderId provider, EntityKind kind, const QString &externalId, const QString &name,
                        const QString &email = {}, std::optional<IdentityId> team = {})
    {
        return {
            insert(QStringLiteral("INSERT INTO identity (provider_id, kind, external_id, name, name_folded, "
                                  "name_key, email, team_identity_id, first_seen_at, last_seen_at) "
                                  "VALUES (?, ?, ?, ?, ?, name_key(?4), ?, ?, 1, 2)"),
                   {provider.value, static_cast<int>(kind), externalId, name, folded(name), email,
                    team ? QVariant(team->value) : QVariant()})};
    }
    EntityId entity(EntityKind kind, const QString &name, const QString &email = {},
                    std::optional<EntityId> team = {})
    {
        return {insert(QStringLiteral("INSERT INTO entity (kind, name, name_folded, email, email_folded, "
                                      "team_id, created_at) VALUES (?, ?, ?, ?, ?, ?, 1)"),
                       {static_cast<int>(kind), name, folded(name), email.isEmpty() ? QVariant() : email,
                        email.isEmpty() ? QVariant() : folded(email),
                        team ? QVariant(team->value) : QVariant()})};
    }
    RecordId activity(ProviderId provider, const QString &id, IdentityId agent,
                      std::optional<IdentityId> team = {}, qint64 moment = 1000)
    {
        return {insert(QStringLiteral("INSERT INTO activity (provider_id, external_id, type, "
                                      "agent_identity_id, team_identity_id, moment, created_at, updated_at) "
                                      "VALUES (?, ?, 'Demo', ?, ?, ?, 5, 6)"),
                       {provider.value, id, agent.value, team ? QVariant(team->value) : QVariant(), moment})};
    }
    RecordId sale(ProviderId provider, const QString &id, IdentityId agent, IdentityId product,
                  std::optional<IdentityId> team = {}, qint64 soldAt = 1000)
    {
        return {
            insert(QStringLiteral("INSERT INTO sale (provider_id, external_id, agent_identity_id, "
                                  "team_identity_id, product_identity_id, sold_at, created_at, updated_at) "
                                  "VALUES (?, ?, ?, ?, ?, ?, 5, 6)"),
                   {provider.value, id, agent.value, team ? QVariant(team->value) : QVariant(), product.value,
                    soldAt})};
    }
    [[nodiscard]] QString records()
    {
        return dump(QStringLiteral(
                        "SELECT id, external_id, type, agent_identity_id, team_identity_id, moment, "
                        "updated_at FROM activity ORDER BY id"),
                    7) +
               dump(QStringLiteral("SELECT id, external_id, agent_identity_id, team_identity_id, "
                                   "product_identity_id, sold_at, updated_at FROM sale ORDER BY id"),
                    7);
    }

    qint64 clock = 1'700'000'000'000;

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Connection> m_db;
};

} // namespace salesdesk
