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
class OutputValue final
{
public:
    OutputValue() = default; ///< null
    OutputValue(const QString &text);
    OutputValue(QLatin1StringView text)
        : OutputValue(QString(text))
    {
    }
    OutputValue(const std::optional<QString> &text);
    OutputValue(qint64 number);
    OutputValue(int number)
        : OutputValue(qint64{number})
    {
    }
    OutputValue(std::optional<qint64> number);
    OutputValue(bool flag);
    OutputValue(const char *) = delete;

    /// A decimal as its sender wrote it: a JSON number where JSON can say it so, else a text.
    [[nodiscard]] static OutputValue number(const std::optional<QString> &digits);
    /// UTC ms as ISO 8601.
    [[nodiscard]] static OutputValue time(std::optional<qint64> utcMs);
    /// Ready-made JSON with its plain text.
    [[nodiscard]] static OutputValue raw(QByteArray json, const QString &text);

    [[nodiscard]] const QByteArray &json() const { return m_json; }
    /// Without control characters: text from outside must not drive the terminal.
    [[nodiscard]] const QString &text() const { return m_text; }

private:
    QByteArray m_json = QByteArrayLiteral("null");
    QString m_text = QStringLiteral("-");
};

/// A named value of a row or an object. `detail`: left out of the columns of a list, for their width.
struct OutputField {
    QLatin1StringView name;
    OutputValue value;
    bool detail = false;
};
using OutputFields = QList<OutputField>;

[[nodiscard]] QByteArray toJson(const OutputFields &object);
/// An array of values that are JSON already.
[[nodiscard]] QByteArray toJsonArray(const QList<QByteArray> &values);

} // namespace salesdesk
