// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/failuregroups.h"

#include "model/intake/intake.h"
#include "model/store/callfiltersql.h"
#include "model/store/callstore.h"
#include "model/store/identitybook.h"
#include "model/store/identitystore.h"
#include "model/store/rows.h"

#include <QDateTime>

#include <algorithm>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

// A replay stands for its call: what it stored is put right, and what it failed for is its call's cause.
const auto open = u"c.status >= 400 AND c.replay_of IS NULL AND NOT EXISTS "
                  "(SELECT 1 FROM call r WHERE r.replay_of = c.id AND r.status < 400)"_s;

} // namespace

void FailureCount::add(const QList<FailureGroup> &older)
{
    for (const auto &group : older) {
        auto &sum = m_groups[u"%1 %2 %3"_s.arg(QString::number(group.provider.value), toText(group.reason),
                                               group.detail)];
        const auto before = sum;
        sum = group;
        if (before.calls == 0)
            continue;
        sum.id = std::max(before.id, group.id);
        sum.calls += before.calls;
        sum.firstAt = std::min(before.firstAt, group.firstAt);
        sum.lastAt = std::max(before.lastAt, group.lastAt);
    }
}

QList<FailureGroup> FailureCount::largest(qsizetype limit) const
{
    auto groups = m_groups.values();
    std::sort(groups.begin(), groups.end(), [](const FailureGroup &a, const FailureGroup &b) {
        return std::pair(a.calls, a.id.value) > std::pair(b.calls, b.id.value);
    });
    return groups.first(std::min(groups.size(), limit));
}

Result<QList<FailureGroup>> FailureGroups::count(CallRange piece) const
{
    const auto refused = refusedWith(400, 200, piece);
    return readRows(
        m_db.query(u"SELECT MAX(c.id), c.provider_id, p.name, c.reason, c.status, c.detail, COUNT(*), "
                   "MIN(c.received_at), MAX(c.received_at) "
                   "FROM call c JOIN provider p ON p.id = c.provider_id WHERE "_s +
                       refused.sql + u" AND "_s + open + u" GROUP BY c.provider_id, c.reason, c.detail"_s,
                   refused.values),
        [](const Cursor &row) {
            FailureGroup group;
            group.id = CallId{row.number(0)};
            group.provider = ProviderId{row.number(1)};
            group.providerName = row.text(2);
            group.reason = callReasonFromText(row.text(3)).value_or(CallReason::Internal);
            group.status = static_cast<int>(row.number(4));
            group.detail = row.text(5);
            group.calls = row.number(6);
            group.firstAt = row.number(7);
            group.lastAt = row.number(8);
            return group;
        });
}

Result<QList<CallId>> FailureGroups::calls(const FailureGroup &group) const
{
    return readRows(
        m_db.query(
            u"SELECT c.id FROM call c WHERE "_s + open +
                u" AND c.status = ? AND c.provider_id = ? AND c.reason = ? AND c.detail = ? ORDER BY c.id"_s,
            {group.status, group.provider.value, QString(toText(group.reason)), group.detail}),
        [](const Cursor &row) { return CallId{row.number(0)}; });
}

Result<QList<UnknownIdentity>> FailureGroups::unknownIn(CallId call, const QTimeZone &zone) const
{
    const auto logged = CallStore(m_db).forReplay(call);
    if (!logged)
        return logged.error();
    const auto reading = readCall(logged->endpoint, logged->contentType, logged->body, zone);
    const auto *draft = std::get_if<Draft>(&reading.result);
    QList<UnknownIdentity> unknown;
    if (!draft)
        return unknown;
    const auto &common = std::visit([](const auto &one) -> const CommonDraft & { return one; }, *draft);
    unknown.append({EntityKind::Agent, common.agentId});
    if (common.agentTeamId.hasValue())
        unknown.append({EntityKind::Team, common.agentTeamId.value()});
    if (const auto *sale = std::get_if<SaleDraft>(draft))
        unknown.append({EntityKind::Product, sale->propositionId});
    QList<UnknownIdentity> left;
    for (const auto &one : unknown) {
        const auto known = readNumber(m_db.query(
            u"SELECT COUNT(*) FROM identity WHERE provider_id = ? AND kind = ? AND external_id = ?"_s,
            {logged->provider.value, static_cast<int>(one.kind), one.externalId}));
        if (!known)
            return known.error();
        if (*known == 0)
            left.append(one);
    }
    return left;
}

Result<Done> FailureGroups::makeKnown(ProviderId provider, const QList<Naming> &namings, const Decider &by)
{
    IdentityBook book(m_db);
    IdentityStore identities(m_db);
    for (const auto &[identity, name, entity] : namings) {
        auto known = book.find(provider, identity.kind, identity.externalId);
        if (known && !*known)
            known = book.add(provider, identity.kind, identity.externalId, name.trimmed(),
                             QDateTime::currentMSecsSinceEpoch());
        if (!known)
            return known.error();
        if ((*known)->entity)
            continue;
        const auto linked = entity.isValid() ? identities.link((*known)->id, entity, by)
                                             : identities.createAndLink((*known)->id, by);
        if (!linked)
            return linked.error();
    }
    return Done{};
}

} // namespace salesdesk
