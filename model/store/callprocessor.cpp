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

/// The fields that bear an identity's ID and its name.
std::pair<QString, QString> fieldsOf(EntityKind kind)
{
    switch (kind) {
    case EntityKind::Agent:
        return {u"agent_id"_s, u"agent_name"_s};
    case EntityKind::Team:
        return {u"agent_team_id"_s, u"agent_team_name"_s};
    case EntityKind::Product:
        return {u"proposition_id"_s, u"proposition_name"_s};
    }
    Q_UNREACHABLE();
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
    if (const auto *refusal = std::get_if<Refusal>(&reading.result)) {
        if (refusal->reason != CallReason::FieldsInvalid || !owner)
            return refuse(submission, *refusal, std::move(trace));
        const auto named = cast(submission);
        if (!named)
            return named.error();
        return refuseFields(submission, refusal->errors, unrecognised(*named, *owner), std::move(trace));
    }
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
    auto named = cast(submission);
    if (!named)
        return named.error();
    const auto before = records.find(call.provider, common.id);
    if (!before)
        return before.error();
    auto merged = RecordWriter::merge(*before, draft);
    if (const auto *note = std::get_if<FieldNote>(&merged))
        return refuseFields(submission, {*note}, unrecognised(*named, provider), std::move(trace));
    if (auto notes = unrecognised(*named, provider); !notes.isEmpty())
        return refuseFields(submission, {}, std::move(notes), std::move(trace));
    auto &after = std::get<StoredRecord>(merged);

    if (auto failed = settle(call, *named, common))
        return *failed;
    if (auto failed = applyRules(provider, *named, common))
        return *failed;
    const auto idOf = [&](EntityKind kind) {
        const auto *one = member(*named, kind);
        return one ? std::optional(one->known->id) : std::nullopt;
    };
    after.links.agent = *idOf(EntityKind::Agent);
    if (!common.agentTeamId.isLeftOut())
        after.links.team = idOf(EntityKind::Team);
    after.links.product = idOf(EntityKind::Product);
    const auto id = records.write(call.provider, common.id, *before, after);
    if (!id)
        return id.error();
    if (*before)
        count(**before, -1);
    count(after, 1);

    trace.reason = *before ? CallReason::Updated : CallReason::Created;
    trace.record = *id;
    trace.changes = RecordWriter::changes(call.endpoint, *before, after);
    for (const auto &one : *named)
        trace.identities.append(one.known->id);
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

Result<CallOutcome> CallProcessor::refuseFields(const CallSubmission &submission,
                                                const QList<FieldNote> &faulty, QList<FieldNote> unrecognised,
                                                CallTrace trace)
{
    if (!faulty.isEmpty())
        return refuse(submission, fieldsInvalid(faulty + unrecognised), std::move(trace));
    QStringList sentences;
    for (const auto &note : unrecognised)
        sentences.append(note.detail);
    return refuse(submission, {CallReason::NotRecognised, sentences.join(u' '), std::move(unrecognised), 0},
                  std::move(trace));
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

Result<CallProcessor::Cast> CallProcessor::cast(const CallSubmission &submission)
{
    Cast cast;
    for (const auto &sent : submission.reading.identities) {
        const auto known = m_identities.find(submission.call.provider, sent.kind, sent.externalId);
        if (!known)
            return known.error();
        cast.append({sent, *known});
    }
    return cast;
}

const CallProcessor::Named *CallProcessor::member(const Cast &cast, EntityKind kind)
{
    const auto found =
        std::find_if(cast.cbegin(), cast.cend(), [&](const Named &one) { return one.kind == kind; });
    return found == cast.cend() ? nullptr : &*found;
}

QList<FieldNote> CallProcessor::unrecognised(const Cast &cast, const Provider &provider)
{
    QList<FieldNote> notes;
    for (const auto &named : cast) {
        if (named.known || !named.name.isEmpty())
            continue;
        const auto [field, nameField] = fieldsOf(named.kind);
        notes.append(
            {field, u"not_recognised"_s,
             u"%1 \"%2\" is not known for %3, and %4 is missing: send %4 once, and the %5 is created."_s.arg(
                 field, named.externalId, provider.name, nameField, toText(named.kind))});
    }
    return notes;
}

std::optional<Error> CallProcessor::settle(const IncomingCall &call, Cast &cast, const CommonDraft &draft)
{
    for (auto &named : cast) {
        if (!named.known) {
            const auto added =
                m_identities.add(call.provider, named.kind, named.externalId, named.name, call.receivedAt);
            if (!added)
                return added.error();
            named.known = *added;
        } else if (!named.name.isEmpty()) {
            if (auto failed = m_identities.rename(*named.known, named.name))
                return failed;
        }
        m_identities.seen(named.known->id, call.receivedAt);
    }
    const auto *team = member(cast, EntityKind::Team);
    return m_identities.describe(*member(cast, EntityKind::Agent)->known,
                                 draft.agentEmail.hasValue() ? draft.agentEmail.value() : QString(),
                                 team ? std::optional(team->known->id) : std::nullopt);
}

std::optional<Error> CallProcessor::applyRules(const Provider &provider, Cast &cast, const CommonDraft &draft)
{
    auto &agent = *member(cast, EntityKind::Agent)->known;
    const auto *team = member(cast, EntityKind::Team);
    IdentityStore store(m_db);
    if (provider.createUsers && draft.agentEmail.hasValue() && !agent.entity && !agent.ignored &&
        !agent.unlinkedByPerson) {
        const auto linked = store.applyEmailRule(agent.id, draft.agentEmail.value());
        if (!linked)
            return linked.error();
        agent.entity = *linked;
    }
    if (!provider.manageTeams || !team || !agent.entity || !team->known->entity)
        return std::nullopt;
    const auto wanted = *team->known->entity;
    if (m_teamOf.value(*agent.entity) == wanted)
        return std::nullopt;
    const auto moved = store.applyTeamRule(agent.id, team->known->id);
    if (!moved)
        return moved.error();
    m_teamOf.insert(*agent.entity, wanted);
    return std::nullopt;
}

void CallProcessor::count(const StoredRecord &record, qint64 sign)
{
    const bool isSale = record.links.product.has_value();
    const RecordTotals change{isSale ? 0 : sign, isSale ? sign : 0, Cents{sign * record.cents.value_or(0)}};
    m_identities.count(record.links.agent, change);
    if (record.links.team)
        m_identities.count(*record.links.team, change);
    if (isSale)
        m_identities.count(*record.links.product, change);
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
    m_db.note(Change::Seen);
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
    m_log.forget();
    m_uses = {};
    m_teamOf.clear();
    m_unlogged.clear();
}

} // namespace salesdesk
