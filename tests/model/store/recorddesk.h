// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "historydesk.h"
#include "model/store/recordstore.h"
#include "pointermodel.h"

namespace salesdesk
{

/// Identities of each kind, and records that bear them: their rows, and whom they belong to.
class RecordDesk : protected HistoryDesk
{
protected:
    void fill()
    {
        m_agents.clear();
        m_teams.clear();
        m_products.clear();
        m_recordNumber = 0;
        for (const auto provider : {m_zapier, m_make}) {
            for (int i = 0; i < 4; ++i) {
                const auto number = QString::number(i);
                m_teams.append(m_fixture->identity(provider, EntityKind::Team, number,
                                                   QStringLiteral("team %1").arg(i)));
                m_products.append(m_fixture->identity(provider, EntityKind::Product, number,
                                                      QStringLiteral("product %1").arg(i)));
                m_agents.append(m_fixture->identity(
                    provider, EntityKind::Agent, number, QStringLiteral("agent %1").arg(i),
                    QStringLiteral("a%1@example.com").arg(i), m_teams.last()));
            }
        }
        for (int i = 0; i < 3; ++i) {
            m_fixture->entity(EntityKind::Team, QStringLiteral("Team %1").arg(i));
            m_fixture->entity(EntityKind::Product, QStringLiteral("Product %1").arg(i));
            m_fixture->entity(EntityKind::Agent, QStringLiteral("Agent %1").arg(i),
                              i == 0 ? QStringLiteral("a0@example.com") : QString());
        }
        for (int i = 0; i < 12; ++i)
            addRecord();
    }
    void addRecord()
    {
        const auto number = QString::number(++m_recordNumber);
        if (m_recordNumber % 2 == 0)
            m_fixture->sale(m_zapier, number, any(m_agents), any(m_products), any(m_teams));
        else
            m_fixture->activity(m_zapier, number, any(m_agents),
                                below(3) == 0 ? std::nullopt : std::optional(any(m_teams)));
    }
    /// Every column of every record.
    QString allRecords()
    {
        return m_fixture->dump(QStringLiteral("SELECT * FROM activity ORDER BY id"),
                               columnsOf(QStringLiteral("activity"))) +
               u'#' +
               m_fixture->dump(QStringLiteral("SELECT * FROM sale ORDER BY id"),
                               columnsOf(QStringLiteral("sale")));
    }
    /// Each record belongs to whom its identities point at.
    void compareOwners(const PointerModel &model)
    {
        QHash<EntityId, QString> names;
        auto rows = m_fixture->db().query(QStringLiteral("SELECT id, name FROM entity"));
        while (rows && rows->next())
            names.insert(EntityId{rows->number(0)}, rows->text(1));
        const auto owner = [&](IdentityId id) {
            const auto entity = model.now(id).entity;
            return entity ? std::optional(names.value(*entity)) : std::nullopt;
        };
        const RecordStore store(m_fixture->db());
        const auto activities = store.page<Activity>({.endpoint = Endpoint::Activities}, 1000);
        QVERIFY(activities);
        for (const auto &activity : activities->records) {
            QCOMPARE(activity.agent, owner(activity.agentIdentity));
            if (activity.teamIdentity && owner(*activity.teamIdentity))
                QCOMPARE(activity.team, owner(*activity.teamIdentity));
        }
        const auto sales = store.page<Sale>({.endpoint = Endpoint::Sales}, 1000);
        QVERIFY(sales);
        QCOMPARE(activities->records.size() + sales->records.size(), m_recordNumber);
        for (const auto &sale : sales->records) {
            QCOMPARE(sale.agent, owner(sale.agentIdentity));
            QCOMPARE(sale.product, owner(sale.productIdentity));
        }
    }

    QList<IdentityId> m_agents;
    QList<IdentityId> m_teams;
    QList<IdentityId> m_products;

private:
    int columnsOf(const QString &table)
    {
        return m_fixture->dump(QStringLiteral("SELECT count(*) FROM pragma_table_info('%1')").arg(table), 1)
            .section(u'|', 0, 0)
            .toInt();
    }

    int m_recordNumber = 0;
};

} // namespace salesdesk
