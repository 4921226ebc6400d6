// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/folderlock.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

// sockaddr_un holds 107 characters; QLocalServer makes the socket in a folder of its own beside it first.
constexpr qsizetype LongestSocketPath = 85;

Error cannotUse(const QString &folder, int error)
{
    return {ErrorCode::StorageFailed,
            u"The data folder %1 cannot be used: %2. Make it writable, or choose another with --data."_s.arg(
                folder, qt_error_string(error))};
}

} // namespace

FolderLock::FolderLock(QString folder)
    : m_folder(std::move(folder))
{
}

FolderLock::~FolderLock()
{
    if (m_file >= 0)
        ::close(m_file);
}

Result<bool> FolderLock::tryLock()
{
    if (m_file >= 0)
        return true;
    if (!QDir(m_folder).exists()) {
        QDir().mkpath(QFileInfo(m_folder).path());
        if (::mkdir(QFile::encodeName(m_folder).constData(), 0700) != 0 && errno != EEXIST)
            return cannotUse(m_folder, errno);
    }
    const auto name = QFile::encodeName(m_folder + "/salesdesk.lock"_L1);
    const int file = ::open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0)
        return cannotUse(m_folder, errno);
    if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
        const int error = errno;
        ::close(file);
        if (error == EWOULDBLOCK)
            return false;
        return cannotUse(m_folder, error);
    }
    m_file = file;
    return true;
}

QString FolderLock::socketPath() const
{
    const auto folder = QFileInfo(m_folder).canonicalFilePath();
    QString inside = folder + "/salesdesk.sock"_L1;
    if (QFile::encodeName(inside).size() <= LongestSocketPath)
        return inside;
    const auto hash = QCryptographicHash::hash(folder.toUtf8(), QCryptographicHash::Sha256).toHex().left(24);
    return QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation) + "/salesdesk-"_L1 +
           QString::fromLatin1(hash);
}

} // namespace salesdesk
