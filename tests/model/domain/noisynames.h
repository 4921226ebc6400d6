// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/entity.h"
#include "model/domain/identity.h"

#include <QList>

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

/// Makes agents and identities out of `seed` alone. First names and surnames are few, so that many share one;
/// of the identities a tenth is of nobody (some of those share a whole surname or first name with an agent,
/// or have a generic name). The others are written with noise: as they are (35 %), in another case, order or
/// without accents (22 %), with a typing error (17 %), with initials (8 %), without or with a shortened
/// particle (4 %), with a maiden name behind or in place of the name (7 %), with two of these (7 %). 55 % of
/// the agents have an e-mail address; of those, 45 % of the identities bear the same one, 10 % a private one.
[[nodiscard]] NoisySet noisySet(quint32 seed, int agents, int identities);

} // namespace salesdesk
