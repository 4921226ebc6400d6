// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/connection.h"

#include "model/domain/namewords.h"
#include "model/store/joinedlog.h"
#include "model/store/sqlerror.h"
#include "model/store/sqlitestatement.h"

#include <QDateTime>
#include <QHash>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>

#include <algorithm>
#include <atomic>
#include <utility>

#include <sqlite3.h>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

/// Frees the driver's connection after every query on it is gone.
struct NamedDatabase {
    Q_DISABLE_COPY_MOVE(NamedDatabase)
    QString name;

    NamedDatabase()
    {
        static std::atomic<int> counter = 0;
        name = u"salesdesk-%1"_s.arg(++counter);
        QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
    }
    ~NamedDatabase() { QSqlDatabase::removeDatabase(name); }
};

// The driver binds NULL for a null QString, which is what a default-made one is.
QVariant bindable(const QVariant &value)
{
    const auto type = value.typeId();
    if (type == QMetaType::QString && static_cast<const QString *>(value.constData())->isNull())
        return QString(""_L1);
    if (type == QMetaType::QByteArray && static_cast<const QByteArray *>(value.constData())->isNull())
        return QByteArray("");
    return value;
}

/// A statement as the driver takes it. Qt 6.4's counts a numbered parameter that is used twice as two, so
/// each use gets a `?` and a value of its own.
struct Prepared {
    std::unique_ptr<QSqlQuery> query;
    QList<qsizetype> parameters; ///< of each `?`, in order: which of the values
    qsizetype valueCount = 0;
};

// Texts that are known by their address; more than this source has.
constexpr qsizetype maxLiterals = 1000;

QString withoutNumbers(const QString &sql, QList<qsizetype> &parameters)
{
    static const QRegularExpression parameter(u"\\?([0-9]*)"_s);
    QString plain = sql;
    for (auto matches = parameter.globalMatch(sql); matches.hasNext();) {
        const auto number = matches.next().captured(1);
        parameters.append(number.isEmpty() ? parameters.size() : number.toLongLong() - 1);
    }
    return plain.replace(parameter, u"?"_s);
}

/// The SQL function name_key(name), for migrations.
void nameKeyFunction(sqlite3_context *context, int, sqlite3_value **values)
{
    const auto *name = static_cast<const QChar *>(sqlite3_value_text16(values[0]));
    const auto size = sqlite3_value_bytes16(values[0]) / 2;
    const auto key = nameKey(QStringView(name, size));
    sqlite3_result_text16(context, key.utf16(), static_cast<int>(key.size() * 2), SQLITE_TRANSIENT);
}

/// The log after the last commit, in pages.
struct Log {
    int pages = 0;
    int copied = 0; // of them, from its start

    static int note(void *log, sqlite3 *, const char *, int pages)
    {
        auto &self = *static_cast<Log *>(log);
        self.pages = pages;
        if (pages < self.copied)
            self.copied = 0; // it began anew
        return SQLITE_OK;
    }
};

} // namespace

struct Connection::Private {
    Clock clock;
    NamedDatabase named; // before `database` and the queries: destroyed after them
    QSqlDatabase database;
    QHash<QString, std::shared_ptr<Prepared>> queries;
    // The same by the text's address: hashing a thousand characters for each statement shows in a profile.
    // An entry shares its text, so nothing else can come to lie at its address.
    struct Literal {
        QString sql;
        std::shared_ptr<Prepared> prepared;
    };
    QHash<const QChar *, Literal> literals;

    struct Writing {
        QString sql;
        std::shared_ptr<SqliteStatement> statement;
    };
    QHash<const QChar *, Writing> writings;
    sqlite3 *handle = nullptr;
    Log log;
    std::optional<JoinedLog> joinedLog; // of one that writes
    StopFlag stop;

    /// The statement for SQLite's own handle.
    Result<SqliteStatement *> statement(const QString &sql);
    /// Runs what gives no rows.
    std::optional<Error> write(const QString &sql, SqlValues values);
    Result<Done> begin(JoinedLog::Sync sync);
    Result<Prepared *> prepare(const QString &sql);
    Result<QSqlQuery *> run(const QString &sql, const QVariantList &values);
};

Result<Prepared *> Connection::Private::prepare(const QString &sql)
{
    if (const auto known = literals.constFind(sql.constData());
        known != literals.constEnd() && known->sql.size() == sql.size())
        return known->prepared.get();
    auto prepared = queries.value(sql);
    if (!prepared) {
        prepared = std::make_shared<Prepared>();
        prepared->query = std::make_unique<QSqlQuery>(database);
        prepared->query->setForwardOnly(true);
        if (!prepared->query->prepare(withoutNumbers(sql, prepared->parameters)))
            return toError(prepared->query->lastError());
        for (const auto parameter : std::as_const(prepared->parameters))
            prepared->valueCount = std::max(prepared->valueCount, parameter + 1);
        queries.insert(sql, prepared);
    }
    if (literals.size() >= maxLiterals)
        literals.clear(); // texts that are put together have a new address each time
    literals.insert(sql.constData(), {sql, prepared});
    return prepared.get();
}

