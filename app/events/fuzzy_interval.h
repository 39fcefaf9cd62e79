// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/instant.h>

namespace dateline::events {

/// What is known about when something began and ended: four bounds, milliseconds UTC.
///
/// The beginning lies in [earliestStart, latestStart), the end in [earliestEnd, latestEnd).
/// earliestStart ≤ latestStart, earliestEnd ≤ latestEnd, earliestStart ≤ earliestEnd and
/// latestStart ≤ latestEnd always hold. An open side is distantPast or distantFuture.
///
/// A month such as 2016-05 is an occurrence somewhere in May: both beginning and end lie in
/// [1 May, 1 June), so the core is empty and nothing inside May is certain; yet it is certain
/// that it lies within May. 2015/2019 began somewhere in 2015 and ended somewhere in 2019, so
/// its core is [2016, 2019).
struct FuzzyInterval
{
    Instant earliestStart = distantPast;
    Instant latestStart = distantFuture;
    Instant earliestEnd = distantPast;
    Instant latestEnd = distantFuture;

    /// The part that certainly was going on, [latestStart, earliestEnd); empty (from == to) when
    /// those bounds meet or cross.
    [[nodiscard]] constexpr TimeSpan core() const
    {
        return latestStart < earliestEnd ? TimeSpan{latestStart, earliestEnd}
                                         : TimeSpan{latestStart, latestStart};
    }

    /// True when nothing at all is known: an undated event.
    [[nodiscard]] constexpr bool isUnbounded() const
    {
        return earliestStart == distantPast && latestEnd == distantFuture;
    }

    friend bool operator==(const FuzzyInterval &, const FuzzyInterval &) = default;
};

/// True when `interval` may share a moment with `window`. An empty window touches nothing.
[[nodiscard]] constexpr bool possiblyTouches(const FuzzyInterval &interval, const TimeSpan &window)
{
    return window.from < window.to && interval.earliestStart < window.to
        && interval.latestEnd > window.from;
}

/// True when `interval` shares a moment with `window` however its bounds turn out: it cannot
/// have ended before the window and cannot begin after it.
[[nodiscard]] constexpr bool certainlyTouches(const FuzzyInterval &interval, const TimeSpan &window)
{
    return possiblyTouches(interval, window) && interval.earliestEnd >= window.from
        && interval.latestStart <= window.to;
}

/// True when the whole of `interval` lies within `window`, however its bounds turn out.
[[nodiscard]] constexpr bool certainlyWithin(const FuzzyInterval &interval, const TimeSpan &window)
{
    return window.from < window.to && interval.earliestStart >= window.from
        && interval.latestEnd <= window.to;
}

/// True when `interval` may have begun before `moment`.
[[nodiscard]] constexpr bool possiblyBegunBy(const FuzzyInterval &interval, Instant moment)
{
    return interval.earliestStart < moment;
}

/// True when `interval` certainly began before `moment` (half open: a month has begun at the
/// first instant of the next month).
[[nodiscard]] constexpr bool certainlyBegunBy(const FuzzyInterval &interval, Instant moment)
{
    return interval.latestStart <= moment && interval.earliestStart < moment;
}

} // namespace dateline::events
