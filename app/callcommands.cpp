// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fields.h"
#include "model/callreplay.h"
#include "model/domain/callfilter.h"
#include "model/store/callsearch.h"
#include "model/store/callstore.h"

#include <QDateTime>
#include <QJsonDocument>

#include <array>
#include <deque>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int PageSize = 500;
constexpr size_t ReplaysInFlight = 64; // so that the writer commits many at once

OutputFields fieldsOf(const CallRow &row)
{
    const auto orNull = [](const QString &text) {
        return text.isEmpty() ? OutputValue() : OutputValue(text);
    };
    return {
        {"id"_L1, row.id.value},
        {"received_at"_L1, OutputValue::time(row.receivedAt)},
        {"provider"_L1, row.providerName},
        {"endpoint"_L1, toText(row.endpoint)},
        {"status"_L1, row.status},
        {"reason"_L1, toText(row.reason)},
        {"duration_ms"_L1, OutputValue::number(QString::number(double(row.durationUs) / 1000, 'f', 3))},
        {"record"_L1, orNull(row.recordExternalId)},
        {"agent_id"_L1, orNull(row.agentExternalId), true},
        {"type"_L1, orNull(row.type), true},
        {"detail"_L1, orNull(row.detail)},
        {"body_size"_L1, row.bodySize, true},
    };
}

OutputValue notesOf(const QList<FieldNote> &notes)
{
    QList<QByteArray> values;
    QStringList texts;
    for (const auto &note : notes) {
        values.append(toJson({{"field"_L1, note.field}, {"code"_L1, note.code}, {"detail"_L1, note.detail}}));
        texts.append(note.field + u": "_s + note.detail);
    }
    return OutputValue::raw(toJsonArray(values), texts.isEmpty() ? u"-"_s : texts.join(u' '));
}

OutputValue changesOf(const QList<FieldChange> &changes)
{
    QList<QByteArray> values;
    QStringList texts;
    for (const auto &change : changes) {
        values.append(
            toJson({{"field"_L1, change.field}, {"before"_L1, change.before}, {"after"_L1, change.after}}));
        texts.append(u"%1: %2 > %3"_s.arg(change.field, OutputValue(change.before).text(),
                                          OutputValue(change.after).text()));
    }
    return OutputValue::raw(toJsonArray(values), texts.isEmpty() ? u"-"_s : texts.join(u", "_s));
}

OutputValue headersOf(const HeaderList &headers)
{
    QList<QByteArray> values;
    QStringList texts;
    for (const auto &[name, value] : headers) {
        values.append(toJson({{"name"_L1, QString::fromUtf8(name)}, {"value"_L1, QString::fromUtf8(value)}}));
        texts.append(QString::fromUtf8(name) + u": "_s + QString::fromUtf8(value));
    }
    return OutputValue::raw(toJsonArray(values), texts.join(u" | "_s));
}

OutputValue answerOf(const QByteArray &answer)
{
    const auto text = QString::fromUtf8(answer);
    if (QJsonDocument::fromJson(answer).isNull())
        return text;
    return OutputValue::raw(answer.simplified(), text);
}

OutputFields fieldsOf(const CallDetails &call)
{
    QList<QByteArray> identities;
    for (const auto identity : call.identities)
        identities.append(QByteArray::number(identity.value));
    const auto orNull = [](const QString &text) {
        return text.isEmpty() ? OutputValue() : OutputValue(text);
    };
    auto fields = fieldsOf(call.row);
    fields += OutputFields{
        {"key"_L1, orNull(call.keyLabel)},
        {"method"_L1, QString::fromUtf8(call.method)},
        {"path"_L1, QString::fromUtf8(call.path)},
        {"peer"_L1, call.peer},
        {"headers"_L1, headersOf(call.headers)},
        {"body"_L1, QString::fromUtf8(call.body)},
        {"body_truncated"_L1, call.bodyTruncated},
        {"answer"_L1, answerOf(call.answer)},
        {"errors"_L1, notesOf(call.errors)},
        {"warnings"_L1, notesOf(call.warnings)},
        {"moment_sent"_L1, orNull(call.momentSent)},
        {"moment_read"_L1, orNull(call.momentRead)},
        {"moment_utc"_L1, OutputValue::time(call.momentUtc)},
        {"record_id"_L1, call.record ? OutputValue(call.record->value) : OutputValue()},
        {"changes"_L1, changesOf(call.changes)},
        {"identities"_L1,
         OutputValue::raw(toJsonArray(identities), QString::fromLatin1(identities.join(' ')))},
        {"replay_of"_L1, call.replayOf ? OutputValue(call.replayOf->value) : OutputValue()},
    };
    return fields;
}

Result<CallFilter> filterOf(const CommandCall &call)
{
    const auto text = call.option("filter"_L1).value_or(QString());
    const auto read =
        readCallFilter(text, QDateTime::currentMSecsSinceEpoch(), call.workspace().directory()->zone);
    if (const auto *error = std::get_if<FilterError>(&read))
        return {ErrorCode::InvalidArgument, u"The filter cannot be read at character %1: %2"_s.arg(
                                                QString::number(error->position + 1), error->detail)};
    return std::get<CallFilter>(read);
}

