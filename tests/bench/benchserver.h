// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/loadgenerator.h"

#include <QProcess>

#include <optional>
#include <vector>

namespace salesdesk::bench
{

/// One of the servers that are compared, in a process of its own, and what was measured of it.
class Server
{
public:
    /// `command` prints a line with the port, the path and the key, separated by spaces.
    Server(QString name, QString program, QStringList arguments);

    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] bool start();
    void stop();
    /// The fourth word of its line: how many calls it had logged.
    [[nodiscard]] qint64 logged() const { return m_logged; }
    /// Nothing when a call failed. Every run has ids of its own.
    [[nodiscard]] std::optional<LoadResult> measure(int connections, double seconds);
    /// Waits until the process has nothing to do any more: what a server does behind its answers must not run
    /// while another one is measured.
    void settle() const;
    /// Peak resident memory, in MiB.
    [[nodiscard]] double peakMemory() const;

private:
    QString m_name;
    QString m_program;
    QStringList m_arguments;
    QProcess m_process;
    Load m_load;
    qint64 m_logged = 0;
    int m_runs = 0;
};

/// Rounds of one number of connections: of each server in turn, so that all meet the same machine.
class Rounds
{
public:
    Rounds(std::vector<Server *> servers, int connections, int rounds, double seconds);
    /// False when a call failed.
    [[nodiscard]] bool run();
    /// The median of the rounds' rates.
    [[nodiscard]] double callsPerSecond(const Server &server) const;
    /// The median of the servers' ratios in the rounds, with their range.
    [[nodiscard]] QString ratio(const Server &server, const Server &reference) const;
    void print() const;

private:
    [[nodiscard]] const std::vector<LoadResult> &of(const Server &server) const;

    std::vector<Server *> m_servers;
    std::vector<std::vector<LoadResult>> m_results; ///< of each server, by round
    int m_connections;
    int m_rounds;
    double m_seconds;
};

} // namespace salesdesk::bench
