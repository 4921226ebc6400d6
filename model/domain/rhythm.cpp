// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/rhythm.h"

#include <QDateTime>
#include <QSet>

#include <algorithm>
#include <array>

namespace salesdesk
{

namespace
{

constexpr qint64 hourMs = 4 * QuarterMs;
constexpr int leastDays = 3;
constexpr int leastQuarters = 8;
constexpr qint64 shortestUsual = 2; // quarters

/// Hours of working days, then those of weekends.
constexpr int hourKinds = 48;

int kindOf(const QDateTime &hour)
{
    const bool weekend = hour.date().dayOfWeek() >= Qt::Saturday;
    return hour.time().hour() + (weekend ? 24 : 0);
}

/// Time that runs only in the hours in which a sender usually calls: those of which at least every other one
/// had a call. Of a sender without such hours every hour counts.
class CallingTime
{
public:
    CallingTime(const QList<qint64> &quarters, qint64 now, const QTimeZone &zone)
        : m_first(quarters.first() / hourMs)
    {
        QSet<qint64> active;
        for (const auto quarter : quarters)
            active.insert(quarter / hourMs);
        const auto last = quarters.last() / hourMs;
        const auto end = std::max(last, now / hourMs);
        std::vector<int> kinds;
        std::array<int, hourKinds> known{};
        std::array<int, hourKinds> called{};
        for (auto hour = m_first; hour <= end; ++hour) {
            const auto kind = kindOf(QDateTime::fromMSecsSinceEpoch(hour * hourMs, zone));
            kinds.push_back(kind);
            if (hour <= last) {
                ++known[static_cast<size_t>(kind)];
                called[static_cast<size_t>(kind)] += active.contains(hour) ? 1 : 0;
            }
        }
        const auto isUsual = [&](int kind) {
            const auto at = static_cast<size_t>(kind);
            return called[at] > 0 && 2 * called[at] >= known[at];
        };
        const bool any = std::any_of(kinds.begin(), kinds.end(), isUsual);
        m_before.push_back(0);
        for (const auto kind : kinds)
            m_before.push_back(m_before.back() + (!any || isUsual(kind) ? 4 : 0));
    }

    /// Quarters of this time before the one that begins at `quarter`.
    [[nodiscard]] qint64 at(qint64 quarter) const
    {
        const auto hour = static_cast<size_t>(quarter / hourMs - m_first);
        const auto within = m_before[hour + 1] > m_before[hour] ? quarter % hourMs / QuarterMs : 0;
        return m_before[hour] + within;
    }

private:
    qint64 m_first; // hour
    std::vector<qint64> m_before;
};

} // namespace

std::optional<Silence> silenceOf(const QList<qint64> &quarters, qint64 now, const QTimeZone &zone)
{
    if (quarters.size() < leastQuarters || now < quarters.last())
        return std::nullopt;
    QSet<QDate> days;
    for (const auto quarter : quarters)
        days.insert(QDateTime::fromMSecsSinceEpoch(quarter, zone).date());
    if (days.size() < leastDays)
        return std::nullopt;
    const CallingTime time(quarters, now, zone);
    std::vector<qint64> gaps;
    for (qsizetype i = 1; i < quarters.size(); ++i)
        gaps.push_back(time.at(quarters[i]) - time.at(quarters[i - 1]));
    std::sort(gaps.begin(), gaps.end());
    const auto usual = std::max(shortestUsual, gaps[(gaps.size() * 19 + 19) / 20 - 1]);
    // Whole quarters without a call: the present one may still have its own.
    const auto present = time.at(now / QuarterMs * QuarterMs) - time.at(quarters.last()) - 1;
    return Silence{usual * QuarterMs, std::max<qint64>(0, present) * QuarterMs};
}

} // namespace salesdesk
