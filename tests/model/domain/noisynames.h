// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/entity.h"
#include "model/domain/identity.h"

#include <QList>

#include <initializer_list>

namespace salesdesk
{

/// A team's agents, and how another system writes them.
struct NoisySet {
    QList<Entity> agents; ///< numbered from 1
    struct Written {
        Identity identity; ///< numbered from 1
        EntityId truth;    ///< 0: nobody of the team
        QString noise;     ///< in words: "typing error"
    };
    QList<Written> identities;
};

/// Makes agents and identities out of `seed` alone. First names and surnames are few, so that many share one.
/// Of the identities `strangers` per cent are of nobody (some of those have a generic name). The others are
/// written as they are (40 %), in another case, order or without accents (24 %), with a typing error (16 %),
/// with initials (7 %), without or with a shortened particle (4 %), with a maiden name behind or, seldom, in
/// place of the surname (6 %), with two of these (3 %). 55 % of the agents have an e-mail address; of those,
/// 45 % of the identities bear the same one, 10 % a private one. Each agent is on one of some twenty teams,
/// and 60 % of the identities say which.
[[nodiscard]] NoisySet noisySet(quint32 seed, int agents, int identities, int strangers = 10);

/// The seeds that a test goes through: the usual ones, or those of the environment variable SEEDS ("1-60").
[[nodiscard]] QList<quint32> seedsOr(std::initializer_list<quint32> usual);

} // namespace salesdesk