Result<QSqlQuery *> Connection::Private::run(const QString &sql, const QVariantList &values)
{
    const auto found = prepare(sql);
    if (!found)
        return found.error();
    auto &prepared = **found;
    if (values.size() != prepared.valueCount)
        return {ErrorCode::Internal, u"A statement was given %1 values."_s.arg(values.size())};
    auto *query = prepared.query.get();
    for (qsizetype i = 0; i < prepared.parameters.size(); ++i)
        query->bindValue(static_cast<int>(i), bindable(values.at(prepared.parameters[i])));
    if (!query->exec())
        return toError(query->lastError());
    return query;
}

Result<SqliteStatement *> Connection::Private::statement(const QString &sql)
{
    auto known = writings.constFind(sql.constData());
    if (known == writings.constEnd() || known->sql.size() != sql.size()) {
        auto prepared = SqliteStatement::prepare(handle, sql);
        if (!prepared)
            return prepared.error();
        if (writings.size() >= maxLiterals)
            writings.clear();
        known = writings.insert(sql.constData(),
                                {sql, std::make_shared<SqliteStatement>(std::move(prepared).value())});
    }
    return known->statement.get();
}

std::optional<Error> Connection::Private::write(const QString &sql, SqlValues values)
{
    const auto found = statement(sql);
    return found ? (*found)->run(values) : std::optional(found.error());
}

Result<Done> Connection::Private::begin(JoinedLog::Sync sync)
{
    joinedLog->setSync(sync);
    // IMMEDIATE: that it cannot be had is known here, not at the first statement that writes.
    const auto failed = write(u"BEGIN IMMEDIATE"_s, {});
    return failed ? Result<Done>(*failed) : Done{};
}

void Cursor::finish()
{
    m_query->finish();
}

bool Cursor::next()
{
    return m_query->next();
}

std::optional<Error> Cursor::failure() const
{
    const auto error = m_query->lastError();
    return error.isValid() ? std::optional(toError(error)) : std::nullopt;
}

bool Cursor::isNull(int column) const
{
    return m_query->isNull(column);
}

qint64 Cursor::number(int column) const
{
    return m_query->value(column).toLongLong();
}

bool Cursor::flag(int column) const
{
    return number(column) != 0;
}

QString Cursor::text(int column) const
{
    return m_query->value(column).toString();
}

QByteArray Cursor::bytes(int column) const
{
    return m_query->value(column).toByteArray();
}

std::optional<qint64> Cursor::optionalNumber(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(number(column));
}

std::optional<QString> Cursor::optionalText(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(text(column));
}

Connection::Connection(std::unique_ptr<Private> d)
    : m_d(std::move(d))
{
}

void Connection::stopWith(StopFlag stop)
{
    m_d->stop = std::move(stop);
    constexpr int steps = 1000; // a fraction of a millisecond
    const auto isSet = [](void *flag) { return static_cast<std::atomic_bool *>(flag)->load() ? 1 : 0; };
    sqlite3_progress_handler(m_d->handle, m_d->stop ? steps : 0, m_d->stop ? +isSet : nullptr,
                             m_d->stop.get());
}

Connection::~Connection()
{
    m_d->literals.clear();
    m_d->writings.clear();
    m_d->queries.clear();
    m_d->database.close();
}

