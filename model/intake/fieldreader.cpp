// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/fieldreader.h"

#include "model/domain/decimal.h"
#include "model/domain/direction.h"
#include "model/domain/email.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype longestText = 255; // spec.md, Activity

std::string_view view(QLatin1StringView name)
{
    return {name.data(), static_cast<size_t>(name.size())};
}

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QByteArrayView bytes(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

/// Characters as people count them: code points, not UTF-16 units.
bool isTooLong(const QString &text)
{
    if (text.size() <= longestText)
        return false;
    const auto pairs = std::count_if(text.begin(), text.end(), [](QChar c) { return c.isLowSurrogate(); });
    return text.size() - pairs > longestText;
}

bool isBlank(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.isSpace(); });
}

bool isEmptyText(const Field &field)
{
    return field.kind == Field::Kind::Text &&
           field.text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

bool isInteger(std::string_view digits)
{
    const auto number = readDecimal(bytes(digits));
    return number && number->isInteger();
}

std::optional<bool> flagWord(std::string_view text)
{
    static constexpr std::array words{
        std::pair{"1", true},  std::pair{"true", true},   std::pair{"on", true},   std::pair{"yes", true},
        std::pair{"0", false}, std::pair{"false", false}, std::pair{"off", false}, std::pair{"no", false}};
    for (const auto &[word, meaning] : words) {
        if (bytes(text).compare(word, Qt::CaseInsensitive) == 0)
            return meaning;
    }
    return std::nullopt;
}

} // namespace

FieldReader::FieldReader(const Field &object, QList<FieldNote> &errors, QLatin1StringView prefix)
    : m_object(object)
    , m_errors(errors)
    , m_prefix(prefix)
{
}

const Field *FieldReader::find(QLatin1StringView name) const
{
    return m_object.find(view(name));
}

QString FieldReader::asSent(QLatin1StringView name) const
{
    const auto *field = find(name);
    return field ? fromUtf8(field->text) : QString();
}

bool FieldReader::isFaulty(QLatin1StringView name) const
{
    const QString field = m_prefix + name;
    return std::any_of(m_errors.cbegin(), m_errors.cend(),
                       [&](const FieldNote &error) { return error.field == field; });
}

void FieldReader::fail(QLatin1StringView name, QLatin1StringView code, const QString &what)
{
    const QString field = m_prefix + name;
    m_errors.append({field, code, field + u' ' + what});
}

bool FieldReader::isThere(QLatin1StringView name, const Field *field)
{
    if (!field)
        fail(name, "missing"_L1, u"is missing: it is required in every call."_s);
    else if (field->kind == Field::Kind::Null)
        fail(name, "null"_L1, u"is null: it is required in every call."_s);
    else
        return true;
    return false;
}

std::optional<QString> FieldReader::text(QLatin1StringView name, const Field &field, Digits digits)
{
    const bool number = field.kind == Field::Kind::Number && digits == Digits::AsText;
    if (number && !isInteger(field.text)) {
        fail(name, "wrong_type"_L1,
             u"is a number with decimals or an exponent: send it as a text in double quotes."_s);
        return std::nullopt;
    }
    if (field.kind != Field::Kind::Text && !number) {
        fail(name, "wrong_type"_L1,
             digits == Digits::AsText ? u"must be a text or a whole number."_s : u"must be a text."_s);
        return std::nullopt;
    }
    auto text = fromUtf8(field.text);
    if (isTooLong(text)) {
        fail(name, "too_long"_L1, u"is longer than %1 characters: shorten it."_s.arg(longestText));
        return std::nullopt;
    }
    return text;
}

QString FieldReader::requiredText(QLatin1StringView name)
{
    const auto *field = find(name);
    if (!isThere(name, field))
        return {};
    auto read = text(name, *field, Digits::Refused);
    if (read && isBlank(*read)) {
        fail(name, "empty"_L1, u"is empty: it is required in every call."_s);
        return {};
    }
    return std::move(read).value_or(QString());
}

QString FieldReader::requiredId(QLatin1StringView name)
{
    if (!isThere(name, find(name)))
        return {};
    const auto id = optionalId(name);
    return id.hasValue() ? id.value() : QString();
}

