// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace salesdesk
{

/// The case-, accent- and order-free form that names are compared in: "Jansen, Bo" and "bo jansén" are "bo
/// jansen".
[[nodiscard]] QString normalisedName(QStringView name);
/// Whether a name or the local part of an address says nothing of who it is: empty, digits, or words such as
/// "test", "admin", "info". It may hold punctuation: "n/a" and "no-reply" are one word each.
[[nodiscard]] bool isGenericName(QStringView name);

/// The normalised name, or nothing for a generic one: what two identities that are called the same share.
[[nodiscard]] QString nameKey(QStringView name);

/// A name as it is compared.
struct NameWords {
    QString normal;
    QStringList words; ///< of `normal`: sorted
    QStringList core; ///< without particles: "jan berg" of "Jan van den Berg"; all where nothing else is left
    bool hyphenated;  ///< "Kuipers-Smits"
    explicit NameWords(QStringView name);
};

/// How the particles of two names that are the same without them compare.
enum class Particles {
    Differ,    ///< not the same name, or both have particles and they are different ones
    Shortened, ///< "Jan van den Berg" and "Jan vd Berg"
    LeftOut,   ///< "Jan van den Berg" and "Jan Berg"
};
[[nodiscard]] Particles compareParticles(const NameWords &a, const NameWords &b);

/// The part before the "@", without "+…", case-folded.
[[nodiscard]] QString localPart(const QString &email);
/// Its words, sorted: "jansen.bo" is "bo", "jansen".
[[nodiscard]] QStringList localPartWords(const QString &local);
/// The local parts of one word that are made of a name: "bojansen", "bjansen".
[[nodiscard]] QStringList localPartForms(const QStringList &words);
/// Whether a local part is made of the whole name: "bo.jansen", "bojansen", "jansen.bo".
[[nodiscard]] bool localPartIsName(const QString &local, const NameWords &name);
/// The same, or with initials: "b.jansen", "bjansen".
[[nodiscard]] bool localPartFits(const QString &local, const NameWords &name);

} // namespace salesdesk
