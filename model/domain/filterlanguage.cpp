// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/filterlanguage.h"

#include "model/domain/moment.h"

#include <QRegularExpression>

#include <algorithm>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

int placeOf(const QStringList &list, QStringView name)
{
    for (int place = 0; place < list.size(); ++place) {
        if (name.compare(list.at(place), Qt::CaseInsensitive) == 0)
            return place;
    }
    return -1;
}

/// Reads the text from left to right; `m_error` is set at the first thing that cannot be meant.
class FilterReader
{
public:
    FilterReader(QStringView text, const FilterGrammar &grammar)
        : m_text(text)
        , m_grammar(grammar)
    {
    }

    std::variant<FilterError, QList<WrittenTerm>> read()
    {
        QList<WrittenTerm> terms;
        for (skipSpace(); m_at < m_text.size(); skipSpace()) {
            auto term = readTerm();
            if (m_error)
                return *m_error;
            terms.append(std::move(term));
        }
        return terms;
    }

private:
    [[nodiscard]] bool atSpace() const { return m_text[m_at].isSpace(); }
    void skipSpace()
    {
        while (m_at < m_text.size() && atSpace())
            ++m_at;
    }
    void fail(qsizetype from, const QString &detail)
    {
        if (!m_error)
            m_error = FilterError{from, std::max<qsizetype>(m_at - from, 1), detail};
    }

    WrittenTerm readTerm()
    {
        WrittenTerm term;
        const auto start = m_at;
        if (m_text[m_at] == u'-' && m_at + 1 < m_text.size() && !m_text[m_at + 1].isSpace()) {
            term.negated = true;
            ++m_at;
        }
        const auto nameStart = m_at;
        while (m_at < m_text.size() && (m_text[m_at].isLetter() || m_text[m_at] == u'_'))
            ++m_at;
        const auto name = m_text.sliced(nameStart, m_at - nameStart);
        if (!name.isEmpty() && m_at < m_text.size() && m_text[m_at] == u':') {
            term.name = placeOf(m_grammar.names, name);
            if (term.name < 0) {
                fail(nameStart,
                     u"There is no filter \"%1:\". There are %2."_s.arg(name, m_grammar.names.join(u", "_s)));
                return term;
            }
            ++m_at;
        } else if (const int word = placeOf(m_grammar.words, name);
                   word >= 0 && (m_at == m_text.size() || atSpace())) {
            term.name = static_cast<int>(m_grammar.names.size()) + word;
            term.values = {m_grammar.words.at(word)};
            return term;
        } else {
            m_at = nameStart;
        }
        readValues(term, start);
        return term;
    }

    void readValues(WrittenTerm &term, qsizetype start)
    {
        const bool freeText = term.name == WrittenTerm::FreeText;
        while (true) {
            const auto from = m_at;
            const auto value = readValue(freeText);
            if (m_error)
                return;
            if (value.isEmpty()) {
                fail(start, u"A value is missing here."_s);
                return;
            }
            if (const auto wrong = freeText ? QString() : m_grammar.check(term.name, value);
                !wrong.isEmpty()) {
                fail(from, wrong);
                return;
            }
            term.values.append(value);
            if (freeText || m_at >= m_text.size() || m_text[m_at] != u',')
                return;
            ++m_at;
        }
    }

    QString readValue(bool commasToo)
    {
        if (m_at < m_text.size() && m_text[m_at] == u'"')
            return readQuoted();
        const auto from = m_at;
        while (m_at < m_text.size() && !atSpace() && (commasToo || m_text[m_at] != u','))
            ++m_at;
        return m_text.sliced(from, m_at - from).toString();
    }

    QString readQuoted()
    {
        const auto from = m_at++;
        QString value;
        while (m_at < m_text.size() && m_text[m_at] != u'"') {
            if (m_text[m_at] == u'\\' && m_at + 1 < m_text.size())
                ++m_at;
            value += m_text[m_at++];
        }
        if (m_at >= m_text.size()) {
            fail(from, u"The closing quotation mark is missing."_s);
            return value;
        }
        ++m_at;
        return value;
    }

    QStringView m_text;
    const FilterGrammar &m_grammar;
    qsizetype m_at = 0;
    std::optional<FilterError> m_error;
};

/// Where each term begins and ends; a quoted `separator` does not end one.
template <typename Ends>
QList<std::pair<qsizetype, qsizetype>> places(QStringView text, Ends ends)
{
    QList<std::pair<qsizetype, qsizetype>> found;
    qsizetype start = -1;
    bool quoted = false;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (!quoted && ends(text[at])) {
            if (start >= 0)
                found.append({start, at});
            start = -1;
            continue;
        }
        if (start < 0)
            start = at;
        if (quoted && text[at] == u'\\')
            ++at;
        else if (text[at] == u'"')
            quoted = !quoted;
    }
    if (start >= 0)
        found.append({start, text.size()});
    return found;
}

