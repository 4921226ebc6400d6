// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/callformats.h"

#include "model/domain/csv.h"
#include "model/domain/moment.h"
#include "model/intake/explaincall.h"
#include "model/intake/jsontext.h"

#include <QCoreApplication>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

QByteArray jsonOf(const QString &text)
{
    QByteArray json;
    appendJsonText(json, text);
    return json;
}

QByteArray jsonOf(const QByteArray &text)
{
    return jsonOf(QString::fromUtf8(text));
}

QByteArray orNull(const QString &text)
{
    return text.isEmpty() ? "null" : jsonOf(text);
}

QByteArray milliseconds(const CallRow &row)
{
    return QByteArray::number(double(row.durationUs) / 1000, 'f', 3);
}

QByteArray headersJson(const HeaderList &headers)
{
    QByteArray json = "[";
    for (const auto &[name, value] : headers) {
        if (json.size() > 1)
            json += ',';
        json += R"({"name":)" + jsonOf(name) + R"(,"value":)" + jsonOf(value) + '}';
    }
    return json + ']';
}

QByteArray answerType(int status)
{
    return status >= 400 ? "application/problem+json" : "application/json";
}

} // namespace

QByteArray csvHead()
{
    return "\xEF\xBB\xBFid,received_at,provider,endpoint,status,reason,detail,record,agent_id,type,duration_"
           "ms,"
           "body_size,peer,key\r\n";
}

QByteArray csvRow(const CallDetails &call)
{
    const auto &row = call.row;
    return csvLine({QString::number(row.id.value), toUtcIso(row.receivedAt), csvText(row.providerName),
                    toText(row.endpoint), QString::number(row.status), toText(row.reason),
                    csvText(row.detail), csvText(row.recordExternalId), csvText(row.agentExternalId),
                    csvText(row.type), QString::fromLatin1(milliseconds(row)), QString::number(row.bodySize),
                    csvText(call.peer), csvText(call.keyLabel)});
}

QByteArray jsonLine(const CallDetails &call)
{
    const auto &row = call.row;
    return R"({"id":)" + QByteArray::number(row.id.value) + R"(,"received_at":)" +
           jsonOf(toUtcIso(row.receivedAt)) + R"(,"provider":)" + jsonOf(row.providerName) +
           R"(,"endpoint":)" + jsonOf(QString(toText(row.endpoint))) + R"(,"status":)" +
           QByteArray::number(row.status) + R"(,"reason":)" + jsonOf(QString(toText(row.reason))) +
           R"(,"duration_ms":)" + milliseconds(row) + R"(,"record":)" + orNull(row.recordExternalId) +
           R"(,"agent_id":)" + orNull(row.agentExternalId) + R"(,"type":)" + orNull(row.type) +
           R"(,"detail":)" + orNull(row.detail) + R"(,"body_size":)" + QByteArray::number(row.bodySize) +
           R"(,"key":)" + orNull(call.keyLabel) + R"(,"method":)" + jsonOf(call.method) + R"(,"path":)" +
           jsonOf(call.path) + R"(,"peer":)" + jsonOf(call.peer) + R"(,"headers":)" +
           headersJson(call.headers) + R"(,"body":)" + jsonOf(call.body) + R"(,"body_truncated":)" +
           (call.bodyTruncated ? "true" : "false") + R"(,"answer":)" + jsonOf(call.answer) +
           R"(,"replay_of":)" +
           (call.replayOf ? QByteArray::number(call.replayOf->value) : QByteArray("null")) + "}\n";
}

QByteArray harHead()
{
    return R"({"log":{"version":"1.2","creator":{"name":"SalesDesk","version":)" +
           jsonOf(QCoreApplication::applicationVersion()) + R"(},"entries":[)";
}

QByteArray harEntry(const CallDetails &call, bool first)
{
    const auto &row = call.row;
    QString host = u"localhost"_s;
    for (const auto &[name, value] : call.headers) {
        if (name.compare("Host", Qt::CaseInsensitive) == 0)
            host = QString::fromUtf8(value);
    }
    const auto time = milliseconds(row);
    const auto answerSize = QByteArray::number(call.answer.size());
    return QByteArray(first ? "\n" : ",\n") + R"({"startedDateTime":)" + jsonOf(toUtcIso(row.receivedAt)) +
           R"(,"time":)" + time + R"(,"request":{"method":)" + jsonOf(call.method) + R"(,"url":)" +
           jsonOf(u"http://"_s + host + QString::fromUtf8(call.path)) +
           R"(,"httpVersion":"HTTP/1.1","cookies":[],"headers":)" + headersJson(call.headers) +
           R"(,"queryString":[],"postData":{"mimeType":)" + jsonOf(contentTypeOf(call.headers)) +
           R"(,"text":)" + jsonOf(call.body) + R"(},"headersSize":-1,"bodySize":)" +
           QByteArray::number(row.bodySize) + R"(},"response":{"status":)" + QByteArray::number(row.status) +
           R"(,"statusText":)" + jsonOf(toPhrase(row.reason)) +
           R"(,"httpVersion":"HTTP/1.1","cookies":[],"headers":[],"content":{"size":)" + answerSize +
           R"(,"mimeType":")" + answerType(row.status) + R"(","text":)" + jsonOf(call.answer) +
           R"(},"redirectURL":"","headersSize":-1,"bodySize":)" + answerSize +
           R"(},"cache":{},"timings":{"send":0,"wait":)" + time + R"(,"receive":0},"_call":)" +
           QByteArray::number(row.id.value) + R"(,"comment":)" + jsonOf(row.detail) + '}';
}

QByteArray harTail()
{
    return "\n]}}\n";
}

} // namespace salesdesk
