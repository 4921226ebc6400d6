// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/entity.h"
#include "model/domain/identity.h"

#include <QList>

#include <memory>
#include <optional>

namespace salesdesk
{

/// How well an entity fits an identity.
struct Candidate {
    EntityId entity;
    QString entityName;
    double score = 0; ///< 0 to 1
    QString reason;   ///< in words: "same e-mail", "same name", "similar name"
    friend bool operator==(const Candidate &, const Candidate &) = default;
};

/// The best candidate of one identity.
struct Suggestion {
    Identity identity;
    Candidate best;
    bool ambiguous = false; ///< another candidate is close: never taken in bulk
};

/// Matches identities against entities of their kind. The weights: same e-mail 1.00; same normalised name
/// 0.95; same name with initials 0.85; the e-mail's local part made of the name 0.80; a similar name 0.90
/// times its similarity (the better of Jaro-Winkler over the whole and word by word), from a similarity of
/// 0.80 on.
/// Build it once for a set of entities: it looks up by e-mail, name, initials and rare trigrams, so that one
/// identity takes far less than a scan. Pure; any thread.
class LinkRules final
{
public:
    /// Two candidates whose scores are this close are ambiguous.
    static constexpr double AmbiguousWithin = 0.05;

    explicit LinkRules(const QList<Entity> &entities);
    /// Best first, at most `limit`, none under 0.5. Generic values (test, admin, info@…) never match.
    [[nodiscard]] QList<Candidate> candidates(const Identity &identity, int limit = 5) const;
    [[nodiscard]] std::optional<Suggestion> suggest(const Identity &identity) const;
    ~LinkRules();
    LinkRules(LinkRules &&) noexcept;

private:
    struct Index;
    std::unique_ptr<Index> m_index;
};

/// The case-, accent- and order-free form that names are compared in: "Jansen, Bo" and "bo jansén" are "bo
/// jansen".
[[nodiscard]] QString normalisedName(QStringView name);
/// Whether a name says nothing of who it is: empty, digits, or words such as "test", "admin", "info".
[[nodiscard]] bool isGenericName(QStringView name);

} // namespace salesdesk
