// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/desk.h"

namespace salesdesk
{

/// Three providers, a team and some calls to each page, refused ones among them.
inline void fill(Desk &desk)
{
    const auto zapier = desk.addProvider(QStringLiteral("Zapier webhooks"));
    const auto crm = desk.addProvider(QStringLiteral("CRM"));
    desk.addProvider(QStringLiteral("Dialler, second floor"));
    desk.addEntity(EntityKind::Team, QStringLiteral("North"));
    desk.addEntity(EntityKind::Team, QStringLiteral("South"));
    desk.addEntity(EntityKind::Agent, QStringLiteral("Bo Jansen"), QStringLiteral("bo@example.com"));
    desk.addEntity(EntityKind::Agent, QStringLiteral("Cas de Vries"));
    desk.addEntity(EntityKind::Product, QStringLiteral("Green power, three years"));
    for (int number = 0; number < 30; ++number) {
        const auto id = QByteArray::number(number);
        desk.send(number % 3 ? zapier : crm, Endpoint::Activities,
                  "{\"id\":\"deal " + id + "\",\"type\":\"" + (number % 4 ? "Sale" : "Demo planned") +
                      "\",\"agent_id\":\"" + QByteArray::number(70 + number % 6) + "\",\"agent_name\":\"" +
                      (number % 2 ? "Bo Janssen" : "C. de Vries") +
                      "\",\"agent_team_id\":\"4\",\"agent_team_name\":\"Noord\",\"moment\":\"2026-11-2" +
                      QByteArray::number(number % 4) + " 09:30\",\"value\":\"" +
                      QByteArray::number(100 + number * 37) + ".50\",\"value_is_money\":true}");
        if (number % 5 == 0) {
            desk.send(zapier, Endpoint::Activities,
                      "{\"id\":\"deal " + id +
                          "\",\"type\":\"Sale\",\"agent_id\":\"999\",\"moment\":\"yesterday\"}");
            desk.send(zapier, Endpoint::Activities,
                      "{\"id\":\"deal " + id +
                          "\",\"type\":\"Sale\",\"agent_id\":\"998\",\"moment\":\"2026-11-20 10:00\"}");
            desk.send(
                zapier, Endpoint::Sales,
                "{\"id\":\"" + id +
                    "\",\"agent_id\":\"70\",\"agent_name\":\"Bo Janssen\",\"proposition_id\":\"P" + id +
                    "\",\"proposition_name\":\"Green power\",\"sold_at\":\"2026-11-20\",\"contract_value\":"
                    "5254.21,\"is_retention\":" +
                    (number % 2 ? "true" : "false") + '}');
        }
        if (number % 7 == 0)
            desk.send(crm, Endpoint::Sales, "{\"id\": 12,}");
    }
}

} // namespace salesdesk
