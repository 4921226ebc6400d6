// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/call.h"

namespace salesdesk
{

/// The byte order mark and the column names.
[[nodiscard]] QByteArray csvHead();
/// One row (RFC 4180, CR LF). A text that begins with = + - @, a tab or a return gets an apostrophe before
/// it: spreadsheets would run it as a formula.
[[nodiscard]] QByteArray csvRow(const CallDetails &call);

/// One JSON object and a line feed, with the field names of `salesdesk call show --json`.
[[nodiscard]] QByteArray jsonLine(const CallDetails &call);

/// HTTP Archive 1.2: what goes before, between and after the entries.
[[nodiscard]] QByteArray harHead();
[[nodiscard]] QByteArray harEntry(const CallDetails &call, bool first);
[[nodiscard]] QByteArray harTail();

} // namespace salesdesk
