// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/call.h"

namespace salesdesk
{

/// One field of a logged call and what became of it.
struct ExplainedField {
    enum class Outcome {
        Taken,
        Warned,  ///< taken, with a remark
        Refused, ///< or missing
        Unknown, ///< not one of ours: kept in the log, otherwise ignored
    };
    QString name; ///< as in the answer: "energy_meta.gas_usage"
    QString sent; ///< as it came; empty when it did not
    Outcome outcome = Outcome::Taken;
    QString code;   ///< of the rule that failed or remarked
    QString detail; ///< in words
    friend bool operator==(const ExplainedField &, const ExplainedField &) = default;
};

/// The fields of the call's body in its order, then those that are missing. Without a body that can be read
/// only what the log says of its fields.
[[nodiscard]] QList<ExplainedField> explainCall(const CallDetails &call);

/// What two calls sent, field by field.
struct FieldComparison {
    /// Of the older one in its order, then what the newer one alone has; those that are alike, too.
    QList<FieldChange> fields;
    /// Whether that is all: false where a body cannot be read as fields, or has lists or parts of parts.
    bool whole = true;
};
[[nodiscard]] FieldComparison compareFields(const CallDetails &older, const CallDetails &newer);

/// The value of the request's Content-Type header; empty without one.
[[nodiscard]] QByteArray contentTypeOf(const HeaderList &headers);

} // namespace salesdesk
