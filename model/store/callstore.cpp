// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/callstore.h"

#include "model/store/callsearch.h"
#include "model/store/connection.h"
#include "model/store/rows.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

QList<FieldNote> notesOf(const QJsonValue &array)
{
    QList<FieldNote> notes;
    for (const auto note : array.toArray())
        notes.append({note[u"field"_s].toString(), note[u"code"_s].toString(), note[u"detail"_s].toString()});
    return notes;
}

std::optional<QString> optionalText(const QJsonValue &value)
{
    return value.isString() ? std::optional(value.toString()) : std::nullopt;
}

HeaderList headersOf(const QByteArray &lines)
{
    HeaderList headers;
    for (const auto &line : lines.split('\n')) {
        const auto colon = line.indexOf(": ");
        if (colon > 0)
            headers.append({line.first(colon), line.sliced(colon + 2).trimmed()});
    }
    return headers;
}

QList<FieldChange> changesOf(const QByteArray &json)
{
    QList<FieldChange> changes;
    for (const auto change : QJsonDocument::fromJson(json).array()) {
        changes.append({change[u"field"_s].toString(), optionalText(change[u"before"_s]),
                        optionalText(change[u"after"_s])});
    }
    return changes;
}

void readContent(const Cursor &row, CallDetails &details)
{
    details.keyLabel = row.text(13);
    details.record = row.isNull(14) ? std::nullopt : std::optional(RecordId{row.number(14)});
    details.replayOf = row.isNull(15) ? std::nullopt : std::optional(CallId{row.number(15)});
    details.method = row.bytes(16);
    details.path = row.bytes(17);
    details.peer = row.text(18);
    details.headers = headersOf(row.bytes(19));
    details.body = row.bytes(20);
    details.bodyTruncated = details.body.size() < details.row.bodySize;
    details.answer = row.bytes(21);
    const auto notes = QJsonDocument::fromJson(row.bytes(22)).object();
    details.errors = notesOf(notes[u"errors"_s]);
    details.warnings = notesOf(notes[u"warnings"_s]);
    details.momentSent = row.text(23);
    details.momentRead = row.text(24);
    details.momentUtc = row.optionalNumber(25);
    details.changes = changesOf(row.bytes(26));
    for (const auto identity : QJsonDocument::fromJson(row.bytes(27)).array())
        details.identities.append(IdentityId{identity.toInteger()});
}

Error noCall(CallId id)
{
    return {
        ErrorCode::NotFound,
        u"There is no call %1 in the log: it may have been pruned. \"salesdesk call list\" shows what is."_s
            .arg(id.value)};
}

} // namespace

Result<CallDetails> CallStore::details(CallId id) const
{
    auto row = m_db.query(uR"(
        SELECT )"_s + callRowColumns +
                              uR"(, COALESCE(k.label, ''), c.record_id, c.replay_of,
            t.method, t.path, t.peer, t.headers, t.body, t.answer, t.notes, t.moment_sent, t.moment_read, t.moment_utc,
            t.changes, t.identities
        FROM call c JOIN provider p ON p.id = c.provider_id JOIN call_content t ON t.call_id = c.id
        LEFT JOIN api_key k ON k.id = c.key_id
        WHERE c.id = ?)"_s,
                          {id.value});
    if (!row)
        return row.error();
    if (!row->next()) {
        const auto failed = row->failure();
        return failed ? *failed : noCall(id);
    }
    CallDetails details;
    details.row = readCallRow(*row);
    readContent(*row, details);
    return details;
}

Result<QList<CallDetails>> CallStore::details(const QList<CallRow> &rows) const
{
    QList<CallDetails> all;
    all.reserve(rows.size());
    for (const auto &row : rows) {
        auto one = details(row.id);
        if (one)
            all.append(std::move(one).value());
        else if (one.error().code != ErrorCode::NotFound)
            return one.error();
    }
    return all;
}

Result<CallChange> CallStore::change(CallId id) const
{
    auto row = m_db.query(
        u"SELECT c.replay_of, t.changes FROM call c JOIN call_content t ON t.call_id = c.id WHERE c.id = ?"_s,
        {id.value});
    if (!row)
        return row.error();
    if (!row->next()) {
        const auto failed = row->failure();
        return failed ? *failed : noCall(id);
    }
    CallChange change{changesOf(row->bytes(1)), {}};
    if (const auto replayed = row->optionalNumber(0))
        change.replayOf = CallId{*replayed};
    row->finish();
    return change;
}

Result<IncomingCall> CallStore::forReplay(CallId id) const
{
    auto row = m_db.query(uR"(
        SELECT c.provider_id, c.key_id, c.endpoint, c.body_size, t.method, t.path, t.peer, t.headers, t.content_type,
            t.body
        FROM call c JOIN call_content t ON t.call_id = c.id WHERE c.id = ?)"_s,
                          {id.value});
    if (!row)
        return row.error();
    if (!row->next()) {
        const auto failed = row->failure();
        return failed ? *failed : noCall(id);
    }
    IncomingCall call;
    call.provider = ProviderId{row->number(0)};
    if (const auto key = row->optionalNumber(1))
        call.key = KeyId{*key};
    call.endpoint = static_cast<Endpoint>(row->number(2));
    call.method = row->bytes(4);
    call.path = row->bytes(5);
    call.peer = row->text(6);
    call.headers = row->bytes(7);
    call.contentType = row->bytes(8);
    call.body = row->bytes(9);
    call.receivedAt = m_db.now();
    if (call.body.size() < row->number(3)) {
        return {
            ErrorCode::Conflict,
            u"The body of call %1 is longer than the log keeps, so it cannot be replayed. Have it sent again."_s
                .arg(id.value)};
    }
    return call;
}

Result<QList<std::pair<QString, qint64>>> CallStore::unlogged() const
{
    return readRows(m_db.query(u"SELECT reason, count FROM unlogged ORDER BY reason"_s),
                    [](const Cursor &row) { return std::pair(row.text(0), row.number(1)); });
}

} // namespace salesdesk
