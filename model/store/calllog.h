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

    /// The narrow row; its number is needed for the answer.
    [[nodiscard]] Result<CallId> addRow(const CallSubmission &submission, const CallTrace &trace);
    /// Head, body and answer of the row.
    [[nodiscard]] std::optional<Error> addContent(CallId id, const CallSubmission &submission,
                                                  const CallTrace &trace, const QByteArray &answer);

private:
    Connection &m_db;
};

} // namespace salesdesk
