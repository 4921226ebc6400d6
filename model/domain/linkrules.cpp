// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/linkrules.h"

#include "model/domain/linkindex.h"
#include "model/domain/namesimilarity.h"

#include <QDateTime>

#include <algorithm>
#include <array>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

constexpr double lowestSimilarity = 0.80;
/// Who is less alike than this, and has no word in common, is not near.
constexpr double leastSimilarity = 0.60;
/// So many of the most alike are compared to find a candidate, and to find who is near.
constexpr size_t comparedRows = 10;
constexpr size_t nearRows = 60;
/// Of two shorter words with another letter each may be meant: "Jan" and "Jon" are two people.
constexpr qsizetype shortestSlip = 4;

constexpr std::array allReasons{
    MatchReason::SameEmail,        MatchReason::LinkedElsewhere, MatchReason::SameName,
    MatchReason::InitialsAndEmail, MatchReason::OneLetterOff,    MatchReason::ShortParticle,
    MatchReason::NameInTeam,       MatchReason::DoubleSurname,   MatchReason::NoParticle,
    MatchReason::OneWordMore,      MatchReason::Initials,        MatchReason::EmailFitsName,
    MatchReason::WordInTeam,       MatchReason::SimilarName};

/// Whether the names differ in one letter of one word that no entity is known to have: else it is no slip but
/// another name.
bool isSlip(const LinkIndex &index, EntityKind kind, const NameWords &asked, const NameWords &known)
{
    if (asked.words.size() != known.words.size() || asked.words.size() < 2)
        return false;
    auto rest = known.words;
    QString left;
    for (const auto &word : asked.words) {
        if (rest.removeOne(word))
            continue;
        if (!left.isEmpty())
            return false;
        left = word;
    }
    return rest.size() == 1 && std::max(left.size(), rest.first().size()) >= shortestSlip &&
           std::min(left.size(), rest.first().size()) >= shortestSlip - 1 &&
           oneLetterOff(left, rest.first()) && !index.knowsWord(kind, left);
}

/// Whether one has a word more: at least two words in common and all of the shorter one.
bool hasOneWordMore(const NameWords &a, const NameWords &b)
{
    const auto &shorter = a.core.size() < b.core.size() ? a.core : b.core;
    const auto &longer = a.core.size() < b.core.size() ? b.core : a.core;
    return shorter.size() >= 2 && longer.size() == shorter.size() + 1 &&
           std::all_of(shorter.begin(), shorter.end(),
                       [&longer](const QString &word) { return word.size() > 1 && longer.contains(word); });
}

std::optional<MatchReason> weakerNameSign(const LinkIndex &index, EntityKind kind, const MatchSide &asked,
                                          const NameWords &known)
{
    const auto &name = asked.name;
    if (const auto particles = compareParticles(name, known); particles != Particles::Differ)
        return particles == Particles::Shortened ? MatchReason::ShortParticle : MatchReason::NoParticle;
    if (isSlip(index, kind, name, known))
        return MatchReason::OneLetterOff;
    if (hasOneWordMore(name, known))
        return (name.core.size() > known.core.size() ? name : known).hyphenated ? MatchReason::DoubleSurname
                                                                                : MatchReason::OneWordMore;
    if (sameWithInitials(name.words, known.words) || sameWithInitials(name.core, known.core))
        return localPartIsName(asked.local, known) ? MatchReason::InitialsAndEmail : MatchReason::Initials;
    return std::nullopt;
}

bool haveWordInCommon(const NameWords &a, const NameWords &b)
{
    return std::any_of(a.core.begin(), a.core.end(),
                       [&b](const QString &word) { return word.size() > 1 && b.core.contains(word); });
}

/// A team says nothing by itself; with a name that may be meant it says who.
MatchReason strengthened(MatchReason sign, bool sameTeam)
{
    const bool may =
        sign == MatchReason::NoParticle || sign == MatchReason::OneWordMore || sign == MatchReason::Initials;
    return may && sameTeam ? MatchReason::NameInTeam : sign;
}

