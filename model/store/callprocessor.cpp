// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/callprocessor.h"

#include "model/intake/intake.h"
#include "model/store/connection.h"
#include "model/store/identitystore.h"

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 usesPause = 1000; // ms

QString nameOf(const Sent<QString> &sent)
{
    return sent.hasValue() ? sent.value() : QString();
}

} // namespace

CallProcessor::CallProcessor(Connection &db)
    : m_db(db)
    , m_identities(db)
    , m_activities(db, Endpoint::Activities)
    , m_sales(db, Endpoint::Sales)
    , m_log(db)
{
}

Result<CallOutcome> CallProcessor::process(const CallSubmission &submission, const DirectoryPtr &directory,
                                           std::optional<CallId> replayOf)
{
    const auto &reading = submission.reading;
    CallTrace trace;
    trace.warnings = reading.warnings;
    trace.replayOf = replayOf;
    const auto *owner = provider(submission.call.provider, directory);
    noteUse(submission.call);
    if (const auto *refusal = std::get_if<Refusal>(&reading.result))
        return refuse(submission, *refusal, std::move(trace));
    if (!owner)
        return refuse(submission,
                      {CallReason::ProviderUnknown, u"There is no such provider any more."_s, {}, 0},
                      std::move(trace));
    if (!submission.call.messageId.isEmpty() && !replayOf) {
        auto before = answeredBefore(submission);
        if (!before)
            return before.error();
        if (*before)
            return std::move(**before);
    }
    return store(submission, std::get<Draft>(reading.result), *owner, std::move(trace));
}

Result<std::optional<CallOutcome>> CallProcessor::answeredBefore(const CallSubmission &submission)
{
    auto row = m_db.query(uR"(
        SELECT c.id, c.reason, t.answer FROM webhook_message m JOIN call c ON c.id = m.call_id
        JOIN call_content t ON t.call_id = c.id WHERE m.provider_id = ? AND m.message_id = ?)"_s,
                          {submission.call.provider.value, submission.call.messageId});
    if (!row)
        return row.error();
    if (!row->next()) {
        const auto failed = row->failure();
        return failed ? Result<std::optional<CallOutcome>>(*failed) : std::optional<CallOutcome>();
    }
    CallOutcome outcome{submission.ticket, CallId{row->number(0)},
                        callReasonFromText(row->text(1)).value_or(CallReason::Internal), row->bytes(2), 0};
    m_db.releaseCursors();
    CallTrace trace;
    trace.reason = outcome.reason;
    trace.detail =
        u"A repetition of call %1 (the same webhook-id): answered as that was, nothing was stored."_s.arg(
            outcome.call.value);
    trace.replayOf = outcome.call;
    const auto logged = m_log.addRow(submission, trace);
    if (!logged)
        return logged.error();
    if (auto failed = m_log.addContent(*logged, submission, trace, outcome.answer))
        return *failed;
    return std::optional(outcome);
}

Result<CallOutcome> CallProcessor::store(const CallSubmission &submission, const Draft &draft,
                                         const Provider &provider, CallTrace trace)
{
    const auto &call = submission.call;
    const auto &common = std::visit([](const auto &one) -> const CommonDraft & { return one; }, draft);
    auto &records = call.endpoint == Endpoint::Activities ? m_activities : m_sales;

    // Everything is decided before anything is written: of a failed call nothing is stored but its log row.
    auto named = cast(draft);
    if (auto failed = recognise(call.provider, named))
        return *failed;
    if (const auto refusal = unrecognised(named, provider); !refusal.errors.isEmpty())
        return refuse(submission, refusal, std::move(trace));
    const auto before = records.find(call.provider, common.id);
    if (!before)
        return before.error();
    auto merged = RecordWriter::merge(*before, draft);
    if (const auto *note = std::get_if<FieldNote>(&merged))
        return refuse(submission, {CallReason::FieldsInvalid, note->detail, {*note}, 0}, std::move(trace));
    auto &after = std::get<StoredRecord>(merged);

    if (auto failed = settle(call, named, common))
        return *failed;
    if (auto failed = applyRules(provider, named, common))
        return *failed;
    after.links.agent = named.agent.known->id;
    if (!common.agentTeamId.isLeftOut())
        after.links.team = named.team ? std::optional(named.team->known->id) : std::nullopt;
    after.links.product = named.product ? std::optional(named.product->known->id) : std::nullopt;
    const auto id = records.write(call.provider, common.id, *before, after);
    if (!id)
        return id.error();
    if (*before)
        count(**before, -1);
    count(after, 1);

    trace.reason = *before ? CallReason::Updated : CallReason::Created;
    trace.record = *id;
    trace.changes = RecordWriter::changes(call.endpoint, *before, after);
    trace.identities = {named.agent.known->id};
    for (const auto *other : {&named.team, &named.product}) {
        if (*other)
            trace.identities.append((*other)->known->id);
    }
    const auto logged = m_log.addRow(submission, trace);
    if (!logged)
        return logged.error();
    CallOutcome outcome{submission.ticket, *logged, trace.reason, {}, 0};
    outcome.answer = successAnswer(trace.reason, call.endpoint, common.id, *logged, trace.warnings);
    if (auto failed = m_log.addContent(*logged, submission, trace, outcome.answer))
        return *failed;
    if (!call.messageId.isEmpty() && !trace.replayOf) {
        const auto kept = m_db.insert(
            u"INSERT OR REPLACE INTO webhook_message (provider_id, message_id, call_id) VALUES (?, ?, ?)"_s,
            {call.provider.value, call.messageId, logged->value});
        if (!kept)
            return kept.error();
    }
    return outcome;
}

