// SPDX-License-Identifier: GPL-3.0-or-later
#include <workspace/step_unit.h>

#include <events/civil_day.h>

#include <chrono>

namespace dateline::workspace {

using events::Instant;
using events::TimeSpan;

namespace {

struct DayOfCalendar
{
    std::int64_t number = 0; ///< since 1970-01-01
    std::int64_t year = 1970;
    unsigned month = 1;
    unsigned weekday = 4; ///< 1 is Monday, 7 Sunday
};

std::int64_t floorDivided(std::int64_t value, std::int64_t by)
{
    return value / by - (value % by < 0 ? 1 : 0);
}

DayOfCalendar calendarDayOf(Instant at)
{
    const std::int64_t day = floorDivided(at, events::millisecondsPerDay);
    const std::int64_t cycle = floorDivided(day, events::daysPerCycle);
    const std::chrono::sys_days inCycle(std::chrono::days(day - cycle * events::daysPerCycle));
    const std::chrono::year_month_day date(inCycle);
    return {day, int(date.year()) + cycle * 400, unsigned(date.month()),
            std::chrono::weekday(inCycle).iso_encoding()};
}

} // namespace

TimeSpan unitAround(Instant at, StepUnit unit, Qt::DayOfWeek firstDay)
{
    if (unit == StepUnit::Event)
        return {at, at + 1};
    const DayOfCalendar date = calendarDayOf(at);
    switch (unit) {
    case StepUnit::Week: {
        const std::int64_t since = (date.weekday + 7 - unsigned(firstDay)) % 7;
        const Instant from = (date.number - since) * events::millisecondsPerDay;
        return {from, from + 7 * events::millisecondsPerDay};
    }
    case StepUnit::Month:
        return events::spanOfMonths(date.year, date.month, 1);
    case StepUnit::Quarter:
        return events::spanOfMonths(date.year, (date.month - 1) / 3 * 3 + 1, 3);
    case StepUnit::Year:
        return events::spanOfYear(date.year);
    case StepUnit::Event:
    case StepUnit::Day:
        break;
    }
    const Instant from = date.number * events::millisecondsPerDay;
    return {from, from + events::millisecondsPerDay};
}

double daysOf(StepUnit unit)
{
    constexpr double yearDays = double(events::daysPerCycle) / 400;
    switch (unit) {
    case StepUnit::Week:
        return 7;
    case StepUnit::Month:
        return yearDays / 12;
    case StepUnit::Quarter:
        return yearDays / 4;
    case StepUnit::Year:
        return yearDays;
    case StepUnit::Event:
    case StepUnit::Day:
        break;
    }
    return 1;
}

} // namespace dateline::workspace
