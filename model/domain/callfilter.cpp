// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/callfilter.h"

#include "model/domain/moment.h"

#include <QRegularExpression>

#include <array>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

using Field = CallFilter::Field;

struct FieldName {
    Field field;
    QLatin1StringView name;
};

constexpr std::array fieldNames{
    FieldName{Field::Status, QLatin1StringView("status")},
    FieldName{Field::Provider, QLatin1StringView("provider")},
    FieldName{Field::Endpoint, QLatin1StringView("endpoint")},
    FieldName{Field::Type, QLatin1StringView("type")},
    FieldName{Field::Agent, QLatin1StringView("agent")},
    FieldName{Field::Record, QLatin1StringView("record")},
    FieldName{Field::Reason, QLatin1StringView("reason")},
    FieldName{Field::Since, QLatin1StringView("since")},
    FieldName{Field::Until, QLatin1StringView("until")},
    FieldName{Field::Body, QLatin1StringView("body")},
};

std::optional<Field> fieldFromName(QStringView name)
{
    for (const auto &row : fieldNames) {
        if (name.compare(row.name, Qt::CaseInsensitive) == 0)
            return row.field;
    }
    return std::nullopt;
}

QString allFieldNames()
{
    QStringList names;
    for (const auto &row : fieldNames)
        names.append(row.name);
    return names.join(u", "_s);
}

/// Reads the text from left to right; `m_error` is set at the first thing that cannot be meant.
class FilterReader
{
public:
    FilterReader(QStringView text, qint64 now, const QTimeZone &zone)
        : m_text(text)
        , m_now(now)
        , m_zone(zone)
    {
    }

