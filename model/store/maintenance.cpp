// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/maintenance.h"

#include "model/store/connection.h"
#include "model/store/migrations.h"

#include <QFile>
#include <QFileInfo>
#include <QPromise>
#include <QThreadPool>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner;

/// The first column of every row, as sentences.
std::optional<Error> collect(Connection &db, const QString &sql, const QString &sentence, QStringList &into)
{
    auto rows = db.query(sql);
    if (!rows)
        return rows.error();
    while (rows.value().next())
        into.append(sentence.arg(rows->text(0)));
    return rows->failure();
}

std::optional<Error> checkPages(Connection &db, QStringList &into)
{
    QStringList answers;
    if (auto failed = collect(db, u"PRAGMA integrity_check(20)"_s, u"%1"_s, answers))
        return failed;
    if (answers != QStringList{u"ok"_s})
        into += answers;
    return std::nullopt;
}

/// Threads for long work. Not Qt's own pool: painting waits for that one.
QThreadPool &longWork()
{
    static QThreadPool pool;
    return pool;
}

/// Runs `job` on one of them.
template <typename T>
QFuture<Result<T>> aside(std::function<Result<T>()> job)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    auto future = promise->future();
    promise->start();
    longWork().start([promise, job = std::move(job)] {
        promise->addResult(job());
        promise->finish();
    });
    return future;
}

/// A reading connection on `file` that ends with `stop`.
Result<std::unique_ptr<Connection>> reader(const QString &file, const StopFlag &stop)
{
    auto db = Connection::open(file, Connection::Mode::Read);
    if (db)
        (*db)->stopWith(stop);
    return db;
}

QString databaseIn(const QString &folder)
{
    return folder + u"/salesdesk.db"_s;
}

QString stagedIn(const QString &folder)
{
    return databaseIn(folder) + u".restoring"_s;
}

Error noBackup(const QString &file)
{
    return {ErrorCode::Corrupt,
            u"%1 is no backup of SalesDesk, or is damaged. Choose another file; nothing was changed."_s.arg(
                file)};
}

/// Why a backup cannot be restored, with its name: what is said of "the database" is of another.
Error unfit(const QString &file, const Error &error)
{
    if (error.code == ErrorCode::Corrupt)
        return noBackup(file);
    return {error.code, u"%1 cannot be restored: %2"_s.arg(file, error.detail)};
}

} // namespace

QFuture<Result<Done>> backupAside(const QString &folder, const QString &file, const StopFlag &stop)
{
    return aside<Done>([folder, file, stop] {
        const auto db = reader(databaseIn(folder), stop);
        return db ? backupTo(**db, file, stop) : Result<Done>(db.error());
    });
}

QFuture<Result<Done>> stageRestoreAside(const QString &file, const QString &folder, const StopFlag &stop)
{
    return aside<Done>([file, folder, stop] { return stageRestore(file, folder, stop); });
}

QFuture<Result<RetentionPreview>> previewAside(const QString &folder, const Settings &settings)
{
    return aside<RetentionPreview>([folder, settings] {
        const auto db = reader(databaseIn(folder), {});
        return db ? previewRetention(**db, settings) : Result<RetentionPreview>(db.error());
    });
}

QFuture<Result<QStringList>> checkAside(const QString &folder, const StopFlag &stop)
{
    return aside<QStringList>([folder, stop] {
        const auto db = reader(databaseIn(folder), stop);
        return db ? checkDatabase(**db) : Result<QStringList>(db.error());
    });
}

Result<Done> backupTo(Connection &db, const QString &file, const StopFlag &stop)
{
    // SQLite asks in the middle of long statements only.
    if (stop && stop->load())
        return {ErrorCode::Busy, u"It was cancelled."_s};
    if (QFileInfo::exists(file))
        return {ErrorCode::Conflict, u"%1 is there already. Name a file that is not there yet."_s.arg(file)};
    // Made first, so that it is nobody else's to read from its first byte on.
    QFile made(file);
    if (!made.open(QIODevice::NewOnly | QIODevice::WriteOnly) || !made.setPermissions(ownerOnly))
        return {ErrorCode::StorageFailed, u"%1 cannot be written: %2."_s.arg(file, made.errorString())};
    made.close();
    const auto giveUp = [&file](const Error &error) {
        QFile::remove(file);
        return error;
    };
    // SQLite counts the copy as writing; that a reader cannot write its own file stays so, for it was opened
    // read-only. The writer's connection, before a migration, has no query_only.
    auto queryOnly = db.query(u"PRAGMA query_only"_s);
    if (!queryOnly || !queryOnly->next())
        return giveUp(queryOnly ? Error{ErrorCode::Internal, u"SQLite has no query_only."_s}
                                : queryOnly.error());
    const auto isReader = queryOnly->flag(0);
    if (const auto allowed = db.query(u"PRAGMA query_only = OFF"_s); !allowed)
        return giveUp(allowed.error());
    db.releaseCursors(); // VACUUM waits for none
    const auto copied = db.change(u"VACUUM INTO ?"_s, {file});
    if (isReader) {
        if (const auto restored = db.query(u"PRAGMA query_only = ON"_s); !restored)
            return giveUp(restored.error());
    }
    if (!copied)
        return giveUp(copied.error());
    const auto copy = reader(file, stop);
    if (!copy)
        return giveUp(copy.error());
    QStringList problems;
    if (const auto failed = checkPages(**copy, problems))
        return giveUp(*failed);
    if (!problems.isEmpty())
        return giveUp(
            {ErrorCode::Corrupt, u"The copy is not sound: %1. Nothing was kept of it."_s.arg(problems[0])});
    return Done{};
}