Result<CallOutcome> CallProcessor::refuse(const CallSubmission &submission, const Refusal &refusal,
                                          CallTrace trace)
{
    CallOutcome outcome{submission.ticket, {}, refusal.reason, {}, refusal.retryAfter};
    if (!trace.replayOf && !mayLogRefusal(submission.call.receivedAt)) {
        countUnlogged(refusal.reason);
        outcome.answer = problemAnswer(refusal, {});
        return outcome;
    }
    trace.reason = refusal.reason;
    trace.detail = refusal.detail;
    trace.errors = refusal.errors;
    const auto logged = m_log.addRow(submission, trace);
    if (!logged)
        return logged.error();
    outcome.call = *logged;
    outcome.answer = problemAnswer(refusal, *logged);
    if (auto failed = m_log.addContent(*logged, submission, trace, outcome.answer))
        return *failed;
    return outcome;
}

CallProcessor::Cast CallProcessor::cast(const Draft &draft)
{
    const auto &common = std::visit([](const auto &one) -> const CommonDraft & { return one; }, draft);
    Cast cast;
    cast.agent = {EntityKind::Agent, u"agent_id"_s, u"agent_name"_s, common.agentId,
                  nameOf(common.agentName)};
    if (common.agentTeamId.hasValue()) {
        cast.team = Named{EntityKind::Team, u"agent_team_id"_s, u"agent_team_name"_s,
                          common.agentTeamId.value(), nameOf(common.agentTeamName)};
    }
    if (const auto *sale = std::get_if<SaleDraft>(&draft)) {
        cast.product = Named{EntityKind::Product, u"proposition_id"_s, u"proposition_name"_s,
                             sale->propositionId, nameOf(sale->propositionName)};
    }
    return cast;
}

std::optional<Error> CallProcessor::recognise(ProviderId provider, Cast &cast)
{
    for (auto *named :
         {&cast.agent, cast.product ? &*cast.product : nullptr, cast.team ? &*cast.team : nullptr}) {
        if (!named)
            continue;
        const auto known = m_identities.find(provider, named->kind, named->externalId);
        if (!known)
            return known.error();
        named->known = *known;
    }
    return std::nullopt;
}

Refusal CallProcessor::unrecognised(const Cast &cast, const Provider &provider) const
{
    Refusal refusal{CallReason::NotRecognised, {}, {}, 0};
    QStringList sentences;
    for (const auto *named :
         {&cast.agent, cast.product ? &*cast.product : nullptr, cast.team ? &*cast.team : nullptr}) {
        if (!named || named->known || !named->name.isEmpty())
            continue;
        const auto sentence =
            u"%1 \"%2\" is not known for %3, and %4 is missing: send %4 once, and the %5 is created."_s.arg(
                named->field, named->externalId, provider.name, named->nameField, toText(named->kind));
        refusal.errors.append({named->field, u"not_recognised"_s, sentence});
        sentences.append(sentence);
    }
    refusal.detail = sentences.join(u' ');
    return refusal;
}

