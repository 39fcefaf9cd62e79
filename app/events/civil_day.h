// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/instant.h>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

namespace dateline::events {

/// Days of the proleptic Gregorian calendar with astronomical years (0 is 1 BC), for any year
/// whose days an Instant can tell. std::chrono ends at year 32,767, so years are first brought
/// near 2000 by whole cycles of 400 years, which always have the same number of days.

inline constexpr std::int64_t daysPerCycle = 146'097;

/// The years all of whose moments fit into an Instant and are neither of its infinities.
inline constexpr std::int64_t earliestYear = -292'275'054;
inline constexpr std::int64_t latestYear = 292'278'993;

/// `year` moved by whole cycles into [2000, 2400), which has the same months and weekdays.
[[nodiscard]] constexpr std::chrono::year yearInCycle(std::int64_t year)
{
    return std::chrono::year(int((year % 400 + 400) % 400) + 2000);
}

[[nodiscard]] constexpr bool isLeapYear(std::int64_t year)
{
    return yearInCycle(year).is_leap();
}

/// The number of days of `month`, 1 to 12.
[[nodiscard]] constexpr unsigned daysInMonth(std::int64_t year, unsigned month)
{
    const std::chrono::year_month_day_last last(
        yearInCycle(year), std::chrono::month_day_last(std::chrono::month(month)));
    return unsigned(last.day());
}

/// Midnight UTC at which a valid day begins: month 1 to 12, day 1 to daysInMonth(). `year` is
/// from earliestYear to latestYear + 1; of the last one only the first day fits.
[[nodiscard]] constexpr Instant startOfDay(std::int64_t year, unsigned month, unsigned day)
{
    const std::chrono::year inCycle = yearInCycle(year);
    const std::int64_t cycles = (year - int(inCycle)) / 400;
    const std::chrono::sys_days days = inCycle / std::chrono::month(month) / std::chrono::day(day);
    return (days.time_since_epoch().count() + cycles * daysPerCycle) * millisecondsPerDay;
}

/// The span of `count` months from `month` on; it may reach into the next year.
[[nodiscard]] constexpr TimeSpan spanOfMonths(std::int64_t year, unsigned month, unsigned count)
{
    const unsigned after = month - 1 + count;
    return {startOfDay(year, month, 1), startOfDay(year + after / 12, after % 12 + 1, 1)};
}

[[nodiscard]] constexpr TimeSpan spanOfYear(std::int64_t year)
{
    return spanOfMonths(year, 1, 12);
}

[[nodiscard]] constexpr TimeSpan spanOfDay(std::int64_t year, unsigned month, unsigned day)
{
    const Instant start = startOfDay(year, month, day);
    return {start, start + millisecondsPerDay};
}

/// The day that is written as most are, in ten bytes with its year from 0000 to 9999: "2016-05-01".
/// Nothing for any other text, and for a day that there is not. What Edtf::parse() makes of such a
/// text is the same day, a test compares them; this is for reading a million.
[[nodiscard]] constexpr std::optional<TimeSpan> plainDay(std::string_view text)
{
    constexpr unsigned noNumber = 1'000'000; // nor with more digits behind it
    const auto number = [text](std::size_t from, std::size_t to) {
        unsigned result = 0;
        for (const char digit : text.substr(from, to - from))
            result = digit >= '0' && digit <= '9' ? 10 * result + unsigned(digit - '0') : noNumber;
        return result;
    };
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return std::nullopt;
    const unsigned year = number(0, 4);
    const unsigned month = number(5, 7);
    const unsigned day = number(8, 10);
    constexpr unsigned lastYear = 9999;
    constexpr unsigned months = 12;
    if (year > lastYear || month < 1 || month > months || day < 1 || day > daysInMonth(year, month))
        return std::nullopt;
    return spanOfDay(year, month, day);
}

} // namespace dateline::events
