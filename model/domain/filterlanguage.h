// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QTimeZone>

#include <functional>
#include <optional>
#include <variant>

namespace salesdesk
{

/// Where and why a filter cannot be read.
struct FilterError {
    qsizetype position = 0; ///< in characters
    qsizetype length = 0;
    QString detail; ///< a sentence that says what is allowed there
};

/// What filters of one list are made of: terms `name:value`, words that stand alone, and free text.
struct FilterGrammar {
    QStringList names; ///< "status", "provider"; a name's place is its number
    QStringList words; ///< "unlinked"; numbered on from the names
    /// A sentence that says what the name takes; empty when the value is right.
    std::function<QString(int name, const QString &value)> check;
};

/// A term as it is written. Several values, separated by commas, are alternatives.
struct WrittenTerm {
    static constexpr int FreeText = -1;
    int name = FreeText; ///< its number in the grammar
    bool negated = false;
    QStringList values; ///< the word itself for one that stands alone
};

/// Reads `status:4xx provider:"Zapier webhooks" -type:Sale,Demo unlinked 123`: terms joined by AND, `-`
/// before one negates it, quotation marks hold a value together.
[[nodiscard]] std::variant<FilterError, QList<WrittenTerm>> readFilterTerms(QStringView text,
                                                                            const FilterGrammar &grammar);

/// Reads "2h", "30m", "7d" (ago), "2026-11-01" (its midnight) and "2026-11-01T09:00" as UTC ms.
[[nodiscard]] std::optional<qint64> readFilterTime(const QString &value, qint64 now, const QTimeZone &zone);
/// What is said of a time that cannot be read.
[[nodiscard]] QString filterTimeRule(const QString &name);

/// One term that holds `value` as it is, whatever is in it: `provider:"Zapier \"new\""`.
[[nodiscard]] QString filterTerm(const QString &name, const QString &value);
/// A value as the language takes it: in quotation marks where it must.
[[nodiscard]] QString filterValue(const QString &value);
/// The terms as they are written.
[[nodiscard]] QStringList filterTerms(QStringView text);
/// The text with `term` at its end, or without it where it has it.
[[nodiscard]] QString toggledTerm(QStringView text, const QString &term);
/// The text with `terms` in the place of all that begin with one of `names` ("since:", "until:").
[[nodiscard]] QString replacedTerms(QStringView text, const QStringList &names, const QString &terms);

/// What can stand where somebody is typing: `candidates` would replace `length` characters from `from` on.
struct FilterCompletion {
    qsizetype from = 0;
    qsizetype length = 0;
    QStringList candidates;
    friend bool operator==(const FilterCompletion &, const FilterCompletion &) = default;
};
/// For a cursor at `cursor`. `valuesOf` gives what is known of a name's values, as they are. No candidates
/// where anything can stand.
[[nodiscard]] FilterCompletion completeFilter(QStringView text, qsizetype cursor,
                                              const FilterGrammar &grammar,
                                              const std::function<QStringList(int name)> &valuesOf);

} // namespace salesdesk
