// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/tables/linktexts.h"

#include "model/tables/sentences.h"
#include "model/tables/texts.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <cmath>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Linking)
};

QString kindsText(EntityKind kind)
{
    switch (kind) {
    case EntityKind::Agent:
        return Words::tr("agents");
    case EntityKind::Team:
        return Words::tr("teams");
    case EntityKind::Product:
        return Words::tr("products");
    }
    Q_UNREACHABLE();
}

QString severalText(const HistoryStep &step)
{
    const auto count = QLocale().toString(step.identities);
    switch (step.kind) {
    case StepKind::Link:
    case StepKind::Team:
    case StepKind::Merge:
    case StepKind::Reject:
    case StepKind::Unlink:
        break;
    case StepKind::Create:
        return Words::tr("Created and linked %1 identities").arg(count);
    case StepKind::Ignore:
    case StepKind::Unignore:
        return Words::tr("Ignored %1 identities").arg(count);
    case StepKind::Import:
        return Words::tr("Imported %1 decisions").arg(count);
    }
    return Words::tr("Linked %1 identities").arg(count);
}

} // namespace

QString scoreText(double score)
{
    return QLocale().toString(std::floor(score * 100 + 1e-6) / 100, 'f', 2);
}

QString reasonText(MatchReason reason)
{
    switch (reason) {
    case MatchReason::SameEmail:
        return Words::tr("same e-mail");
    case MatchReason::LinkedElsewhere:
        return Words::tr("same name elsewhere");
    case MatchReason::SameName:
        return Words::tr("same name");
    case MatchReason::InitialsAndEmail:
        return Words::tr("initials and e-mail fit the name");
    case MatchReason::OneLetterOff:
        return Words::tr("one letter off");
    case MatchReason::ShortParticle:
        return Words::tr("same name, vd for van der");
    case MatchReason::NameInTeam:
        return Words::tr("name fits, same team");
    case MatchReason::DoubleSurname:
        return Words::tr("same name with a double surname");
    case MatchReason::NoParticle:
        return Words::tr("same name but for van, de, der");
    case MatchReason::OneWordMore:
        return Words::tr("same name with a word more");
    case MatchReason::Initials:
        return Words::tr("same name with initials");
    case MatchReason::EmailFitsName:
        return Words::tr("e-mail matches the name");
    case MatchReason::WordInTeam:
        return Words::tr("one name in common, same team");
    case MatchReason::SimilarName:
        return Words::tr("similar name");
    }
    Q_UNREACHABLE();
}

QString reasonText(const Candidate &candidate, const QTimeZone &zone)
{
    if (!candidate.taken.isEmpty())
        return Words::tr("%1, but has %2 already").arg(reasonText(candidate.reason), candidate.taken);
    if (candidate.reason != MatchReason::LinkedElsewhere)
        return reasonText(candidate.reason);
    if (candidate.precedentAt == 0)
        return Words::tr("same name as %1").arg(candidate.precedent);
    const auto day = QDateTime::fromMSecsSinceEpoch(candidate.precedentAt, zone).date();
    const auto text = day.year() == QDate::currentDate().year()
                          ? QLocale().toString(day, Words::tr("d MMMM", "a day of this year"))
                          : QLocale().toString(day, Words::tr("d MMMM yyyy", "a day of another year"));
    return Words::tr("same name as %1, linked on %2").arg(candidate.precedent, text);
}

QString deciderText(const QString &decider)
{
    if (decider == "e-mail rule"_L1)
        return Words::tr("e-mail rule");
    if (decider == "team rule"_L1)
        return Words::tr("team rule");
    return decider;
}

QString linkedWhyText(const Identity &identity)
{
    if (!identity.linkedTo)
        return {};
    const auto reason = matchReasonFromText(identity.linkedFor);
    const auto by = deciderText(identity.linkedBy);
    return reason ? Words::tr("%1: %2").arg(by, reasonText(*reason)) : by;
}

