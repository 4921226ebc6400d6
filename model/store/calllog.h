// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/callsink.h"
#include "model/domain/result.h"

namespace salesdesk
{

class Connection;

/// What the log keeps of a call beside the call itself.
struct CallTrace {
    CallReason reason = CallReason::Internal;
    QString detail; ///< of a refusal, in words
    QList<FieldNote> errors;
    QList<FieldNote> warnings;
    std::optional<RecordId> record;
    QList<FieldChange> changes;
    QList<IdentityId> identities;
    std::optional<CallId> replayOf;
};

/// The calls that one transaction logged.
struct LoggedCalls {
    CallId after; ///< the last one before them
    CallId last;
};

/// Writes the log rows, for the writer. Lives on the store thread.
class CallLog final
{
public:
    /// Bytes of a body that are kept (spec.md, Log).
    static constexpr qsizetype MaxBody = 64LL * 1024;

    explicit CallLog(Connection &db)
        : m_db(db)
    {
    }

    /// The narrow row; its number, which no call had before, is needed for the answer.
    [[nodiscard]] Result<CallId> addRow(const CallSubmission &submission, const CallTrace &trace);
    /// Head, body and answer of the row.
    [[nodiscard]] std::optional<Error> addContent(CallId id, const CallSubmission &submission,
                                                  const CallTrace &trace, const QByteArray &answer);

    /// Says of calls that they were refused, for that is what their senders were told after all.
    [[nodiscard]] std::optional<Error> refuse(const LoggedCalls &calls, const Refusal &refusal);
    /// The number that was given last.
    [[nodiscard]] Result<CallId> last();

    /// After a rollback, and after any other writing of calls.
    void forget() { m_lastId.reset(); }

private:
    Connection &m_db;
    std::optional<qint64> m_lastId; // that a call was given
};

} // namespace salesdesk
