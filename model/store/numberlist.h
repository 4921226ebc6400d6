// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/id.h"

#include <QStringList>

namespace salesdesk
{

/// Numbers as one value, for `IN (SELECT value FROM json_each(?))`.
template <typename Tag>
[[nodiscard]] QString numberList(const QList<Id<Tag>> &numbers)
{
    QStringList texts;
    for (const auto number : numbers)
        texts.append(QString::number(number.value));
    return u'[' + texts.join(u',') + u']';
}

} // namespace salesdesk
