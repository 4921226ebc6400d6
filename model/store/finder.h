// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/result.h"
#include "model/domain/stopflag.h"

#include <QHash>
#include <QList>
#include <QMetaType>
#include <QString>

namespace salesdesk
{

class Connection;

/// A thing that a few letters led to.
struct Finding {
    enum class Kind { Screen, Provider, Agent, Team, Product, Identity, Activity, Sale, Call };
    Kind kind = Kind::Screen;
    qint64 id = 0;
    QString name;
    QString detail;     ///< what tells it from others of the name
    QString externalId; ///< of an identity
    friend bool operator==(const Finding &, const Finding &) = default;
};

/// What a few letters led to: some of each kind, and how many of that kind there are.
struct Findings {
    QList<Finding> found;
    QHash<Finding::Kind, qint64> counts;
};

/// Providers, entities and identities whose name, address or ID has `text` in it, records whose ID begins
/// with it, and the call of that number; at most `most` of each kind. Reads no more than indexes and the
/// short tables.
[[nodiscard]] Result<Findings> findAnything(Connection &db, const QString &text, int most = 6);

/// Records whose ID has `text` in it, behind its beginning, at most `most` of each kind; counted are all that
/// have it anywhere. Every ID is looked at, some 15 million a second: `stop` ends it with an error.
[[nodiscard]] Result<Findings> findWithin(Connection &db, const QString &text, const StopFlag &stop,
                                          int most = 6);

} // namespace salesdesk

Q_DECLARE_METATYPE(salesdesk::Finding)
