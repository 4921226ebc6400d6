// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "linkingfixture.h"
#include "model/domain/call.h"

namespace salesdesk
{

/// A database with two providers, "Zapier webhooks" and "make" (public ID p_make), and log rows as a test
/// writes them.
class CallRows final
{
public:
    static constexpr qint64 Now = 1'700'000'000'000;
    struct Call {
        QString provider;
        Endpoint endpoint = Endpoint::Activities;
        CallReason reason = CallReason::Created;
        QString record;
        QString agent;
        QString type;
        QString detail;
        QByteArray body;
        qint64 receivedAt = Now;
    };

    CallRows()
        : m_providers{
              {QStringLiteral("Zapier webhooks"), m_fixture.provider(QStringLiteral("Zapier webhooks"))},
              {QStringLiteral("make"), m_fixture.provider(QStringLiteral("make"))}}
    {
    }

    [[nodiscard]] LinkingFixture &fixture() { return m_fixture; }
    [[nodiscard]] Connection &db() { return m_fixture.db(); }
    [[nodiscard]] ProviderId provider(const QString &name) const { return m_providers[name]; }

    CallId add(const Call &call)
    {
        const auto id = m_fixture.insert(
            QStringLiteral(
                "INSERT INTO call (id, received_at, provider_id, endpoint, status, reason, detail, "
                "record_external_id, agent_external_id, type, duration_us, body_size) "
                "VALUES (1 + MAX((SELECT removed_to FROM call_number), "
                "COALESCE((SELECT MAX(id) FROM call), 0)), ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?)"),
            {call.receivedAt, m_providers[call.provider].value, static_cast<int>(call.endpoint),
             httpStatus(call.reason), QString(toText(call.reason)), call.detail, call.record, call.agent,
             call.type, call.body.size()});
        m_fixture.insert(
            QStringLiteral(
                "INSERT INTO call_content (call_id, method, path, peer, content_type, headers, body, "
                "answer) VALUES (?, 'POST', '/x', '::1', 'application/json', x'', ?, x'')"),
            {id, call.body});
        return {id};
    }

private:
    LinkingFixture m_fixture;
    QHash<QString, ProviderId> m_providers;
};

} // namespace salesdesk
