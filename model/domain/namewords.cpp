// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/namewords.h"

#include "model/domain/namesimilarity.h"

#include <QSet>

#include <algorithm>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

bool isGenericWord(QString word)
{
    static const QSet<QString> words{
        u"test"_s,     u"admin"_s,   u"info"_s,    u"sales"_s,         u"user"_s,     u"unknown"_s,
        u"onbekend"_s, u"demo"_s,    u"noreply"_s, u"support"_s,       u"contact"_s,  u"office"_s,
        u"mail"_s,     u"verkoop"_s, u"dialler"_s, u"none"_s,          u"null"_s,     u"agent"_s,
        u"team"_s,     u"product"_s, u"na"_s,      u"administrator"_s, u"gebruiker"_s};
    while (!word.isEmpty() && word.back().isDigit()) // "test2", "007"
        word.chop(1);
    return word.isEmpty() || words.contains(word);
}

bool isParticle(const QString &word)
{
    static const QSet<QString> particles{u"van"_s, u"de"_s,  u"der"_s, u"den"_s, u"het"_s, u"t"_s,
                                         u"ten"_s, u"ter"_s, u"te"_s,  u"el"_s,  u"al"_s,  u"la"_s,
                                         u"le"_s,  u"von"_s, u"da"_s,  u"di"_s,  u"du"_s,  u"dos"_s,
                                         u"vd"_s,  u"vdn"_s, u"op"_s,  u"in"_s};
    return particles.contains(word);
}

QString plainLetters(QStringView name)
{
    QString plain;
    for (const auto c : name.toString().normalized(QString::NormalizationForm_KD).toCaseFolded()) {
        if (c.isMark())
            continue;
        // Letters that no decomposition takes apart.
        switch (c.unicode()) {
        case u'ø':
            plain += u'o';
            break;
        case u'ł':
            plain += u'l';
            break;
        case u'đ':
            plain += u'd';
            break;
        case u'ı':
            plain += u'i';
            break;
        case u'æ':
            plain += u"ae"_s;
            break;
        case u'œ':
            plain += u"oe"_s;
            break;
        case u'\'':
        case u'’':
            break;
        default:
            plain += c.isLetterOrNumber() ? c : QChar(u' ');
        }
    }
    return plain;
}

QStringList particlesOf(const NameWords &name)
{
    QStringList particles;
    for (const auto &word : name.words) {
        if (isParticle(word))
            particles.append(word);
    }
    return particles;
}

} // namespace

QString normalisedName(QStringView name)
{
    auto words = plainLetters(name).split(u' ', Qt::SkipEmptyParts);
    words.sort();
    return words.join(u' ');
}

bool isGenericName(QStringView name)
{
    QString compact;
    for (const auto c : name) {
        if (c.isLetterOrNumber())
            compact += c.toCaseFolded();
    }
    const auto words = normalisedName(name).split(u' ', Qt::SkipEmptyParts);
    return isGenericWord(compact) || std::all_of(words.begin(), words.end(), isGenericWord);
}

QString nameKey(QStringView name)
{
    return isGenericName(name) ? QString() : normalisedName(name);
}

NameWords::NameWords(QStringView name)
    : normal(normalisedName(name))
    , words(normal.split(u' ', Qt::SkipEmptyParts))
    , hyphenated(name.contains(u'-'))
{
    for (const auto &word : std::as_const(words)) {
        if (!isParticle(word))
            core.append(word);
    }
    if (core.isEmpty())
        core = words;
}

Particles compareParticles(const NameWords &a, const NameWords &b)
{
    if (a.core.size() < 2 || a.core != b.core)
        return Particles::Differ;
    const auto some = particlesOf(a);
    const auto others = particlesOf(b);
    if (some.isEmpty() || others.isEmpty())
        return Particles::LeftOut;
    const auto isShortFor = [](const QStringList &brief, const QStringList &whole) {
        return brief.size() == 1 && brief.first() == "vd"_L1 && whole.contains(u"van"_s);
    };
    return isShortFor(some, others) || isShortFor(others, some) ? Particles::Shortened : Particles::Differ;
}

QString localPart(const QString &email)
{
    return email.section(u'@', 0, 0).toCaseFolded().section(u'+', 0, 0);
}

QStringList localPartWords(const QString &local)
{
    auto spaced = local;
    for (auto &c : spaced) {
        if (c == u'.' || c == u'_' || c == u'-')
            c = u' ';
    }
    auto words = spaced.split(u' ', Qt::SkipEmptyParts);
    words.sort();
    return words;
}

QStringList localPartForms(const QStringList &words)
{
    QStringList forms;
    for (qsizetype i = 0; i < words.size(); ++i) {
        for (qsizetype j = 0; j < words.size(); ++j) {
            if (i == j)
                continue;
            forms.append(words[i] + words[j]);
            if (words[j].size() > 2)
                forms.append(words[i].first(1) + words[j]);
        }
    }
    return forms;
}

bool localPartIsName(const QString &local, const NameWords &name)
{
    if (name.core.size() < 2)
        return false;
    const auto parts = localPartWords(local);
    if (parts.size() > 1)
        return parts == name.words || parts == name.core;
    return name.core.size() == 2 &&
           (local == name.core[0] + name.core[1] || local == name.core[1] + name.core[0]);
}

bool localPartFits(const QString &local, const NameWords &name)
{
    if (name.core.size() < 2)
        return false;
    const auto parts = localPartWords(local);
    if (parts.size() < 2)
        return localPartForms(name.core).contains(local) || localPartForms(name.words).contains(local);
    return parts == name.words || parts == name.core || sameWithInitials(parts, name.words) ||
           sameWithInitials(parts, name.core);
}

} // namespace salesdesk
