// SPDX-License-Identifier: GPL-3.0-or-later
// Calls a second and their times, ours (durable, on a temporary folder) beside a bare QHttpServer that stores
// nothing, each in a process of its own. usage: bench_receiver [SECONDS [FOLDER]]; FOLDER decides on the
// disk.
#include "model/domain/secrets.h"
#include "model/store/providerstore.h"
#include "model/workspace.h"
#include "receiver/receiver.h"
#include "tests/bench/loadgenerator.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QHttpServer>
#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTextStream>

#include <algorithm>
#include <optional>

using namespace salesdesk;
using namespace Qt::StringLiterals;

namespace
{

void say(const QString &line)
{
    QTextStream(stdout) << line << Qt::endl;
}

/// Role "bare": what QHttpServer does by itself.
int serveBare()
{
    QHttpServer server;
    server.route(u"/<arg>/<arg>/<arg>"_s, [](const QString &, const QString &, const QString &) {
        return QHttpServerResponse(
            "application/json", R"({"result":"created","type":"activity","id":"1","call":1,"warnings":[]})",
            QHttpServerResponse::StatusCode::Created);
    });
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    auto *tcp = new QTcpServer(&server);
    tcp->listen(QHostAddress::LocalHost);
    server.bind(tcp);
    const auto port = tcp->serverPort();
#else
    const auto port = server.listen(QHostAddress::LocalHost);
#endif
    say(u"%1 /webhooks/p/activities k"_s.arg(port));
    return QCoreApplication::exec();
}

/// Role "ours": workspace and receiver, as `salesdesk serve` has them.
int serveOurs(const QString &folder)
{
    Workspace::Options options;
    options.folder = folder;
    auto opened = Workspace::open(options);
    if (!opened) {
        say(opened.error().detail);
        return 1;
    }
    auto &workspace = *opened.value();
    auto future = workspace.write<ProviderStore::Added>([](Connection &db) {
        return ProviderStore(db).add(u"bench"_s, u"webhooks"_s, MasterKey::generate());
    });
    future.waitForFinished();
    const auto added = future.result();
    if (!added) {
        say(added.error().detail);
        return 1;
    }
    Receiver receiver(workspace);
    QObject::connect(&receiver, &ReceiverControl::statusChanged, &receiver,
                     [&](const ReceiverStatus &status) {
                         static bool isSaid = false;
                         if (status.state != ReceiverState::Listening || isSaid)
                             return;
                         isSaid = true;
                         say(u"%1 /webhooks/%2/activities %3"_s.arg(status.url.section(u':', -1),
                                                                    added->provider.publicId, added->key));
                     });
    receiver.start(u"127.0.0.1"_s, 0);
    return QCoreApplication::exec();
}

/// Peak resident memory of a process, in MiB.
double peakMemory(qint64 process)
{
    QFile file(u"/proc/%1/status"_s.arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const auto &line : file.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.simplified().split(' ').value(1).toDouble() / 1024.0;
    }
    return 0;
}

/// One of the two servers, in a process of its own.
class Server
{
public:
    explicit Server(QString role)
        : m_role(std::move(role))
    {
    }
    bool start(const QString &folder)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QCoreApplication::applicationFilePath(), {u"--role"_s, m_role, folder});
        if (!m_process.waitForReadyRead(10000)) {
            say(u"The server \"%1\" did not start."_s.arg(m_role));
            return false;
        }
        const auto words = m_process.readLine().trimmed().split(' ');
        m_load.port = static_cast<std::uint16_t>(words.value(0).toUInt());
        m_load.path = words.value(1).toStdString();
        m_load.key = words.value(2).toStdString();
        return m_load.port != 0;
    }
    /// Nothing when a call failed.
    std::optional<bench::LoadResult> measure(int connections, double seconds)
    {
        m_load.connections = connections;
        m_load.run = std::to_string(connections) + " warm-up ";
        m_load.seconds = std::min(1.0, seconds);
        const auto warm = bench::run(m_load);
        m_load.run = std::to_string(connections) + ' ';
        m_load.seconds = seconds;
        const auto result = bench::run(m_load);
        say(u"%1  %2 connections  %3 calls/s  p50 %4 ms  p99 %5 ms  max %6 ms  failed %7"_s.arg(m_role, -5)
                .arg(connections, 3)
                .arg(result.callsPerSecond, 8, 'f', 0)
                .arg(result.p50Ms, 6, 'f', 2)
                .arg(result.p99Ms, 6, 'f', 2)
                .arg(result.maxMs, 6, 'f', 2)
                .arg(result.failed));
        return warm.failed + result.failed == 0 ? std::optional(result) : std::nullopt;
    }
    void stop()
    {
        say(u"%1  peak memory %2 MiB"_s.arg(m_role, -5).arg(peakMemory(m_process.processId()), 0, 'f', 1));
        m_process.kill();
        m_process.waitForFinished();
    }

private:
    QString m_role;
    QProcess m_process;
    bench::Load m_load;
};

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_NO_THREADED_GLIB", "1"); // as the program does
    QCoreApplication app(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--role"_s)
        return arguments.value(2) == u"bare"_s ? serveBare() : serveOurs(arguments.value(3));

    const auto seconds = arguments.size() > 1 ? arguments[1].toDouble() : 5.0;
    QTemporaryDir folder(arguments.value(2, QDir::tempPath()) + u"/salesdesk-bench-XXXXXX"_s);
    if (!folder.isValid() || seconds <= 0) {
        say(u"usage: bench_receiver [SECONDS [FOLDER]]"_s);
        return 2;
    }
    Server bare(u"bare"_s);
    Server ours(u"ours"_s);
    if (!bare.start(folder.path()) || !ours.start(folder.path()))
        return 1;
    // One after the other for each number of connections, so that both meet the same machine.
    for (const int connections : {1, 16, 64}) {
        const auto reference = bare.measure(connections, seconds);
        const auto result = ours.measure(connections, seconds);
        if (!reference || !result)
            return 1;
        say(u"ratio  %1 connections  %2"_s.arg(connections, 3)
                .arg(result->callsPerSecond / reference->callsPerSecond, 0, 'f', 2));
    }
    bare.stop();
    ours.stop();
    return 0;
}
