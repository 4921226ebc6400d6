// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/joinedlog.h"

#include <QUrl>

#include <deque>
#include <memory>
#include <mutex>
#include <new>
#include <vector>

#include <sqlite3.h>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

constexpr auto vfsName = "salesdesk";
// Bytes that wait at most: what SQLite hands to the system at once is less than 128 KiB.
constexpr size_t mostPending = 127UL * 1024;
constexpr size_t mostSpare = 16; // of that size

/// Bytes, and where in the file they belong.
struct Piece {
    std::vector<char> bytes;
    sqlite3_int64 at = 0;

    [[nodiscard]] sqlite3_int64 end() const { return at + static_cast<sqlite3_int64>(bytes.size()); }
};

/// An open log. SQLite allots the room for it and for the system's own file behind it.
struct alignas(8) LogFile {
    sqlite3_file base{}; // the first: SQLite sees no more of it
    Piece pending;
    JoinedLog::Sync mode = JoinedLog::Sync::AtOnce;

    std::mutex syncing;                   // two at once: one would be told of the other's failure
    std::mutex keeping;                   // of what follows
    std::deque<Piece> kept;               // in the order of writing: of two at one place the last holds
    std::vector<std::vector<char>> spare; // room to write into
    bool isLost = false;                  // whether the system may have dropped some of it

    [[nodiscard]] sqlite3_file *real() { return reinterpret_cast<sqlite3_file *>(this + 1); }
    [[nodiscard]] int write(const Piece &piece)
    {
        return real()->pMethods->xWrite(real(), piece.bytes.data(), static_cast<int>(piece.bytes.size()),
                                        piece.at);
    }
    [[nodiscard]] int writePending()
    {
        if (pending.bytes.empty())
            return SQLITE_OK;
        const int written = mode == JoinedLog::Sync::AtOnce ? write(pending) : writeAndKeep();
        pending.bytes.clear(); // a failed one fails its transaction, and SQLite writes the next over it
        return written;
    }
    [[nodiscard]] int writeAndKeep()
    {
        // Both or none, for who writes it all again.
        const std::scoped_lock lock(keeping);
        if (const int failed = write(pending); failed != SQLITE_OK)
            return failed;
        kept.push_back(std::move(pending));
        pending = {};
        if (!spare.empty()) {
            pending.bytes = std::move(spare.back());
            spare.pop_back();
        }
        return SQLITE_OK;
    }
    /// All that is in the file, but for what is written meanwhile.
    [[nodiscard]] int sync(int flags)
    {
        const std::scoped_lock alone(syncing);
        size_t covered = 0;
        {
            const std::scoped_lock lock(keeping);
            if (isLost) {
                for (const auto &piece : kept) {
                    if (const int failed = write(piece); failed != SQLITE_OK)
                        return failed;
                }
            }
            covered = kept.size();
        }
        const int synced = real()->pMethods->xSync(real(), flags);
        const std::scoped_lock lock(keeping);
        isLost = synced != SQLITE_OK;
        for (; !isLost && covered > 0; --covered) {
            if (spare.size() < mostSpare)
                spare.push_back(std::move(kept.front().bytes));
            kept.pop_front();
        }
        return synced;
    }
    [[nodiscard]] bool isKept()
    {
        const std::scoped_lock lock(keeping);
        return !kept.empty();
    }
};

LogFile &log(sqlite3_file *file)
{
    return *reinterpret_cast<LogFile *>(file);
}

/// Calls the system's method once all that waits is in the file.
template <auto method, typename... Arguments>
int written(sqlite3_file *file, Arguments... arguments)
{
    auto &self = log(file);
    if (const int failed = self.writePending(); failed != SQLITE_OK)
        return failed;
    return (self.real()->pMethods->*method)(self.real(), arguments...);
}

int writeLog(sqlite3_file *file, const void *data, int size, sqlite3_int64 at)
{
    auto &self = log(file);
    auto &pending = self.pending;
    if (at != pending.end() || pending.bytes.size() + static_cast<size_t>(size) > mostPending) {
        if (const int failed = self.writePending(); failed != SQLITE_OK)
            return failed;
    }
    if (pending.bytes.empty())
        pending.at = at;
    const auto *bytes = static_cast<const char *>(data);
    pending.bytes.insert(pending.bytes.end(), bytes, bytes + size);
    return SQLITE_OK;
}