std::optional<Error> CallProcessor::settle(const IncomingCall &call, Cast &cast, const CommonDraft &draft)
{
    for (auto *named :
         {&cast.agent, cast.product ? &*cast.product : nullptr, cast.team ? &*cast.team : nullptr}) {
        if (!named)
            continue;
        if (!named->known) {
            const auto added =
                m_identities.add(call.provider, named->kind, named->externalId, named->name, call.receivedAt);
            if (!added)
                return added.error();
            named->known = *added;
        } else if (!named->name.isEmpty()) {
            if (auto failed = m_identities.rename(*named->known, named->name))
                return failed;
        }
        m_identities.seen(named->known->id, call.receivedAt);
    }
    return m_identities.describe(*cast.agent.known, nameOf(draft.agentEmail),
                                 cast.team ? std::optional(cast.team->known->id) : std::nullopt);
}

std::optional<Error> CallProcessor::applyRules(const Provider &provider, Cast &cast, const CommonDraft &draft)
{
    auto &agent = *cast.agent.known;
    IdentityStore store(m_db);
    if (provider.createUsers && draft.agentEmail.hasValue() && !agent.entity && !agent.ignored &&
        !agent.unlinkedByPerson) {
        const auto linked = store.applyEmailRule(agent.id, draft.agentEmail.value());
        if (!linked)
            return linked.error();
        agent.entity = *linked;
    }
    if (!provider.manageTeams || !cast.team || !agent.entity || !cast.team->known->entity)
        return std::nullopt;
    const auto wanted = *cast.team->known->entity;
    if (m_teamOf.value(*agent.entity) == wanted)
        return std::nullopt;
    const auto moved = store.applyTeamRule(agent.id, cast.team->known->id);
    if (!moved)
        return moved.error();
    m_teamOf.insert(*agent.entity, wanted);
    return std::nullopt;
}

void CallProcessor::count(const StoredRecord &record, qint64 sign)
{
    const auto cents = sign * record.cents.value_or(0);
    m_identities.count(record.links.agent, sign, cents);
    if (record.links.team)
        m_identities.count(*record.links.team, sign, cents);
    if (record.links.product)
        m_identities.count(*record.links.product, sign, cents);
}

bool CallProcessor::mayLogRefusal(qint64 receivedAt)
{
    const auto minute = receivedAt / 60'000;
    if (minute != m_refusedMinute) {
        m_refusedMinute = minute;
        m_refusedInMinute = 0;
    }
    return ++m_refusedInMinute <= m_directory->settings.number(Setting::LogRefusedPerMinute);
}

void CallProcessor::noteUse(const IncomingCall &call)
{
    m_uses.providers[call.provider] = call.receivedAt;
    if (call.key)
        m_uses.keys[*call.key] = call.receivedAt;
}

const Provider *CallProcessor::provider(ProviderId id, const DirectoryPtr &directory)
{
    if (directory != m_directory) {
        m_directory = directory;
        m_providers.clear();
        for (const auto &one : directory->providers)
            m_providers.insert(one.id, one);
    }
    const auto found = m_providers.constFind(id);
    return found == m_providers.constEnd() ? nullptr : &*found;
}

std::optional<Error> CallProcessor::flush()
{
    if (auto failed = m_identities.flush())
        return failed;
    m_usesKept.keys.insert(std::exchange(m_uses.keys, {}));
    m_usesKept.providers.insert(std::exchange(m_uses.providers, {}));
    if (keepsUses() && std::abs(m_db.now() - m_usesWrittenAt) >= usesPause) {
        if (auto failed = writeUses())
            return failed;
    }
    for (const auto &[reason, times] : std::exchange(m_unlogged, {}).asKeyValueRange()) {
        const auto changed = m_db.change(uR"(
            INSERT INTO unlogged (reason, count) VALUES (?, ?)
            ON CONFLICT (reason) DO UPDATE SET count = count + excluded.count)"_s,
                                         {QString(toText(reason)), times});
        if (!changed)
            return changed.error();
    }
    return std::nullopt;
}

std::optional<Error> CallProcessor::writeUses()
{
    m_usesWrittenAt = m_db.now();
    for (const auto &[id, at] : std::exchange(m_usesKept.keys, {}).asKeyValueRange()) {
        const auto changed =
            m_db.change(u"UPDATE api_key SET last_used_at = ? WHERE id = ?"_s, {at, id.value});
        if (!changed)
            return changed.error();
    }
    for (const auto &[id, at] : std::exchange(m_usesKept.providers, {}).asKeyValueRange()) {
        const auto changed =
            m_db.change(u"UPDATE provider SET last_call_at = ? WHERE id = ?"_s, {at, id.value});
        if (!changed)
            return changed.error();
    }
    return std::nullopt;
}

void CallProcessor::forget()
{
    m_identities.forget();
    m_uses = {};
    m_teamOf.clear();
    m_unlogged.clear();
}

} // namespace salesdesk