std::optional<Candidate> judge(const LinkIndex &index, EntityKind kind, const MatchSide &asked,
                               const LinkIndex::Row &row)
{
    const auto found = [&row](MatchReason reason, double share = 1) {
        return std::optional(Candidate{row.entity.id, row.entity.name, weightOf(reason) * share, reason});
    };
    const auto &known = row.side;
    if (!asked.email.isEmpty() && asked.email == known.email)
        return found(MatchReason::SameEmail);
    const bool bothNamed = !asked.generic && !known.generic;
    if (bothNamed && asked.name.normal == known.name.normal)
        return found(MatchReason::SameName);
    if (bothNamed) {
        if (const auto sign = weakerNameSign(index, kind, asked, known.name))
            return found(strengthened(*sign, asked.isOnTeamOf(known)));
    }
    const auto similarity = bothNamed ? nameSimilarity(asked.name, known.name) : 0;
    const bool emailFits =
        (!asked.local.isEmpty() && !known.generic && localPartFits(asked.local, known.name)) ||
        (!known.local.isEmpty() && !asked.generic && localPartFits(known.local, asked.name));
    if (emailFits && weightOf(MatchReason::SimilarName) * similarity < weightOf(MatchReason::EmailFitsName))
        return found(MatchReason::EmailFitsName);
    const bool inTeam = bothNamed && asked.isOnTeamOf(known) && haveWordInCommon(asked.name, known.name);
    if (inTeam && weightOf(MatchReason::SimilarName) * similarity < weightOf(MatchReason::WordInTeam))
        return found(MatchReason::WordInTeam);
    return similarity >= lowestSimilarity ? found(MatchReason::SimilarName, similarity) : std::nullopt;
}

/// Each number once.
void addTo(LinkIndex::Numbers &all, const LinkIndex::Numbers &more)
{
    all.insert(all.end(), more.begin(), more.end());
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
}

} // namespace

QLatin1StringView toText(MatchReason reason)
{
    switch (reason) {
    case MatchReason::SameEmail:
        return QLatin1StringView("same e-mail");
    case MatchReason::LinkedElsewhere:
        return QLatin1StringView("same name elsewhere");
    case MatchReason::SameName:
        return QLatin1StringView("same name");
    case MatchReason::InitialsAndEmail:
        return QLatin1StringView("initials and e-mail fit the name");
    case MatchReason::OneLetterOff:
        return QLatin1StringView("one letter off");
    case MatchReason::ShortParticle:
        return QLatin1StringView("same name, vd for van der");
    case MatchReason::NoParticle:
        return QLatin1StringView("same name but for van, de, der");
    case MatchReason::NameInTeam:
        return QLatin1StringView("name fits, same team");
    case MatchReason::DoubleSurname:
        return QLatin1StringView("same name with a double surname");
    case MatchReason::OneWordMore:
        return QLatin1StringView("same name with a word more");
    case MatchReason::Initials:
        return QLatin1StringView("same name with initials");
    case MatchReason::EmailFitsName:
        return QLatin1StringView("e-mail matches the name");
    case MatchReason::WordInTeam:
        return QLatin1StringView("one name in common, same team");
    case MatchReason::SimilarName:
        return QLatin1StringView("similar name");
    }
    Q_UNREACHABLE();
}

std::optional<MatchReason> matchReasonFromText(QStringView text)
{
    for (const auto reason : allReasons) {
        if (text == toText(reason))
            return reason;
    }
    return std::nullopt;
}

double weightOf(MatchReason reason)
{
    switch (reason) {
    case MatchReason::SameEmail:
        return 1.00;
    case MatchReason::LinkedElsewhere:
        return 0.97;
    case MatchReason::SameName:
        return 0.95;
    case MatchReason::InitialsAndEmail:
        return 0.93;
    case MatchReason::OneLetterOff:
    case MatchReason::ShortParticle:
        return 0.92;
    case MatchReason::NoParticle:
        return 0.88;
    case MatchReason::NameInTeam:
    case MatchReason::DoubleSurname:
        return 0.91;
    case MatchReason::OneWordMore:
        return 0.87;
    case MatchReason::Initials:
        return 0.85;
    case MatchReason::EmailFitsName:
        return 0.82;
    case MatchReason::WordInTeam:
        return 0.74;
    case MatchReason::SimilarName:
        return 0.90;
    }
    Q_UNREACHABLE();
}

QString reasonText(const Candidate &candidate)
{
    if (!candidate.taken.isEmpty())
        return u"%1, but has %2 already"_s.arg(toText(candidate.reason), candidate.taken);
    if (candidate.reason != MatchReason::LinkedElsewhere)
        return toText(candidate.reason);
    const auto text = u"same name as %1"_s.arg(candidate.precedent);
    return candidate.precedentAt == 0
               ? text
               : u"%1, linked on %2"_s.arg(text,
                                           QDateTime::fromMSecsSinceEpoch(candidate.precedentAt, Qt::UTC)
                                               .date()
                                               .toString(Qt::ISODate));
}

void sortCandidates(QList<Candidate> &candidates)
{
    std::sort(candidates.begin(), candidates.end(), [](const Candidate &a, const Candidate &b) {
        return std::pair(-a.score, a.entity) < std::pair(-b.score, b.entity);
    });
}

