// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/moment.h"

#include <array>
#include <chrono>
#include <vector>

namespace salesdesk
{
namespace
{

constexpr qint64 secondMs = 1000;
constexpr qint64 minuteMs = 60 * secondMs;
constexpr qint64 hourMs = 60 * minuteMs;
constexpr qint64 dayMs = 24 * hourMs;

/// A moment's text taken apart.
struct Written {
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    qint64 timeMs = 6 * hourMs; ///< since midnight; what a date alone means (spec.md, Time)
    bool hasTime = false;
    std::optional<int> offsetSeconds; ///< of the zone that was given
};

/// Reads characters from left to right; every take… leaves its place unchanged when it fails.
class Scanner final
{
public:
    explicit Scanner(QStringView text)
        : m_text(text)
    {
    }
    [[nodiscard]] bool atEnd() const { return m_at == m_text.size(); }
    bool take(char16_t c)
    {
        if (atEnd() || m_text[m_at] != QChar(c))
            return false;
        ++m_at;
        return true;
    }
    std::optional<unsigned> digit()
    {
        if (atEnd() || m_text[m_at] < u'0' || m_text[m_at] > u'9')
            return std::nullopt;
        return static_cast<unsigned>(m_text[m_at++].unicode() - u'0');
    }
    /// Exactly `count` digits that make at most `most`.
    std::optional<unsigned> number(int count, unsigned most)
    {
        const auto from = m_at;
        unsigned value = 0;
        for (int i = 0; i < count; ++i) {
            const auto next = digit();
            if (!next) {
                m_at = from;
                return std::nullopt;
            }
            value = value * 10 + *next;
        }
        if (value > most) {
            m_at = from;
            return std::nullopt;
        }
        return value;
    }

private:
    QStringView m_text;
    qsizetype m_at = 0;
};

bool readDate(Scanner &scan, Written &written)
{
    const auto year = scan.number(4, 9999);
    if (!year || !scan.take(u'-'))
        return false;
    const auto month = scan.number(2, 12);
    if (!month || !scan.take(u'-'))
        return false;
    const auto day = scan.number(2, 31);
    if (!day)
        return false;
    written.year = static_cast<int>(*year);
    written.month = *month;
    written.day = *day;
    const std::chrono::year_month_day date{std::chrono::year(written.year), std::chrono::month(written.month),
                                           std::chrono::day(written.day)};
    return written.year >= 1 && date.ok();
}

/// Fractions of a second: any number of digits, of which three count.
std::optional<qint64> readFraction(Scanner &scan)
{
    auto next = scan.digit();
    if (!next)
        return std::nullopt;
    qint64 ms = 0;
    qint64 weight = 100;
    for (; next; next = scan.digit()) {
        ms += weight * static_cast<qint64>(*next);
        weight /= 10;
    }
    return ms;
}

bool readTime(Scanner &scan, Written &written)
{
    const auto hour = scan.number(2, 23);
    if (!hour || !scan.take(u':'))
        return false;
    const auto minute = scan.number(2, 59);
    if (!minute)
        return false;
    written.hasTime = true;
    written.timeMs = static_cast<qint64>(*hour) * hourMs + static_cast<qint64>(*minute) * minuteMs;
    if (!scan.take(u':'))
        return true;
    const auto second = scan.number(2, 59);
    if (!second)
        return false;
    written.timeMs += static_cast<qint64>(*second) * secondMs;
    if (!scan.take(u'.'))
        return true;
    const auto fraction = readFraction(scan);
    if (!fraction)
        return false;
    written.timeMs += *fraction;
    return true;
}

bool readZone(Scanner &scan, Written &written)
{
    if (scan.take(u'Z')) {
        written.offsetSeconds = 0;
        return true;
    }
    const bool east = scan.take(u'+');
    if (!east && !scan.take(u'-'))
        return false;
    // No zone of the world is further from UTC, in hours.
    constexpr unsigned furthest = 14;
    const auto hours = scan.number(2, furthest);
    if (!hours)
        return false;
    unsigned minutes = 0;
    if (!scan.atEnd()) {
        scan.take(u':');
        const auto read = scan.number(2, 59);
        if (!read)
            return false;
        minutes = *read;
    }
    if (*hours == furthest && minutes > 0)
        return false;
    const auto seconds = static_cast<int>(*hours * 3600 + minutes * 60);
    written.offsetSeconds = east ? seconds : -seconds;
    return true;
}

std::optional<Written> readWritten(QStringView text)
{
    Scanner scan(text);
    Written written;
    if (!readDate(scan, written))
        return std::nullopt;
    if (scan.atEnd())
        return written;
    if (!scan.take(u'T') && !scan.take(u' '))
        return std::nullopt;
    if (!readTime(scan, written))
        return std::nullopt;
    if (scan.atEnd())
        return written;
    scan.take(u' ');
    if (!readZone(scan, written) || !scan.atEnd())
        return std::nullopt;
    return written;
}

qint64 midnightMs(int year, unsigned month, unsigned day)
{
    const std::chrono::sys_days date =
        std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day);
    return date.time_since_epoch().count() * dayMs;
}

/// A stretch of time with one offset from UTC, from `fromMs` (UTC) to the next one's.
struct Stretch {
    qint64 fromMs;
    qint64 offsetMs;
};

/// The stretches around one calendar year of a zone, first to last.
struct YearOffsets {
    int year = 0; ///< 0: empty
    std::vector<Stretch> stretches;
};

QDateTime utc(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
}

YearOffsets askZone(const QTimeZone &zone, int year)
{
    // Two days on either side, so that a local time near New Year finds its offset in its own year's list.
    const auto fromMs = midnightMs(year, 1, 1) - 2 * dayMs;
    const auto toMs = midnightMs(year, 12, 31) + 3 * dayMs;
    YearOffsets offsets{year, {{fromMs, zone.offsetFromUtc(utc(fromMs)) * secondMs}}};
    if (!zone.hasTransitions())
        return offsets;
    for (const auto &change : zone.transitions(utc(fromMs), utc(toMs))) {
        const Stretch next{change.atUtc.toMSecsSinceEpoch(), change.offsetFromUtc * secondMs};
        if (next.fromMs > fromMs && next.offsetMs != offsets.stretches.back().offsetMs)
            offsets.stretches.push_back(next);
    }
    return offsets;
}

/// The offsets of the zone that was asked for last, by year: asking QTimeZone costs some ten microseconds.
class ZoneOffsets final
{
public:
    const std::vector<Stretch> &of(const QTimeZone &zone, int year)
    {
        if (zone != m_zone) {
            m_years = {};
            m_zone = zone;
        }
        auto &slot = m_years[static_cast<size_t>(year) % m_years.size()];
        if (slot.year != year)
            slot = askZone(zone, year);
        return slot.stretches;
    }

private:
    QTimeZone m_zone;
    std::array<YearOffsets, 16> m_years;
};

struct Placed {
    qint64 utcMs;
    qint64 offsetMs;
    MomentNote note;
};

/// Finds the instant of a local time. Computed here and not by QDateTime, whose treatment of skipped and
/// double local times changed between Qt 6.4 and 6.8.
Placed place(qint64 localMs, const std::vector<Stretch> &stretches)
{
    std::optional<Placed> found;
    for (size_t i = 0; i < stretches.size(); ++i) {
        const auto &stretch = stretches[i];
        const auto utcMs = localMs - stretch.offsetMs;
        const bool starts = i == 0 || utcMs >= stretch.fromMs;
        const bool ends = i + 1 < stretches.size() && utcMs >= stretches[i + 1].fromMs;
        if (starts && !ends) {
            if (found) {
                found->note = MomentNote::FirstOfTwo;
                return *found;
            }
            found = Placed{utcMs, stretch.offsetMs, MomentNote::None};
        }
    }
    if (found)
        return *found;
    // Skipped: the offset before the gap names the instant, which the clocks show moved forward by the gap.
    for (size_t i = 1; i < stretches.size(); ++i) {
        const auto utcMs = localMs - stretches[i - 1].offsetMs;
        if (utcMs >= stretches[i].fromMs && localMs - stretches[i].offsetMs < stretches[i].fromMs)
            return {utcMs, stretches[i].offsetMs, MomentNote::SkippedForward};
    }
    Q_UNREACHABLE();
}

void appendNumber(QString &text, int value, int width)
{
    std::array<char16_t, 8> digits{};
    for (auto i = width; i > 0; --i) {
        digits[static_cast<size_t>(i - 1)] = static_cast<char16_t>(u'0' + value % 10);
        value /= 10;
    }
    text.append(QStringView(digits.data(), width));
}

/// "2025-12-10T18:00:00", with milliseconds only where they are not zero.
void appendIso(QString &text, qint64 ms)
{
    const auto days = std::chrono::floor<std::chrono::days>(
        std::chrono::sys_time<std::chrono::milliseconds>(std::chrono::milliseconds(ms)));
    const std::chrono::year_month_day date(days);
    const auto time = static_cast<int>(ms - days.time_since_epoch().count() * dayMs);
    appendNumber(text, static_cast<int>(date.year()), 4);
    text.append(u'-');
    appendNumber(text, static_cast<int>(static_cast<unsigned>(date.month())), 2);
    text.append(u'-');
    appendNumber(text, static_cast<int>(static_cast<unsigned>(date.day())), 2);
    text.append(u'T');
    appendNumber(text, time / static_cast<int>(hourMs), 2);
    text.append(u':');
    appendNumber(text, time / static_cast<int>(minuteMs) % 60, 2);
    text.append(u':');
    appendNumber(text, time / static_cast<int>(secondMs) % 60, 2);
    if (time % static_cast<int>(secondMs) != 0) {
        text.append(u'.');
        appendNumber(text, time % static_cast<int>(secondMs), 3);
    }
}

} // namespace

