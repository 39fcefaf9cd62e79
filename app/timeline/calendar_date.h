// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/instant.h>
#include <timeline/calendar_ticks.h>

#include <cstdint>
#include <optional>

namespace dateline::timeline {

/// A day of the proleptic Gregorian calendar with an astronomical year, and the time in it (UTC).
struct CalendarDate
{
    std::int64_t year = 1970;
    unsigned month = 1; ///< 1 to 12
    unsigned day = 1; ///< 1 to 31
    events::Instant sinceMidnight = 0; ///< milliseconds
};

/// The date of a moment; any Instant.
[[nodiscard]] CalendarDate dateOf(events::Instant at);

/// The month that begins at a moment, counted from January of year 0 on; nothing where none does.
[[nodiscard]] std::optional<std::int64_t> monthBeginning(events::Instant at);
/// The moment at which the month of that number begins, of a year that civil_day.h knows.
[[nodiscard]] events::Instant beginningOfMonth(std::int64_t month);

/// The tick at a boundary of `step`, with its label.
[[nodiscard]] Tick labelledTick(events::Instant at, const TickStep &step, const QLocale &locale);

} // namespace dateline::timeline
