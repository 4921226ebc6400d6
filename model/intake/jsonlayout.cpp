// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/jsonlayout.h"

#include "model/intake/jsonsyntax.h"

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

/// Goes through a text that is known to be JSON and only has its white space changed.
class Layouter
{
public:
    explicit Layouter(const QString &json)
        : m_json(json)
    {
    }

    JsonLayout layOut()
    {
        for (skipSpace(); m_at < m_json.size(); skipSpace())
            step();
        return std::move(m_layout);
    }

private:
    void step()
    {
        const auto c = m_json[m_at];
        switch (c.unicode()) {
        case u'{':
        case u'[':
            open(c);
            return;
        case u'}':
        case u']':
            close(c);
            return;
        case u',':
            m_layout.text += c;
            newLine();
            ++m_at;
            return;
        case u':':
            m_layout.text += u": "_s;
            ++m_at;
            return;
        case u'"':
            text();
            return;
        default:
            word();
        }
    }

    void open(QChar c)
    {
        m_layout.text += c;
        ++m_at;
        skipSpace();
        if (m_json[m_at] == u'}' || m_json[m_at] == u']') { // empty: on one line
            m_layout.text += m_json[m_at++];
            return;
        }
        m_open.append(m_layout.folds.size());
        m_layout.folds.append({m_line, m_line});
        newLine();
    }
    void close(QChar c)
    {
        const auto fold = m_open.takeLast();
        newLine();
        m_layout.folds[fold].last = m_line;
        m_layout.text += c;
        ++m_at;
    }
    void text()
    {
        const auto from = m_at++;
        while (m_json[m_at] != u'"')
            m_at += m_json[m_at] == u'\\' ? 2 : 1;
        ++m_at;
        const auto end = m_at;
        skipSpace();
        const bool name = m_at < m_json.size() && m_json[m_at] == u':';
        append(from, end, name ? JsonLayout::Kind::Name : JsonLayout::Kind::Text);
    }
    void word()
    {
        const auto from = m_at;
        while (m_at < m_json.size() && !m_json[m_at].isSpace() && !u",]}"_s.contains(m_json[m_at]))
            ++m_at;
        const bool number = m_json[from] == u'-' || m_json[from].isDigit();
        append(from, m_at, number ? JsonLayout::Kind::Number : JsonLayout::Kind::Word);
    }
    void append(qsizetype from, qsizetype end, JsonLayout::Kind kind)
    {
        m_layout.tokens.append({m_layout.text.size(), end - from, kind});
        m_layout.text += QStringView(m_json).sliced(from, end - from);
    }
    void newLine()
    {
        m_layout.text += u'\n';
        m_layout.text += QString(2 * m_open.size(), u' ');
        ++m_line;
    }
    void skipSpace()
    {
        while (m_at < m_json.size() && m_json[m_at].isSpace())
            ++m_at;
    }

    const QString &m_json;
    JsonLayout m_layout;
    qsizetype m_at = 0;
    int m_line = 0;
    QList<qsizetype> m_open;
};

} // namespace

std::optional<JsonLayout> layOutJson(QByteArrayView json)
{
    if (json.isEmpty() || findJsonFault(json))
        return std::nullopt;
    const auto text = QString::fromUtf8(json);
    return Layouter(text).layOut();
}

} // namespace salesdesk