bool isAmbiguous(const QList<Candidate> &candidates)
{
    return candidates.size() > 1 &&
           candidates[0].score - candidates[1].score <= LinkRules::AmbiguousWithin + 1e-9;
}

struct LinkRules::Private {
    LinkIndex index;
    QHash<EntityId, quint32> numbers;

    /// Best first. `alike`: with those whose names are only similar.
    [[nodiscard]] QList<Candidate> candidates(EntityKind kind, const MatchSide &asked, bool alike) const
    {
        auto found = index.exact(kind, asked);
        if (alike && !asked.generic) {
            addTo(found, index.alike(kind, asked.name, comparedRows));
        }
        QList<Candidate> all;
        for (const auto number : found) {
            const auto &row = index.row(number);
            if (row.gone)
                continue;
            if (const auto candidate = judge(index, kind, asked, row))
                all.append(*candidate);
        }
        sortCandidates(all);
        return all;
    }
};

LinkRules::LinkRules()
    : m_d(std::make_unique<Private>())
{
}

LinkRules::LinkRules(const QList<Entity> &entities)
    : LinkRules()
{
    update(entities);
}

LinkRules::~LinkRules() = default;
LinkRules::LinkRules(LinkRules &&) noexcept = default;
LinkRules &LinkRules::operator=(LinkRules &&) noexcept = default;

bool LinkRules::update(const QList<Entity> &entities)
{
    // Rows that left take room: when they are most of all, it is built anew.
    if (m_d->index.size() > 2 * static_cast<size_t>(entities.size()) + 100)
        *m_d = {};
    bool changed = false;
    QHash<EntityId, quint32> numbers;
    for (const auto &entity : entities) {
        if (!entity.active)
            continue;
        const auto known = m_d->numbers.constFind(entity.id);
        if (known != m_d->numbers.constEnd()) {
            const auto &before = m_d->index.row(*known).entity;
            if (before.name == entity.name && before.email == entity.email && before.kind == entity.kind &&
                before.team == entity.team && before.teamName == entity.teamName) {
                numbers.insert(entity.id, *known);
                continue;
            }
        }
        numbers.insert(entity.id, m_d->index.add(entity));
        changed = true;
    }
    for (const auto &[id, number] : std::as_const(m_d->numbers).asKeyValueRange()) {
        if (numbers.value(id, number + 1) == number)
            continue;
        m_d->index.remove(number);
        changed = true;
    }
    m_d->numbers = std::move(numbers);
    return changed;
}

QList<Candidate> LinkRules::candidates(const Identity &identity, int limit, Depth depth) const
{
    const MatchSide asked(identity);
    QList<Candidate> found;
    if (depth == Depth::Best)
        found = m_d->candidates(identity.kind, asked, false);
    // A similar name comes near neither the same name nor the same e-mail: then it need not be looked for.
    if (found.isEmpty() || found.first().score < weightOf(MatchReason::SameName))
        found = m_d->candidates(identity.kind, asked, true);
    if (found.size() > limit)
        found.resize(limit);
    return found;
}

std::optional<Suggestion> LinkRules::suggest(const Identity &identity) const
{
    const auto found = candidates(identity, 2, Depth::Best);
    if (found.isEmpty())
        return std::nullopt;
    return Suggestion{identity, found[0], isAmbiguous(found)};
}

QList<Candidate> LinkRules::nearest(const Identity &identity) const
{
    const MatchSide asked(identity);
    if (asked.generic)
        return {};
    auto found = m_d->index.sharingWord(identity.kind, asked.name);
    addTo(found, m_d->index.alike(identity.kind, asked.name, nearRows));
    QList<Candidate> all;
    for (const auto number : found) {
        const auto &row = m_d->index.row(number);
        if (row.gone)
            continue;
        const auto similarity = nameSimilarity(asked.name, row.side.name);
        if (similarity >= leastSimilarity || haveWordInCommon(asked.name, row.side.name))
            all.append({row.entity.id, row.entity.name, weightOf(MatchReason::SimilarName) * similarity,
                        MatchReason::SimilarName});
    }
    sortCandidates(all);
    return all;
}

QList<EntityId> LinkRules::sharingWord(const Identity &identity) const
{
    const MatchSide asked(identity);
    if (asked.generic)
        return {};
    QList<EntityId> all;
    for (const auto number : m_d->index.sharingWord(identity.kind, asked.name)) {
        if (const auto &row = m_d->index.row(number); !row.gone)
            all.append(row.entity.id);
    }
    return all;
}

} // namespace salesdesk