int syncLog(sqlite3_file *file, int flags)
{
    auto &self = log(file);
    // Of a log that begins anew: without it on disk, its pages would be read by the header that was there.
    const bool isHeader = !self.pending.bytes.empty() && self.pending.at == 0;
    if (const int failed = self.writePending(); failed != SQLITE_OK)
        return failed;
    return self.mode == JoinedLog::Sync::Later && !isHeader ? SQLITE_OK : self.sync(flags);
}

int closeLog(sqlite3_file *file)
{
    auto &self = log(file);
    const int written = self.writePending();
    const int closed = self.real()->pMethods->xClose(self.real());
    std::destroy_at(&self);
    return written == SQLITE_OK ? closed : written;
}

int controlLog(sqlite3_file *file, int operation, void *argument)
{
    auto *real = log(file).real();
    return real->pMethods->xFileControl(real, operation, argument);
}

int sectorSize(sqlite3_file *file)
{
    return log(file).real()->pMethods->xSectorSize(log(file).real());
}

int characteristics(sqlite3_file *file)
{
    return log(file).real()->pMethods->xDeviceCharacteristics(log(file).real());
}

// A log is neither locked nor mapped: version 1 has all it needs.
const sqlite3_io_methods logMethods = [] {
    sqlite3_io_methods methods{};
    methods.iVersion = 1;
    methods.xClose = &closeLog;
    methods.xRead = &written<&sqlite3_io_methods::xRead, void *, int, sqlite3_int64>;
    methods.xWrite = &writeLog;
    methods.xTruncate = &written<&sqlite3_io_methods::xTruncate, sqlite3_int64>;
    methods.xSync = &syncLog;
    methods.xFileSize = &written<&sqlite3_io_methods::xFileSize, sqlite3_int64 *>;
    methods.xFileControl = &controlLog;
    methods.xSectorSize = &sectorSize;
    methods.xDeviceCharacteristics = &characteristics;
    return methods;
}();

sqlite3_vfs *systemFiles()
{
    static auto *const vfs = sqlite3_vfs_find(nullptr);
    return vfs;
}

int openFile(sqlite3_vfs *, sqlite3_filename name, sqlite3_file *file, int flags, int *openedFlags)
{
    auto *real = systemFiles();
    if ((flags & SQLITE_OPEN_WAL) == 0)
        return real->xOpen(real, name, file, flags, openedFlags);
    auto *self = new (file) LogFile;
    const int opened = real->xOpen(real, name, self->real(), flags, openedFlags);
    if (self->real()->pMethods)
        self->base.pMethods = &logMethods;
    else
        std::destroy_at(self); // there will be no xClose
    return opened;
}

} // namespace

QString joinedLogUri(const QString &file)
{
    static sqlite3_vfs vfs = [] {
        auto ours = *systemFiles();
        ours.zName = vfsName;
        ours.szOsFile += static_cast<int>(sizeof(LogFile));
        ours.xOpen = &openFile;
        ours.pNext = nullptr;
        return ours;
    }();
    [[maybe_unused]] static const int registered = sqlite3_vfs_register(&vfs, 0);
    return QString::fromLatin1(QUrl::fromLocalFile(file).toEncoded()) + u"?vfs="_s +
           QLatin1StringView(vfsName);
}

JoinedLog::JoinedLog(sqlite3 *db)
{
    sqlite3_file_control(db, nullptr, SQLITE_FCNTL_JOURNAL_POINTER, static_cast<void *>(&m_file));
    Q_ASSERT(m_file && m_file->pMethods == &logMethods);
}

void JoinedLog::setSync(Sync sync)
{
    log(m_file).mode = sync;
}

int JoinedLog::flush()
{
    auto &self = log(m_file);
    return self.isKept() ? self.sync(SQLITE_SYNC_NORMAL) : SQLITE_OK;
}

} // namespace salesdesk
