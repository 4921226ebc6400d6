// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/sqlerror.h"

#include <QSqlError>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

// Primary result codes; the driver reports extended ones, whose low byte is the primary.
constexpr int Busy = 5;
constexpr int Locked = 6;
constexpr int NoMemory = 7;
constexpr int ReadOnly = 8;
constexpr int Interrupted = 9;
constexpr int IoError = 10;
constexpr int CorruptFile = 11;
constexpr int Full = 13;
constexpr int CannotOpen = 14;
constexpr int Constraint = 19;
constexpr int NotADatabase = 26;

} // namespace

Error toError(const QSqlError &error)
{
    return toError(error.nativeErrorCode().toInt(), error.databaseText());
}

Error toError(int code, const QString &text)
{
    const auto cause = u" (SQLite %1: %2)"_s.arg(QString::number(code), text);
    switch (code & 0xff) {
    case Full:
        return {ErrorCode::StorageFull,
                u"The disk that holds the data folder is full. Free some space on it."_s + cause};
    case Busy:
    case Locked:
        return {ErrorCode::Busy,
                u"The database is locked by another program. Close that program, then try again."_s + cause};
    case ReadOnly:
        return {ErrorCode::StorageFailed,
                u"The database cannot be written. Check the rights of the data folder."_s + cause};
    case Interrupted:
        return {ErrorCode::Busy, u"It was cancelled."_s};
    case IoError:
        return {ErrorCode::StorageFailed,
                u"The disk that holds the data folder failed. Check the disk and its connection."_s + cause};
    case CannotOpen:
        return {ErrorCode::StorageFailed,
                u"The database cannot be opened. Check the data folder and its rights."_s + cause};
    case NoMemory:
        return {ErrorCode::StorageFailed, u"There is not enough memory. Close other programs."_s + cause};
    case CorruptFile:
    case NotADatabase:
        return {ErrorCode::Corrupt, u"The database is damaged. Restore a backup."_s + cause};
    case Constraint:
        return {ErrorCode::Conflict, u"It contradicts what is stored."_s + cause};
    default:
        return {ErrorCode::Internal, u"A statement failed."_s + cause};
    }
}

} // namespace salesdesk
