// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/answer.h"

#include <array>
#include <ctime>

namespace salesdesk
{
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

HeaderList fieldsOf(const Answer &answer)
{
    HeaderList fields;
    fields.reserve(6);
    fields.emplaceBack("Content-Type", answer.status < 400 ? "application/json" : "application/problem+json");
    fields.emplaceBack("Date", httpDate());
    if (answer.status == 401)
        fields.emplaceBack("WWW-Authenticate", "Bearer");
    if (!answer.allow.isEmpty())
        fields.emplaceBack("Allow", answer.allow);
    if (answer.retryAfter > 0)
        fields.emplaceBack("Retry-After", QByteArray::number(answer.retryAfter));
    if (answer.close)
        fields.emplaceBack("Connection", "close");
    else if (answer.keepAlive)
        fields.emplaceBack("Connection", "keep-alive");
    return fields;
}

QByteArray toBytes(const Answer &answer)
{
    auto bytes = "HTTP/1.1 " + QByteArray::number(answer.status) + ' ' + phraseOf(answer.status) + "\r\n";
    for (const auto &[name, value] : fieldsOf(answer))
        bytes += name + ": " + value + "\r\n";
    bytes += "Content-Length: " + QByteArray::number(answer.body.size()) + "\r\n\r\n";
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