QList<std::pair<qsizetype, qsizetype>> termPlaces(QStringView text)
{
    return places(text, [](QChar c) { return c.isSpace(); });
}

} // namespace

std::variant<FilterError, QList<WrittenTerm>> readFilterTerms(QStringView text, const FilterGrammar &grammar)
{
    return FilterReader(text, grammar).read();
}

std::optional<qint64> readFilterTime(const QString &value, qint64 now, const QTimeZone &zone)
{
    static const QRegularExpression ago(u"^([0-9]{1,6})([smhdw])$"_s);
    if (const auto match = ago.match(value); match.hasMatch()) {
        const auto number = match.captured(1).toLongLong();
        switch (match.captured(2)[0].toLatin1()) {
        case 's':
            return now - number * 1000;
        case 'm':
            return now - number * 60'000;
        case 'h':
            return now - number * 3'600'000;
        case 'd':
            return now - number * 86'400'000;
        default:
            return now - number * 604'800'000;
        }
    }
    // A day alone begins at midnight here, other than in a payload.
    const auto moment = readMoment(value.size() == 10 ? QString(value + u"T00:00"_s) : value, zone);
    return moment ? std::optional(moment->utcMs) : std::nullopt;
}

QString filterTimeRule(const QString &name)
{
    return u"%1 takes a time ago such as 30m, 2h or 7d, or a moment such as 2026-11-01 or 2026-11-01T09:00."_s
        .arg(name + u':');
}

QString filterTerm(const QString &name, const QString &value)
{
    return name + u':' + filterValue(value);
}

QString filterValue(const QString &value)
{
    const bool plain = !value.isEmpty() && !value.startsWith(u'-') &&
                       std::none_of(value.cbegin(), value.cend(),
                                    [](QChar c) { return c.isSpace() || u"\",:\\"_s.contains(c); });
    if (plain)
        return value;
    auto quoted = value;
    quoted.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
    return u'"' + quoted + u'"';
}

QStringList filterTerms(QStringView text)
{
    QStringList terms;
    for (const auto &[from, to] : termPlaces(text))
        terms.append(text.sliced(from, to - from).toString());
    return terms;
}

QString toggledTerm(QStringView text, const QString &term)
{
    auto terms = filterTerms(text);
    if (terms.removeAll(term) == 0)
        terms.append(term);
    return terms.join(u' ');
}

QString replacedTerms(QStringView text, const QStringList &names, const QString &terms)
{
    auto kept = filterTerms(text);
    kept.removeIf([&names](const QString &term) {
        return std::any_of(names.cbegin(), names.cend(), [&term](const QString &name) {
            return term.startsWith(name, Qt::CaseInsensitive);
        });
    });
    if (!terms.isEmpty())
        kept.append(terms);
    return kept.join(u' ');
}

FilterCompletion completeFilter(QStringView text, qsizetype cursor, const FilterGrammar &grammar,
                                const std::function<QStringList(int name)> &valuesOf)
{
    const auto typed = text.first(cursor);
    qsizetype from = cursor;
    if (const auto terms = termPlaces(typed); !terms.isEmpty() && terms.last().second == cursor)
        from = terms.last().first;
    if (from < cursor && typed[from] == u'-')
        ++from;
    QStringList known;
    const auto colon = typed.sliced(from).indexOf(u':');
    if (colon < 0) {
        for (const auto &name : grammar.names)
            known.append(name + u':');
        known += grammar.words;
    } else if (const int name = placeOf(grammar.names, typed.sliced(from, colon)); name >= 0) {
        from += colon + 1;
        const auto values = places(typed.sliced(from), [](QChar c) { return c == u','; });
        if (typed.endsWith(u',') && (values.isEmpty() || from + values.last().second < cursor))
            from = cursor;
        else if (!values.isEmpty())
            from += values.last().first;
        const auto some = valuesOf(name);
        for (const auto &value : some)
            known.append(filterValue(value));
    }
    const auto part = typed.sliced(from);
    const auto bare = part.startsWith(u'"') ? part.sliced(1) : part;
    FilterCompletion completion{from, part.size(), {}};
    for (const auto &candidate : std::as_const(known)) {
        const auto name =
            candidate.startsWith(u'"') ? QStringView(candidate).sliced(1) : QStringView(candidate);
        if (name.startsWith(bare, Qt::CaseInsensitive) && candidate != part)
            completion.candidates.append(candidate);
    }
    return completion;
}

} // namespace salesdesk
