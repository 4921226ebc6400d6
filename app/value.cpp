// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/value.h"

#include "model/domain/moment.h"

#include <QRegularExpression>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

QByteArray quoted(const QString &text)
{
    static constexpr char digits[] = "0123456789abcdef";
    QByteArray json = "\"";
    for (const auto c : text.toUtf8()) {
        switch (c) {
        case '"':
            json += "\\\"";
            break;
        case '\\':
            json += "\\\\";
            break;
        case '\n':
            json += "\\n";
            break;
        case '\t':
            json += "\\t";
            break;
        case '\r':
            json += "\\r";
            break;
        default:
            if (static_cast<unsigned char>(c) < 0x20) {
                json += "\\u00";
                json += digits[c >> 4];
                json += digits[c & 0xf];
            } else {
                json += c;
            }
        }
    }
    return json + '"';
}

QString plain(QString text)
{
    for (auto &c : text) {
        if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format)
            c = QChar::ReplacementCharacter;
    }
    return text;
}

} // namespace

OutputValue::OutputValue(const QString &text)
    : m_json(quoted(text))
    , m_text(plain(text))
{
}

OutputValue::OutputValue(const std::optional<QString> &text)
{
    if (text)
        *this = OutputValue(*text);
}

OutputValue::OutputValue(qint64 number)
    : m_json(QByteArray::number(number))
    , m_text(QString::number(number))
{
}

OutputValue::OutputValue(std::optional<qint64> number)
{
    if (number)
        *this = OutputValue(*number);
}

OutputValue::OutputValue(bool flag)
    : m_json(flag ? "true" : "false")
    , m_text(flag ? u"yes"_s : u"no"_s)
{
}

OutputValue OutputValue::number(const std::optional<QString> &digits)
{
    // RFC 8259 §6: what a form or a text may hold besides ("007", "+1") is no JSON number.
    static const QRegularExpression form(u"^-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?$"_s);
    if (!digits)
        return {};
    return form.match(*digits).hasMatch() ? raw(digits->toLatin1(), *digits) : OutputValue(*digits);
}

OutputValue OutputValue::time(std::optional<qint64> utcMs)
{
    return utcMs ? OutputValue(toUtcIso(*utcMs)) : OutputValue();
}

OutputValue OutputValue::raw(QByteArray json, const QString &text)
{
    OutputValue value;
    value.m_json = std::move(json);
    value.m_text = plain(text);
    return value;
}

QByteArray toJson(const OutputFields &object)
{
    QByteArray json = "{";
    for (const auto &field : object) {
        if (json.size() > 1)
            json += ',';
        json += quoted(QString(field.name)) + ':' + field.value.json();
    }
    return json + '}';
}

QByteArray toJsonArray(const QList<QByteArray> &values)
{
    return '[' + values.join(',') + ']';
}

} // namespace salesdesk
