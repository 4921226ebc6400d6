// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QList>

#include <algorithm>
#include <mutex>
#include <utility>

#include <sqlite3.h>

namespace salesdesk
{

struct TestDiskState {
    bool isFull = false;
    bool syncFails = false;
    int writes = 0;
    int syncs = 0;
    QByteArray safe;
    QList<std::pair<qsizetype, QByteArray>> waiting;
};

/// The system's file access with a write-ahead log on a disk that fails when told to, and of which a power
/// cut leaves only what was synced. One log at a time; all functions may be called on any thread.
class TestDisk final
{
public:
    /// From now on SQLite opens its files so. Before the first connection of the process.
    static void install()
    {
        s_files = sqlite3_vfs_find(nullptr);
        static sqlite3_vfs ours = *s_files;
        ours.zName = "testdisk";
        ours.xOpen = &open;
        ours.pNext = nullptr;
        sqlite3_vfs_register(&ours, 1);
    }
    /// A new disk that does not fail.
    static void reset()
    {
        const std::scoped_lock lock(s_mutex);
        s_state = {};
    }

    static void setFull(bool isFull)
    {
        const std::scoped_lock lock(s_mutex);
        s_state.isFull = isFull;
    }
    /// Every sync of the log fails, and what waited for it is dropped, as Linux does.
    static void setSyncFails(bool fails)
    {
        const std::scoped_lock lock(s_mutex);
        s_state.syncFails = fails;
    }
    [[nodiscard]] static int writes()
    {
        const std::scoped_lock lock(s_mutex);
        return s_state.writes;
    }
    [[nodiscard]] static int syncs()
    {
        const std::scoped_lock lock(s_mutex);
        return s_state.syncs;
    }
    /// Writes to `copy` what a power cut would leave of the database `file`; false when it cannot.
    [[nodiscard]] static bool copyAfterPowerCut(const QString &file, const QString &copy)
    {
        const std::scoped_lock lock(s_mutex);
        QFile log(copy + QLatin1StringView("-wal"));
        return QFile::copy(file, copy) && log.open(QIODevice::WriteOnly) &&
               log.write(s_state.safe) == s_state.safe.size() && log.flush();
    }

private:
    static int write(sqlite3_file *file, const void *data, int size, sqlite3_int64 at)
    {
        const std::scoped_lock lock(s_mutex);
        ++s_state.writes;
        if (s_state.isFull)
            return SQLITE_FULL;
        s_state.waiting.append({at, QByteArray(static_cast<const char *>(data), size)});
        return s_methods->xWrite(file, data, size, at);
    }
    static int sync(sqlite3_file *, int)
    {
        const std::scoped_lock lock(s_mutex);
        ++s_state.syncs;
        const auto waiting = std::exchange(s_state.waiting, {});
        if (s_state.syncFails)
            return SQLITE_IOERR_FSYNC;
        for (const auto &[at, bytes] : waiting) {
            s_state.safe.resize(std::max(s_state.safe.size(), at + bytes.size()), '\0');
            std::copy(bytes.begin(), bytes.end(), s_state.safe.begin() + at);
        }
        return SQLITE_OK;
    }
    static int open(sqlite3_vfs *, sqlite3_filename name, sqlite3_file *file, int flags, int *opened)
    {
        const int result = s_files->xOpen(s_files, name, file, flags, opened);
        if (result == SQLITE_OK && (flags & SQLITE_OPEN_WAL) != 0) {
            static sqlite3_io_methods ours;
            s_methods = file->pMethods;
            ours = *s_methods;
            ours.xWrite = &write;
            ours.xSync = &sync;
            file->pMethods = &ours;
        }
        return result;
    }

    static inline std::mutex s_mutex;
    static inline TestDiskState s_state;
    static inline sqlite3_vfs *s_files = nullptr;
    static inline const sqlite3_io_methods *s_methods = nullptr;
};

} // namespace salesdesk
