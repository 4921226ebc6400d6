// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/tables/callsentences.h"

#include "model/tables/sentences.h"
#include "model/tables/spokenpatterns.h"

#include <QCache>
#include <QCoreApplication>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int keptSentences = 1000;

// What a call's answer says, in the order of a call's life: body, fields, records, head, signature.
constexpr const char *patterns[] = {
    QT_TRANSLATE_NOOP("Sentences", "The body is empty: send a JSON object with the fields."),
    QT_TRANSLATE_NOOP("Sentences",
                      "The body is not UTF-8: see the byte at line %1, column %2. Send it encoded as UTF-8."),
    QT_TRANSLATE_NOOP("Sentences", "\"%1\" is there twice: send each field once"),
    QT_TRANSLATE_NOOP("Sentences", "%1 (line %2, column %3)."),
    QT_TRANSLATE_NOOP("Sentences", "The body does not parse as JSON"),
    QT_TRANSLATE_NOOP("Sentences", "The JSON must be one object, { … }, with the fields"),
    QT_TRANSLATE_NOOP("Sentences", "Nothing may follow the end of the JSON"),
    QT_TRANSLATE_NOOP("Sentences", "The JSON ends too early"),
    QT_TRANSLATE_NOOP("Sentences", "JSON has no comments: take out the one here"),
    QT_TRANSLATE_NOOP("Sentences", "Objects and lists may be nested %1 levels deep, and here it gets deeper"),
    QT_TRANSLATE_NOOP("Sentences", "A comma may not stand before }"),
    QT_TRANSLATE_NOOP("Sentences", "A comma may not stand before ]"),
    QT_TRANSLATE_NOOP("Sentences", "A field's name in double quotes is expected here"),
    QT_TRANSLATE_NOOP("Sentences", "An object may have %1 fields, and here it gets more"),
    QT_TRANSLATE_NOOP("Sentences", "A colon is expected here, after the field's name"),
    QT_TRANSLATE_NOOP("Sentences", "A comma or } is expected here"),
    QT_TRANSLATE_NOOP("Sentences", "A comma or ] is expected here"),
    QT_TRANSLATE_NOOP(
        "Sentences", "A line break or control character in a text must be written as an escape, such as \\n"),
    QT_TRANSLATE_NOOP("Sentences", "This escape is not one of JSON's"),
    QT_TRANSLATE_NOOP("Sentences", "This is half of a surrogate pair"),
    QT_TRANSLATE_NOOP("Sentences", "Texts stand in double quotes"),
    QT_TRANSLATE_NOOP("Sentences", "This is not a number as JSON writes them"),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "A value is expected here: a text in double quotes, a number, true, false, null, { or ["),
    QT_TRANSLATE_NOOP("Sentences", "Field %1 of the form has a name of more than %2 bytes."),
    QT_TRANSLATE_NOOP("Sentences", "\"%1\" is there twice in the form: send each field once."),
    QT_TRANSLATE_NOOP("Sentences", "The form has more than %1 fields: send only those that are read."),
    QT_TRANSLATE_NOOP("Sentences",
                      "A % in the form is not followed by two hexadecimal digits: write % itself as %25."),
    QT_TRANSLATE_NOOP("Sentences", "The form is not UTF-8 once it is decoded. Send it encoded as UTF-8."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "%1 Send application/json, application/x-www-form-urlencoded or multipart/form-data, in UTF-8."),
    QT_TRANSLATE_NOOP("Sentences", "The Content-Type header is missing."),
    QT_TRANSLATE_NOOP("Sentences", "The Content-Type header is malformed."),
    QT_TRANSLATE_NOOP("Sentences", "The body's charset is %1."),
    QT_TRANSLATE_NOOP("Sentences", "A body of type %1 is not accepted."),
    QT_TRANSLATE_NOOP("Sentences",
                      "The Content-Type multipart/form-data needs a boundary of 1 to 70 characters."),
    QT_TRANSLATE_NOOP("Sentences", "A part of the form has a header line without a colon."),
    QT_TRANSLATE_NOOP("Sentences", "A part of the form has no Content-Disposition: form-data with a name."),
    QT_TRANSLATE_NOOP("Sentences", "A part of the form is encoded as %1: send it as it is (RFC 7578, 4.7)."),
    QT_TRANSLATE_NOOP("Sentences", "A part of the form has the charset %1: send UTF-8."),
    QT_TRANSLATE_NOOP("Sentences", "A part of the form has no empty line after its headers."),
    QT_TRANSLATE_NOOP("Sentences", "A part of the form has more than %1 bytes of headers."),
    QT_TRANSLATE_NOOP("Sentences", "The boundary that the Content-Type names is not in the body."),
    QT_TRANSLATE_NOOP("Sentences", "The form ends without its closing boundary: part of it is missing."),
    QT_TRANSLATE_NOOP("Sentences", "%1 fields are faulty: %2. The errors say what to do about each."),
    QT_TRANSLATE_NOOP("Sentences", "%1 is missing: it is required in every call."),
    QT_TRANSLATE_NOOP("Sentences", "%1 is null: it is required in every call."),
    QT_TRANSLATE_NOOP("Sentences",
                      "%1 is a number with decimals or an exponent: send it as a text in double quotes."),
    QT_TRANSLATE_NOOP("Sentences", "%1 must be a text or a whole number."),
    QT_TRANSLATE_NOOP("Sentences", "%1 must be a text."),
    QT_TRANSLATE_NOOP("Sentences", "%1 is longer than %2 characters: shorten it."),
    QT_TRANSLATE_NOOP("Sentences", "%1 is empty: it is required in every call."),
    QT_TRANSLATE_NOOP("Sentences", "%1 is empty: send an ID."),
    QT_TRANSLATE_NOOP("Sentences", "%1 holds the character U+0000, which an ID cannot have: take it out."),
    QT_TRANSLATE_NOOP("Sentences", "%1 is not an e-mail address: send one such as cas@example.com, or null."),
    QT_TRANSLATE_NOOP("Sentences", "%1 must be a text such as \"2025-12-10 19:00:00\"."),
    QT_TRANSLATE_NOOP("Sentences", "%1 is empty: send a moment such as \"2025-12-10 19:00:00\"."),
    QT_TRANSLATE_NOOP("Sentences", "%1 is not a moment: send one such as \"2025-12-10 19:00:00\", "
                                   "\"2025-12-10T19:00:00+01:00\" or \"2025-12-10\"."),
    QT_TRANSLATE_NOOP("Sentences", "%1 must be true or false."),
    QT_TRANSLATE_NOOP("Sentences", "%1 is empty: send a number, or null."),
    QT_TRANSLATE_NOOP("Sentences", "%1 must be a number, with a point before its decimals: 399.95."),
    QT_TRANSLATE_NOOP("Sentences", "%1 has more than %2 digits: round it."),
    QT_TRANSLATE_NOOP("Sentences", "%1 is too large or too small for a number: check its exponent."),
    QT_TRANSLATE_NOOP("Sentences", "%1 is negative: send 0 or more."),
    QT_TRANSLATE_NOOP("Sentences", "%1 must be a whole number."),
    QT_TRANSLATE_NOOP("Sentences", "%1 must be 0 or more, with at most 18 digits."),
    QT_TRANSLATE_NOOP("Sentences", "%1 has more than two decimals: round it to cents."),
    QT_TRANSLATE_NOOP("Sentences", "%1 is more money than can be stored: check its digits."),
    QT_TRANSLATE_NOOP("Sentences", "%1 must be an object, { … }, or null."),
    QT_TRANSLATE_NOOP("Sentences",
                      "value is money and has more than two decimals (%1). Send it rounded to cents."),
    QT_TRANSLATE_NOOP("Sentences", "value is money and %1 is more than can be stored in cents."),
    QT_TRANSLATE_NOOP("Sentences", "agent_team_name is ignored: send agent_team_id with it."),
    QT_TRANSLATE_NOOP("Sentences", "contact_key looks like an e-mail address or a telephone number: send a "
                                   "key that names nobody, for personal data does not belong here."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "%1 \"%2\" is not known for %3, and %4 is missing: send %4 once, and the %5 is created."),
    QT_TRANSLATE_NOOP("Sentences", "There is no such provider any more."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "A repetition of call %1 (the same webhook-id): answered as that was, nothing was stored."),
    QT_TRANSLATE_NOOP("Sentences",
                      "The call has no Authorization header: send \"Authorization: Bearer KEY\"."),
    QT_TRANSLATE_NOOP("Sentences", "The Authorization header is not \"Bearer\", a space and a key."),
    QT_TRANSLATE_NOOP("Sentences", "There is no such key: copy it again from the provider's page."),
    QT_TRANSLATE_NOOP("Sentences",
                      "The key belongs to another provider: use a key of this webhook's provider."),
    QT_TRANSLATE_NOOP("Sentences", "The key was revoked: give the sender a key that is valid."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The call says nothing of its body's length: send Content-Length, or the body in chunks."),
    QT_TRANSLATE_NOOP("Sentences", "The call's body is larger than %1 bytes, the setting limit.body."),
    QT_TRANSLATE_NOOP("Sentences", "This provider is archived, so its webhooks take no calls."),
    QT_TRANSLATE_NOOP("Sentences", "A webhook is called with POST."),
    QT_TRANSLATE_NOOP("Sentences", "The feature %1 is switched off: it can be switched on in the settings."),
    QT_TRANSLATE_NOOP("Sentences",
                      "The provider's signing secret cannot be opened: the master key is missing."),
    QT_TRANSLATE_NOOP("Sentences", "The provider's limit of %1 calls a minute is reached."),
    QT_TRANSLATE_NOOP("Sentences", "The request's head did not come in time: send it at once."),
    QT_TRANSLATE_NOOP("Sentences", "The request's body did not come in time: send it at once."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The provider requires signatures: webhook-id, webhook-timestamp or webhook-signature is missing."),
    QT_TRANSLATE_NOOP("Sentences", "webhook-id has more than %1 characters."),
    QT_TRANSLATE_NOOP("Sentences", "webhook-timestamp is not a number of seconds since 1970."),
    QT_TRANSLATE_NOOP("Sentences", "webhook-timestamp is %1 s from this computer's clock, more than %2 s: "
                                   "set the clocks right, or sign again when sending again."),
    QT_TRANSLATE_NOOP("Sentences",
                      "No v1 signature in webhook-signature fits the body: check the signing secret."),
    QT_TRANSLATE_NOOP("Sentences", "The request's body is larger than the limit."),
    QT_TRANSLATE_NOOP("Sentences", "The chunked body is not well-formed (RFC 9112, section 7.1)."),
    QT_TRANSLATE_NOOP("Sentences", "A chunk's first line or the trailer section is too long."),
    QT_TRANSLATE_NOOP("Sentences",
                      "A chunk's first line ends inside a quoted string (RFC 9112, section 7.1.1)."),
    QT_TRANSLATE_NOOP("Sentences", "A line ends without a carriage return (RFC 9112, section 2.2)."),
};

const SpokenPatterns &known()
{
    static const SpokenPatterns all(patterns);
    return all;
}

QString within(const QString &part)
{
    return known().said(part, &within).value_or(spoken(part));
}

/// Several fields' sentences stand behind each other: each is the shortest beginning that is known. Nothing
/// where one is not.
std::optional<QString> oneByOne(const QString &detail)
{
    QStringList said;
    qsizetype from = 0;
    while (from < detail.size()) {
        std::optional<QString> sentence;
        auto end = from;
        while (!sentence && end < detail.size()) {
            end = detail.indexOf(u". "_s, end);
            end = end < 0 ? detail.size() : end + 1;
            sentence = known().said(detail.sliced(from, end - from), &within);
        }
        if (!sentence)
            return std::nullopt;
        said.append(*sentence);
        from = end + 1;
    }
    return said.join(u' ');
}

} // namespace

QString spokenOfCall(const QString &detail)
{
    if (detail.isEmpty() || !known().areTranslated())
        return detail;
    // A list says the same again and again while one scrolls.
    static QCache<QString, QString> kept(keptSentences);
    if (const auto *said = kept.object(detail))
        return *said;
    const auto apart = oneByOne(detail);
    const auto said = apart ? *apart : within(detail);
    kept.insert(detail, new QString(said)); // the cache owns it
    return said;
}

bool isSpokenOfCall(const QString &pattern)
{
    return known().contains(pattern);
}

} // namespace salesdesk