    std::variant<FilterError, CallFilter> read()
    {
        CallFilter filter;
        for (skipSpace(); m_at < m_text.size(); skipSpace()) {
            auto term = readTerm();
            if (m_error)
                return *m_error;
            filter.terms.append(std::move(term));
        }
        return filter;
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

    CallFilter::Term readTerm()
    {
        CallFilter::Term term;
        const auto start = m_at;
        if (m_text[m_at] == u'-' && m_at + 1 < m_text.size() && !m_text[m_at + 1].isSpace()) {
            term.negated = true;
            ++m_at;
        }
        const auto nameStart = m_at;
        while (m_at < m_text.size() && (m_text[m_at].isLetter() || m_text[m_at] == u'_'))
            ++m_at;
        if (m_at > nameStart && m_at < m_text.size() && m_text[m_at] == u':') {
            const auto name = m_text.sliced(nameStart, m_at - nameStart);
            const auto field = fieldFromName(name);
            if (!field) {
                fail(nameStart, u"There is no filter \"%1:\". There are %2."_s.arg(name, allFieldNames()));
                return term;
            }
            term.field = *field;
            ++m_at;
        } else {
            m_at = nameStart;
        }
        readValues(term, start);
        return term;
    }

    void readValues(CallFilter::Term &term, qsizetype start)
    {
        while (true) {
            const auto from = m_at;
            const auto value = readValue(term.field == Field::Text);
            if (m_error)
                return;
            if (value.isEmpty()) {
                fail(start, u"A value is missing here."_s);
                return;
            }
            check(term, value, from);
            if (m_error)
                return;
            term.values.append(value);
            if (term.field == Field::Text || m_at >= m_text.size() || m_text[m_at] != u',')
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

    void check(CallFilter::Term &term, const QString &value, qsizetype from)
    {
        switch (term.field) {
        case Field::Status: {
            static const QRegularExpression status(u"^[1-5](xx|[0-9]{2})$"_s,
                                                   QRegularExpression::CaseInsensitiveOption);
            if (!status.match(value).hasMatch())
                fail(from, u"status: takes a status such as 422, or a class such as 4xx."_s);
            return;
        }
        case Field::Endpoint:
            if (value != "activities"_L1 && value != "sales"_L1)
                fail(from, u"endpoint: takes activities or sales."_s);
            return;
        case Field::Reason:
            if (!callReasonFromText(value))
                fail(from, u"There is no reason \"%1\". Reasons are words such as created, key_revoked, "
                           "not_recognised."_s.arg(value));
            return;
        case Field::Since:
        case Field::Until:
            term.time = readTime(value);
            if (!term.time)
                fail(from, u"%1 takes a time ago such as 30m, 2h or 7d, or a moment such as 2026-11-01 or "
                           "2026-11-01T09:00."_s.arg(term.field == Field::Since ? u"since:"_s : u"until:"_s));
            return;
        case Field::Provider:
        case Field::Type:
        case Field::Agent:
        case Field::Record:
        case Field::Body:
        case Field::Text:
            return;
        }
    }

    std::optional<qint64> readTime(const QString &value) const
    {
        static const QRegularExpression ago(u"^([0-9]{1,6})([smhdw])$"_s);
        if (const auto match = ago.match(value); match.hasMatch()) {
            const auto number = match.captured(1).toLongLong();
            switch (match.captured(2)[0].toLatin1()) {
            case 's':
                return m_now - number * 1000;
            case 'm':
                return m_now - number * 60'000;
            case 'h':
                return m_now - number * 3'600'000;
            case 'd':
                return m_now - number * 86'400'000;
            default:
                return m_now - number * 604'800'000;
            }
        }
        // A day alone begins at midnight here, other than in a payload.
        const auto moment = readMoment(value.size() == 10 ? QString(value + u"T00:00"_s) : value, m_zone);
        return moment ? std::optional(moment->utcMs) : std::nullopt;
    }

    QStringView m_text;
    qint64 m_now;
    const QTimeZone &m_zone;
    qsizetype m_at = 0;
    std::optional<FilterError> m_error;
};

} // namespace

std::variant<FilterError, CallFilter> readCallFilter(QStringView text, qint64 now, const QTimeZone &zone)
{
    return FilterReader(text, now, zone).read();
}

QString filterTerm(const QString &name, const QString &value)
{
    return name + u':' + filterValue(value);
}

namespace
{

/// Where each term begins and ends; a quoted space does not end one.
QList<std::pair<qsizetype, qsizetype>> termPlaces(QStringView text)
{
    QList<std::pair<qsizetype, qsizetype>> places;
    qsizetype start = -1;
    bool quoted = false;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (!quoted && text[at].isSpace()) {
            if (start >= 0)
                places.append({start, at});
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
        places.append({start, text.size()});
    return places;
}

QStringList valuesOf(Field field, const QStringList &providers)
{
    switch (field) {
    case Field::Status:
        return {u"2xx"_s, u"4xx"_s, u"5xx"_s, u"200"_s, u"201"_s, u"400"_s, u"401"_s, u"403"_s, u"404"_s,
                u"405"_s, u"408"_s, u"411"_s, u"413"_s, u"415"_s, u"422"_s, u"429"_s, u"503"_s};
    case Field::Provider: {
        QStringList names;
        for (const auto &name : providers)
            names.append(filterValue(name));
        return names;
    }
    case Field::Endpoint:
        return {u"activities"_s, u"sales"_s};
    case Field::Reason: {
        QStringList words;
        for (int reason = 0; reason <= static_cast<int>(CallReason::Internal); ++reason)
            words.append(toText(static_cast<CallReason>(reason)));
        return words;
    }
    case Field::Since:
    case Field::Until:
        return {u"15m"_s, u"1h"_s, u"24h"_s, u"7d"_s, u"30d"_s};
    case Field::Type:
    case Field::Agent:
    case Field::Record:
    case Field::Body:
    case Field::Text:
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace

FilterCompletion completeCallFilter(QStringView text, qsizetype cursor, const QStringList &providers)
{
    const auto typed = text.first(cursor);
    qsizetype from = cursor;
    if (const auto places = termPlaces(typed); !places.isEmpty() && places.last().second == cursor)
        from = places.last().first;
    if (from < cursor && typed[from] == u'-')
        ++from;
    QStringList known;
    const auto colon = typed.sliced(from).indexOf(u':');
    if (colon < 0) {
        for (const auto &row : fieldNames)
            known.append(row.name + u':');
    } else if (const auto field = fieldFromName(typed.sliced(from, colon))) {
        from += colon + 1;
        if (*field != Field::Provider) // a name may hold commas
            from = std::max(from, typed.lastIndexOf(u',') + 1);
        known = valuesOf(*field, providers);
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

} // namespace salesdesk
