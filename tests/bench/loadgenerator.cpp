// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/loadgenerator.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstring>
#include <string_view>
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

/// The bytes of a call, made once: from one call to the next only the digits of its number change.
class Request
{
public:
    explicit Request(const Load &load)
    {
        const std::string body =
            R"({"id":"deal )" + load.run + R"(######## | demo planned","type":"Deal stage: Demo planned",)" +
            R"("agent_id":"@@","agent_name":"Agent number @@","agent_team_id":"1","agent_team_name":"Team One",)" +
            R"("moment":"2025-12-10 19:00:00","contact_key":"contact ########","value":399.95,)" +
            R"("value_is_money":true,"note":")" + std::string(120, 'x') + R"("})";
        m_text =
            "POST " + load.path +
            " HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: bench\r\nAccept: */*\r\nAuthorization: Bearer " +
            load.key +
            "\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) +
            "\r\n\r\n" + body;
        for (auto at = m_text.find(numberMark); at != std::string::npos; at = m_text.find(numberMark, at + 1))
            m_numbers.push_back(at);
        for (auto at = m_text.find(agentMark); at != std::string::npos; at = m_text.find(agentMark, at + 1))
            m_agents.push_back(at);
    }
    const std::string &numbered(std::uint64_t number)
    {
        for (const auto at : m_numbers)
            write(at, numberMark.size(), number);
        for (const auto at : m_agents)
            write(at, agentMark.size(), number % agents);
        return m_text;
    }

private:
    static constexpr std::string_view numberMark = "########";
    static constexpr std::string_view agentMark = "@@";
    static constexpr std::uint64_t agents = 50;

    void write(std::size_t at, std::size_t digits, std::uint64_t number)
    {
        for (auto place = at + digits; place > at; number /= 10)
            m_text[--place] = static_cast<char>('0' + number % 10);
    }

    std::string m_text;
    std::vector<std::size_t> m_numbers;
    std::vector<std::size_t> m_agents;
};

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
    Request request(load);
    const auto send = [&](Client &client) {
        const auto &text = request.numbered(++number);
        client.sent = Clock::now();
        return ::send(client.socket, text.data(), text.size(), MSG_NOSIGNAL) ==
               static_cast<ssize_t>(text.size());
    };
    std::vector<Client *> free; // without a call under way
    for (auto &client : clients) {
        client.socket = connectTo(load.port);
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.ptr = &client;
        free.push_back(&client);
        if (client.socket < 0 || epoll_ctl(poll, EPOLL_CTL_ADD, client.socket, &event) != 0)
            ++result.failed;
    }
    std::vector<double> times;
    std::array<epoll_event, 64> events{};
    std::array<char, 8192> buffer{};
    const auto start = Clock::now();
    const auto isDue = [&] {
        const auto passed = std::chrono::duration<double>(Clock::now() - start).count();
        return load.perSecond == 0 || static_cast<double>(number) < passed * load.perSecond;
    };
    const auto end =
        start + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(load.seconds));
    while (Clock::now() < end && result.failed == 0) {
        while (!free.empty() && isDue()) {
            if (!send(*free.back()))
                ++result.failed;
            free.pop_back();
        }
        const int count =
            epoll_wait(poll, events.data(), static_cast<int>(events.size()), free.empty() ? 100 : 1);
        for (int i = 0; i < count; ++i) {
            auto &client = *static_cast<Client *>(events[static_cast<std::size_t>(i)].data.ptr);
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
            if (load.perSecond > 0)
                free.push_back(&client);
            else if (!send(client))
                ++result.failed;
        }
    }
    const auto seconds = std::chrono::duration<double>(Clock::now() - start).count();
    for (const auto &client : clients)
        ::close(client.socket);
    ::close(poll);
    std::sort(times.begin(), times.end());
    result.calls = times.size();
    result.callsPerSecond = static_cast<double>(times.size()) / seconds;
    result.p50Ms = percentile(times, 0.50);
    result.p99Ms = percentile(times, 0.99);
    result.maxMs = times.empty() ? 0 : times.back();
    return result;
}

} // namespace salesdesk::bench
