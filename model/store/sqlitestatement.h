// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/result.h"
#include "model/store/sqlvalue.h"

#include <memory>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace salesdesk
{

/// One prepared statement of the writer's path (INSERT, UPDATE, DELETE, or a SELECT of one number), run on
/// the handle of a QtSql connection. QtSql takes a string and a hash for every value it binds, and copies the
/// lot for every run: half of the writer's time. Lives on its connection's thread, and must go before the
/// connection does.
class SqliteStatement final
{
public:
    [[nodiscard]] static Result<SqliteStatement> prepare(sqlite3 *database, const QString &sql);

    /// Binds `values` in order and runs it to its end. Texts are bound as UTF-8, which SQLite keeps them in:
    /// it turns UTF-16 into that much more slowly than Qt does.
    [[nodiscard]] std::optional<Error> run(SqlValues values);
    /// The same; gives the number in the first column of the first row, nothing when there is none.
    [[nodiscard]] Result<std::optional<qint64>> number(SqlValues values);

private:
    struct Finalize {
        void operator()(sqlite3_stmt *statement) const;
    };
    explicit SqliteStatement(sqlite3_stmt *statement)
        : m_statement(statement)
    {
    }
    [[nodiscard]] std::optional<Error> bind(SqlValues values);
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
    std::vector<char> m_utf8; ///< of the texts of one run
};

} // namespace salesdesk
