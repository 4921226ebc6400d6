// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/intake.h"
#include "model/intake/jsontext.h"

#include <QStringConverter>

#include <algorithm>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

void appendNotes(QByteArray &json, const QList<FieldNote> &notes)
{
    json += '[';
    for (const auto &note : notes) {
        if (&note != &notes.front())
            json += ',';
        json += R"({"field":)";
        appendJsonText(json, note.field);
        json += R"(,"code":)";
        appendJsonText(json, note.code);
        json += R"(,"detail":)";
        appendJsonText(json, note.detail);
        json += '}';
    }
    json += ']';
}

void appendId(QByteArray &json, CallId call)
{
    json += call.isValid() ? QByteArray::number(call.value) : QByteArray("null");
}

} // namespace

void appendJsonText(QByteArray &json, QStringView text)
{
    static constexpr char hex[] = "0123456789abcdef";
    const auto standsForItself = [](auto c) { return c >= 0x20 && c != '"' && c != '\\'; };
    const auto isPlain = [&](QChar c) { return c.unicode() < 0x7f && standsForItself(c.unicode()); };
    if (std::all_of(text.begin(), text.end(), isPlain)) {
        // Nearly always; and of each call's log some twenty texts are written so.
        const auto start = json.size();
        json.resize(start + text.size() + 2);
        auto *to = json.data() + start;
        *to++ = '"';
        to = std::transform(text.begin(), text.end(), to, [](QChar c) { return c.toLatin1(); });
        *to = '"';
        return;
    }
    json += '"';
    const QByteArray utf8 = QStringEncoder(QStringEncoder::Utf8, QStringEncoder::Flag::Stateless)(text);
    qsizetype plain = 0; // where the run of characters began that stand for themselves
    for (qsizetype at = 0; at < utf8.size(); ++at) {
        const char c = utf8[at];
        const auto byte = static_cast<uchar>(c);
        if (standsForItself(byte))
            continue;
        json.append(utf8.constData() + plain, at - plain);
        plain = at + 1;
        if (c == '"' || c == '\\') {
            json += '\\';
            json += c;
        } else if (c == '\n') {
            json += "\\n";
        } else {
            json += "\\u00";
            json += hex[byte >> 4];
            json += hex[byte & 0xf];
        }
    }
    json.append(utf8.constData() + plain, utf8.size() - plain);
    json += '"';
}

QByteArray successAnswer(CallReason reason, Endpoint endpoint, const QString &externalId, CallId call,
                         const QList<FieldNote> &warnings)
{
    QByteArray json;
    json.reserve(128 + externalId.size());
    json +=
        reason == CallReason::Created ? R"({"result":"created","type":)" : R"({"result":"updated","type":)";
    json += endpoint == Endpoint::Activities ? R"("activity","id":)" : R"("sale","id":)";
    appendJsonText(json, externalId);
    json += R"(,"call":)";
    appendId(json, call);
    json += R"(,"warnings":)";
    appendNotes(json, warnings);
    json += '}';
    return json;
}

QByteArray problemAnswer(const Refusal &refusal, CallId call)
{
    const int status = httpStatus(refusal.reason);
    const bool unauthorised = status == 401;
    QByteArray json;
    json.reserve(256);
    // For 401 neither type nor title may say more than the detail: the answer does not tell which it was.
    json += R"({"type":"urn:salesdesk:problem:)";
    json += unauthorised ? "unauthorized"_L1 : toText(refusal.reason);
    json += R"(","title":)";
    appendJsonText(json, unauthorised ? u"not authorised"_s : toPhrase(refusal.reason));
    json += R"(,"status":)";
    json += QByteArray::number(status);
    json += R"(,"detail":)";
    appendJsonText(json, unauthorised
                             ? u"Send a valid API key of this provider as Authorization: Bearer KEY."_s
                             : refusal.detail);
    json += R"(,"call":)";
    appendId(json, call);
    if (status == 422) {
        json += R"(,"errors":)";
        appendNotes(json, refusal.errors);
    }
    json += '}';
    return json;
}

} // namespace salesdesk
