// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/linkrules.h"

#include "model/domain/namesimilarity.h"

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

bool isGenericWord(QString word)
{
    while (!word.isEmpty() && word.back().isDigit()) // "test2", "007"
        word.chop(1);
    return word.isEmpty() || genericWords().contains(word);
}

/// `text` may hold punctuation: "n/a" and "no-reply" are one word each.
bool isGenericText(QStringView text)
{
    QString compact;
    for (const auto c : text) {
        if (c.isLetterOrNumber())
            compact += c.toCaseFolded();
    }
    const auto tokens = normalisedName(text).split(u' ', Qt::SkipEmptyParts);
    return isGenericWord(compact) || std::all_of(tokens.begin(), tokens.end(), isGenericWord);
}

QString localPart(const QString &email)
{
    const auto local = email.section(u'@', 0, 0).toCaseFolded();
    return local.section(u'+', 0, 0);
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

QStringList localParts(const QString &local)
{
    static const QRegularExpression separators(u"[._-]+"_s);
    auto parts = local.split(separators, Qt::SkipEmptyParts);
    parts.sort();
    return parts;
}

/// The local parts of one word that are made of a name: "bojansen", "bjansen".
QStringList localForms(const QStringList &tokens)
{
    QStringList forms;
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        for (qsizetype j = 0; j < tokens.size(); ++j) {
            if (i == j)
                continue;
            forms.append(tokens[i] + tokens[j]);
            if (tokens[j].size() > 2)
                forms.append(tokens[i].first(1) + tokens[j]);
        }
    }
    return forms;
}

/// Whether an e-mail's local part is made of the name: "bo.jansen", "bjansen", "bojansen", "jansen.bo".
bool localPartFits(const QString &local, const QStringList &tokens)
{
    if (tokens.size() < 2)
        return false;
    const auto parts = localParts(local);
    return parts.size() > 1 ? parts == tokens || sameWithInitials(parts, tokens)
                            : localForms(tokens).contains(local);
}

/// What two names that fit each other by initials share: a whole word, and the first letters of all.
QStringList initialsKeys(const QStringList &tokens)
{
    QStringList letters;
    for (const auto &token : tokens)
        letters.append(token.first(1));
    letters.sort();
    QStringList keys;
    for (const auto &token : tokens) {
        if (token.size() > 1)
            keys.append(letters.join(u"") + u' ' + token);
    }
    return keys;
}

/// The three-letter pieces of a name's words, each as one number.
QVarLengthArray<quint64, 32> trigrams(const QStringList &tokens)
{
    QVarLengthArray<quint64, 32> pieces;
    for (const auto &token : tokens) {
        quint64 piece = u' ';
        for (qsizetype i = 0; i <= token.size(); ++i) {
            const auto c = i < token.size() ? token[i].unicode() : u' ';
            piece = ((piece << 16) | c) & 0xffff'ffff'ffff;
            if (i > 0)
                pieces.append(piece);
        }
    }
    return pieces;
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
    return isGenericText(name);
}

namespace
{

/// An identity as it is compared.
struct Asked {
    const Identity &identity;
    Name name;
    bool generic;
    QString local; ///< of its e-mail; empty for none, and for a generic one
    explicit Asked(const Identity &one)
        : identity(one)
        , name(one.name)
        , generic(isGenericText(one.name))
    {
        if (!one.email.isEmpty() && !isGenericText(localPart(one.email)))
            local = localPart(one.email);
    }
};

} // namespace

struct LinkRules::Index {
    struct Row {
        Entity entity;
        Name name;
        bool generic = false;
        QString local; ///< of its e-mail; empty for none, and for a generic one
    };
    using Rows = std::vector<quint32>;
    /// What an identity may share with a row exactly. A bucket holds the first rows of a kind.
    static constexpr size_t fullBucket = 64;
    /// A rule of thumb that bounds the work for one identity: rows counted by shared trigrams, rows compared.
    static constexpr size_t countedRows = 3000;
    static constexpr size_t comparedRows = 10;

    std::vector<Row> rows;
    std::array<QHash<QString, Rows>, 3> byKey; ///< per kind
    std::array<QHash<quint64, Rows>, 3> byTrigram;