Result<Done> stageRestore(const QString &file, const QString &folder, const StopFlag &stop)
{
    if (QFile readable(file); !readable.open(QIODevice::ReadOnly))
        return {ErrorCode::StorageFailed,
                u"%1 cannot be read: %2. Choose another file; nothing was changed."_s.arg(
                    file, readable.errorString())};
    const auto backup = reader(file, stop);
    if (!backup)
        return unfit(file, backup.error());
    const auto id = (*backup)->number(u"PRAGMA application_id"_s, {});
    if (!id)
        return unfit(file, id.error());
    if (*id != ApplicationId) // an empty file, too, which SQLite takes for a database without tables
        return noBackup(file);
    if (const auto known = checkVersion(**backup); !known)
        return unfit(file, known.error());
    QStringList problems;
    if (const auto failed = checkPages(**backup, problems))
        return stop && stop->load() ? *failed : unfit(file, *failed);
    if (!problems.isEmpty())
        return {ErrorCode::Corrupt, u"%1 is damaged: %2. Nothing was changed."_s.arg(file, problems[0])};
    const auto fresh = stagedIn(folder);
    QFile::remove(fresh);
    return backupTo(**backup, fresh, stop);
}

Result<Done> finishRestore(const QString &folder)
{
    const auto database = databaseIn(folder);
    const auto fresh = stagedIn(folder);
    const QString kept = database + u".before-restore"_s;
    if (QFileInfo::exists(database)) {
        QFile::remove(kept);
        if (!QFile::rename(database, kept))
            return {ErrorCode::StorageFailed,
                    u"%1 cannot be set aside. Nothing was changed."_s.arg(database)};
    }
    // The old database's log may hold commits that its file does not yet: it goes along with it, and must not
    // be applied to the new one.
    QFile::remove(kept + u"-wal"_s);
    QFile::rename(database + u"-wal"_s, kept + u"-wal"_s);
    QFile::remove(database + u"-shm"_s);
    if (!QFile::rename(fresh, database)) {
        QFile::rename(kept, database);
        QFile::rename(kept + u"-wal"_s, database + u"-wal"_s);
        return {ErrorCode::StorageFailed, u"%1 cannot be put in place. Nothing was changed."_s.arg(fresh)};
    }
    return Done{};
}

Result<Done> restoreFrom(const QString &file, const QString &folder)
{
    const auto staged = stageRestore(file, folder);
    return staged ? finishRestore(folder) : staged;
}

Result<QStringList> checkDatabase(Connection &db)
{
    QStringList problems;
    if (const auto failed = checkPages(db, problems))
        return *failed;
    if (const auto failed = collect(db, u"PRAGMA foreign_key_check"_s,
                                    u"A row of %1 refers to one that is not there."_s, problems))
        return *failed;
    const auto counts = uR"(
        SELECT i.id FROM identity i LEFT JOIN (
            SELECT identity_id, COUNT(*) AS records, SUM(sales) AS sales, SUM(cents) AS cents FROM (
                SELECT agent_identity_id AS identity_id, 0 AS sales, COALESCE(value_cents, 0) AS cents FROM activity
                UNION ALL
                SELECT team_identity_id, 0, COALESCE(value_cents, 0) FROM activity WHERE team_identity_id IS NOT NULL
                UNION ALL
                SELECT agent_identity_id, 1, COALESCE(contract_value_cents, 0) FROM sale
                UNION ALL
                SELECT team_identity_id, 1, COALESCE(contract_value_cents, 0) FROM sale
                WHERE team_identity_id IS NOT NULL
                UNION ALL
                SELECT product_identity_id, 1, COALESCE(contract_value_cents, 0) FROM sale
            ) GROUP BY identity_id
        ) r ON r.identity_id = i.id
        WHERE i.record_count <> COALESCE(r.records, 0) OR i.sale_count <> COALESCE(r.sales, 0)
           OR i.value_cents <> COALESCE(r.cents, 0))"_s;
    if (const auto failed =
            collect(db, counts, u"The count or value of identity %1 differs from its records."_s, problems))
        return *failed;
    const auto kinds = uR"(
        SELECT i.id FROM identity i JOIN entity e ON e.id = i.entity_id WHERE e.kind <> i.kind)"_s;
    if (const auto failed =
            collect(db, kinds, u"Identity %1 is linked to an entity of another kind."_s, problems))
        return *failed;
    return problems;
}

} // namespace salesdesk
