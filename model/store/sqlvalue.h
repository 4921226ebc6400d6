// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QVariant>

#include <concepts>
#include <initializer_list>
#include <optional>

namespace salesdesk
{

/// One value for a `?` of a writing statement. It only looks at a text or bytes: they must outlive the run,
/// which those of the same expression do. A default-made one is NULL; a null text is an empty one.
class SqlValue final
{
public:
    enum class Type { Null, Integer, Text, Utf8, Bytes };

    SqlValue() = default;
    SqlValue(std::integral auto number)
        : m_type(Type::Integer)
        , m_number(static_cast<qint64>(number))
    {
    }
    SqlValue(const QString &text)
        : m_type(Type::Text)
        , m_data(text.constData())
        , m_size(text.size())
    {
    }
    SqlValue(const QByteArray &bytes)
        : m_type(Type::Bytes)
        , m_data(bytes.constData())
        , m_size(bytes.size())
    {
    }
    SqlValue(const QVariant &value)
    {
        if (value.typeId() == QMetaType::QString)
            *this = *static_cast<const QString *>(value.constData());
        else if (value.typeId() == QMetaType::QByteArray)
            *this = *static_cast<const QByteArray *>(value.constData());
        else if (value.isValid())
            *this = value.toLongLong();
    }
    template <typename T>
    SqlValue(const std::optional<T> &value)
    {
        if (!value)
            return;
        if constexpr (requires { value->value; })
            *this = value->value;
        else
            *this = *value;
    }
    /// A text that is UTF-8 already.
    [[nodiscard]] static SqlValue utf8(const QByteArray &text)
    {
        SqlValue value(text);
        value.m_type = Type::Utf8;
        return value;
    }

    [[nodiscard]] Type type() const { return m_type; }
    [[nodiscard]] qint64 number() const { return m_number; }
    [[nodiscard]] QStringView text() const { return {static_cast<const QChar *>(m_data), m_size}; }
    [[nodiscard]] QByteArrayView bytes() const { return {static_cast<const char *>(m_data), m_size}; }

private:
    Type m_type = Type::Null;
    qint64 m_number = 0;
    const void *m_data = nullptr;
    qsizetype m_size = 0;
};

using SqlValues = std::initializer_list<SqlValue>;

} // namespace salesdesk
