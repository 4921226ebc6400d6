// SPDX-License-Identifier: GPL-3.0-or-later
// Calls a second and their times, as ratios: ours (durable, on a temporary folder) beside a bare QHttpServer
// that stores nothing, beside ours with many calls logged already, and beside fastify with better-sqlite3
// (tests/bench/fastify after `npm install`), each in a process of its own, in turn. `bench_receiver --help`
// says how.
#include "model/domain/secrets.h"
#include "model/store/connection.h"
#include "model/store/providerstore.h"
#include "model/workspace.h"
#include "receiver/receiver.h"
#include "tests/bench/benchserver.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QHttpServer>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTemporaryFile>
#include <QTextStream>

#include <algorithm>
#include <array>

#include <unistd.h>

using namespace salesdesk;
using bench::Rounds;
using bench::Server;
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

/// A key of the folder's provider, which is made in an empty one, and how many calls are logged.
struct Prepared {
    Provider provider;
    QString key;
    qint64 logged = 0;
};

Result<Prepared> prepare(Connection &db)
{
    ProviderStore store(db);
    const auto master = MasterKey::generate();
    const auto there = store.list();
    if (!there)
        return there.error();
    if (there->isEmpty()) {
        const auto added = store.add(u"bench"_s, u"webhooks"_s, master);
        return added ? Result<Prepared>(Prepared{added->provider, added->key, 0}) : added.error();
    }
    const auto key = store.addKey(there->first().id, u"bench"_s, master);
    if (!key)
        return key.error();
    const auto last = db.number(u"SELECT max(id) FROM call"_s, {});
    if (!last)
        return last.error();
    return Prepared{there->first(), key->text, last->value_or(0)};
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
    const auto prepared = workspace.write<Prepared>(prepare).result();
    if (!prepared) {
        say(prepared.error().detail);
        return 1;
    }
    Receiver receiver(workspace);
    QObject::connect(
        &receiver, &ReceiverControl::statusChanged, &receiver, [&](const ReceiverStatus &status) {
            static bool isSaid = false;
            if (status.state != ReceiverState::Listening || isSaid)
                return;
            isSaid = true;
            say(u"%1 /webhooks/%2/activities %3 %4"_s.arg(status.url.section(u':', -1),
                                                          prepared->provider.publicId, prepared->key,
                                                          QString::number(prepared->logged)));
        });
    receiver.start(u"127.0.0.1"_s, 0);
    return QCoreApplication::exec();
}

struct Options {
    int rounds = 5;
    double seconds = 1;
    qint64 logged = 0;
    QString folder;
    QString fastify;
};

/// Logs calls until there are as many as asked.
bool fill(Server &server, qint64 calls)
{
    auto missing = calls - server.logged();
    while (missing > 0) {
        const auto result = server.measure(64, 5);
        if (!result)
            return false;
        missing -= static_cast<qint64>(result->calls);
        say(u"%1: %2 calls to go"_s.arg(server.name()).arg(std::max<qint64>(0, missing)));
    }
    server.settle();
    return true;
}

std::vector<std::unique_ptr<Server>> servers(const Options &options)
{
    const auto self = QCoreApplication::applicationFilePath();
    const auto role = [&](const QString &name) {
        return QStringList{u"--role"_s, name, u"--folder"_s, options.folder};
    };
    std::vector<std::unique_ptr<Server>> all;
    all.push_back(std::make_unique<Server>(u"bare QHttpServer"_s, self, role(u"bare"_s)));
    all.push_back(std::make_unique<Server>(u"ours"_s, self, role(u"empty"_s)));
    if (options.logged > 0)
        all.push_back(std::make_unique<Server>(u"ours, many logged"_s, self, role(u"logged"_s)));
    if (!options.fastify.isEmpty()) {
        const auto script = options.fastify + u"/server.mjs"_s;
        all.push_back(std::make_unique<Server>(u"fastify"_s, u"node"_s, QStringList{script, options.folder}));
        all.push_back(std::make_unique<Server>(u"fastify, batching"_s, u"node"_s,
                                               QStringList{script, options.folder, u"batch"_s}));
    }
    return all;
}

