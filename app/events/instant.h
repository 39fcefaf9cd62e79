// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>

namespace dateline::events {

/// A moment: milliseconds since 1970-01-01T00:00:00Z in the proleptic Gregorian calendar,
/// negative before it. Signed 64 bit reaches far beyond any year that EDTF can write here.
using Instant = std::int64_t;

/// The bounds of an interval that is open towards the past or the future. They are infinities,
/// not dates: they compare as such and are never shown or exported as a date.
inline constexpr Instant distantPast = std::numeric_limits<Instant>::min();
inline constexpr Instant distantFuture = std::numeric_limits<Instant>::max();

inline constexpr Instant millisecondsPerSecond = 1000;
inline constexpr Instant millisecondsPerDay = 86'400 * millisecondsPerSecond;

/// A half-open span [from, to) of time, from ≤ to. It may reach to distantPast or distantFuture.
struct TimeSpan
{
    Instant from = distantPast;
    Instant to = distantFuture;

    friend bool operator==(const TimeSpan &, const TimeSpan &) = default;
};

} // namespace dateline::events
