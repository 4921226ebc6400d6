// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/intake/field.h"

namespace salesdesk
{

/// Reads the fields of one object by spec.md's rules and gathers what is wrong with them, so that every
/// faulty field is named at once. A faulty field reads as left out. Lives as long as one validation; any
/// thread.
class FieldReader final
{
public:
    /// `prefix` stands before each name in a note: "energy_meta.".
    FieldReader(const Field &object, QList<FieldNote> &errors, QLatin1StringView prefix = {});

    [[nodiscard]] QString requiredText(QLatin1StringView name);
    /// Text, or a JSON integer read as its digits. Kept as sent, but not of white space alone.
    [[nodiscard]] QString requiredId(QLatin1StringView name);
    [[nodiscard]] Sent<QString> optionalId(QLatin1StringView name);
    /// Null and empty mean that no name is given.
    [[nodiscard]] Sent<QString> optionalName(QLatin1StringView name);
    /// An identifier that is not one of ours: empty means null.
    [[nodiscard]] Sent<QString> optionalKey(QLatin1StringView name);
    [[nodiscard]] Sent<QString> optionalEmail(QLatin1StringView name);
    [[nodiscard]] std::optional<Moment> requiredMoment(QLatin1StringView name, const QTimeZone &zone);
    [[nodiscard]] Sent<Moment> optionalMoment(QLatin1StringView name, const QTimeZone &zone);
    [[nodiscard]] Sent<bool> optionalFlag(QLatin1StringView name);
    /// A finite number in the sender's digits.
    [[nodiscard]] Sent<QString> optionalNumber(QLatin1StringView name);
    [[nodiscard]] Sent<QString> optionalUsage(QLatin1StringView name); ///< a number that is not negative
    [[nodiscard]] Sent<qint64> optionalCount(QLatin1StringView name);  ///< an integer that is not negative
    [[nodiscard]] Sent<Cents> optionalMoney(QLatin1StringView name);
    /// The object of that name; null when it is left out, null or faulty.
    [[nodiscard]] const Field *optionalObject(QLatin1StringView name);

    [[nodiscard]] const Field *find(QLatin1StringView name) const;
    /// The value as it was sent, for the log; empty for objects and lists.
    [[nodiscard]] QString asSent(QLatin1StringView name) const;
    /// Whether something was found wrong with it so far.
    [[nodiscard]] bool isFaulty(QLatin1StringView name) const;
    void fail(QLatin1StringView name, QLatin1StringView code, const QString &what);
    /// Notes the error when the digits are no amount of money.
    std::optional<Cents> money(QLatin1StringView name, QByteArrayView digits);

private:
    enum class Digits { Refused, AsText };
    [[nodiscard]] std::optional<QString> text(QLatin1StringView name, const Field &field, Digits digits);
    [[nodiscard]] bool isThere(QLatin1StringView name, const Field *field);
    [[nodiscard]] std::optional<Moment> moment(QLatin1StringView name, const Field &field,
                                               const QTimeZone &zone);
    /// The digits of a number or a numeric text, or nothing with a note.
    [[nodiscard]] std::optional<QByteArray> number(QLatin1StringView name, const Field &field);

    const Field &m_object;
    QList<FieldNote> &m_errors;
    QLatin1StringView m_prefix;
};

/// Whether it looks like an e-mail address or a telephone number (spec.md, contact_key).
[[nodiscard]] bool looksPersonal(QStringView text);

} // namespace salesdesk