/// What the disk of this folder takes for one call's commit, in microseconds: the median of writing its some
/// 12 pages into a file that is long enough already, and flushing it.
std::optional<double> flushTime(const QString &folder)
{
    constexpr qsizetype commitSize = 12 * 4120;
    constexpr int times = 300;
    QTemporaryFile file(folder + u"/flush-XXXXXX"_s);
    const QByteArray zeros(times * commitSize, '\0');
    if (!file.open() || file.write(zeros) != zeros.size() || !file.flush() || ::fsync(file.handle()) != 0)
        return std::nullopt;
    std::array<qint64, times> spent{};
    for (int i = 0; i < times; ++i) {
        QElapsedTimer timer;
        timer.start();
        if (::pwrite(file.handle(), zeros.constData(), commitSize, i * commitSize) != commitSize ||
            ::fdatasync(file.handle()) != 0)
            return std::nullopt;
        spent[static_cast<size_t>(i)] = timer.nsecsElapsed();
    }
    std::nth_element(spent.begin(), spent.begin() + times / 2, spent.end());
    return static_cast<double>(spent[times / 2]) / 1000;
}

/// How near to bare a receiver could come that answers one call after the other and spends no time on a call
/// but bare's and the disk's.
void sayBound(const QString &folder, const Rounds &single, const Server &bare)
{
    const auto flush = flushTime(folder);
    if (!flush) {
        say(u"The disk of %1 could not be timed."_s.arg(folder));
        return;
    }
    const auto bareTime = 1'000'000 / single.callsPerSecond(bare);
    say(u"  1 connections  bare and the disk  of bare  %1: a commit's write and flush take %2 us, bare's call %3"_s
            .arg(bareTime / (bareTime + *flush), 0, 'f', 3)
            .arg(*flush, 0, 'f', 0)
            .arg(bareTime, 0, 'f', 0));
}

int compare(const Options &options)
{
    const auto all = servers(options);
    std::vector<Server *> running;
    for (const auto &server : all) {
        if (!server->start())
            return 1;
        if (server->name() == u"ours, many logged"_s && !fill(*server, options.logged))
            return 1;
        if (!server->measure(64, 2)) // warm: the log of ours is as long as it becomes
            return 1;
        server->settle();
        running.push_back(server.get());
    }
    for (const int connections : {64, 16, 1}) {
        Rounds rounds(running, connections, options.rounds, options.seconds);
        if (!rounds.run())
            return 1;
        rounds.print();
        for (size_t i = 1; i < running.size(); ++i)
            say(u"%1 connections  %2 of bare  %3"_s.arg(connections, 3)
                    .arg(running[i]->name(), -17)
                    .arg(rounds.ratio(*running[i], *running[0])));
        if (options.logged > 0)
            say(u"%1 connections  %2 calls logged, of an empty file  %3"_s.arg(connections, 3)
                    .arg(options.logged)
                    .arg(rounds.ratio(*running[2], *running[1])));
        if (connections == 1)
            sayBound(options.folder, rounds, *running[0]);
    }
    for (auto *server : running) {
        say(u"%1  peak memory %2 MiB"_s.arg(server->name(), -17).arg(server->peakMemory(), 0, 'f', 1));
        server->stop();
    }
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_NO_THREADED_GLIB", "1"); // as the program does
    const QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    const auto option = [&parser](const QString &name, const QString &what, const QString &value,
                                  const QString &usual) {
        parser.addOption({name, what, value, usual});
    };
    option(u"rounds"_s, u"Rounds for each number of connections."_s, u"N"_s, u"5"_s);
    option(u"seconds"_s, u"Length of one measurement."_s, u"S"_s, u"1"_s);
    option(u"folder"_s, u"Where the databases are made, which decides on the disk; they are kept there."_s,
           u"DIR"_s, {});
    option(u"logged"_s, u"Measure beside one that has N calls logged; it is filled first."_s, u"N"_s, u"0"_s);
    option(u"fastify"_s, u"Measure fastify as well: tests/bench/fastify, after npm install."_s, u"DIR"_s, {});
    option(u"role"_s, u"Serve as one of the servers."_s, u"bare|empty|logged"_s, {});
    parser.process(app);

    const auto given = parser.value(u"folder"_s);
    if (const auto role = parser.value(u"role"_s); !role.isEmpty())
        return role == u"bare"_s ? serveBare() : serveOurs(given + u'/' + role);
    const QTemporaryDir temporary(QDir::tempPath() + u"/salesdesk-bench-XXXXXX"_s);
    if (!given.isEmpty() && !QDir().mkpath(given))
        return 1;
    return compare({std::max(1, parser.value(u"rounds"_s).toInt()), parser.value(u"seconds"_s).toDouble(),
                    parser.value(u"logged"_s).toLongLong(), given.isEmpty() ? temporary.path() : given,
                    parser.value(u"fastify"_s)});
}
