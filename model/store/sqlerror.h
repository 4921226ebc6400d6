// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/result.h"

class QSqlError;

namespace salesdesk
{

/// SQLite's answer as the program tells cases apart, with a sentence that says what to do.
/// https://www.sqlite.org/rescode.html
[[nodiscard]] Error toError(const QSqlError &error);
/// The same from a result code (extended or not) and SQLite's own words.
[[nodiscard]] Error toError(int code, const QString &text);

} // namespace salesdesk
