// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/joinedlog.h"

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

/// An open log. SQLite allots the room for it and for the system's own file behind it.
struct alignas(8) LogFile {
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
        pending.clear(); // a failed one fails its transaction, and SQLite writes the next over it
        return written;
    }
};

LogFile &log(sqlite3_file *file)
{
    return *reinterpret_cast<LogFile *>(file);
}

/// Calls the system's method once all that waits is in the file.
template <auto method, typename... Arguments>
int flushed(sqlite3_file *file, Arguments... arguments)
{
    auto &self = log(file);
    if (const int failed = self.flush(); failed != SQLITE_OK)
        return failed;
    return (self.real()->pMethods->*method)(self.real(), arguments...);
}

int writeLog(sqlite3_file *file, const void *data, int size, sqlite3_int64 at)
{
    auto &self = log(file);
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

int closeLog(sqlite3_file *file)
{
    auto &self = log(file);
    const int flushed = self.flush();
    const int closed = self.real()->pMethods->xClose(self.real());
    std::destroy_at(&self);
    return flushed == SQLITE_OK ? closed : flushed;
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
    methods.xRead = &flushed<&sqlite3_io_methods::xRead, void *, int, sqlite3_int64>;
    methods.xWrite = &writeLog;
    methods.xTruncate = &flushed<&sqlite3_io_methods::xTruncate, sqlite3_int64>;
    methods.xSync = &flushed<&sqlite3_io_methods::xSync, int>;
    methods.xFileSize = &flushed<&sqlite3_io_methods::xFileSize, sqlite3_int64 *>;
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

} // namespace salesdesk