std::optional<Moment> readMoment(QStringView text, const QTimeZone &zone)
{
    const auto written = readWritten(text);
    if (!written)
        return std::nullopt;
    const auto localMs = midnightMs(written->year, written->month, written->day) + written->timeMs;
    Placed placed{};
    if (written->offsetSeconds) {
        const auto offsetMs = *written->offsetSeconds * secondMs;
        placed = {localMs - offsetMs, offsetMs, MomentNote::ZoneGiven};
    } else {
        thread_local ZoneOffsets offsets;
        placed = place(localMs, offsets.of(zone, written->year));
        if (!written->hasTime && placed.note == MomentNote::None)
            placed.note = MomentNote::DateOnly;
    }
    return Moment{placed.utcMs,
                  QDateTime::fromMSecsSinceEpoch(placed.utcMs, Qt::OffsetFromUTC,
                                                 static_cast<int>(placed.offsetMs / secondMs)),
                  placed.note};
}

QString toUtcIso(qint64 utcMs)
{
    QString text;
    text.reserve(24);
    appendIso(text, utcMs);
    text.append(u'Z');
    return text;
}

QString toLocalIso(const Moment &moment)
{
    const auto offset = moment.local.offsetFromUtc();
    QString text;
    text.reserve(29);
    appendIso(text, moment.utcMs + offset * secondMs);
    text.append(offset < 0 ? u'-' : u'+');
    appendNumber(text, std::abs(offset) / 3600, 2);
    text.append(u':');
    appendNumber(text, std::abs(offset) / 60 % 60, 2);
    return text;
}

} // namespace salesdesk