QString recordsText(const RecordTotals &records)
{
    const QLocale locale;
    QStringList parts;
    if (records.activities != 0)
        parts << (records.activities == 1
                      ? Words::tr("1 activity")
                      : Words::tr("%1 activities").arg(locale.toString(records.activities)));
    if (records.sales != 0)
        parts << (records.sales == 1 ? Words::tr("1 sale")
                                     : Words::tr("%1 sales").arg(locale.toString(records.sales)));
    if (parts.isEmpty())
        parts << Words::tr("0 records");
    if (records.value.value != 0)
        parts << moneyText(records.value);
    return parts.join(u", "_s);
}

QString recordsText(const TotalsByKind &records)
{
    QStringList parts;
    const RecordTotals *last = &records.front();
    for (size_t kind = 0; kind < records.size(); ++kind) {
        if (records.at(kind) == RecordTotals{})
            continue;
        last = &records.at(kind);
        parts << Words::tr("%1: %2").arg(kindsText(static_cast<EntityKind>(kind)), recordsText(*last));
    }
    return parts.size() > 1 ? parts.join(u"; "_s) : recordsText(*last);
}

QString nowCountText(const RecordTotals &records, const QString &entity)
{
    if (records.count() == 0)
        return Words::tr("What comes in from now on counts for %1.").arg(entity);
    return (records.count() == 1 ? Words::tr("%1 now counts for %2.") : Words::tr("%1 now count for %2."))
        .arg(recordsText(records), entity);
}

QString noLongerCountText(const RecordTotals &records, const QString &entity)
{
    if (records.count() == 0)
        return Words::tr("What comes in from now on no longer counts for %1.").arg(entity);
    return (records.count() == 1 ? Words::tr("%1 no longer counts for %2.")
                                 : Words::tr("%1 no longer count for %2."))
        .arg(recordsText(records), entity);
}

QString stepText(const HistoryStep &step)
{
    const auto identity = spoken(step.identityText);
    if (step.kind == StepKind::Merge)
        return Words::tr("Merged %1 into %2").arg(step.entityBefore, step.entityAfter);
    if (step.identities > 1)
        return severalText(step);
    switch (step.kind) {
    case StepKind::Create:
        return Words::tr("Created %2 and linked %1").arg(identity, step.entityAfter);
    case StepKind::Unlink:
        return Words::tr("Unlinked %1 from %2").arg(identity, step.entityBefore);
    case StepKind::Ignore:
        return Words::tr("Ignored %1").arg(identity);
    case StepKind::Unignore:
        return Words::tr("No longer ignored %1").arg(identity);
    case StepKind::Reject:
        return Words::tr("Rejected %2 for %1").arg(identity, step.entityAfter);
    case StepKind::Team:
        return Words::tr("Moved the agent of %1 to its team").arg(identity);
    case StepKind::Import:
        return Words::tr("Imported a decision on %1").arg(identity);
    case StepKind::Link:
    case StepKind::Merge:
        break;
    }
    return step.entityBefore.isEmpty()
               ? Words::tr("Linked %1 to %2").arg(identity, step.entityAfter)
               : Words::tr("Relinked %1 from %2 to %3").arg(identity, step.entityBefore, step.entityAfter);
}

QString decisionText(const Decision &decision)
{
    HistoryStep one;
    one.identities = 1;
    one.identityText = decision.identityText;
    one.entityBefore = decision.entityBefore;
    one.entityAfter = decision.entityAfter;
    if (decision.ignoredBefore != decision.ignoredAfter)
        one.kind = decision.ignoredAfter ? StepKind::Ignore : StepKind::Unignore;
    else if (decision.entityAfter.isEmpty())
        one.kind = StepKind::Unlink;
    const auto reason = matchReasonFromText(decision.reason);
    return reason ? Words::tr("%1: %2").arg(stepText(one), reasonText(*reason)) : stepText(one);
}

QString nameOf(const Identity &identity)
{
    return identity.name.isEmpty() ? identity.externalId : identity.name;
}

} // namespace salesdesk