/// Gives every call of the filter to `take`, newest first, until it says false.
template <typename Take>
std::optional<Error> forEachCall(const CommandCall &call, qint64 left, Take take)
{
    const auto filter = filterOf(call);
    if (!filter)
        return filter.error();
    const CallQuery query{.filter = *filter};
    std::optional<CallId> olderThan;
    while (left > 0) {
        const auto limit = static_cast<int>(std::min<qint64>(left, PageSize));
        const auto page =
            call.read([&](Connection &db) { return CallSearch(db).page(query, limit, olderThan); });
        if (!page)
            return page.error();
        for (const auto &row : *page) {
            if (!take(row))
                return std::nullopt;
        }
        if (page->size() < limit)
            break;
        left -= limit;
        olderThan = page->last().id;
    }
    return std::nullopt;
}

std::optional<CallId> readCallId(const QString &text)
{
    bool isNumber = false;
    const CallId id{text.toLongLong(&isNumber)};
    return isNumber && id.isValid() ? std::optional(id) : std::nullopt;
}

int list(CommandCall &call)
{
    const auto limit = readLimit(call);
    if (!limit)
        return call.misuse(u"--limit takes a whole number above 0."_s);
    Listing listing(call);
    const auto failure =
        forEachCall(call, *limit, [&](const CallRow &row) { return listing.row(fieldsOf(row)); });
    return failure ? call.fail(*failure) : listing.end();
}

int show(CommandCall &call)
{
    const auto id = readCallId(call.operand(0));
    if (!id)
        return call.misuse(u"A call is named by its number; “salesdesk call list” shows them."_s);
    const auto details = call.read([&](Connection &db) { return CallStore(db).details(*id); });
    return details ? call.show(fieldsOf(*details)) : call.fail(details.error());
}

/// One call under way again.
struct Replay {
    CallId id;
    std::optional<Error> failure; // it could not be sent again
    QFuture<Result<CallOutcome>> outcome;
};

Replay startReplay(const CommandCall &call, CallId id)
{
    auto &workspace = call.workspace();
    auto submission = call.read(
        [id, zone = workspace.directory()->zone](Connection &db) { return readForReplay(db, id, zone); });
    if (!submission)
        return {id, submission.error(), {}};
    if (!call.has("dry-run"_L1))
        return {id, std::nullopt, workspace.process(std::move(submission).value(), id)};
    const auto rehearsal = workspace.rehearse(std::move(submission).value()).result();
    if (!rehearsal)
        return {id, rehearsal.error(), {}};
    return {id, std::nullopt, QtFuture::makeReadyFuture(Result<CallOutcome>(rehearsal->outcome))};
}

/// A row per replay; false when it could not be done at all.
bool finishReplay(CommandCall &call, Listing &listing, Replay &replay)
{
    if (!replay.failure) {
        const auto outcome = replay.outcome.takeResult();
        if (outcome) {
            listing.row({
                {"id"_L1, replay.id.value},
                {"status"_L1, httpStatus(outcome->reason)},
                {"reason"_L1, toText(outcome->reason)},
                {"call"_L1, outcome->call.isValid() ? OutputValue(outcome->call.value) : OutputValue()},
                {"dry_run"_L1, call.has("dry-run"_L1)},
                {"answer"_L1, answerOf(outcome->answer), true},
            });
            return true;
        }
        replay.failure = outcome.error();
    }
    call.fail({replay.failure->code, u"Call %1: %2"_s.arg(replay.id.value).arg(replay.failure->detail)});
    return false;
}

int replay(CommandCall &call)
{
    if (call.operands().isEmpty() == !call.has("filter"_L1))
        return call.misuse(u"Name either calls or a --filter."_s);
    QList<CallId> ids;
    for (const auto &text : call.operands()) {
        const auto id = readCallId(text);
        if (!id)
            return call.misuse(u"A call is named by its number; “salesdesk call list” shows them."_s);
        ids.append(*id);
    }
    if (call.has("filter"_L1)) {
        const auto failure = forEachCall(call, std::numeric_limits<qint64>::max(), [&](const CallRow &row) {
            ids.append(row.id);
            return !call.stopped();
        });
        if (failure)
            return call.fail(*failure);
        std::reverse(ids.begin(), ids.end()); // as they came: the last word on a record stays the last
    }

    bool allDone = true;
    Listing listing(call);
    std::deque<Replay> underway;
    const auto finishFirst = [&] {
        allDone = finishReplay(call, listing, underway.front()) && allDone;
        underway.pop_front();
    };
    for (const auto id : ids) {
        if (call.stopped())
            break;
        underway.push_back(startReplay(call, id));
        if (underway.size() >= ReplaysInFlight)
            finishFirst();
    }
    while (!underway.empty())
        finishFirst();
    listing.end();
    return allDone ? 0 : 1;
}

constexpr std::array table{
    Command{"call list"_L1, "[--filter TEXT] [--limit N]"_L1, "filter limit"_L1, 0, 0, list},
    Command{"call show"_L1, "CALL"_L1, ""_L1, 1, 1, show},
    Command{"call replay"_L1, "CALL…|--filter TEXT [--dry-run]"_L1, "filter dry-run"_L1, 0, -1, replay},
};

} // namespace

std::span<const Command> callCommands()
{
    return table;
}

} // namespace salesdesk
