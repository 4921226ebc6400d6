// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringView>

namespace salesdesk
{

/// Appends `text` as a JSON string (RFC 8259 §7) in UTF-8, quotes included. Unpaired surrogates become
/// U+FFFD.
void appendJsonString(QByteArray &to, QStringView text);

} // namespace salesdesk