Sent<QString> FieldReader::optionalId(QLatin1StringView name)
{
    const auto *field = find(name);
    if (!field)
        return {};
    if (field->kind == Field::Kind::Null)
        return Sent<QString>::null();
    auto id = text(name, *field, Digits::AsText);
    if (!id)
        return {};
    if (isBlank(*id)) {
        fail(name, "empty"_L1, u"is empty: send an ID."_s);
        return {};
    }
    if (id->contains(QChar(u'\0'))) {
        fail(name, "wrong_type"_L1, u"holds the character U+0000, which an ID cannot have: take it out."_s);
        return {};
    }
    return *std::move(id);
}

Sent<QString> FieldReader::optionalName(QLatin1StringView name)
{
    const auto *field = find(name);
    if (!field || field->kind == Field::Kind::Null)
        return {};
    auto read = text(name, *field, Digits::Refused);
    if (!read)
        return {};
    auto shown = withoutDirections(*std::move(read));
    return isBlank(shown) ? Sent<QString>() : Sent<QString>(std::move(shown));
}

Sent<QString> FieldReader::optionalKey(QLatin1StringView name)
{
    const auto *field = find(name);
    if (!field)
        return {};
    if (field->kind == Field::Kind::Null || isEmptyText(*field))
        return Sent<QString>::null();
    auto key = text(name, *field, Digits::AsText);
    return key ? Sent<QString>(*std::move(key)) : Sent<QString>();
}

Sent<QString> FieldReader::optionalEmail(QLatin1StringView name)
{
    const auto *field = find(name);
    if (!field)
        return {};
    if (field->kind == Field::Kind::Null)
        return Sent<QString>::null();
    const auto read = text(name, *field, Digits::Refused);
    if (!read)
        return {};
    auto address = read->trimmed();
    if (!isEmailAddress(address)) {
        fail(name, "invalid_email"_L1,
             u"is not an e-mail address: send one such as cas@example.com, or null."_s);
        return {};
    }
    return address;
}

std::optional<Moment> FieldReader::moment(QLatin1StringView name, const Field &field, const QTimeZone &zone)
{
    if (field.kind != Field::Kind::Text) {
        fail(name, "wrong_type"_L1, u"must be a text such as \"2025-12-10 19:00:00\"."_s);
        return std::nullopt;
    }
    if (isEmptyText(field)) {
        fail(name, "empty"_L1, u"is empty: send a moment such as \"2025-12-10 19:00:00\"."_s);
        return std::nullopt;
    }
    auto read = readMoment(fromUtf8(field.text), zone);
    if (!read)
        fail(name, "invalid_moment"_L1,
             u"is not a moment: send one such as \"2025-12-10 19:00:00\", \"2025-12-10T19:00:00+01:00\" or "
             "\"2025-12-10\"."_s);
    return read;
}

std::optional<Moment> FieldReader::requiredMoment(QLatin1StringView name, const QTimeZone &zone)
{
    const auto *field = find(name);
    return isThere(name, field) ? moment(name, *field, zone) : std::nullopt;
}

Sent<Moment> FieldReader::optionalMoment(QLatin1StringView name, const QTimeZone &zone)
{
    const auto *field = find(name);
    if (!field)
        return {};
    if (field->kind == Field::Kind::Null)
        return Sent<Moment>::null();
    auto read = moment(name, *field, zone);
    return read ? Sent<Moment>(*std::move(read)) : Sent<Moment>();
}

Sent<bool> FieldReader::optionalFlag(QLatin1StringView name)
{
    const auto *field = find(name);
    if (!field)
        return {};
    switch (field->kind) {
    case Field::Kind::Null:
        return Sent<bool>::null();
    case Field::Kind::True:
        return true;
    case Field::Kind::False:
        return false;
    case Field::Kind::Number:
    case Field::Kind::Text:
        // The words of forms in JSON, too: tools without types send them as texts.
        if (const auto meaning = flagWord(field->text))
            return *meaning;
        break;
    case Field::Kind::Object:
    case Field::Kind::Array:
        break;
    }
    fail(name, "wrong_type"_L1, u"must be true or false."_s);
    return {};
}

std::optional<QByteArray> FieldReader::number(QLatin1StringView name, const Field &field)
{
    if (isEmptyText(field)) {
        fail(name, "empty"_L1, u"is empty: send a number, or null."_s);
        return std::nullopt;
    }
    const bool numeric = field.kind == Field::Kind::Number || field.kind == Field::Kind::Text;
    const auto read = numeric ? readDecimal(bytes(field.text).trimmed()) : std::nullopt;
    if (!read) {
        fail(name, "wrong_type"_L1, u"must be a number, with a point before its decimals: 399.95."_s);
        return std::nullopt;
    }
    auto digits = canonical(*read);
    if (digits.size() > longestText) {
        fail(name, "too_long"_L1, u"has more than %1 digits: round it."_s.arg(longestText));
        return std::nullopt;
    }
    double ignored = 0;
    if (std::from_chars(digits.data(), digits.data() + digits.size(), ignored).ec != std::errc()) {
        fail(name, "out_of_range"_L1, u"is too large or too small for a number: check its exponent."_s);
        return std::nullopt;
    }
    return digits;
}

