// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/callsink.h"
#include "model/store/calllog.h"
#include "model/store/identitybook.h"
#include "model/store/recordwriter.h"

#include <QVarLengthArray>

namespace salesdesk
{

class Connection;

/// What becomes of one call: identities, upsert, rules, log row (spec.md, Webhooks). Lives on the store
/// thread, owned by the writer, and works inside the writer's transaction. What it remembers holds only as
/// long as nobody else writes.
class CallProcessor final
{
    Q_DISABLE_COPY_MOVE(CallProcessor)
public:
    explicit CallProcessor(Connection &db);

    /// Decides and writes one call. An Error means that storing failed: roll back and forget().
    [[nodiscard]] Result<CallOutcome> process(const CallSubmission &submission, const DirectoryPtr &directory,
                                              std::optional<CallId> replayOf = std::nullopt);
    /// A request that is only counted; written by flush().
    void countUnlogged(CallReason reason, qint64 times = 1) { m_unlogged[reason] += times; }
    /// Writes what was gathered (counts of identities; once a second, last uses), before each commit.
    [[nodiscard]] std::optional<Error> flush();
    /// Whether last uses wait to be written; writeUses() does.
    [[nodiscard]] bool keepsUses() const { return !m_usesKept.providers.isEmpty(); }
    [[nodiscard]] std::optional<Error> writeUses();
    /// The number of the call that was logged last.
    [[nodiscard]] Result<CallId> lastCall() { return m_log.last(); }
    [[nodiscard]] std::optional<Error> refuseLogged(const LoggedCalls &calls, const Refusal &refusal)
    {
        return m_log.refuse(calls, refusal);
    }
    /// After a rollback, and after any other writing of identities, entities, providers or calls.
    void forget();

private:
    /// The identities a call names: what is known of each, and what is to be made.
    struct Named : SentIdentity {
        KnownIdentity *known = nullptr;
    };
    using Cast = QVarLengthArray<Named, 3>; // one of a kind at most
    [[nodiscard]] static const Named *member(const Cast &cast, EntityKind kind);
    [[nodiscard]] Result<Cast> cast(const CallSubmission &submission);
    [[nodiscard]] static QList<FieldNote> unrecognised(const Cast &cast, const Provider &provider);
    [[nodiscard]] std::optional<Error> settle(const IncomingCall &call, Cast &cast, const CommonDraft &draft);
    [[nodiscard]] std::optional<Error> applyRules(const Provider &provider, Cast &cast,
                                                  const CommonDraft &draft);
    void count(const StoredRecord &record, qint64 sign);

    [[nodiscard]] Result<CallOutcome> store(const CallSubmission &submission, const Draft &draft,
                                            const Provider &provider, CallTrace trace);
    /// Faulty fields, if any, and those that are not recognised, in one answer.
    [[nodiscard]] Result<CallOutcome> refuseFields(const CallSubmission &submission,
                                                   const QList<FieldNote> &faulty,
                                                   QList<FieldNote> unrecognised, CallTrace trace);
    [[nodiscard]] Result<CallOutcome> refuse(const CallSubmission &submission, const Refusal &refusal,
                                             CallTrace trace);
    /// The answer that the first call of this webhook-id got; nothing when it is the first.
    [[nodiscard]] Result<std::optional<CallOutcome>> answeredBefore(const CallSubmission &submission);
    [[nodiscard]] bool mayLogRefusal(qint64 receivedAt);
    void noteUse(const IncomingCall &call);
    [[nodiscard]] const Provider *provider(ProviderId id, const DirectoryPtr &directory);

    Connection &m_db;
    IdentityBook m_identities;
    RecordWriter m_activities;
    RecordWriter m_sales;
    CallLog m_log;
    QHash<CallReason, qint64> m_unlogged;
    /// Last uses (UTC ms) of keys and providers. Two pages of each commit would go to them: they are written
    /// once a second, so some are kept over commits.
    struct Uses {
        QHash<KeyId, qint64> keys;
        QHash<ProviderId, qint64> providers;
    };
    Uses m_uses;     // of this transaction
    Uses m_usesKept; // of those before
    qint64 m_usesWrittenAt = 0;
    QHash<EntityId, EntityId> m_teamOf; // agents whose team the rule has seen to
    QHash<ProviderId, Provider> m_providers;
    DirectoryPtr m_directory; // that m_providers was made from
    qint64 m_refusedMinute = 0;
    qint64 m_refusedInMinute = 0;
};

} // namespace salesdesk
