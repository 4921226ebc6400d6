// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benchserver.h"

#include <QCoreApplication>
#include <QFile>
#include <QTextStream>
#include <QThread>

#include <algorithm>

namespace salesdesk::bench
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int startTime = 20'000; // ms; a large database is opened, too

void say(const QString &line)
{
    QTextStream(stdout) << line << Qt::endl;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[values.size() / 2];
}

/// One figure of all results.
template <typename Figure>
std::vector<double> each(const std::vector<LoadResult> &results, Figure figure)
{
    std::vector<double> values;
    values.reserve(results.size());
    for (const auto &result : results)
        values.push_back(result.*figure);
    return values;
}

/// Clock ticks of CPU a process has used: fields 14 and 15 of proc(5) stat.
qint64 cpuTicks(qint64 process)
{
    QFile file(u"/proc/%1/stat"_s.arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const auto text = file.readAll();
    const auto fields = text.sliced(text.lastIndexOf(')') + 2).split(' ');
    return fields.value(11).toLongLong() + fields.value(12).toLongLong();
}

} // namespace

Server::Server(QString name, QString program, QStringList arguments)
    : m_name(std::move(name))
    , m_program(std::move(program))
    , m_arguments(std::move(arguments))
{
}

bool Server::start()
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(m_program, m_arguments);
    if (!m_process.waitForReadyRead(startTime)) {
        say(u"The server \"%1\" did not start."_s.arg(m_name));
        return false;
    }
    const auto line = m_process.readLine().trimmed();
    const auto words = line.split(' ');
    m_load.port = static_cast<std::uint16_t>(words.value(0).toUInt());
    m_load.path = words.value(1).toStdString();
    m_load.key = words.value(2).toStdString();
    m_logged = words.value(3).toLongLong();
    if (m_load.port == 0)
        say(u"The server \"%1\" did not start: %2"_s.arg(m_name, QString::fromUtf8(line)));
    return m_load.port != 0;
}

void Server::stop()
{
    m_process.kill();
    m_process.waitForFinished();
}

std::optional<LoadResult> Server::measure(int connections, double seconds)
{
    m_load.connections = connections;
    m_load.seconds = seconds;
    m_load.run = std::to_string(m_logged) + '-' + std::to_string(++m_runs) + '-';
    const auto result = run(m_load);
    if (result.failed == 0)
        return result;
    say(u"%1: %2 calls failed"_s.arg(m_name).arg(result.failed));
    return std::nullopt;
}

void Server::settle() const
{
    constexpr int watched = 200;   // ms
    constexpr int quietTimes = 13; // in a row: our index follows two seconds behind the calls
    for (int quiet = 0; quiet < quietTimes;) {
        const auto before = cpuTicks(m_process.processId());
        QThread::msleep(watched);
        quiet = cpuTicks(m_process.processId()) > before + 1 ? 0 : quiet + 1;
    }
}

double Server::peakMemory() const
{
    QFile file(u"/proc/%1/status"_s.arg(m_process.processId()));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const auto &line : file.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.simplified().split(' ').value(1).toDouble() / 1024.0;
    }
    return 0;
}

Rounds::Rounds(std::vector<Server *> servers, int connections, int rounds, double seconds)
    : m_servers(std::move(servers))
    , m_results(m_servers.size())
    , m_connections(connections)
    , m_rounds(rounds)
    , m_seconds(seconds)
{
}

bool Rounds::run()
{
    for (int round = 0; round < m_rounds; ++round) {
        for (size_t i = 0; i < m_servers.size(); ++i) {
            const auto result = m_servers[i]->measure(m_connections, m_seconds);
            m_servers[i]->settle();
            if (!result)
                return false;
            m_results[i].push_back(*result);
        }
    }
    return true;
}

const std::vector<LoadResult> &Rounds::of(const Server &server) const
{
    const auto found = std::find(m_servers.begin(), m_servers.end(), &server);
    return m_results.at(static_cast<size_t>(found - m_servers.begin()));
}

double Rounds::callsPerSecond(const Server &server) const
{
    return median(each(of(server), &LoadResult::callsPerSecond));
}

QString Rounds::ratio(const Server &server, const Server &reference) const
{
    std::vector<double> ratios;
    const auto &ours = of(server);
    const auto &theirs = of(reference);
    for (size_t round = 0; round < ours.size(); ++round)
        ratios.push_back(ours[round].callsPerSecond / theirs[round].callsPerSecond);
    const auto [least, most] = std::minmax_element(ratios.begin(), ratios.end());
    return u"%1 (%2 to %3)"_s.arg(median(ratios), 0, 'f', 3).arg(*least, 0, 'f', 3).arg(*most, 0, 'f', 3);
}

void Rounds::print() const
{
    for (const auto *server : m_servers) {
        const auto &results = of(*server);
        const auto p99 = each(results, &LoadResult::p99Ms);
        say(u"%1 connections  %2 %3 calls/s  p50 %4 ms  p99 %5 ms (%6 to %7)"_s.arg(m_connections, 3)
                .arg(server->name(), -17)
                .arg(median(each(results, &LoadResult::callsPerSecond)), 7, 'f', 0)
                .arg(median(each(results, &LoadResult::p50Ms)), 6, 'f', 2)
                .arg(median(p99), 6, 'f', 2)
                .arg(*std::min_element(p99.begin(), p99.end()), 0, 'f', 2)
                .arg(*std::max_element(p99.begin(), p99.end()), 0, 'f', 2));
    }
}

} // namespace salesdesk::bench
