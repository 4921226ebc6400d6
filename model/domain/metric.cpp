// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/metric.h"

#include <QDateTime>

namespace salesdesk
{

std::pair<qint64, qint64> spanOf(Metric::Period period, qint64 now, const QTimeZone &zone)
{
    const auto today = QDateTime::fromMSecsSinceEpoch(now, zone).date();
    const auto between = [&zone](QDate first, QDate next) {
        return std::pair(first.startOfDay(zone).toMSecsSinceEpoch(),
                         next.startOfDay(zone).toMSecsSinceEpoch());
    };
    switch (period) {
    case Metric::Period::Today:
        return between(today, today.addDays(1));
    case Metric::Period::Week: {
        const auto monday = today.addDays(1 - today.dayOfWeek());
        return between(monday, monday.addDays(7));
    }
    case Metric::Period::Month: {
        const QDate first(today.year(), today.month(), 1);
        return between(first, first.addMonths(1));
    }
    case Metric::Period::Year:
        return between({today.year(), 1, 1}, {today.year() + 1, 1, 1});
    }
    Q_UNREACHABLE();
}

} // namespace salesdesk