Sent<QString> FieldReader::optionalNumber(QLatin1StringView name)
{
    const auto *field = find(name);
    if (!field)
        return {};
    if (field->kind == Field::Kind::Null)
        return Sent<QString>::null();
    const auto digits = number(name, *field);
    return digits ? Sent<QString>(QString::fromLatin1(*digits)) : Sent<QString>();
}

Sent<QString> FieldReader::optionalUsage(QLatin1StringView name)
{
    auto digits = optionalNumber(name);
    if (!digits.hasValue() || !digits.value().startsWith(u'-'))
        return digits;
    fail(name, "out_of_range"_L1, u"is negative: send 0 or more."_s);
    return {};
}

Sent<qint64> FieldReader::optionalCount(QLatin1StringView name)
{
    const auto *field = find(name);
    if (!field)
        return {};
    if (field->kind == Field::Kind::Null)
        return Sent<qint64>::null();
    const auto digits = number(name, *field);
    if (!digits)
        return {};
    if (!isInteger({digits->data(), static_cast<size_t>(digits->size())})) {
        fail(name, "wrong_type"_L1, u"must be a whole number."_s);
        return {};
    }
    bool fits = false;
    const auto count = digits->toLongLong(&fits);
    if (!fits || digits->startsWith('-')) {
        fail(name, "out_of_range"_L1, u"must be 0 or more, with at most 18 digits."_s);
        return {};
    }
    return count;
}

std::optional<Cents> FieldReader::money(QLatin1StringView name, QByteArrayView digits)
{
    const auto reading = readMoney(digits);
    if (reading.cents)
        return reading.cents;
    switch (reading.error) {
    case MoneyError::NotANumber:
        fail(name, "wrong_type"_L1, u"must be a number, with a point before its decimals: 399.95."_s);
        break;
    case MoneyError::TooManyDecimals:
        fail(name, "too_many_decimals"_L1, u"has more than two decimals: round it to cents."_s);
        break;
    case MoneyError::OutOfRange:
        fail(name, "out_of_range"_L1, u"is more money than can be stored: check its digits."_s);
        break;
    }
    return std::nullopt;
}

Sent<Cents> FieldReader::optionalMoney(QLatin1StringView name)
{
    const auto *field = find(name);
    if (!field)
        return {};
    if (field->kind == Field::Kind::Null)
        return Sent<Cents>::null();
    const auto digits = number(name, *field);
    const auto cents = digits ? money(name, *digits) : std::nullopt;
    return cents ? Sent<Cents>(*cents) : Sent<Cents>();
}

const Field *FieldReader::optionalObject(QLatin1StringView name)
{
    const auto *field = find(name);
    if (!field || field->kind == Field::Kind::Null)
        return nullptr;
    if (field->kind == Field::Kind::Object)
        return field;
    fail(name, "wrong_type"_L1, u"must be an object, { … }, or null."_s);
    return nullptr;
}

bool looksPersonal(QStringView text)
{
    const auto trimmed = text.trimmed();
    if (isEmailAddress(trimmed) && trimmed.contains(u'.'))
        return true;
    // A telephone number: + or one or two zeros or an area code in brackets, then 8 to 15 digits in groups.
    // Digits alone that start otherwise are far more often a key.
    qsizetype digits = 0;
    QString plain;
    for (const auto c : trimmed) {
        if (c >= u'0' && c <= u'9') {
            ++digits;
            plain += c;
        } else if (!(c == u'+' && plain.isEmpty()) && !u" -./()"_s.contains(c)) {
            return false;
        }
    }
    if (digits < 8 || digits > 15)
        return false;
    const bool international = trimmed.startsWith(u'+') || (plain.startsWith("00"_L1) && plain[2] != u'0');
    const bool national = plain[0] == u'0' && plain[1] != u'0' && digits >= 9 && digits <= 11;
    return international || national || trimmed.startsWith(u'(');
}

} // namespace salesdesk
