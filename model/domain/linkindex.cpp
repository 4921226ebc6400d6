// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/linkindex.h"

#include <QVarLengthArray>

#include <algorithm>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

/// A bucket holds the first rows of a kind: a name that more share identifies nobody.
constexpr size_t fullBucket = 64;
/// Bounds the work for one identity: rows counted by shared trigrams.
constexpr size_t countedRows = 2500;

// What a row may be looked up by, each with a letter before it that says what it is.
QString emailKey(const QString &email)
{
    return u'@' + email;
}
QString normalKey(const QString &normal)
{
    return u'=' + normal;
}
QString coreKey(const QStringList &core)
{
    return u'c' + core.join(u' ');
}
QString formKey(const QString &form)
{
    return u'f' + form;
}
QString localKey(const QString &local)
{
    return u'l' + local;
}

/// What two names that fit each other by initials share: a whole word, and the first letters of all.
void addInitialsKeys(QStringList &keys, const QStringList &words)
{
    QString letters;
    for (const auto &word : words)
        letters += word.front();
    std::sort(letters.begin(), letters.end());
    for (const auto &word : words) {
        if (word.size() > 1)
            keys.append(u'i' + letters + u' ' + word);
    }
}

/// What a name and the same with a surname more share: two words.
void addPairKeys(QStringList &keys, const QStringList &core)
{
    for (qsizetype i = 0; i < core.size(); ++i) {
        for (qsizetype j = i + 1; j < core.size(); ++j) {
            if (core[i].size() > 1 && core[j].size() > 1)
                keys.append(u'p' + core[i] + u' ' + core[j]);
        }
    }
}

/// What two names share that have a word in common.
QStringList wordKeys(const QStringList &core)
{
    QStringList keys;
    for (const auto &word : core) {
        if (word.size() > 1)
            keys.append(u'w' + word);
    }
    return keys;
}

/// What two names on one team share: the team, and a word.
void addTeamKeys(QStringList &keys, const MatchSide &side)
{
    for (const auto &word : side.name.core) {
        if (side.team)
            keys.append(u't' + QString::number(side.team->value) + u' ' + word);
        if (!side.teamKey.isEmpty())
            keys.append(u'n' + side.teamKey + u' ' + word);
    }
}

/// The three-letter pieces of a name's words, each as one number.
QVarLengthArray<quint64, 32> trigrams(const QStringList &words)
{
    QVarLengthArray<quint64, 32> pieces;
    for (const auto &word : words) {
        quint64 piece = u' ';
        for (qsizetype i = 0; i <= word.size(); ++i) {
            const auto c = i < word.size() ? word[i].unicode() : u' ';
            piece = ((piece << 16) | c) & 0xffff'ffff'ffff;
            if (i > 0)
                pieces.append(piece);
        }
    }
    return pieces;
}

QStringList keysOfRow(const MatchSide &side)
{
    QStringList keys;
    if (!side.email.isEmpty()) {
        const auto parts = localPartWords(side.local);
        keys << emailKey(side.email) << localKey(parts.size() > 1 ? parts.join(u' ') : side.local);
        if (parts.size() > 1)
            addInitialsKeys(keys, parts);
    }
    if (side.generic)
        return keys;
    keys << normalKey(side.name.normal) << coreKey(side.name.core) << wordKeys(side.name.core);
    addInitialsKeys(keys, side.name.words);
    if (side.name.core.size() != side.name.words.size())
        addInitialsKeys(keys, side.name.core);
    addPairKeys(keys, side.name.core);
    addTeamKeys(keys, side);
    for (const auto &form : localPartForms(side.name.core))
        keys.append(formKey(form));
    return keys;
}

QStringList keysOfAsked(const MatchSide &side)
{
    QStringList keys;
    if (!side.email.isEmpty()) {
        const auto parts = localPartWords(side.local);
        const auto joined = parts.join(u' ');
        keys << emailKey(side.email) << formKey(side.local) << normalKey(joined) << coreKey(parts);
        if (parts.size() > 1)
            addInitialsKeys(keys, parts);
    }
    if (side.generic)
        return keys;
    keys << normalKey(side.name.normal) << coreKey(side.name.core) << localKey(side.name.normal)
         << localKey(side.name.core.join(u' '));
    addInitialsKeys(keys, side.name.words);
    if (side.name.core.size() != side.name.words.size())
        addInitialsKeys(keys, side.name.core);
    addPairKeys(keys, side.name.core);
    addTeamKeys(keys, side);
    for (const auto &form : localPartForms(side.name.core))
        keys.append(localKey(form));
    return keys;
}

} // namespace

