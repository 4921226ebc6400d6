// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/linkrules.h"
#include "model/domain/result.h"

#include <atomic>

namespace salesdesk
{

class Connection;

/// What is suggested for identities that wait: LinkRules, and what was decided before. The same name linked
/// under another provider is a candidate, too; a pair that was rejected is none. Keeps its index from one
/// question to the next; many entities take a while to learn, so that a reading thread on which others wait
/// learns them a share at a time. Used on one thread, except invalidate().
class Suggester final
{
    Q_DISABLE_COPY_MOVE(Suggester)
public:
    Suggester() = default;

    /// The entities have changed. From any thread.
    void invalidate() { m_stale = true; }

    /// Learns a share of the entities that it does not know yet. Gives whether it knows all now; best() and
    /// candidates() learn what is left.
    [[nodiscard]] Result<bool> learn(Connection &db);

    /// The best candidate of each, in their order.
    struct Best {
        std::optional<Candidate> candidate;
        bool ambiguous = false; ///< another one is close
        // Where there is none:
        std::optional<Candidate> resembles = {}; ///< the best of those that score less
        bool near = false; ///< it may well be somebody whom there is: not to be created unseen
    };
    [[nodiscard]] Result<QList<Best>> best(Connection &db, const QList<Identity> &identities,
                                           double least = LinkRules::LikelyScore);
    /// Best first, at most `limit`: where there are fewer, the nearest names of who has no ID of the provider
    /// yet after them, however little alike. Who has one and is merely similar comes in only where there is
    /// room.
    [[nodiscard]] Result<QList<Candidate>> candidates(Connection &db, const Identity &identity, int limit);

private:
    [[nodiscard]] std::optional<Error> learnAll(Connection &db);
    struct Found {
        QList<Candidate> candidates; ///< best first
        double strongest = 0;        ///< what the best scored before anybody weighed less
    };
    [[nodiscard]] Result<Found> find(Connection &db, const Identity &identity, int limit,
                                     LinkRules::Depth depth) const;
    [[nodiscard]] Result<bool> isNear(Connection &db, const Identity &identity, const Found &found) const;

    LinkRules m_rules;
    QList<Entity> m_entities; ///< while some of them are still to be learned
    qsizetype m_learned = 0;  ///< so many of them
    std::atomic<bool> m_stale = true;
};

} // namespace salesdesk
