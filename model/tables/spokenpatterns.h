// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRegularExpression>
#include <QString>

#include <functional>
#include <optional>
#include <span>

namespace salesdesk
{

/// Sentences of the model by their patterns ("There is no step %1."), marked with the context "Sentences" for
/// translation. Made once, used on the GUI thread.
class SpokenPatterns
{
public:
    explicit SpokenPatterns(std::span<const char *const> patterns);

    /// `sentence` in the window's language; what is filled in goes through `within`. Nothing where no pattern
    /// fits all of it.
    [[nodiscard]] std::optional<QString> said(const QString &sentence,
                                              const std::function<QString(const QString &)> &within) const;
    [[nodiscard]] bool contains(const QString &pattern) const;
    /// Whether the window's language is another than the model's.
    [[nodiscard]] bool areTranslated() const;

private:
    struct Pattern {
        const char *text;
        QRegularExpression form; ///< captures in the order they stand
        QList<int> numbers;      ///< of the captures: 2 for the second %2
    };
    [[nodiscard]] static Pattern prepared(const char *text);
    [[nodiscard]] static qsizetype weight(const Pattern &pattern);

    QList<Pattern> m_patterns;
};

} // namespace salesdesk