Result<std::unique_ptr<Connection>> Connection::open(const QString &file, Mode mode, Clock clock)
{
    // Before SQLite is first used: it would count its memory for nobody, under a lock for each piece.
    [[maybe_unused]] static const int uncounted = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    auto d = std::make_unique<Private>();
    d->clock = clock ? std::move(clock) : Clock(&QDateTime::currentMSecsSinceEpoch);
    d->database = QSqlDatabase::database(d->named.name, false);
    if (!d->database.isValid())
        return {ErrorCode::StorageFailed,
                u"Qt's SQLite driver is missing. Install the package libqt6sql6-sqlite."_s};
    d->database.setDatabaseName(mode == Mode::Read ? file : joinedLogUri(file));
    d->database.setConnectOptions(mode == Mode::Read ? u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=2000"_s
                                                     : u"QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=2000"_s);
    if (!d->database.open())
        return toError(d->database.lastError());
    // The driver's own handle: QSQLITE documents a sqlite3 * behind it.
    d->handle = *static_cast<sqlite3 *const *>(d->database.driver()->handle().constData());
    sqlite3_create_function(d->handle, "name_key", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, nullptr,
                            &nameKeyFunction, nullptr, nullptr);
    if (mode == Mode::Write)
        sqlite3_wal_hook(d->handle, &Log::note, &d->log); // instead of SQLite's own, which checkpoints

    // An unknown or refused pragma is no error to SQLite: only its answer tells.
    struct Pragma {
        QString set;
        QString ask;
        QString expected;
    };
    QList<Pragma> pragmas;
    if (mode == Mode::Write)
        // The first: it takes only while the file is empty. Retention gives space back page by page.
        pragmas << Pragma{u"PRAGMA auto_vacuum = INCREMENTAL"_s, u"PRAGMA auto_vacuum"_s, u"2"_s}
                << Pragma{u"PRAGMA journal_mode = WAL"_s, u"PRAGMA journal_mode"_s, u"wal"_s}
                << Pragma{u"PRAGMA synchronous = FULL"_s, u"PRAGMA synchronous"_s, u"2"_s};
    else
        pragmas << Pragma{u"PRAGMA query_only = ON"_s, u"PRAGMA query_only"_s, u"1"_s};
    pragmas << Pragma{u"PRAGMA foreign_keys = ON"_s, u"PRAGMA foreign_keys"_s, u"1"_s}
            << Pragma{u"PRAGMA trusted_schema = OFF"_s, u"PRAGMA trusted_schema"_s, u"0"_s};

    std::unique_ptr<Connection> connection(new Connection(std::move(d)));
    const auto answerTo = [&connection](const QString &sql) -> Result<QString> {
        auto answer = connection->query(sql);
        if (!answer)
            return answer.error();
        auto text = answer->next() ? answer->text(0) : QString();
        const auto failed = answer->failure();
        connection->releaseCursors();
        return failed ? Result<QString>(*failed) : Result<QString>(std::move(text));
    };
    for (const auto &pragma : std::as_const(pragmas)) {
        // Only what is not so yet is set: setting auto_vacuum writes, and a damaged file must not be touched.
        auto answer = answerTo(pragma.ask);
        if (answer && *answer != pragma.expected) {
            if (const auto set = answerTo(pragma.set); !set)
                return set.error();
            answer = answerTo(pragma.ask);
        }
        if (!answer)
            return answer.error();
        if (*answer != pragma.expected)
            return {
                ErrorCode::StorageFailed,
                u"The database refused \"%1\". The data folder must be on a local disk."_s.arg(pragma.set)};
    }
    if (mode == Mode::Write) {
        // SQLite opens the log with the first that reads.
        if (const auto read = answerTo(u"PRAGMA user_version"_s); !read)
            return read.error();
        connection->m_d->joinedLog.emplace(connection->m_d->handle);
    }
    return connection;
}

Result<Cursor> Connection::query(const QString &sql, const QVariantList &values)
{
    const auto query = m_d->run(sql, values);
    return query ? Result<Cursor>(Cursor(**query)) : query.error();
}

Result<qint64> Connection::change(const QString &sql, SqlValues values)
{
    if (const auto failed = m_d->write(sql, values))
        return *failed;
    return sqlite3_changes64(m_d->handle);
}

Result<qint64> Connection::insert(const QString &sql, SqlValues values)
{
    if (const auto failed = m_d->write(sql, values))
        return *failed;
    return sqlite3_last_insert_rowid(m_d->handle);
}

Result<std::optional<qint64>> Connection::number(const QString &sql, SqlValues values)
{
    const auto found = m_d->statement(sql);
    return found ? (*found)->number(values) : Result<std::optional<qint64>>(found.error());
}

Result<Done> Connection::begin()
{
    if (const auto flushed = flush(); !flushed)
        return flushed;
    return m_d->begin(JoinedLog::Sync::AtOnce);
}

Result<Done> Connection::beginUnflushed()
{
    return m_d->begin(JoinedLog::Sync::Kept);
}

Result<Done> Connection::commit()
{
    // A SELECT that was not read to its end goes on seeing the state that it began with, and no checkpoint
    // gets past that: the write-ahead log would grow for as long as it stays.
    releaseCursors();
    const auto failed = m_d->write(u"COMMIT"_s, {});
    return failed ? Result<Done>(*failed) : Done{};
}

Result<Done> Connection::commitUnflushed()
{
    m_d->joinedLog->setSync(JoinedLog::Sync::Later);
    auto committed = commit();
    m_d->joinedLog->setSync(JoinedLog::Sync::Kept);
    return committed;
}

Result<Done> Connection::flush()
{
    if (const int code = m_d->joinedLog->flush(); code != SQLITE_OK)
        return toError(code, QString::fromUtf8(sqlite3_errstr(code)));
    return Done{};
}

void Connection::rollback()
{
    releaseCursors();
    m_changes = {};
    // An error here says that SQLite has rolled back by itself already (disk full, I/O error): the same end.
    (void)m_d->write(u"ROLLBACK"_s, {});
}

Result<Done> Connection::writePages()
{
    if (const int code = sqlite3_db_cacheflush(m_d->handle); code != SQLITE_OK)
        return toError(code, QString::fromUtf8(sqlite3_errstr(code)));
    return Done{};
}

int Connection::uncopiedPages() const
{
    return m_d->log.pages - m_d->log.copied;
}

void Connection::checkpoint()
{
    releaseCursors(); // it is refused while a statement reads
    int copied = -1;
    if (sqlite3_wal_checkpoint_v2(m_d->handle, nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, &copied) ==
        SQLITE_OK)
        m_d->log.copied = std::max(0, copied);
}

void Connection::releaseCursors()
{
    for (const auto &prepared : std::as_const(m_d->queries)) {
        if (prepared->query->isActive())
            prepared->query->finish();
    }
}

qint64 Connection::now() const
{
    return m_d->clock();
}

QString folded(const QString &text)
{
    return text.trimmed().toCaseFolded();
}

} // namespace salesdesk
