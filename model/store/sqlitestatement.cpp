// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/sqlitestatement.h"

#include "model/store/sqlerror.h"

#include <QStringConverter>

#include <sqlite3.h>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

Error lastError(sqlite3 *database)
{
    return toError(sqlite3_extended_errcode(database), QString::fromUtf8(sqlite3_errmsg(database)));
}

int bindBytes(sqlite3_stmt *statement, int index, QByteArrayView bytes)
{
    return bytes.isEmpty() ? sqlite3_bind_zeroblob(statement, index, 0)
                           : sqlite3_bind_blob64(statement, index, bytes.data(),
                                                 static_cast<sqlite3_uint64>(bytes.size()), nullptr);
}

int bindUtf8(sqlite3_stmt *statement, int index, QByteArrayView text)
{
    // Not copied: the value outlives the run.
    return sqlite3_bind_text64(statement, index, text.isEmpty() ? "" : text.data(),
                               static_cast<sqlite3_uint64>(text.size()), nullptr, SQLITE_UTF8);
}

/// What the texts take as UTF-8, at most.
qsizetype roomForTexts(SqlValues values)
{
    qsizetype room = 0;
    for (const auto &value : values)
        room += value.type() == SqlValue::Type::Text ? value.text().size() * 3 : 0;
    return room;
}

} // namespace

void SqliteStatement::Finalize::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

Result<SqliteStatement> SqliteStatement::prepare(sqlite3 *database, const QString &sql)
{
    const auto text = sql.toUtf8();
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v3(database, text.constData(), static_cast<int>(text.size()),
                           SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK)
        return lastError(database);
    return SqliteStatement(statement);
}

std::optional<Error> SqliteStatement::bind(SqlValues values)
{
    auto *statement = m_statement.get();
    if (static_cast<size_t>(sqlite3_bind_parameter_count(statement)) != values.size())
        return Error{ErrorCode::Internal, u"A statement was given %1 values."_s.arg(values.size())};
    if (const auto room = static_cast<size_t>(roomForTexts(values)); m_utf8.size() < room)
        m_utf8.resize(room);
    auto *free = m_utf8.data();
    QStringEncoder toUtf8(QStringEncoder::Utf8, QStringEncoder::Flag::Stateless);
    int index = 0;
    for (const auto &value : values) {
        int result = SQLITE_OK;
        switch (++index; value.type()) {
        case SqlValue::Type::Null:
            result = sqlite3_bind_null(statement, index);
            break;
        case SqlValue::Type::Integer:
            result = sqlite3_bind_int64(statement, index, value.number());
            break;
        case SqlValue::Type::Text: {
            auto *const end = toUtf8.appendToBuffer(free, value.text());
            result = bindUtf8(statement, index, {free, end});
            free = end;
            break;
        }
        case SqlValue::Type::Utf8:
            result = bindUtf8(statement, index, value.bytes());
            break;
        case SqlValue::Type::Bytes:
            result = bindBytes(statement, index, value.bytes());
            break;
        }
        if (result != SQLITE_OK)
            return lastError(sqlite3_db_handle(statement));
    }
    return std::nullopt;
}

std::optional<Error> SqliteStatement::run(SqlValues values)
{
    auto *statement = m_statement.get();
    if (auto failed = bind(values))
        return failed;
    int step = SQLITE_ROW;
    while (step == SQLITE_ROW) // a PRAGMA may answer
        step = sqlite3_step(statement);
    auto failed = step == SQLITE_DONE ? std::nullopt : std::optional(lastError(sqlite3_db_handle(statement)));
    sqlite3_reset(statement);
    return failed;
}

Result<std::optional<qint64>> SqliteStatement::number(SqlValues values)
{
    auto *statement = m_statement.get();
    if (const auto failed = bind(values))
        return *failed;
    const int step = sqlite3_step(statement);
    Result<std::optional<qint64>> found = std::optional<qint64>();
    if (step == SQLITE_ROW)
        found = std::optional(static_cast<qint64>(sqlite3_column_int64(statement, 0)));
    else if (step != SQLITE_DONE)
        found = lastError(sqlite3_db_handle(statement));
    sqlite3_reset(statement);
    return found;
}

} // namespace salesdesk