MatchSide::MatchSide(const Entity &entity)
    : MatchSide(entity.name, entity.email, entity.team, entity.teamName)
{
}

MatchSide::MatchSide(const Identity &identity)
    : MatchSide(identity.name, identity.email, identity.team, identity.teamName)
{
}

MatchSide::MatchSide(const QString &nameText, const QString &emailText, std::optional<EntityId> teamId,
                     const QString &teamName)
    : name(nameText)
    , generic(isGenericName(nameText))
    , team(teamId)
    , teamKey(normalisedName(teamName))
{
    if (emailText.isEmpty() || isGenericName(localPart(emailText)))
        return;
    email = emailText.trimmed().toCaseFolded();
    local = localPart(email);
}

quint32 LinkIndex::add(const Entity &entity)
{
    const auto number = static_cast<quint32>(m_rows.size());
    m_rows.push_back({entity, MatchSide(entity)});
    m_shared.push_back(0);
    const auto &side = m_rows.back().side;
    const auto kind = at(entity.kind);
    for (const auto &key : keysOfRow(side)) {
        auto &bucket = m_byKey[kind][key];
        if (bucket.size() < fullBucket && (bucket.empty() || bucket.back() != number))
            bucket.push_back(number);
    }
    if (side.generic)
        return number;
    for (const auto &word : side.name.words)
        ++m_words[kind][word];
    for (const auto piece : trigrams(side.name.words)) {
        auto &bucket = m_byTrigram[kind][piece];
        if (bucket.empty() || bucket.back() != number)
            bucket.push_back(number);
    }
    return number;
}

void LinkIndex::remove(quint32 number)
{
    auto &row = m_rows[number];
    row.gone = true;
    if (row.side.generic)
        return;
    for (const auto &word : row.side.name.words)
        --m_words[at(row.entity.kind)][word];
}

bool LinkIndex::knowsWord(EntityKind kind, const QString &word) const
{
    return m_words[at(kind)].value(word) > 0;
}

LinkIndex::Numbers LinkIndex::exact(EntityKind kind, const MatchSide &asked) const
{
    return rowsOf(kind, keysOfAsked(asked));
}

LinkIndex::Numbers LinkIndex::sharingWord(EntityKind kind, const NameWords &name) const
{
    return rowsOf(kind, wordKeys(name.core));
}

LinkIndex::Numbers LinkIndex::rowsOf(EntityKind kind, const QStringList &keys) const
{
    Numbers found;
    const auto &buckets = m_byKey[at(kind)];
    for (const auto &key : keys) {
        if (const auto bucket = buckets.constFind(key); bucket != buckets.constEnd())
            found.insert(found.end(), bucket->begin(), bucket->end());
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

LinkIndex::Numbers LinkIndex::alike(EntityKind kind, const NameWords &name, size_t most) const
{
    std::vector<const Numbers *> buckets;
    const auto &all = m_byTrigram[at(kind)];
    for (const auto piece : trigrams(name.words)) {
        if (const auto bucket = all.constFind(piece); bucket != all.constEnd())
            buckets.push_back(&*bucket);
    }
    std::sort(buckets.begin(), buckets.end(),
              [](const Numbers *a, const Numbers *b) { return a->size() < b->size(); });
    Numbers touched;
    size_t counted = 0;
    for (const auto *bucket : buckets) {
        if (counted > 0 && counted + bucket->size() > countedRows)
            break;
        counted += bucket->size();
        for (const auto number : *bucket) {
            if (m_shared[number]++ == 0)
                touched.push_back(number);
        }
    }
    const auto weight = [&](quint32 number) {
        return double(m_shared[number]) / double(name.normal.size() + m_rows[number].side.name.normal.size());
    };
    std::vector<std::pair<double, quint32>> ranked;
    ranked.reserve(touched.size());
    for (const auto number : touched) {
        if (!m_rows[number].gone)
            ranked.emplace_back(-weight(number), number);
    }
    const auto wanted = std::min(most, ranked.size());
    std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(wanted), ranked.end());
    for (const auto number : touched)
        m_shared[number] = 0;
    Numbers best;
    for (size_t i = 0; i < wanted; ++i)
        best.push_back(ranked[i].second);
    return best;
}

} // namespace salesdesk
