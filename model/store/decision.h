// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/entity.h"
#include "model/domain/id.h"

#include <QString>

#include <optional>

namespace salesdesk
{

/// Who decided: a person by system user name, or a rule.
struct Decider {
    enum class Kind { Person, EmailRule } kind = Kind::Person;
    QString name; ///< the system user; empty for a rule
};

/// What a step of the history did.
enum class StepKind { Link, Create, Unlink, Ignore, Unignore, Reject, Merge, Team, Import };
/// The word that the database keeps.
[[nodiscard]] QLatin1StringView toText(StepKind kind);
[[nodiscard]] StepKind stepKindFromText(QStringView text);

/// A decision on one identity, as one of those of a step.
struct Decision {
    IdentityId identity;
    QString identityText; ///< "agent zapier:77 (Bo J.)"
    QString entityBefore; ///< names; empty for none
    QString entityAfter;
    bool ignoredBefore = false;
    bool ignoredAfter = false;
    QString reason; ///< why it was suggested, in stable words; empty for a person's own choice
};

/// One step of the history as a list shows it.
struct HistoryStep {
    DecisionId id;
    StepKind kind = StepKind::Link;
    QString decider; ///< system user or rule
    bool byRule = false;
    qint64 decidedAt = 0; ///< UTC ms
    bool undone = false;
    QString undoneBy;
    int identities = 0;
    int agentsMoved = 0;
    QString identityText; ///< the first of them: "agent zapier:77 (Bo J.)"; empty for none
    QString entityBefore; ///< names; of a merge the duplicate and the one it was merged into
    QString entityAfter;
    QString reason;       ///< why it was suggested, in stable words; empty for a person's own choice
    TotalsByKind records; ///< of these identities
    friend bool operator==(const HistoryStep &, const HistoryStep &) = default;
};

} // namespace salesdesk
