// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/callsink.h"

#include <QHash>
#include <QRandomGenerator>

namespace salesdesk
{

/// A person of the demo's sales floor: one of the team's own agents, or somebody only a sender knows.
struct DemoPerson {
    QString name;
    QString email; ///< empty where the sender does not know it
    int team = 0;  ///< index into demoTeams()
};
[[nodiscard]] const QStringList &demoTeams();
[[nodiscard]] const QStringList &demoProducts();
[[nodiscard]] const QList<DemoPerson> &demoPeople();
/// How many of demoPeople() are agents of the desk from the start; the others come in unlinked.
constexpr qsizetype DemoAgents = 14;

/// Makes the calls of the demo, one after the other, from a fixed seed.
class DemoCalls final
{
public:
    /// `providers`: at least one; calls from `from` to `until` (UTC ms), `count` of them.
    DemoCalls(QList<Provider> providers, const QTimeZone &zone, qint64 count, qint64 from, qint64 until);
    [[nodiscard]] CallSubmission next();

private:
    /// As a clock of the zone shows it: "2025-12-10 19:00:00".
    [[nodiscard]] QString localText(qint64 utcMs);
    [[nodiscard]] QByteArray activity(qint64 receivedAt);
    [[nodiscard]] QByteArray sale(qint64 receivedAt);
    [[nodiscard]] CallSubmission refusal(CallSubmission submission);
    [[nodiscard]] int upTo(int bound) { return static_cast<int>(m_random.bounded(bound)); }

    QList<Provider> m_providers;
    QTimeZone m_zone;
    QHash<qint64, qint64> m_offsets; // of the zone, in ms, by the hour since 1970
    QRandomGenerator m_random{20251210};
    qint64 m_count;
    qint64 m_from;
    qint64 m_until;
    qint64 m_made = 0;
    int m_provider = 0; // of the call that is being made
};

} // namespace salesdesk
