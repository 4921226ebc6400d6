// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QTimeZone>

#include <optional>

namespace salesdesk
{

inline constexpr qint64 QuarterMs = 15 * 60'000LL; ///< calls over time are kept by quarters of an hour

/// How long a sender keeps silent, against how long it usually does. Both count only the hours in which it
/// usually calls: a night without calls is no silence of an office.
struct Silence {
    qint64 usualMs = 0;   ///< 19 of 20 of its silences are no longer; at least half an hour
    qint64 presentMs = 0; ///< since its last call
    /// Longer than twice the usual.
    [[nodiscard]] bool isUnusual() const { return presentMs > 2 * usualMs; }
    friend bool operator==(const Silence &, const Silence &) = default;
};

/// `quarters`: the starts (UTC ms) of the quarters of an hour in which calls came, ascending; some weeks of
/// them. `zone`: the days and hours are of it. Nothing when too little is known: calls on fewer than three
/// days, or in fewer than eight quarters.
[[nodiscard]] std::optional<Silence> silenceOf(const QList<qint64> &quarters, qint64 now,
                                               const QTimeZone &zone);

} // namespace salesdesk
