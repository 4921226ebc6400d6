// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/masterkeystore.h"

#include <QEventLoop>
#include <QFile>
#include <QTimer>
#include <QUuid>

#include <qt6keychain/keychain.h>

#include <memory>

#include <fcntl.h>
#include <unistd.h>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int KeychainTimeoutMs = 3000;
constexpr auto service = "SalesDesk"_L1;

QString keyFile(const QString &folder)
{
    return folder + "/master.key"_L1;
}

QString markerFile(const QString &folder)
{
    return folder + "/keystore"_L1;
}

/// Makes the file, 0600 from its first moment, and has it on the disk before it returns.
Result<Done> writeNew(const QString &file, const QByteArray &bytes)
{
    const auto failed = [&] {
        return Error{
            ErrorCode::StorageFailed,
            u"%1 cannot be written: %2. Make room there, or choose another folder with --data."_s.arg(
                file, qt_error_string(errno))};
    };
    const int fd = ::open(QFile::encodeName(file).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0)
        return failed();
    const bool written =
        ::write(fd, bytes.constData(), static_cast<size_t>(bytes.size())) == bytes.size() && ::fsync(fd) == 0;
    auto error = written ? Result<Done>(Done{}) : Result<Done>(failed());
    ::close(fd);
    if (!written)
        QFile::remove(file);
    return error;
}

/// Runs a keychain job to its end, or for KeychainTimeoutMs. A job that has not ended then ends by itself:
/// the desktop's answer may still come to it.
template <typename Job>
std::unique_ptr<Job> finished(std::unique_ptr<Job> job)
{
    QEventLoop loop;
    bool ended = false;
    job->setAutoDelete(false);
    QObject::connect(job.get(), &QKeychain::Job::finished, &loop, [&] {
        ended = true;
        loop.quit();
    });
    QTimer::singleShot(KeychainTimeoutMs, &loop, &QEventLoop::quit);
    job->start();
    if (!ended)
        loop.exec();
    if (!ended) {
        job.release()->setAutoDelete(true);
        return nullptr;
    }
    return job->error() == QKeychain::NoError ? std::move(job) : nullptr;
}

std::optional<QByteArray> fromKeychain(const QString &name)
{
    auto job = std::make_unique<QKeychain::ReadPasswordJob>(QString(service));
    job->setKey(name);
    const auto done = finished(std::move(job));
    return done ? std::optional(done->binaryData()) : std::nullopt;
}

bool intoKeychain(const QString &name, const MasterKey &key)
{
    auto job = std::make_unique<QKeychain::WritePasswordJob>(QString(service));
    job->setKey(name);
    job->setBinaryData(key.bytes());
    return finished(std::move(job)) && fromKeychain(name) == key.bytes();
}

bool hasDesktop()
{
    return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS") &&
           (qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY"));
}

Result<MasterKey> makeNew(const QString &folder)
{
    const auto key = MasterKey::generate();
    if (hasDesktop()) {
        const auto name = u"master-key-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
        if (intoKeychain(name, key)) {
            if (const auto done = writeNew(markerFile(folder), name.toLatin1() + '\n'); !done)
                return done.error();
            return key;
        }
    }
    if (const auto done = writeNew(keyFile(folder), key.bytes()); !done)
        return done.error();
    return key;
}

} // namespace

Result<MasterKey> masterKeyOf(const QString &folder)
{
    if (QFile file(keyFile(folder)); file.exists()) {
        if (!file.open(QIODevice::ReadOnly))
            return {ErrorCode::SecretUnavailable,
                    u"%1 cannot be read: %2. Make it readable for you alone."_s.arg(file.fileName(),
                                                                                    file.errorString())};
        auto key = MasterKey::fromBytes(file.readAll());
        if (!key)
            return {ErrorCode::SecretUnavailable,
                    u"%1 is damaged: put its copy back, or move it away and make new keys."_s.arg(
                        file.fileName())};
        return key;
    }
    if (QFile marker(markerFile(folder)); marker.open(QIODevice::ReadOnly)) {
        const auto bytes = fromKeychain(QString::fromLatin1(marker.readAll().trimmed()));
        auto key = bytes ? MasterKey::fromBytes(*bytes) : Result<MasterKey>(ErrorCode::SecretUnavailable, {});
        if (!key)
            return {ErrorCode::SecretUnavailable,
                    u"The desktop's keychain, where the master key is, does not give it: unlock the keychain "
                    "and try again from a desktop session."_s};
        return key;
    }
    return makeNew(folder);
}

QString keyStoreKind(const QString &folder)
{
    return !QFile::exists(keyFile(folder)) && QFile::exists(markerFile(folder)) ? u"keychain"_s : u"file"_s;
}

} // namespace salesdesk
