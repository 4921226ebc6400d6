// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/joinedwrites.h"

#include <QUrl>

#include <memory>
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

/// An open file. SQLite allots the room for it and for the system's own file behind it.
struct alignas(8) JoinedFile {
    sqlite3_file base{}; // the first: SQLite sees no more of it
    std::vector<char> pending;
    sqlite3_int64 pendingAt = 0; // where in the file

    [[nodiscard]] sqlite3_file *real() { return reinterpret_cast<sqlite3_file *>(this + 1); }
    [[nodiscard]] int flush()
    {
        if (pending.empty())
            return SQLITE_OK;
        const int written =
            real()->pMethods->xWrite(real(), pending.data(), static_cast<int>(pending.size()), pendingAt);
        pending.clear(); // a failed one fails its transaction or checkpoint, and SQLite writes it again
        return written;
    }
};

JoinedFile &joined(sqlite3_file *file)
{
    return *reinterpret_cast<JoinedFile *>(file);
}

/// Calls the system's method.
template <auto method, typename... Arguments>
auto passed(sqlite3_file *file, Arguments... arguments)
{
    auto *real = joined(file).real();
    return (real->pMethods->*method)(real, arguments...);
}

/// The same, once all that waits is in the file.
template <auto method, typename... Arguments>
int flushed(sqlite3_file *file, Arguments... arguments)
{
    if (const int failed = joined(file).flush(); failed != SQLITE_OK)
        return failed;
    return passed<method>(file, arguments...);
}

int write(sqlite3_file *file, const void *data, int size, sqlite3_int64 at)
{
    auto &self = joined(file);
    const auto end = self.pendingAt + static_cast<sqlite3_int64>(self.pending.size());
    if (at != end || self.pending.size() + static_cast<size_t>(size) > mostPending) {
        if (const int failed = self.flush(); failed != SQLITE_OK)
            return failed;
    }
    if (self.pending.empty())
        self.pendingAt = at;
    const auto *bytes = static_cast<const char *>(data);
    self.pending.insert(self.pending.end(), bytes, bytes + size);
    return SQLITE_OK;
}

int close(sqlite3_file *file)
{
    auto &self = joined(file);
    const int flushed = self.flush();
    const int closed = self.real()->pMethods->xClose(self.real());
    std::destroy_at(&self);
    return flushed == SQLITE_OK ? closed : flushed;
}

const sqlite3_io_methods methods = [] {
    using Methods = sqlite3_io_methods;
    Methods all{};
    all.iVersion = 3;
    all.xClose = &close;
    all.xRead = &flushed<&Methods::xRead, void *, int, sqlite3_int64>;
    all.xWrite = &write;
    all.xTruncate = &flushed<&Methods::xTruncate, sqlite3_int64>;
    all.xSync = &flushed<&Methods::xSync, int>;
    all.xFileSize = &flushed<&Methods::xFileSize, sqlite3_int64 *>;
    all.xLock = &passed<&Methods::xLock, int>;
    all.xUnlock = &flushed<&Methods::xUnlock, int>;
    all.xCheckReservedLock = &passed<&Methods::xCheckReservedLock, int *>;
    all.xFileControl = &passed<&Methods::xFileControl, int, void *>;
    all.xSectorSize = &passed<&Methods::xSectorSize>;
    all.xDeviceCharacteristics = &passed<&Methods::xDeviceCharacteristics>;
    all.xShmMap = &passed<&Methods::xShmMap, int, int, int, void volatile **>;
    all.xShmLock = &passed<&Methods::xShmLock, int, int, int>;
    all.xShmBarrier = &passed<&Methods::xShmBarrier>;
    all.xShmUnmap = &passed<&Methods::xShmUnmap, int>;
    all.xFetch = &flushed<&Methods::xFetch, sqlite3_int64, int, void **>;
    all.xUnfetch = &passed<&Methods::xUnfetch, sqlite3_int64, void *>;
    return all;
}();

sqlite3_vfs *systemFiles()
{
    static auto *const vfs = sqlite3_vfs_find(nullptr);
    return vfs;
}

int openFile(sqlite3_vfs *, sqlite3_filename name, sqlite3_file *file, int flags, int *openedFlags)
{
    auto *real = systemFiles();
    if ((flags & (SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_DB)) == 0)
        return real->xOpen(real, name, file, flags, openedFlags);
    auto *self = new (file) JoinedFile;
    const int opened = real->xOpen(real, name, self->real(), flags, openedFlags);
    if (self->real()->pMethods)
        self->base.pMethods = &methods;
    else
        std::destroy_at(self); // there will be no xClose
    return opened;
}

} // namespace

QString joinedWritesUri(const QString &file)
{
    static sqlite3_vfs vfs = [] {
        auto ours = *systemFiles();
        ours.zName = vfsName;
        ours.szOsFile += static_cast<int>(sizeof(JoinedFile));
        ours.xOpen = &openFile;
        ours.pNext = nullptr;
        return ours;
    }();
    [[maybe_unused]] static const int registered = sqlite3_vfs_register(&vfs, 0);
    return QString::fromLatin1(QUrl::fromLocalFile(file).toEncoded()) + u"?vfs="_s +
           QLatin1StringView(vfsName);
}

} // namespace salesdesk
