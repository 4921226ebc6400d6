// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/email.h"

#include <QList>

#include <algorithm>

namespace salesdesk
{
namespace
{

constexpr qsizetype maxAddress = 254;
constexpr qsizetype maxLabel = 63;

bool isLocalPart(QStringView text)
{
    static constexpr QStringView special = u".!#$%&'*+/=?^_`{|}~-";
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) {
        return c.isLetterOrNumber() || c.isMark() || special.contains(c);
    });
}

bool isLabel(QStringView text)
{
    return !text.isEmpty() && text.size() <= maxLabel && !text.startsWith(u'-') && !text.endsWith(u'-') &&
           std::all_of(text.begin(), text.end(),
                       [](QChar c) { return c.isLetterOrNumber() || c.isMark() || c == u'-'; });
}

} // namespace

bool isEmailAddress(QStringView text)
{
    const auto at = text.lastIndexOf(u'@');
    if (at < 0 || text.size() > maxAddress || !isLocalPart(text.left(at)))
        return false;
    const auto labels = text.mid(at + 1).split(u'.');
    return std::all_of(labels.begin(), labels.end(), isLabel);
}

} // namespace salesdesk