    void add(const Entity &entity);
    [[nodiscard]] Rows exactRows(const Asked &asked) const;
    [[nodiscard]] Rows alikeRows(EntityKind kind, const Name &name) const;
    [[nodiscard]] static std::optional<Candidate> judge(const Asked &asked, const Row &row);
    /// Best first. `alike`: with those whose names are only similar.
    [[nodiscard]] QList<Candidate> candidates(const Asked &asked, bool alike) const;

    static size_t at(EntityKind kind) { return static_cast<size_t>(kind); }
    static QString emailKey(const QString &email) { return u"@"_s + email.toCaseFolded(); }
    static QString nameKey(const QString &normal) { return u"="_s + normal; }
    static QString formKey(const QString &form) { return u"f"_s + form; }
    static QString localKey(const QString &local) { return u"l"_s + local; }
    static QString initialsKey(const QString &key) { return u"i"_s + key; }
};

void LinkRules::Index::add(const Entity &entity)
{
    Row row{entity, Name(entity.name), isGenericText(entity.name), {}};
    if (!entity.email.isEmpty() && !isGenericText(localPart(entity.email)))
        row.local = localPart(entity.email);
    const auto number = static_cast<quint32>(rows.size());
    QStringList keys{nameKey(row.name.normal)};
    if (!entity.email.isEmpty())
        keys.append(emailKey(entity.email));
    for (const auto &key : initialsKeys(row.name.tokens))
        keys.append(initialsKey(key));
    for (const auto &form : localForms(row.name.tokens))
        keys.append(formKey(form));
    if (!row.local.isEmpty()) {
        const auto parts = localParts(row.local);
        keys.append(localKey(parts.size() > 1 ? parts.join(u' ') : row.local));
        for (const auto &key : initialsKeys(parts))
            keys.append(initialsKey(key));
    }
    keys.removeDuplicates();
    for (const auto &key : std::as_const(keys)) {
        auto &bucket = byKey[at(entity.kind)][key];
        if (bucket.size() < fullBucket)
            bucket.push_back(number);
    }
    if (!row.generic) {
        for (const auto piece : trigrams(row.name.tokens)) {
            auto &bucket = byTrigram[at(entity.kind)][piece];
            if (bucket.empty() || bucket.back() != number)
                bucket.push_back(number);
        }
    }
    rows.push_back(std::move(row));
}

