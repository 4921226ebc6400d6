// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/calllog.h"

#include "model/intake/intake.h"
#include "model/intake/jsontext.h"
#include "model/store/connection.h"

#include <chrono>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

qint64 microsecondsSince(qint64 monotonicNs)
{
    if (monotonicNs == 0)
        return 0;
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    return (std::chrono::duration_cast<std::chrono::nanoseconds>(now).count() - monotonicNs) / 1000;
}

// `start`: up to the value, such as `,"name":`.
void appendMember(QByteArray &to, QByteArrayView start, const std::optional<QString> &value)
{
    to.append(start);
    if (value)
        appendJsonText(to, *value);
    else
        to.append("null");
}

template <typename List, typename Append>
QByteArray jsonArray(const List &list, Append append)
{
    QByteArray json;
    json.reserve(1024);
    json += '[';
    for (const auto &item : list) {
        if (json.size() > 1)
            json += ',';
        append(json, item);
    }
    json += ']';
    return json;
}

QByteArray notesJson(const QList<FieldNote> &notes)
{
    return jsonArray(notes, [](QByteArray &json, const FieldNote &note) {
        appendMember(json, R"({"field":)", note.field);
        appendMember(json, R"(,"code":)", note.code);
        appendMember(json, R"(,"detail":)", note.detail);
        json += '}';
    });
}

/// NULL for nothing.
SqlValue text(const QByteArray &json)
{
    return json.isNull() ? SqlValue() : SqlValue::utf8(json);
}

/// NULL for an empty one.
SqlValue unlessEmpty(const QString &text)
{
    return text.isEmpty() ? SqlValue() : SqlValue(text);
}

} // namespace

Result<CallId> CallLog::last()
{
    if (!m_lastId) {
        const auto last = m_db.number(
            u"SELECT MAX((SELECT removed_to FROM call_number), COALESCE((SELECT MAX(id) FROM call), 0))"_s,
            {});
        if (!last)
            return last.error();
        m_lastId = *last;
    }
    return CallId{*m_lastId};
}

Result<CallId> CallLog::addRow(const CallSubmission &submission, const CallTrace &trace)
{
    const auto &call = submission.call;
    const auto &reading = submission.reading;
    const auto before = last();
    if (!before)
        return before;
    const auto id =
        m_db.insert(uR"(
        INSERT INTO call (id, received_at, provider_id, endpoint, status, reason, detail, key_id, record_external_id,
            agent_external_id, type, record_id, duration_us, body_size, replay_of)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))"_s,
                    {before->value + 1, call.receivedAt, call.provider.value, static_cast<int>(call.endpoint),
                     httpStatus(trace.reason), QString(toText(trace.reason)), trace.detail, call.key,
                     reading.recordExternalId, reading.agentExternalId, reading.type, trace.record,
                     microsecondsSince(call.receivedMonotonicNs), call.body.size(), trace.replayOf});
    if (!id)
        return id.error();
    m_lastId = *id;
    m_db.note(Change::Calls);
    return CallId{*id};
}

std::optional<Error> CallLog::addContent(CallId id, const CallSubmission &submission, const CallTrace &trace,
                                         const QByteArray &answer)
{
    const auto &call = submission.call;
    const auto &reading = submission.reading;
    QByteArray notes;
    if (!trace.errors.isEmpty() || !trace.warnings.isEmpty())
        notes = "{\"errors\":" + notesJson(trace.errors) + ",\"warnings\":" + notesJson(trace.warnings) + '}';
    QByteArray changes;
    if (!trace.changes.isEmpty()) {
        changes = jsonArray(trace.changes, [](QByteArray &json, const FieldChange &change) {
            appendMember(json, R"({"field":)", change.field);
            appendMember(json, R"(,"before":)", change.before);
            appendMember(json, R"(,"after":)", change.after);
            json += '}';
        });
    }
    QByteArray identities;
    if (!trace.identities.isEmpty()) {
        identities = jsonArray(trace.identities, [](QByteArray &json, IdentityId identity) {
            json += QByteArray::number(identity.value);
        });
    }
    const auto added = m_db.insert(uR"(
        INSERT INTO call_content (call_id, method, path, peer, content_type, headers, body, answer, notes, moment_sent,
            moment_read, moment_utc, changes, identities)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))"_s,
                                   {id.value, SqlValue::utf8(call.method), QString::fromUtf8(call.path),
                                    call.peer, QString::fromUtf8(call.contentType), call.headers,
                                    call.body.first(std::min(call.body.size(), MaxBody)), answer, text(notes),
                                    unlessEmpty(reading.momentSent), unlessEmpty(reading.momentRead),
                                    reading.momentUtc, text(changes), text(identities)});
    return added ? std::nullopt : std::optional(added.error());
}

std::optional<Error> CallLog::refuse(const LoggedCalls &calls, const Refusal &refusal)
{
    const auto changed =
        m_db.change(u"UPDATE call SET status = ?, reason = ?, detail = ? WHERE id > ? AND id <= ?"_s,
                    {httpStatus(refusal.reason), QString(toText(refusal.reason)), refusal.detail,
                     calls.after.value, calls.last.value});
    if (!changed)
        return changed.error();
    const auto answered =
        m_db.change(u"UPDATE call_content SET answer = ? WHERE call_id > ? AND call_id <= ?"_s,
                    {problemAnswer(refusal, {}), calls.after.value, calls.last.value});
    if (!answered)
        return answered.error();
    // A webhook-id that comes again is not answered so, too.
    const auto forgotten = m_db.change(u"DELETE FROM webhook_message WHERE call_id > ? AND call_id <= ?"_s,
                                       {calls.after.value, calls.last.value});
    if (!forgotten)
        return forgotten.error();
    m_db.note(Change::Calls);
    return std::nullopt;
}

} // namespace salesdesk
