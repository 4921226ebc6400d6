// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/linkrules.h"
#include "model/store/decision.h"

#include <QString>
#include <QTimeZone>

namespace salesdesk
{

/// "0.94"; cut off, not rounded: what is shown as 0.90 is at least that.
[[nodiscard]] QString scoreText(double score);
[[nodiscard]] QString reasonText(MatchReason reason);
/// "same name as zapier:77, linked on 3 March".
[[nodiscard]] QString reasonText(const Candidate &candidate, const QTimeZone &zone);
/// Who decided, a person or a rule, by the name that is stored.
[[nodiscard]] QString deciderText(const QString &decider);
/// Who linked it and why: "bo: same e-mail"; empty for one that is not linked.
[[nodiscard]] QString linkedWhyText(const Identity &identity);
/// "37 activities, 2 sales, € 12,400.00"; without what there is none of, and "0 records" where all is 0.
[[nodiscard]] QString recordsText(const RecordTotals &records);
/// The same of several kinds: "agents: 37 activities, € 12,400.00; teams: 12 activities".
[[nodiscard]] QString recordsText(const TotalsByKind &records);
/// "37 activities, € 12,400.00 now count for Bo Jansen."
[[nodiscard]] QString nowCountText(const RecordTotals &records, const QString &entity);
/// "37 activities, € 12,400.00 no longer count for Bo Jansen."
[[nodiscard]] QString noLongerCountText(const RecordTotals &records, const QString &entity);
/// What a step did, in one line: "Linked agent zapier:77 (Bo J.) to Bo Jansen", "Linked 37 identities".
[[nodiscard]] QString stepText(const HistoryStep &step);
/// One decision of a step: "Linked agent zapier:77 (Bo J.) to Bo Jansen: same name".
[[nodiscard]] QString decisionText(const Decision &decision);
/// How an identity is called in a sentence: its name, else its external ID.
[[nodiscard]] QString nameOf(const Identity &identity);

} // namespace salesdesk
