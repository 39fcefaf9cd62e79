// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <timeline/timescale.h>

#include <QLocale>
#include <QString>

#include <cstdint>
#include <vector>

namespace dateline::timeline {

enum class CalendarUnit : std::uint8_t {
    Millisecond,
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year
};

/// The distance between ticks. A count divides the next larger unit (months 1, 2, 3, 6; minutes
/// 1, 2, 5, 10, 15, 30; years any), except for days, which only come singly or as weeks.
struct TickStep
{
    CalendarUnit unit = CalendarUnit::Year;
    std::int64_t count = 1;

    friend bool operator==(const TickStep &, const TickStep &) = default;
};

/// One tick of an axis.
struct Tick
{
    events::Instant at = 0;
    QString label;
    bool major = false; ///< begins a larger unit: its label names that ("2023" among months)
};

/// The finest step whose ticks are nowhere closer than `minimumPixels` on average; {Year, 1} for a
/// degenerate scale.
[[nodiscard]] TickStep chooseStep(const TimeScale &scale, double minimumPixels);

/// The average length of a step in milliseconds.
[[nodiscard]] double averageLength(const TickStep &step);

/// The last boundary of the step at or before `at`, and the first one after `at`. Weeks begin on
/// `firstDayOfWeek`; years are counted as people write them, so that steps of a century give
/// 200 BCE, 100 BCE, 1, 100, 200. At the ends of what an Instant tells they give its finite ends.
[[nodiscard]] events::Instant boundaryAtOrBefore(events::Instant at, const TickStep &step,
                                                 Qt::DayOfWeek firstDayOfWeek = Qt::Monday);
[[nodiscard]] events::Instant boundaryAfter(events::Instant at, const TickStep &step,
                                            Qt::DayOfWeek firstDayOfWeek = Qt::Monday);

/// The boundaries within [span.from, span.to], ascending, without repetition; at most `limit`.
[[nodiscard]] std::vector<events::Instant>
boundariesWithin(const events::TimeSpan &span, const TickStep &step,
                 Qt::DayOfWeek firstDayOfWeek = Qt::Monday, std::size_t limit = 4000);

/// The edges of histogram bins that follow the calendar, so that a brush can snap to dates people
/// know: boundaries of the finest step whose bins are `minimumPixels` wide, around the whole scale;
/// none when that is degenerate.
[[nodiscard]] std::vector<events::Instant> binEdges(const TimeScale &scale, double minimumPixels,
                                                    Qt::DayOfWeek firstDayOfWeek = Qt::Monday);

/// The ticks of a scale with their labels: a label names what changes there ("Apr", and "2023" for
/// January), so that no context is repeated.
[[nodiscard]] std::vector<Tick> ticksOf(const TimeScale &scale, const TickStep &step,
                                        const QLocale &locale = QLocale());

/// What the labels after `at` leave unsaid, until the next major tick: "2022" for months, "May
/// 2022" for days, "5 May 2022" for hours; empty for years.
[[nodiscard]] QString contextAt(events::Instant at, const TickStep &step,
                                const QLocale &locale = QLocale());

/// A year for people: "2022", "44 BCE" for the astronomical year -43, "1 BCE" for 0.
[[nodiscard]] QString yearLabel(std::int64_t year, const QLocale &locale = QLocale());

} // namespace dateline::timeline
