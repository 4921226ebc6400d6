// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/linkrules.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QVarLengthArray>

#include <algorithm>
#include <array>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

// The published weights.
constexpr double sameEmail = 1.0;
constexpr double sameName = 0.95;
constexpr double sameNameWithInitials = 0.85;
constexpr double emailMatchesName = 0.80;
constexpr double similarNameTop = 0.90; // times the similarity, 0 to 1
constexpr double lowest = 0.5;
constexpr double lowestSimilarity = 0.80;

const QSet<QString> &genericWords()
{
    static const QSet<QString> words{
        u"test"_s,     u"admin"_s,   u"info"_s,    u"sales"_s,         u"user"_s,     u"unknown"_s,
        u"onbekend"_s, u"demo"_s,    u"noreply"_s, u"support"_s,       u"contact"_s,  u"office"_s,
        u"mail"_s,     u"verkoop"_s, u"dialler"_s, u"none"_s,          u"null"_s,     u"agent"_s,
        u"team"_s,     u"product"_s, u"na"_s,      u"administrator"_s, u"gebruiker"_s};
    return words;
}

bool isGeneric(const QStringList &tokens)
{
    return tokens.isEmpty() || std::all_of(tokens.begin(), tokens.end(), [](const QString &token) {
               return genericWords().contains(token) ||
                      std::all_of(token.begin(), token.end(), [](QChar c) { return c.isDigit(); });
           });
}

QString localPart(const QString &email)
{
    const auto local = email.section(u'@', 0, 0).toCaseFolded();
    return local.section(u'+', 0, 0);
}

/// Jaro-Winkler similarity of two texts, 0 to 1, with the usual prefix weight of 0.1 over at most four
/// characters.
double jaroWinkler(QStringView a, QStringView b)
{
    if (a == b)
        return 1;
    if (a.isEmpty() || b.isEmpty())
        return 0;
    const auto window = std::max<qsizetype>(std::max(a.size(), b.size()) / 2 - 1, 0);
    QVarLengthArray<bool, 64> usedA(a.size(), false);
    QVarLengthArray<bool, 64> usedB(b.size(), false);
    double matches = 0;
    for (qsizetype i = 0; i < a.size(); ++i) {
        const auto end = std::min(i + window + 1, b.size());
        for (auto j = std::max<qsizetype>(i - window, 0); j < end; ++j) {
            if (!usedB[j] && a[i] == b[j]) {
                usedA[i] = usedB[j] = true;
                ++matches;
                break;
            }
        }
    }
    if (matches == 0)
        return 0;
    double swapped = 0;
    for (qsizetype i = 0, j = 0; i < a.size(); ++i) {
        if (!usedA[i])
            continue;
        while (!usedB[j])
            ++j;
        if (a[i] != b[j])
            ++swapped;
        ++j;
    }
    const double jaro =
        (matches / double(a.size()) + matches / double(b.size()) + (matches - swapped / 2) / matches) / 3;
    qsizetype prefix = 0;
    while (prefix < std::min<qsizetype>({4, a.size(), b.size()}) && a[prefix] == b[prefix])
        ++prefix;
    return jaro + 0.1 * double(prefix) * (1 - jaro);
}

/// A name as it is compared: its normalised form and the words of it.
struct Name {
    QString normal;
    QStringList tokens; ///< sorted
    explicit Name(const QString &text)
        : normal(normalisedName(text))
        , tokens(normal.split(u' ', Qt::SkipEmptyParts))
    {
    }
};

/// Whether each word of one is a word of the other or its initial, with at least one whole word in common and
/// as many words: "b jansen" and "bo jansen".
bool sameWithInitials(const QStringList &a, const QStringList &b)
{
    if (a.size() != b.size() || a.size() < 2)
        return false;
    auto rest = b;
    QStringList initials;
    int whole = 0;
    for (const auto &token : a) {
        if (rest.removeOne(token))
            ++whole;
        else
            initials.append(token);
    }
    if (whole == 0 || initials.isEmpty())
        return false;
    for (const auto &token : initials) {
        const auto fits = std::find_if(rest.begin(), rest.end(), [&](const QString &other) {
            return (token.size() == 1 && other.startsWith(token)) ||
                   (other.size() == 1 && token.startsWith(other));
        });
        if (fits == rest.end())
            return false;
        rest.erase(fits);
    }
    return true;
}

/// How alike two names are by their words in any order: the mean of each word's best counterpart, over the
/// longer name.
double tokenSimilarity(const QStringList &a, const QStringList &b)
{
    const auto &fewer = a.size() <= b.size() ? a : b;
    const auto &more = a.size() <= b.size() ? b : a;
    double sum = 0;
    qsizetype letters = 0;
    for (const auto &token : more) {
        double best = 0;
        for (const auto &other : fewer)
            best = std::max(best, jaroWinkler(token, other));
        sum += best * double(token.size());
        letters += token.size();
    }
    return letters == 0 ? 0 : sum / double(letters);
}

/// Whether an e-mail's local part is made of the name: "bo.jansen", "bjansen", "bojansen", "jansen.bo".
bool localPartFits(const QString &local, const QStringList &tokens)
{
    if (tokens.size() < 2)
        return false;
    static const QRegularExpression separators(u"[._-]+"_s);
    auto parts = local.split(separators, Qt::SkipEmptyParts);
    if (parts.size() > 1) {
        parts.sort();
        return parts == tokens || sameWithInitials(parts, tokens);
    }
    for (const auto &first : tokens) {
        QStringList rest = tokens;
        rest.removeOne(first);
        for (const auto &last : std::as_const(rest)) {
            if (local == first + last || (last.size() > 2 && local == first.first(1) + last))
                return true;
        }
    }
    return false;
}

} // namespace

