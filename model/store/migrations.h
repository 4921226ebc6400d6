// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/result.h"

#include <QString>

namespace salesdesk
{

class Connection;

/// "SDsk": marks a database file as SalesDesk's (PRAGMA application_id).
constexpr qint64 ApplicationId = 0x5344736b;

/// Whether the database is SalesDesk's and of a version that this program knows. Errors: Corrupt when it is
/// another program's or damaged, NewerSchema. Reads only.
[[nodiscard]] Result<Done> checkVersion(Connection &db);

/// Brings the database to the newest schema: the scripts of `folder` ("NNNN_name.sql", each statement ending
/// with ";" at a line's end) that are newer than its user_version, in order, each in one transaction. Before
/// the first of them a database that has rows is copied to `copyName` with the old version's number behind
/// it.
[[nodiscard]] Result<Done> migrate(Connection &db, const QString &copyName,
                                   const QString &folder = QStringLiteral(":/schema"));

} // namespace salesdesk
