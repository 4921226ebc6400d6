// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/money.h"

namespace salesdesk
{

/// Records in a few numbers: how many, by kind, and their money (activity values that are money, and contract
/// values).
struct RecordTotals {
    qint64 activities = 0;
    qint64 sales = 0;
    Cents value;

    [[nodiscard]] constexpr qint64 count() const { return activities + sales; }
    constexpr RecordTotals &operator+=(const RecordTotals &other)
    {
        activities += other.activities;
        sales += other.sales;
        value.value += other.value.value;
        return *this;
    }
    friend constexpr bool operator==(const RecordTotals &, const RecordTotals &) = default;
};

} // namespace salesdesk
