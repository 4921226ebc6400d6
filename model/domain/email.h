// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace salesdesk
{

/// Whether `text` has the form of one e-mail address: the HTML standard's "valid e-mail address" (local part,
/// "@", a domain of labels), letters beyond ASCII allowed in both parts (RFC 6531), at most 254 characters
/// (RFC 5321 §4.5.3.1.3). Whether it exists is not asked.
[[nodiscard]] bool isEmailAddress(QStringView text);

} // namespace salesdesk
