// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QStringView>
#include <QTimeZone>

#include <optional>

namespace salesdesk
{

/// How a moment was read (spec.md, Time), so that the log can say it in words.
enum class MomentNote {
    None,
    ZoneGiven,      ///< the text bears a zone
    DateOnly,       ///< no time in the text: 06:00:00 that day
    SkippedForward, ///< the clocks skip this local time: moved forward by the gap
    FirstOfTwo,     ///< the local time occurs twice: the first is taken
};

/// One reading of a moment field.
struct Moment {
    qint64 utcMs = 0; ///< milliseconds since the epoch, UTC: what is stored
    QDateTime local;  ///< as read: the local time, with the offset that holds there or that was given
    MomentNote note = MomentNote::None;
    friend bool operator==(const Moment &, const Moment &) = default;
};

/// Reads `2025-12-10 19:00:00`, `2025-12-10T19:00`, with optional seconds, fractions and zone (`Z`, `+02:00`,
/// `+0200`, after an optional space), or `2025-12-10` alone. Years 0001 to 9999; fractions past milliseconds
/// are cut. Nothing when the text has any other form or is an impossible date (spec.md, Time).
[[nodiscard]] std::optional<Moment> readMoment(QStringView text, const QTimeZone &zone);

/// UTC ISO 8601 with milliseconds only where they are not zero: "2025-12-10T18:00:00Z".
[[nodiscard]] QString toUtcIso(qint64 utcMs);

/// As read, ISO 8601 with its offset: "2025-12-10T19:00:00+01:00".
[[nodiscard]] QString toLocalIso(const Moment &moment);

} // namespace salesdesk
