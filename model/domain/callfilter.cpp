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
    auto quoted = value;
    quoted.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
    return u"%1:\"%2\""_s.arg(name, quoted);
}

} // namespace salesdesk
