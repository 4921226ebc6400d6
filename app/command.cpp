// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command.h"

#include <QDir>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype RowsAtOnce = 200; // whose widths align the columns

} // namespace

QString CommandCall::absolute(const QString &file) const
{
    return QDir::cleanPath(QDir(m_context.workingDirectory).absoluteFilePath(file));
}

void CommandCall::writeOut(const QByteArray &bytes)
{
    m_deaf = m_deaf || !m_output.out(bytes);
}

void CommandCall::say(const QString &line)
{
    writeOut(line.toUtf8() + '\n');
}

int CommandCall::show(const OutputFields &object)
{
    if (json()) {
        writeOut(toJson(object) + '\n');
        return 0;
    }
    qsizetype width = 0;
    for (const auto &field : object)
        width = std::max(width, field.name.size());
    for (const auto &field : object)
        say(QString(field.name).leftJustified(width + 2) + field.value.text());
    return 0;
}

int CommandCall::done(const QString &sentence, const OutputFields &object)
{
    if (json())
        return show(object);
    say(sentence);
    return 0;
}

int CommandCall::fail(const Error &error)
{
    m_output.err("salesdesk: " + error.detail.toUtf8() + '\n');
    return 1;
}

int CommandCall::misuse(const QString &detail)
{
    m_misused = true;
    m_output.err("salesdesk: " + detail.toUtf8() + '\n');
    return 2;
}

bool Listing::row(const OutputFields &fields)
{
    if (m_call.json()) {
        m_call.writeOut((m_first ? "[" : ",\n ") + toJson(fields));
        m_first = false;
        return !m_call.stopped();
    }
    QStringList header;
    QStringList texts;
    for (const auto &field : fields) {
        if (field.detail)
            continue;
        header.append(QString(field.name));
        texts.append(field.value.text());
    }
    if (m_first)
        m_header = header;
    m_rows.append(texts);
    if (m_rows.size() >= RowsAtOnce)
        flush();
    m_first = false;
    return !m_call.stopped();
}

void Listing::flush()
{
    if (m_rows.isEmpty())
        return;
    if (m_widths.isEmpty()) {
        m_rows.prepend(m_header);
        m_widths.fill(0, m_header.size());
    }
    for (const auto &row : m_rows) {
        for (qsizetype i = 0; i < row.size(); ++i)
            m_widths[i] = std::max(m_widths[i], row[i].size());
    }
    QString lines;
    for (const auto &row : m_rows) {
        for (qsizetype i = 0; i + 1 < row.size(); ++i)
            lines += row[i].leftJustified(m_widths[i] + 2);
        lines += row.last() + u'\n';
    }
    m_rows.clear();
    m_call.writeOut(lines.toUtf8());
}

int Listing::end()
{
    if (m_call.json())
        m_call.writeOut(m_first ? "[]\n" : "]\n");
    flush();
    return 0;
}

} // namespace salesdesk