LinkRules::Index::Rows LinkRules::Index::exactRows(const Asked &asked) const
{
    const auto &[identity, name, generic, local] = asked;
    QStringList keys{nameKey(name.normal), localKey(name.normal)};
    for (const auto &key : initialsKeys(name.tokens))
        keys.append(initialsKey(key));
    for (const auto &form : localForms(name.tokens))
        keys.append(localKey(form));
    if (!identity.email.isEmpty()) {
        keys.append(emailKey(identity.email));
    }
    if (!local.isEmpty()) {
        const auto parts = localParts(local);
        keys << formKey(local) << nameKey(parts.join(u' '));
        for (const auto &key : initialsKeys(parts))
            keys.append(initialsKey(key));
    }
    Rows found;
    const auto &buckets = byKey[at(identity.kind)];
    for (const auto &key : std::as_const(keys)) {
        if (const auto bucket = buckets.constFind(key); bucket != buckets.constEnd())
            found.insert(found.end(), bucket->begin(), bucket->end());
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

/// The rows that share most of the rarest pieces of the name.
LinkRules::Index::Rows LinkRules::Index::alikeRows(EntityKind kind, const Name &name) const
{
    std::vector<const Rows *> buckets;
    const auto &all = byTrigram[at(kind)];
    for (const auto piece : trigrams(name.tokens)) {
        if (const auto bucket = all.constFind(piece); bucket != all.constEnd())
            buckets.push_back(&*bucket);
    }
    std::sort(buckets.begin(), buckets.end(),
              [](const Rows *a, const Rows *b) { return a->size() < b->size(); });
    std::vector<quint8> shared(rows.size(), 0);
    Rows touched;
    size_t counted = 0;
    for (const auto *bucket : buckets) {
        if (counted > 0 && counted + bucket->size() > countedRows)
            break;
        counted += bucket->size();
        for (const auto number : *bucket) {
            if (shared[number] == 0)
                touched.push_back(number);
            if (shared[number] < 255)
                ++shared[number];
        }
    }
    const auto weight = [&](quint32 number) {
        return double(shared[number]) / double(name.normal.size() + rows[number].name.normal.size());
    };
    const auto wanted = std::min(comparedRows, touched.size());
    std::partial_sort(
        touched.begin(), touched.begin() + static_cast<std::ptrdiff_t>(wanted), touched.end(),
        [&weight](quint32 a, quint32 b) { return std::pair(-weight(a), a) < std::pair(-weight(b), b); });
    touched.resize(wanted);
    return touched;
}

std::optional<Candidate> LinkRules::Index::judge(const Asked &asked, const Row &row)
{
    const auto &[identity, name, generic, local] = asked;
    const auto found = [&row](double score, const QString &reason) {
        return std::optional(Candidate{row.entity.id, row.entity.name, score, reason});
    };
    const bool usableEmail = !local.isEmpty();
    if (usableEmail && identity.email.compare(row.entity.email, Qt::CaseInsensitive) == 0)
        return found(sameEmail, u"same e-mail"_s);
    const bool bothNamed = !generic && !row.generic;
    if (bothNamed && name.normal == row.name.normal)
        return found(sameName, u"same name"_s);
    if (bothNamed && sameWithInitials(name.tokens, row.name.tokens))
        return found(sameNameWithInitials, u"same name with initials"_s);
    if ((usableEmail && !row.generic && localPartFits(local, row.name.tokens)) ||
        (bothNamed && !row.local.isEmpty() && localPartFits(row.local, name.tokens)))
        return found(emailMatchesName, u"e-mail matches the name"_s);
    const auto similarity = bothNamed ? std::max(jaroWinkler(name.normal, row.name.normal),
                                                 tokenSimilarity(name.tokens, row.name.tokens))
                                      : 0;
    if (similarity >= lowestSimilarity)
        return found(similarNameTop * similarity, u"similar name"_s);
    return std::nullopt;
}

QList<Candidate> LinkRules::Index::candidates(const Asked &asked, bool alike) const
{
    auto numbers = exactRows(asked);
    if (alike && !asked.generic) {
        const auto more = alikeRows(asked.identity.kind, asked.name);
        numbers.insert(numbers.end(), more.begin(), more.end());
        std::sort(numbers.begin(), numbers.end());
        numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    }
    QList<Candidate> found;
    for (const auto number : numbers) {
        const auto candidate = judge(asked, rows[number]);
        if (candidate && candidate->score >= lowest)
            found.append(*candidate);
    }
    std::sort(found.begin(), found.end(), [](const Candidate &a, const Candidate &b) {
        return std::pair(-a.score, a.entity) < std::pair(-b.score, b.entity);
    });
    return found;
}

LinkRules::LinkRules(const QList<Entity> &entities)
    : m_index(std::make_unique<Index>())
{
    for (const auto &entity : entities) {
        if (entity.active)
            m_index->add(entity);
    }
}

LinkRules::~LinkRules() = default;
LinkRules::LinkRules(LinkRules &&) noexcept = default;

QList<Candidate> LinkRules::candidates(const Identity &identity, int limit) const
{
    auto found = m_index->candidates(Asked(identity), true);
    if (found.size() > limit)
        found.resize(limit);
    return found;
}

std::optional<Suggestion> LinkRules::suggest(const Identity &identity) const
{
    const Asked asked(identity);
    // A similar name comes near neither the same name nor the same e-mail: then it need not be looked for.
    auto found = m_index->candidates(asked, false);
    if (found.isEmpty() || found.first().score < sameName)
        found = m_index->candidates(asked, true);
    if (found.isEmpty())
        return std::nullopt;
    const bool ambiguous = found.size() > 1 && found[0].score - found[1].score <= AmbiguousWithin + 1e-9;
    return Suggestion{identity, found[0], ambiguous};
}

} // namespace salesdesk
