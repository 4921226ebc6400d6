// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QTimeZone>

#include <utility>

namespace salesdesk
{

/// A question to the records that is asked again and again: how many activities of some types, or sales,
/// there were in a time, or what they are worth, by agent, team, product, type or day.
struct Metric {
    enum class Source { Activities, Sales };
    enum class Measure { Count, Value };
    enum class By { Agent, Team, Product, Type, Day }; ///< Product for sales alone, Type for activities alone
    enum class Period { Today, Week, Month, Year };    ///< the present one, in the setting's time zone
    qint64 id = 0;                                     ///< 0: not saved yet
    QString name = {};
    Source source = Source::Activities;
    Measure measure = Measure::Count;
    QStringList types = {}; ///< activities of these; of all when empty
    By by = By::Agent;
    Period period = Period::Month;
    friend bool operator==(const Metric &, const Metric &) = default;
};

/// Where the present period begins and where the next one does, UTC ms.
[[nodiscard]] std::pair<qint64, qint64> spanOf(Metric::Period period, qint64 now, const QTimeZone &zone);

} // namespace salesdesk
