// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/entity.h"
#include "model/domain/identity.h"
#include "model/domain/namewords.h"

#include <QList>

#include <memory>
#include <optional>

namespace salesdesk
{

/// Why an entity fits an identity, and what that weighs. The weights are the whole of the score: the
/// strongest sign that two have in common gives it.
enum class MatchReason {
    SameEmail,        ///< 1.00
    LinkedElsewhere,  ///< 0.97: the same external name is linked to it under another provider
    SameName,         ///< 0.95, whatever the case, accents, order and punctuation
    InitialsAndEmail, ///< 0.93: the same name with initials, and its e-mail's local part is the whole name
    OneLetterOff,     ///< 0.92: one letter of one word, and no entity is known to have that other word
    ShortParticle,    ///< 0.92: the same but for "vd" for "van der", "van den"
    NameInTeam,       ///< 0.91: one of NoParticle, OneWordMore and Initials, and both are on the same team
    DoubleSurname,    ///< 0.91: one has a surname more behind a hyphen, as after a marriage
    NoParticle,       ///< 0.88: the same but for a "van", "de", "el" that one leaves out
    OneWordMore,      ///< 0.87: one has a word more
    Initials,         ///< 0.85: the same name with initials
    EmailFitsName,    ///< 0.82: the e-mail's local part is made of the name
    WordInTeam,       ///< 0.74: one whole name in common, and both are on the same team
    SimilarName,      ///< 0.90 times the similarity (Jaro-Winkler, whole or word by word), from 0.80 on
};

/// The stable words that the history and the command line keep: "same e-mail", "similar name".
[[nodiscard]] QLatin1StringView toText(MatchReason reason);
[[nodiscard]] std::optional<MatchReason> matchReasonFromText(QStringView text);
/// The weight of a reason; of SimilarName the most it can be.
[[nodiscard]] double weightOf(MatchReason reason);

/// How well an entity fits an identity.
struct Candidate {
    EntityId entity;
    QString entityName;
    double score = 0; ///< 0 to 1
    MatchReason reason = MatchReason::SimilarName;
    QString precedent = {}; ///< LinkedElsewhere: which identity, "zapier:77"
    qint64 precedentAt = 0; ///< and when it was linked, UTC ms; 0 when that is not known
    QString taken = {};     ///< an ID that it has of the same provider under another name, "zapier:12"
    friend bool operator==(const Candidate &, const Candidate &) = default;
};

/// The reason in plain English words: "same e-mail", "same name as zapier:77, linked on 2026-03-03" (UTC),
/// "similar name, but has zapier:12 already". The window has its own.
[[nodiscard]] QString reasonText(const Candidate &candidate);

/// The best candidate of one identity.
struct Suggestion {
    Identity identity;
    Candidate best;
    bool ambiguous = false; ///< another candidate is close: never taken in bulk
};

/// Matches identities against entities of their kind by the weights of MatchReason. Generic values (test,
/// admin, info@…) never match. It looks up by e-mail, name, initials and rare trigrams, so that one identity
/// takes far less than a scan, and it can be kept: update() takes over only what changed. Pure; one thread at
/// a time.
class LinkRules final
{
public:
    /// Two candidates whose scores are this close are ambiguous.
    static constexpr double AmbiguousWithin = 0.05;
    /// What scores less is no suggestion, though it may be shown as somebody who resembles it.
    static constexpr double LikelyScore = 0.82;
    /// Who resembles somebody by this much is not created in bulk.
    static constexpr double ResemblingScore = 0.76;
    /// What a bulk acceptance takes when nothing else is said.
    static constexpr double BulkScore = 0.9;
    /// People have one account in a system: who has another ID of the provider, under another name, is hardly
    /// meant. Any sign weaker than the same name weighs this much less then.
    static constexpr double TakenPenalty = 0.08;

    LinkRules();
    explicit LinkRules(const QList<Entity> &entities);
    /// Makes `entities` the ones to match against; the inactive ones are left out. Gives whether anything
    /// changed.
    bool update(const QList<Entity> &entities);
    /// How far to look: Best leaves merely similar names out when one is as good as certain.
    enum class Depth { Best, All };
    /// Best first, at most `limit`.
    [[nodiscard]] QList<Candidate> candidates(const Identity &identity, int limit = 5,
                                              Depth depth = Depth::All) const;
    [[nodiscard]] std::optional<Suggestion> suggest(const Identity &identity) const;
    /// Those with a whole word of its name, or with most of its letters: however little alike, best first.
    [[nodiscard]] QList<Candidate> nearest(const Identity &identity) const;
    /// Those with a whole word of its name; of one word the first of many.
    [[nodiscard]] QList<EntityId> sharingWord(const Identity &identity) const;
    ~LinkRules();
    LinkRules(LinkRules &&) noexcept;
    LinkRules &operator=(LinkRules &&) noexcept;

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

/// Best first; of one score the entity that was made first.
void sortCandidates(QList<Candidate> &candidates);
/// Whether the second of sorted candidates comes close to the first.
[[nodiscard]] bool isAmbiguous(const QList<Candidate> &candidates);

} // namespace salesdesk
