// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that fails on command, for LD_PRELOAD. While the file named by FAULTY_DISK holds a line "OPERATION
// NUMBER", it does so on every file called salesdesk.db…: "write" or "sync" fails with the errno NUMBER;
// "room" is a file system on which no such file has more than NUMBER bytes: what fits of a write is written.
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include <dlfcn.h>
#include <fcntl.h>
#include <unistd.h>

namespace
{

/// The number that stands for `operation` on `fd`; 0 for none.
int fault(const char *operation, int fd)
{
    const char *control = getenv("FAULTY_DISK");
    if (control == nullptr)
        return 0;
    char line[64] = {};
    const int file = open(control, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return 0;
    const auto got = read(file, line, sizeof line - 1);
    close(file);
    char wanted[16] = {};
    int error = 0;
    if (got <= 0 || sscanf(line, "%15s %d", wanted, &error) != 2 || strcmp(wanted, operation) != 0)
        return 0;
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    char path[4096] = {};
    if (readlink(link, path, sizeof path - 1) <= 0 || strstr(path, "/salesdesk.db") == nullptr)
        return 0;
    return error;
}

template <typename Function>
Function real(const char *name)
{
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

template <typename Offset>
ssize_t positionedWrite(const char *name, int fd, const void *data, size_t size, Offset offset)
{
    if (const int error = fault("write", fd)) {
        errno = error;
        return -1;
    }
    if (const int room = fault("room", fd); room > 0 && offset + static_cast<Offset>(size) > room) {
        if (offset >= room) {
            errno = ENOSPC;
            return -1;
        }
        size = static_cast<size_t>(room - offset);
    }
    return real<ssize_t (*)(int, const void *, size_t, Offset)>(name)(fd, data, size, offset);
}

int sync(const char *name, int fd)
{
    if (const int error = fault("sync", fd)) {
        errno = error;
        return -1;
    }
    return real<int (*)(int)>(name)(fd);
}

} // namespace

extern "C" {

ssize_t pwrite(int fd, const void *data, size_t size, off_t offset)
{
    return positionedWrite("pwrite", fd, data, size, offset);
}

ssize_t pwrite64(int fd, const void *data, size_t size, off64_t offset)
{
    return positionedWrite("pwrite64", fd, data, size, offset);
}

int fsync(int fd)
{
    return sync("fsync", fd);
}

int fdatasync(int fd)
{
    return sync("fdatasync", fd);
}
}
