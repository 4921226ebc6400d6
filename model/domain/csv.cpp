// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/csv.h"

#include <QStringDecoder>

#include <algorithm>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

bool beginsAFormula(QStringView text)
{
    return !text.isEmpty() && QStringView(u"=+-@\t\r").contains(text.front());
}

QStringView withoutApostrophes(QStringView text)
{
    while (text.startsWith(u'\''))
        text = text.sliced(1);
    return text;
}

QChar separatorOf(QStringView text)
{
    const auto end = std::find_if(text.begin(), text.end(), [](QChar c) { return c == u'\n' || c == u'\r'; });
    const auto head = text.first(end - text.begin());
    QChar best = u',';
    for (const QChar other : {QChar(u';'), QChar(u'\t')}) {
        if (head.count(other) > head.count(best))
            best = other;
    }
    return best;
}

/// Reads cell by cell.
class Reader
{
public:
    Reader(QStringView text, QChar separator)
        : m_text(text)
        , m_separator(separator)
    {
    }

    Result<QList<CsvRow>> read(qsizetype most)
    {
        QList<CsvRow> rows;
        while (m_at < m_text.size()) {
            CsvRow row{m_line, {}};
            bool more = true;
            while (more) {
                const auto cell = readCell();
                if (!cell)
                    return cell.error();
                row.cells.append(*cell);
                more = m_at < m_text.size() && m_text[m_at] == m_separator;
                m_at += more ? 1 : 0;
            }
            endLine();
            if (row.cells.size() == 1 && row.cells.first().isEmpty())
                continue;
            if (rows.size() == most)
                return {ErrorCode::InvalidArgument,
                        u"The file has more than %1 lines: split it."_s.arg(most)};
            rows.append(row);
        }
        return rows;
    }

private:
    [[nodiscard]] bool atLineEnd() const { return m_text[m_at] == u'\n' || m_text[m_at] == u'\r'; }
    void endLine()
    {
        if (m_at < m_text.size() && m_text[m_at] == u'\r')
            ++m_at;
        if (m_at < m_text.size() && m_text[m_at] == u'\n')
            ++m_at;
        ++m_line;
    }
    Result<QString> readCell()
    {
        if (m_at < m_text.size() && m_text[m_at] == u'"')
            return readQuoted();
        const auto from = m_at;
        while (m_at < m_text.size() && m_text[m_at] != m_separator && !atLineEnd())
            ++m_at;
        return m_text.sliced(from, m_at - from).toString();
    }
    Result<QString> readQuoted()
    {
        const int begun = m_line;
        QString cell;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            if (m_text[m_at] == u'"') {
                ++m_at;
                if (m_at == m_text.size() || m_text[m_at] == m_separator || atLineEnd())
                    return cell;
                if (m_text[m_at] != u'"')
                    return {ErrorCode::InvalidArgument,
                            u"Line %1: there is text behind a closing quotation mark."_s.arg(m_line)};
            }
            m_line += m_text[m_at] == u'\n' ? 1 : 0;
            cell += m_text[m_at];
        }
        return {ErrorCode::InvalidArgument, u"Line %1: a quotation mark is never closed."_s.arg(begun)};
    }

    QStringView m_text;
    QChar m_separator;
    qsizetype m_at = 0;
    int m_line = 1;
};

} // namespace

QByteArray csvLine(const QStringList &cells, QChar separator)
{
    QString line;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        auto cell = cells.at(i);
        const bool quoted = cell.contains(separator) || cell.contains(u'"') || cell.contains(u'\n') ||
                            cell.contains(u'\r') || cell.startsWith(u' ') || cell.endsWith(u' ');
        cell.replace(u'"', u"\"\""_s);
        line += i > 0 ? QString(separator) : QString();
        line += quoted ? u'"' + cell + u'"' : cell;
    }
    return (line + u"\r\n"_s).toUtf8();
}

QString csvText(const QString &text)
{
    return beginsAFormula(withoutApostrophes(text)) ? u'\'' + text : text;
}

QString fromCsvText(const QString &cell)
{
    return cell.startsWith(u'\'') && beginsAFormula(withoutApostrophes(cell)) ? cell.sliced(1) : cell;
}

Result<QList<CsvRow>> readCsv(const QByteArray &text, qsizetype most)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString decoded = decoder.decode(text);
    if (decoder.hasError())
        return {ErrorCode::InvalidArgument,
                u"The file is not in UTF-8. Save it as \"CSV UTF-8\" and import it again."_s};
    return Reader(decoded, separatorOf(decoded)).read(most);
}

} // namespace salesdesk
