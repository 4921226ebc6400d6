// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>

namespace salesdesk
{

struct DiffLine {
    enum class Kind { Same, Removed, Added };
    Kind kind = Kind::Same;
    QString text;
    friend bool operator==(const DiffLine &, const DiffLine &) = default;
};

/// The lines of both texts, in order, with the longest common ones shared. Texts of more than some thousand
/// lines are all removed and all added, but for what they begin and end with in common.
[[nodiscard]] QList<DiffLine> diffLines(const QStringList &before, const QStringList &after);

} // namespace salesdesk
