// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/answer.h"

#include "model/intake/intake.h"

#include <array>
#include <ctime>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

const char *phraseOf(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 408:
        return "Request Timeout";
    case 411:
        return "Length Required";
    case 413:
        return "Content Too Large";
    case 414:
        return "URI Too Long";
    case 415:
        return "Unsupported Media Type";
    case 422:
        return "Unprocessable Content";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 503:
        return "Service Unavailable";
    case 505:
        return "HTTP Version Not Supported";
    default:
        return "Internal Server Error";
    }
}

} // namespace

Answer tooManyConnections()
{
    const Refusal refusal{CallReason::QueueFull,
                          u"Too many connections are open: close some, or send the call again in a moment."_s,
                          {},
                          1};
    Answer answer;
    answer.status = httpStatus(refusal.reason);
    answer.body = problemAnswer(refusal, {});
    answer.retryAfter = refusal.retryAfter;
    answer.close = true;
    return answer;
}

QByteArray toBytes(const Answer &answer)
{
    constexpr qsizetype roomForHead = 256;
    QByteArray bytes;
    bytes.reserve(roomForHead + answer.body.size());
    bytes += "HTTP/1.1 ";
    bytes += QByteArray::number(answer.status);
    bytes += ' ';
    bytes += phraseOf(answer.status);
    bytes += answer.status < 400 ? "\r\nContent-Type: application/json\r\nDate: "
                                 : "\r\nContent-Type: application/problem+json\r\nDate: ";
    bytes += httpDate();
    if (answer.status == 401)
        bytes += "\r\nWWW-Authenticate: Bearer";
    if (!answer.allow.isEmpty())
        bytes += "\r\nAllow: " + answer.allow;
    if (answer.retryAfter > 0)
        bytes += "\r\nRetry-After: " + QByteArray::number(answer.retryAfter);
    if (answer.close)
        bytes += "\r\nConnection: close";
    else if (answer.keepAlive)
        bytes += "\r\nConnection: keep-alive";
    bytes += "\r\nContent-Length: ";
    bytes += QByteArray::number(answer.body.size());
    bytes += "\r\n\r\n";
    if (!answer.withoutBody)
        bytes += answer.body;
    return bytes;
}

QByteArray httpDate()
{
    thread_local std::time_t formattedFor = -1;
    thread_local QByteArray text;
    const auto now = std::time(nullptr);
    if (now == formattedFor)
        return text;
    static constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    std::tm utc{};
    gmtime_r(&now, &utc);
    text = QString::asprintf("%s, %02d %s %04d %02d:%02d:%02d GMT", days[static_cast<size_t>(utc.tm_wday)],
                             utc.tm_mday, months[static_cast<size_t>(utc.tm_mon)], utc.tm_year + 1900,
                             utc.tm_hour, utc.tm_min, utc.tm_sec)
               .toLatin1();
    formattedFor = now;
    return text;
}

} // namespace salesdesk
