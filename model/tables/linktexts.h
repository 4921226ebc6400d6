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
/// Who linked it and why: "bo: same e-mail"; empty for one that is not linked.
[[nodiscard]] QString linkedWhyText(const Identity &identity);
/// "37 records, € 12,400.00"; without the money where there is none.
[[nodiscard]] QString recordsText(qint64 records, Cents value);
/// What a step did, in one line: "Linked agent zapier:77 (Bo J.) to Bo Jansen", "Linked 37 identities".
[[nodiscard]] QString stepText(const HistoryStep &step);
/// How an identity is called in a sentence: its name, else its external ID.
[[nodiscard]] QString nameOf(const Identity &identity);

} // namespace salesdesk
