// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/tables/senderkit.h"

#include "model/domain/signature.h"

#include <QCoreApplication>
#include <QUuid>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SenderKit)
};

struct SampleField {
    QString name;
    QString value;
    bool quoted = true; ///< a text in JSON; else as it is
};

QList<SampleField> sampleFields(Endpoint endpoint, const QDateTime &now)
{
    const auto moment = now.toString(u"yyyy-MM-dd HH:mm:00"_s);
    if (endpoint == Endpoint::Sales)
        return {{u"id"_s, u"contract 123"_s},
                {u"agent_id"_s, u"123"_s},
                {u"agent_name"_s, u"Cas"_s},
                {u"proposition_id"_s, u"P1"_s},
                {u"proposition_name"_s, u"Product A"_s},
                {u"sold_at"_s, moment},
                {u"contract_value"_s, u"5254.21"_s, false}};
    return {{u"id"_s, u"sale 123"_s},
            {u"type"_s, u"Sale"_s},
            {u"agent_id"_s, u"123"_s},
            {u"agent_name"_s, u"Cas"_s},
            {u"moment"_s, moment},
            {u"value"_s, u"399.95"_s, false},
            {u"value_is_money"_s, u"true"_s, false}};
}

/// One line. The samples have nothing that JSON escapes.
QString jsonOf(const QList<SampleField> &fields)
{
    QStringList parts;
    for (const auto &field : fields)
        parts.append(field.quoted ? u"\"%1\": \"%2\""_s.arg(field.name, field.value)
                                  : u"\"%1\": %2"_s.arg(field.name, field.value));
    return u'{' + parts.join(u", "_s) + u'}';
}

/// The lines of a POSIX shell that sign `$body`, and the headers that they fill.
QString shellSigning(const QString &secret)
{
    return uR"(id=msg_$(date +%s)_$$
timestamp=$(date +%s)
secret=$(printf %s '%1' | sed 's/^whsec_//' | base64 -d | od -An -v -tx1 | tr -d ' \n')
signature=$(printf '%s.%s.%s' "$id" "$timestamp" "$body" |
  openssl dgst -sha256 -mac HMAC -macopt "hexkey:$secret" -binary | base64)
)"_s.replace(u"%1"_s, secret);
}

QString shellSignatureHeaders()
{
    return uR"( \
  -H "webhook-id: $id" -H "webhook-timestamp: $timestamp" -H "webhook-signature: v1,$signature")"_s;
}

QString curl(const KitRequest &request)
{
    const auto body = jsonOf(sampleFields(request.endpoint, request.now));
    QString text = u"body='"_s + body + u"'\n"_s;
    if (request.signing)
        text += shellSigning(request.secret);
    text += u"curl -i '"_s + request.url + u"' \\\n  -H 'Authorization: Bearer "_s + request.key +
            u"' \\\n  -H 'Content-Type: application/json'"_s;
    if (request.signing)
        text += shellSignatureHeaders();
    return text + u" \\\n  --data-binary \"$body\"\n"_s;
}

QString form(const KitRequest &request)
{
    QStringList pairs;
    for (const auto &field : sampleFields(request.endpoint, request.now))
        pairs.append(field.name + u'=' + QString(field.value).replace(u' ', u'+').replace(u':', u"%3A"_s));
    QString text = u"body='"_s + pairs.join(u'&') + u"'\n"_s;
    if (request.signing)
        text += shellSigning(request.secret);
    text += u"curl -i '"_s + request.url + u"' \\\n  -H 'Authorization: Bearer "_s + request.key +
            u"' \\\n  -H 'Content-Type: application/x-www-form-urlencoded'"_s;
    if (request.signing)
        text += shellSignatureHeaders();
    return text + u" \\\n  --data-binary \"$body\"\n\n# "_s +
           Words::tr("A form on a web page cannot send the key: let the page's server pass the form on like "
                     "this.") +
           u'\n';
}

/// Rows of "name: value" under each other.
QString rows(const QList<std::pair<QString, QString>> &pairs)
{
    qsizetype width = 0;
    for (const auto &[name, value] : pairs)
        width = qMax(width, name.size());
    QString text;
    for (const auto &[name, value] : pairs)
        text += name.leftJustified(width + 3) + value + u'\n';
    return text;
}

QString payloadRows(const KitRequest &request)
{
    QList<std::pair<QString, QString>> pairs;
    for (const auto &field : sampleFields(request.endpoint, request.now))
        pairs.append({u"  "_s + field.name, field.value});
    return rows(pairs);
}

