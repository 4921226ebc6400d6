// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

struct sqlite3;
struct sqlite3_file;

namespace salesdesk
{

/// `file` as a URI that has SQLite open it with the system's own file access, but for its write-ahead log:
/// what is appended to that waits until it must be on disk, and is one write then. SQLite writes each page,
/// and the 24 bytes before it, for themselves: some twenty writes for the commit of one call. For a
/// connection with synchronous=FULL alone: its COMMIT syncs the log before others are told of the pages in
/// it. Any thread.
[[nodiscard]] QString joinedLogUri(const QString &file);

/// The log of an open connection to such a URI. On the connection's thread, but for flush().
class JoinedLog final
{
public:
    enum class Sync {
        AtOnce, ///< as SQLite asks for it
        Kept,   ///< so, too; and what is written is kept in memory until it is on disk
        Later,  ///< kept, and a COMMIT leaves its sync to flush()
    };

    /// `db` has read from its database, and is open for as long as this is used.
    explicit JoinedLog(sqlite3 *db);

    /// AtOnce only when flush() has nothing left to do.
    void setSync(Sync sync);
    /// Waits until all that was kept is on disk. The system may drop what it could not write, and then say
    /// that nothing waits (fsync(2) on Linux): after a failure the next flush writes it to the file again.
    /// Gives SQLite's result code. Any thread.
    [[nodiscard]] int flush();

private:
    sqlite3_file *m_file = nullptr;
};

} // namespace salesdesk
