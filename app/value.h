// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace salesdesk
{

/// One value as commands print it: its JSON and its plain text. JSON is written here and not by QJsonDocument
/// because fields keep their order and numbers keep the sender's digits.
class Value final
{
public:
    Value() = default; ///< null
    Value(const QString &text);
    Value(QLatin1StringView text)
        : Value(QString(text))
    {
    }
    Value(const std::optional<QString> &text);
    Value(qint64 number);
    Value(int number)
        : Value(qint64{number})
    {
    }
    Value(std::optional<qint64> number);
    Value(bool flag);
    Value(const char *) = delete;

    /// A decimal as its sender wrote it: a JSON number where JSON can say it so, else a text.
    [[nodiscard]] static Value number(const std::optional<QString> &digits);
    /// UTC ms as ISO 8601.
    [[nodiscard]] static Value time(std::optional<qint64> utcMs);
    /// Ready-made JSON with its plain text.
    [[nodiscard]] static Value raw(QByteArray json, const QString &text);

    [[nodiscard]] const QByteArray &json() const { return m_json; }
    /// Without control characters: text from outside must not drive the terminal.
    [[nodiscard]] const QString &text() const { return m_text; }

private:
    QByteArray m_json = QByteArrayLiteral("null");
    QString m_text = QStringLiteral("-");
};

/// A named value of a row or an object. `detail`: left out of the columns of a list, for their width.
struct Field {
    QLatin1StringView name;
    Value value;
    bool detail = false;
};
using Fields = QList<Field>;

[[nodiscard]] QByteArray toJson(const Fields &object);
/// An array of values that are JSON already.
[[nodiscard]] QByteArray toJsonArray(const QList<QByteArray> &values);

} // namespace salesdesk
