// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace salesdesk
{

struct NameWords;

/// Jaro-Winkler similarity of two texts, 0 to 1, with the usual prefix weight of 0.1 over at most four
/// characters.
[[nodiscard]] double jaroWinkler(QStringView a, QStringView b);

/// How alike two names are by their words in any order: the mean of each word's best counterpart, over the
/// longer name.
[[nodiscard]] double tokenSimilarity(const QStringList &a, const QStringList &b);

/// How alike two names are: the better of both measures, of the whole names and of their words.
[[nodiscard]] double nameSimilarity(const NameWords &a, const NameWords &b);

/// Whether each word of one is a word of the other or its initial, with at least one whole word in common and
/// as many words: "b jansen" and "bo jansen".
[[nodiscard]] bool sameWithInitials(const QStringList &a, const QStringList &b);

/// Whether one is the other with one letter added, left out or changed, or with two neighbours swapped.
[[nodiscard]] bool oneLetterOff(QStringView a, QStringView b);

} // namespace salesdesk
