// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/result.h"

#include <QVariant>

#include <memory>

struct sqlite3;
struct sqlite3_stmt;

namespace salesdesk
{

/// One prepared statement that gives no rows (INSERT, UPDATE, DELETE), run on the handle of a QtSql
/// connection. QtSql takes a string and a hash for every value it binds, and copies the lot for every run:
/// half of the writer's time. Lives on its connection's thread, and must go before the connection does.
class SqliteStatement final
{
public:
    [[nodiscard]] static Result<SqliteStatement> prepare(sqlite3 *database, const QString &sql);

    /// Binds `values` in order (integers, texts, bytes, QVariant() for NULL; a null text is an empty one) and
    /// runs it to its end.
    [[nodiscard]] std::optional<Error> run(const QVariantList &values);

private:
    struct Finalize {
        void operator()(sqlite3_stmt *statement) const;
    };
    explicit SqliteStatement(sqlite3_stmt *statement)
        : m_statement(statement)
    {
    }
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
};

} // namespace salesdesk