QString normalisedName(QStringView name)
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
    auto tokens = plain.split(u' ', Qt::SkipEmptyParts);
    tokens.sort();
    return tokens.join(u' ');
}

bool isGenericName(QStringView name)
{
    return isGeneric(normalisedName(name).split(u' ', Qt::SkipEmptyParts));
}

struct LinkRules::Index {
    struct Row {
        Entity entity;
        Name name;
        bool generic = false;
    };
    std::vector<Row> rows;
    QHash<QString, QList<size_t>> byEmail; ///< folded address
    QHash<QString, QList<size_t>> byBlock; ///< kind and a piece of the name, see blocks()

    /// Two names that are alike share one of these: a word's first three letters, or its letters without
    /// vowels.
    static QStringList blocks(EntityKind kind, const QStringList &tokens)
    {
        QStringList all;
        const QString prefix = QString::number(static_cast<int>(kind)) + u':';
        for (const auto &token : tokens) {
            if (token.size() < 2)
                continue;
            all.append(prefix + token.first(std::min<qsizetype>(3, token.size())));
            QString skeleton;
            for (const auto c : token) {
                if (!QStringView(u"aeiouy").contains(c) && !skeleton.endsWith(c))
                    skeleton += c;
            }
            if (skeleton.size() > 1)
                all.append(prefix + u'~' + skeleton);
        }
        all.removeDuplicates();
        return all;
    }

    [[nodiscard]] std::optional<Candidate> judge(const Identity &identity, const Name &name, bool generic,
                                                 const Row &row) const;
};

std::optional<Candidate> LinkRules::Index::judge(const Identity &identity, const Name &name, bool generic,
                                                 const Row &row) const
{
    const auto found = [&row](double score, const QString &reason) {
        return std::optional(Candidate{row.entity.id, row.entity.name, score, reason});
    };
    const bool usableEmail = !identity.email.isEmpty() && !isGeneric({localPart(identity.email)});
    if (usableEmail && identity.email.compare(row.entity.email, Qt::CaseInsensitive) == 0)
        return found(sameEmail, u"same e-mail"_s);
    const bool bothNamed = !generic && !row.generic;
    if (bothNamed && name.normal == row.name.normal)
        return found(sameName, u"same name"_s);
    if (bothNamed && sameWithInitials(name.tokens, row.name.tokens))
        return found(sameNameWithInitials, u"same name with initials"_s);
    if ((usableEmail && !row.generic && localPartFits(localPart(identity.email), row.name.tokens)) ||
        (bothNamed && !row.entity.email.isEmpty() && localPartFits(localPart(row.entity.email), name.tokens)))
        return found(emailMatchesName, u"e-mail matches the name"_s);
    const auto similarity = bothNamed ? std::max(jaroWinkler(name.normal, row.name.normal),
                                                 tokenSimilarity(name.tokens, row.name.tokens))
                                      : 0;
    if (similarity >= lowestSimilarity)
        return found(similarNameTop * similarity, u"similar name"_s);
    return std::nullopt;
}

LinkRules::LinkRules(const QList<Entity> &entities)
    : m_index(std::make_unique<Index>())
{
    for (const auto &entity : entities) {
        if (!entity.active)
            continue;
        Index::Row row{entity, Name(entity.name), false};
        row.generic = isGeneric(row.name.tokens);
        const auto at = m_index->rows.size();
        if (!entity.email.isEmpty())
            m_index->byEmail[entity.email.toCaseFolded()].append(at);
        for (const auto &block : Index::blocks(entity.kind, row.name.tokens))
            m_index->byBlock[block].append(at);
        m_index->rows.push_back(std::move(row));
    }
}

LinkRules::~LinkRules() = default;
LinkRules::LinkRules(LinkRules &&) noexcept = default;

QList<Candidate> LinkRules::candidates(const Identity &identity, int limit) const
{
    const Name name(identity.name);
    const bool generic = isGeneric(name.tokens);
    QSet<size_t> rows;
    for (const auto at : m_index->byEmail.value(identity.email.toCaseFolded()))
        rows.insert(at);
    QStringList words = name.tokens;
    if (!identity.email.isEmpty()) {
        static const QRegularExpression separators(u"[._-]+"_s);
        words += localPart(identity.email).split(separators, Qt::SkipEmptyParts);
    }
    for (const auto &block : Index::blocks(identity.kind, words)) {
        for (const auto at : m_index->byBlock.value(block))
            rows.insert(at);
    }
    QList<Candidate> found;
    for (const auto at : std::as_const(rows)) {
        const auto &row = m_index->rows[at];
        if (row.entity.kind != identity.kind)
            continue;
        const auto candidate = m_index->judge(identity, name, generic, row);
        if (candidate && candidate->score >= lowest)
            found.append(*candidate);
    }
    std::sort(found.begin(), found.end(), [](const Candidate &a, const Candidate &b) {
        return std::pair(-a.score, a.entity) < std::pair(-b.score, b.entity);
    });
    if (found.size() > limit)
        found.resize(limit);
    return found;
}

std::optional<Suggestion> LinkRules::suggest(const Identity &identity) const
{
    const auto found = candidates(identity, 2);
    if (found.isEmpty())
        return std::nullopt;
    const bool ambiguous = found.size() > 1 && found[0].score - found[1].score < AmbiguousWithin;
    return Suggestion{identity, found[0], ambiguous};
}

} // namespace salesdesk
