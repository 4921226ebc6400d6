// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/id.h"
#include "model/domain/result.h"

#include <QList>
#include <QString>

#include <optional>

namespace salesdesk
{

class Connection;

/// How far the index of bodies and of records' calls has come: calls above it are looked through as they are.
[[nodiscard]] Result<CallId> indexedTo(Connection &db);

/// Adds the next calls to the index, at most `limit` and few enough for a slice to take some milliseconds. In
/// a transaction of the caller's. Gives whether there were any: false when all are in it.
[[nodiscard]] Result<bool> indexSlice(Connection &db, int limit = 150);

/// Takes calls out of the index, before they are removed themselves. What they took in it is free once it is
/// merged.
[[nodiscard]] std::optional<Error> removeFromIndex(Connection &db, const QList<CallId> &calls);

/// Once enough was taken out: merges some pages of the index with what is to be forgotten of them, for some
/// milliseconds. In a transaction of the caller's. Gives whether there may be more.
[[nodiscard]] Result<bool> mergeIndexSlice(Connection &db);

/// What merging would free now, roughly.
[[nodiscard]] Result<qint64> bytesToMerge(Connection &db);

/// The trigrams that a body with `text` holds, as a query of the index; empty when `text` has less than three
/// characters, and the index cannot help.
[[nodiscard]] QString trigramQuery(const QString &text);

} // namespace salesdesk
