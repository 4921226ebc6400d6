// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringView>

namespace salesdesk
{

/// Appends `text` to `json` as a JSON string with its quotes (RFC 8259 §7).
void appendJsonText(QByteArray &json, QStringView text);

} // namespace salesdesk