QString unsignedNote(const KitRequest &request)
{
    return request.signing
               ? u'\n' +
                     Words::tr("This service cannot sign its calls by itself. Switch Require signatures "
                               "off for this provider, or sign in a code step (see curl).") +
                     u'\n'
               : QString();
}

QString zapier(const KitRequest &request)
{
    return rows({{Words::tr("App"), u"Webhooks by Zapier"_s},
                 {Words::tr("Action event"), u"POST"_s},
                 {u"URL"_s, request.url},
                 {u"Payload Type"_s, u"json"_s},
                 {u"Headers"_s, u"Authorization = Bearer "_s + request.key}}) +
           u"Data\n"_s + payloadRows(request) + unsignedNote(request);
}

QString make(const KitRequest &request)
{
    return rows({{Words::tr("Module"), u"HTTP > Make a request"_s},
                 {u"URL"_s, request.url},
                 {u"Method"_s, u"POST"_s},
                 {u"Headers"_s, u"Authorization = Bearer "_s + request.key},
                 {u"Body type"_s, u"Raw"_s},
                 {u"Content type"_s, u"JSON (application/json)"_s},
                 {u"Request content"_s, jsonOf(sampleFields(request.endpoint, request.now))}}) +
           unsignedNote(request);
}

QString powerShell(const KitRequest &request)
{
    QString text = u"$body = '"_s + jsonOf(sampleFields(request.endpoint, request.now)) +
                   u"'\n$headers = @{ Authorization = 'Bearer "_s + request.key + u"' }\n"_s;
    if (request.signing)
        text += uR"ps($id = "msg_$([guid]::NewGuid())"
$timestamp = [DateTimeOffset]::UtcNow.ToUnixTimeSeconds()
$secret = [Convert]::FromBase64String('%1'.Substring(6))
$hmac = [System.Security.Cryptography.HMACSHA256]::new($secret)
$signed = $hmac.ComputeHash([Text.Encoding]::UTF8.GetBytes("$id.$timestamp.$body"))
$headers['webhook-id'] = $id
$headers['webhook-timestamp'] = "$timestamp"
$headers['webhook-signature'] = 'v1,' + [Convert]::ToBase64String($signed)
)ps"_s.replace(u"%1"_s, request.secret);
    return text + u"Invoke-RestMethod -Method Post -Uri '"_s + request.url +
           u"' `\n  -Headers $headers -ContentType 'application/json' -Body $body\n"_s;
}

} // namespace

QString nameOf(KitForm form)
{
    switch (form) {
    case KitForm::Curl:
        return u"curl"_s;
    case KitForm::Form:
        return Words::tr("Form");
    case KitForm::Zapier:
        return u"Zapier"_s;
    case KitForm::Make:
        return u"Make"_s;
    case KitForm::PowerShell:
        return u"PowerShell"_s;
    case KitForm::Count:
        break;
    }
    Q_UNREACHABLE();
}

QString senderKit(KitForm kind, const KitRequest &request)
{
    switch (kind) {
    case KitForm::Curl:
        return curl(request);
    case KitForm::Form:
        return form(request);
    case KitForm::Zapier:
        return zapier(request);
    case KitForm::Make:
        return make(request);
    case KitForm::PowerShell:
        return powerShell(request);
    case KitForm::Count:
        break;
    }
    Q_UNREACHABLE();
}

TestCall testCall(const Provider &provider, Endpoint endpoint, const QString &key,
                  const std::optional<QByteArray> &secret, const QDateTime &now)
{
    auto fields = sampleFields(endpoint, now);
    for (auto &field : fields) {
        if (field.name == "id"_L1 || field.name == "agent_id"_L1 || field.name == "proposition_id"_L1)
            field.value = u"test"_s;
        else if (field.name == "type"_L1 || field.name.endsWith("_name"_L1))
            field.value = u"Test"_s;
    }
    // It counts for nothing.
    erase_if(fields, [](const SampleField &field) { return field.name.contains("value"_L1); });
    TestCall call;
    call.path = "/webhooks/" + provider.publicId.toLatin1() + '/' + toText(endpoint).latin1();
    call.body = jsonOf(fields).toUtf8();
    call.headers = {{"Authorization", "Bearer " + key.toLatin1()}, {"Content-Type", "application/json"}};
    if (secret) {
        const auto id = "msg_" + QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
        const auto timestamp = QByteArray::number(now.toSecsSinceEpoch());
        call.headers.append({{"webhook-id", id},
                             {"webhook-timestamp", timestamp},
                             {"webhook-signature", makeSignature({id, timestamp, {}, call.body}, *secret)}});
    }
    return call;
}

} // namespace salesdesk
