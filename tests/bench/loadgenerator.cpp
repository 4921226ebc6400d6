// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/loadgenerator.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstring>
#include <vector>

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace salesdesk::bench
{
namespace
{

using Clock = std::chrono::steady_clock;

struct Client {
    int socket = -1;
    Clock::time_point sent;
    std::string answer;
};

int connectTo(std::uint16_t port)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int on = 1;
    setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (::connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        ::close(socket);
        return -1;
    }
    return socket;
}

std::string request(const Load &load, std::uint64_t number)
{
    const auto text = std::to_string(number);
    const auto agent = std::to_string(number % 50);
    const auto body =
        R"({"id":"deal )" + load.run + text + R"( | demo planned","type":"Deal stage: Demo planned",)" +
        R"("agent_id":")" + agent + R"(","agent_name":"Agent number )" + agent +
        R"(","agent_team_id":"1","agent_team_name":"Team One","moment":"2025-12-10 19:00:00",)" +
        R"("contact_key":"contact )" + text + R"(","value":399.95,"value_is_money":true,"note":")" +
        std::string(120, 'x') + R"("})";
    return "POST " + load.path +
           " HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: bench\r\nAccept: */*\r\nAuthorization: Bearer " +
           load.key + "\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) +
           "\r\n\r\n" + body;
}

/// The size of the whole answer at the front of `bytes`, or 0 while it is not there.
std::size_t wholeAnswer(const std::string &bytes)
{
    const auto end = bytes.find("\r\n\r\n");
    if (end == std::string::npos)
        return 0;
    auto field = bytes.find("ontent-Length: ");
    if (field == std::string::npos)
        field = bytes.find("ontent-length: ");
    const auto size = field < end ? std::strtoul(bytes.c_str() + field + 15, nullptr, 10) : 0;
    return bytes.size() >= end + 4 + size ? end + 4 + size : 0;
}

double percentile(std::vector<double> &sorted, double part)
{
    if (sorted.empty())
        return 0;
    return sorted[std::min(sorted.size() - 1,
                           static_cast<std::size_t>(part * static_cast<double>(sorted.size())))];
}

} // namespace

LoadResult run(const Load &load)
{
    LoadResult result;
    const int poll = epoll_create1(EPOLL_CLOEXEC);
    std::vector<Client> clients(static_cast<std::size_t>(load.connections));
    std::uint64_t number = 0;
    const auto send = [&](Client &client) {
        const auto text = request(load, ++number);
        client.sent = Clock::now();
        return ::send(client.socket, text.data(), text.size(), MSG_NOSIGNAL) ==
               static_cast<ssize_t>(text.size());
    };
    for (auto &client : clients) {
        client.socket = connectTo(load.port);
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.ptr = &client;
        if (client.socket < 0 || epoll_ctl(poll, EPOLL_CTL_ADD, client.socket, &event) != 0 || !send(client))
            ++result.failed;
    }
    std::vector<double> times;
    std::array<epoll_event, 64> events{};
    const auto start = Clock::now();
    const auto end =
        start + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(load.seconds));
    while (Clock::now() < end && result.failed == 0) {
        const int count = epoll_wait(poll, events.data(), static_cast<int>(events.size()), 100);
        for (int i = 0; i < count; ++i) {
            auto &client = *static_cast<Client *>(events[static_cast<std::size_t>(i)].data.ptr);
            std::array<char, 8192> buffer{};
            const auto got = ::recv(client.socket, buffer.data(), buffer.size(), 0);
            if (got <= 0) {
                ++result.failed;
                break;
            }
            client.answer.append(buffer.data(), static_cast<std::size_t>(got));
            const auto size = wholeAnswer(client.answer);
            if (size == 0)
                continue;
            times.push_back(std::chrono::duration<double, std::milli>(Clock::now() - client.sent).count());
            if (client.answer.compare(0, 10, "HTTP/1.1 2") != 0)
                ++result.failed;
            client.answer.erase(0, size);
            if (!send(client))
                ++result.failed;
        }
    }
    const auto seconds = std::chrono::duration<double>(Clock::now() - start).count();
    for (const auto &client : clients)
        ::close(client.socket);
    ::close(poll);
    std::sort(times.begin(), times.end());
    result.callsPerSecond = static_cast<double>(times.size()) / seconds;
    result.p50Ms = percentile(times, 0.50);
    result.p99Ms = percentile(times, 0.99);
    result.maxMs = times.empty() ? 0 : times.back();
    return result;
}

} // namespace salesdesk::bench
