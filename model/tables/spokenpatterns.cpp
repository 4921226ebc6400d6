// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/tables/spokenpatterns.h"

#include <QCoreApplication>

#include <algorithm>

namespace salesdesk
{

using namespace Qt::StringLiterals;

SpokenPatterns::SpokenPatterns(std::span<const char *const> patterns)
{
    for (const auto *text : patterns)
        m_patterns.append(prepared(text));
    std::stable_sort(m_patterns.begin(), m_patterns.end(),
                     [](const Pattern &a, const Pattern &b) { return weight(a) > weight(b); });
}

SpokenPatterns::Pattern SpokenPatterns::prepared(const char *text)
{
    static const QRegularExpression place(u"%([1-9])(?!\\d)"_s);
    Pattern pattern{text, {}, {}};
    const auto whole = QString::fromUtf8(text);
    QString form = u"^"_s;
    qsizetype at = 0;
    for (const auto &found : place.globalMatch(whole)) {
        form += QRegularExpression::escape(whole.mid(at, found.capturedStart() - at)) + u"(.*?)"_s;
        pattern.numbers.append(found.captured(1).toInt());
        at = found.capturedEnd();
    }
    form += QRegularExpression::escape(whole.mid(at)) + u'$';
    pattern.form.setPattern(form);
    pattern.form.setPatternOptions(QRegularExpression::DotMatchesEverythingOption);
    return pattern;
}

/// What stands fixed in a pattern: the more of it, the better a fit says what is meant.
qsizetype SpokenPatterns::weight(const Pattern &pattern)
{
    return static_cast<qsizetype>(qstrlen(pattern.text)) - 3 * pattern.numbers.size();
}

std::optional<QString> SpokenPatterns::said(const QString &sentence,
                                            const std::function<QString(const QString &)> &within) const
{
    if (sentence.isEmpty())
        return sentence;
    for (const auto &pattern : m_patterns) {
        const auto match = pattern.form.match(sentence);
        if (!match.hasMatch())
            continue;
        // All at once: what is filled in may hold a "%1" of its own.
        const auto said = QCoreApplication::translate("Sentences", pattern.text);
        QString filled;
        for (qsizetype at = 0; at < said.size(); ++at) {
            const int number =
                said.at(at) == u'%' && at + 1 < said.size() ? said.at(at + 1).digitValue() : -1;
            const auto place = pattern.numbers.indexOf(number);
            if (place < 0) {
                filled += said.at(at);
                continue;
            }
            filled += within(match.captured(static_cast<int>(place) + 1));
            ++at;
        }
        return filled;
    }
    return std::nullopt;
}

bool SpokenPatterns::contains(const QString &pattern) const
{
    return std::any_of(m_patterns.cbegin(), m_patterns.cend(),
                       [&pattern](const Pattern &one) { return pattern == QString::fromUtf8(one.text); });
}

bool SpokenPatterns::areTranslated() const
{
    const auto *text = m_patterns.first().text;
    return QCoreApplication::translate("Sentences", text) != QString::fromUtf8(text);
}

} // namespace salesdesk
