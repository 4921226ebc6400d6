// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonDocument>
#include <QProcess>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QUrl>

#include <memory>

namespace salesdesk
{

/// An answer of the receiver, as a test looks at it.
struct HttpAnswer {
    int status = 0; ///< 0: the connection ended, or the deadline passed, before a whole answer came
    QByteArray head;
    QByteArray body;
    [[nodiscard]] QJsonObject json() const;
};

/// One connection to the receiver, kept alive, in plain blocking calls.
class HttpClient final
{
public:
    explicit HttpClient(const QUrl &url)
        : m_url(url)
    {
    }
    [[nodiscard]] HttpAnswer post(const QString &path, const QByteArray &key, const QByteArray &json,
                                  const QByteArray &moreHeaders = {});
    [[nodiscard]] HttpAnswer get(const QString &path);

private:
    [[nodiscard]] HttpAnswer exchange(const QByteArray &request);

    QUrl m_url;
    std::unique_ptr<QTcpSocket> m_socket;
};

/// The real executable on a data folder of its own: `serve` in the background, commands beside it. What it
/// needs of a process's environment (a preloaded library, say) is set before start().
class ServedFolder final
{
    Q_DISABLE_COPY_MOVE(ServedFolder)
public:
    ServedFolder() = default;
    ~ServedFolder();

    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();

    [[nodiscard]] QString path() const { return m_folder.path(); }
    /// Starts `serve --port 0`; false when it did not say "listening on …" within 20 s.
    [[nodiscard]] bool start();
    /// SIGKILL, and waits for the end.
    void kill();
    /// SIGTERM; the exit status, or -1 when it crashed or took longer than 20 s.
    [[nodiscard]] int terminate();
    [[nodiscard]] QUrl url() const { return m_url; }
    [[nodiscard]] qint64 processId() const { return m_serve.processId(); }
    [[nodiscard]] QByteArray errorOutput() { return m_serve.readAllStandardError(); }

    struct Ran {
        int status = -1;
        QByteArray out;
        QByteArray err;
        [[nodiscard]] QJsonDocument json() const { return QJsonDocument::fromJson(out); }
    };
    /// Runs a command on the folder.
    [[nodiscard]] Ran run(const QStringList &arguments) const;
    /// Adds a provider; false when that fails.
    [[nodiscard]] bool addProvider(const QString &name);
    QByteArray key;         ///< of the provider that addProvider() added
    QString activitiesPath; ///< path of its webhook

private:
    QTemporaryDir m_folder;
    QProcess m_serve;
    QUrl m_url;
};

/// A minimal valid activity with this id.
[[nodiscard]] QByteArray activityJson(const QString &id);

} // namespace salesdesk
