// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/changes.h"
#include "model/domain/result.h"
#include "model/domain/stopflag.h"
#include "model/store/sqlvalue.h"

#include <QVariant>

#include <functional>
#include <memory>
#include <optional>

class QSqlQuery;

namespace salesdesk
{

/// The rows of one SELECT, forward only. Columns count from 0. Valid until the same statement is run again on
/// its connection, or the connection goes.
class Cursor final
{
public:
    explicit Cursor(QSqlQuery &query)
        : m_query(&query)
    {
    }

    /// False at the end and on an error: ask failure() after the loop.
    [[nodiscard]] bool next();
    [[nodiscard]] std::optional<Error> failure() const;
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] qint64 number(int column) const;
    [[nodiscard]] bool flag(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray bytes(int column) const;
    [[nodiscard]] std::optional<qint64> optionalNumber(int column) const;
    [[nodiscard]] std::optional<QString> optionalText(int column) const;
    /// For who does not read to the end: lets go of the state that the rows are of.
    void finish();

private:
    QSqlQuery *m_query;
};

/// One SQLite connection. Lives on the thread that opened it. Statements are prepared once each and kept.
class Connection final
{
    Q_DISABLE_COPY_MOVE(Connection)
public:
    enum class Mode { Write, Read };
    using Clock = std::function<qint64()>; ///< UTC ms

    /// Opens `file` and sets and checks the pragmas (WAL, synchronous=FULL, foreign_keys=ON; query_only for
    /// Read).
    [[nodiscard]] static Result<std::unique_ptr<Connection>> open(const QString &file, Mode mode,
                                                                  Clock clock = {});
    ~Connection();

    /// `sql`: one whole literal; `values` are bound in order to its `?`. QVariant() is NULL; a null QString
    /// or QByteArray is an empty text.
    [[nodiscard]] Result<Cursor> query(const QString &sql, const QVariantList &values = {});
    /// Runs an UPDATE or DELETE; gives the number of rows it changed.
    [[nodiscard]] Result<qint64> change(const QString &sql, SqlValues values = {});
    /// Runs an INSERT; gives the new row's number.
    [[nodiscard]] Result<qint64> insert(const QString &sql, SqlValues values = {});
    /// Runs a SELECT of one number, as fast as the other two: the number, nothing when there is no row.
    [[nodiscard]] Result<std::optional<qint64>> number(const QString &sql, SqlValues values);
    [[nodiscard]] Result<Done> begin();
    [[nodiscard]] Result<Done> commit();
    void rollback();
    /// As begin(), for commitUnflushed(): what is written is kept in memory, too, until it is on disk. It may
    /// run beside flush().
    [[nodiscard]] Result<Done> beginUnflushed();
    /// As commit(), but only flush() makes it safe: others see it already, a power cut may undo it.
    [[nodiscard]] Result<Done> commitUnflushed();
    /// Waits until all that was committed is on disk; begin() does so first. After an Error it may be tried
    /// again. Any thread.
    [[nodiscard]] Result<Done> flush();
    /// Hands the pages that the running transaction changed to the system, as far as they are not there yet;
    /// commit() does so anyway.
    [[nodiscard]] Result<Done> writePages();
    /// Pages of commits that are in the write-ahead log alone. Nothing copies them to the file but
    /// checkpoint(): SQLite itself would do it within COMMIT, before the calls of that commit are answered.
    [[nodiscard]] int uncopiedPages() const;
    /// Copies the log's pages to the file, so that the log is written from its start again: over blocks that
    /// are its own already, which takes half the time of making it longer. That it could not be done is no
    /// failure: the pages are safe where they are.
    void checkpoint();
    /// Ends the SELECTs whose last row was not read, so that they no longer hold on to an old state.
    void releaseCursors();

    /// Once it is set, the running statement and all later ones end with an error.
    void stopWith(StopFlag stop);

    /// UTC ms, from the clock that tests can set.
    [[nodiscard]] qint64 now() const;
    /// Says what the running transaction changes, for the feed; every writing store function calls it.
    void note(Changes changes) { m_changes |= changes; }
    /// What was noted since it was last taken.
    [[nodiscard]] Changes takeChanges() { return std::exchange(m_changes, {}); }

private:
    struct Private;
    explicit Connection(std::unique_ptr<Private> d);

    std::unique_ptr<Private> m_d;
    Changes m_changes;
};

/// A text's form for case-insensitive comparison in indexed columns (Unicode case folding, trimmed).
[[nodiscard]] QString folded(const QString &text);

} // namespace salesdesk
