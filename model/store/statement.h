// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/store/connection.h"

#include <QSqlQuery>

namespace salesdesk
{

/// One prepared statement of a hot path, bound by index. For classes that keep it as a member; all others ask
/// Connection. Lives on its connection's thread, and must go before the connection does.
class Statement final
{
public:
    /// `sql`: one whole literal with `?` for its values.
    [[nodiscard]] static Result<Statement> prepare(Connection &db, const QString &sql);

    void bind(int index, qint64 value) { m_query.bindValue(index, value); }
    void bind(int index, bool value) { m_query.bindValue(index, value ? qint64(1) : qint64(0)); }
    void bind(int index, const QString &value) { m_query.bindValue(index, nonNull(value)); }
    void bind(int index, const QByteArray &value) { m_query.bindValue(index, nonNull(value)); }
    void bindNull(int index) { m_query.bindValue(index, QVariant(QMetaType::fromType<QString>())); }
    template <typename T>
    void bind(int index, const std::optional<T> &value)
    {
        if (value)
            bind(index, *value);
        else
            bindNull(index);
    }

    /// Runs it; the rows of a SELECT are read with cursor(), whose end must be reached or finish() called.
    [[nodiscard]] std::optional<Error> run();
    [[nodiscard]] Cursor cursor() { return Cursor(m_query); }
    [[nodiscard]] qint64 insertedId() const { return m_query.lastInsertId().toLongLong(); }
    [[nodiscard]] qint64 changedRows() const { return m_query.numRowsAffected(); }
    void finish() { m_query.finish(); }

private:
    explicit Statement(QSqlQuery query)
        : m_query(std::move(query))
    {
    }
    // A null QString or QByteArray would be bound as NULL; to us it is an empty text.
    static QVariant nonNull(const QString &value)
    {
        return value.isNull() ? QVariant(QString(QLatin1StringView(""))) : QVariant(value);
    }
    static QVariant nonNull(const QByteArray &value)
    {
        return value.isNull() ? QVariant(QByteArray("")) : QVariant(value);
    }

    QSqlQuery m_query;
};

} // namespace salesdesk
