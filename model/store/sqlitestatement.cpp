// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/sqlitestatement.h"

#include "model/store/sqlerror.h"

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

int bindText(sqlite3_stmt *statement, int index, const QString &text)
{
    // Not copied: the value outlives the run.
    const void *data = text.isNull() ? u"" : static_cast<const void *>(text.utf16());
    return sqlite3_bind_text16(statement, index, data, static_cast<int>(text.size() * 2), nullptr);
}

int bindBytes(sqlite3_stmt *statement, int index, const QByteArray &bytes)
{
    return bytes.isEmpty() ? sqlite3_bind_zeroblob(statement, index, 0)
                           : sqlite3_bind_blob64(statement, index, bytes.constData(),
                                                 static_cast<sqlite3_uint64>(bytes.size()), nullptr);
}

int bindValue(sqlite3_stmt *statement, int index, const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::UnknownType:
        return sqlite3_bind_null(statement, index);
    case QMetaType::QString:
        return bindText(statement, index, *static_cast<const QString *>(value.constData()));
    case QMetaType::QByteArray:
        return bindBytes(statement, index, *static_cast<const QByteArray *>(value.constData()));
    default:
        return sqlite3_bind_int64(statement, index, value.toLongLong());
    }
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

std::optional<Error> SqliteStatement::run(const QVariantList &values)
{
    auto *statement = m_statement.get();
    auto *database = sqlite3_db_handle(statement);
    if (sqlite3_bind_parameter_count(statement) != values.size())
        return Error{ErrorCode::Internal, u"A statement was given %1 values."_s.arg(values.size())};
    for (qsizetype i = 0; i < values.size(); ++i) {
        if (bindValue(statement, static_cast<int>(i) + 1, values[i]) != SQLITE_OK)
            return lastError(database);
    }
    int step = SQLITE_ROW;
    while (step == SQLITE_ROW) // a PRAGMA may answer
        step = sqlite3_step(statement);
    auto failed = step == SQLITE_DONE ? std::nullopt : std::optional(lastError(database));
    sqlite3_reset(statement);
    return failed;
}

} // namespace salesdesk
