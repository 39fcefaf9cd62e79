// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/calendar_ticks.h>

#include <events/civil_day.h>
#include <timeline/calendar_date.h>

#include <algorithm>
#include <array>

namespace dateline::timeline {

using events::Instant;
using events::millisecondsPerDay;
using events::TimeSpan;

namespace {

constexpr Instant secondLength = events::millisecondsPerSecond;
constexpr Instant minuteLength = 60 * secondLength;
constexpr Instant hourLength = 60 * minuteLength;
// The mean Gregorian year: 146,097 days in 400 years.
constexpr double yearLength = double(events::daysPerCycle) / 400 * double(millisecondsPerDay);

using enum CalendarUnit;
constexpr std::array<TickStep, 31> fineSteps{{
    {Millisecond, 1}, {Millisecond, 10}, {Millisecond, 100}, {Second, 1}, {Second, 2}, {Second, 5},
    {Second, 10},     {Second, 15},      {Second, 30},       {Minute, 1}, {Minute, 2}, {Minute, 5},
    {Minute, 10},     {Minute, 15},      {Minute, 30},       {Hour, 1},   {Hour, 2},   {Hour, 3},
    {Hour, 6},        {Hour, 12},        {Day, 1},           {Week, 1},   {Month, 1},  {Month, 2},
    {Month, 3},       {Month, 6},        {Year, 1},          {Year, 2},   {Year, 5},   {Year, 10},
    {Year, 20},
}};

/// Fixed lengths; 0 for months and years.
Instant unitLength(CalendarUnit unit)
{
    switch (unit) {
    case Millisecond:
        return 1;
    case Second:
        return secondLength;
    case Minute:
        return minuteLength;
    case Hour:
        return hourLength;
    case Day:
        return millisecondsPerDay;
    case Week:
        return 7 * millisecondsPerDay;
    case Month:
    case Year:
        break;
    }
    return 0;
}

/// The boundary year at or before `year`, see boundaryAtOrBefore.
std::int64_t yearAtOrBefore(std::int64_t year, std::int64_t step)
{
    if (year >= step)
        return year - year % step;
    if (year >= 1)
        return 1;
    const std::int64_t before = 1 - year; // 1 BCE is the astronomical year 0
    return 1 - (before + step - 1) / step * step;
}

std::int64_t yearAfter(std::int64_t boundary, std::int64_t step)
{
    if (boundary < 1)
        return boundary + step; // the step before the era ends at year 1
    return boundary == 1 && step > 1 ? step : boundary + step;
}

Instant startOfYear(std::int64_t year)
{
    if (year < events::earliestYear)
        return events::distantPast + 1;
    if (year > events::latestYear)
        return events::distantFuture - 1;
    return events::startOfDay(year, 1, 1);
}

Instant startOfMonth(std::int64_t year, std::int64_t monthFromZero)
{
    const std::int64_t carried = year + monthFromZero / 12;
    if (carried > events::latestYear)
        return events::distantFuture - 1;
    return events::startOfDay(carried, unsigned(monthFromZero % 12) + 1, 1);
}

/// Where weeks are counted from: 1970-01-01 was a Thursday.
Instant originOf(const TickStep &step, Qt::DayOfWeek firstDayOfWeek)
{
    return step.unit == Week ? (int(firstDayOfWeek) - int(Qt::Thursday)) * millisecondsPerDay : 0;
}

} // namespace

double averageLength(const TickStep &step)
{
    if (step.unit == Year)
        return yearLength * double(step.count);
    if (step.unit == Month)
        return yearLength / 12 * double(step.count);
    return double(unitLength(step.unit)) * double(step.count);
}

TickStep chooseStep(const TimeScale &scale, double minimumPixels)
{
    if (scale.isDegenerate())
        return {Year, 1};
    const double least = minimumPixels / scale.pixelsPerMillisecond();
    for (const TickStep &step : fineSteps) {
        if (averageLength(step) >= least)
            return step;
    }
    for (std::int64_t decade = 10; decade <= 100'000'000; decade *= 10) {
        for (const std::int64_t factor : {5, 10, 20}) {
            if (averageLength({Year, factor * decade}) >= least)
                return {Year, factor * decade};
        }
    }
    return {Year, 2'000'000'000};
}

Instant boundaryAtOrBefore(Instant at, const TickStep &step, Qt::DayOfWeek firstDayOfWeek)
{
    if (step.unit == Year)
        return startOfYear(yearAtOrBefore(dateOf(at).year, step.count));
    if (step.unit == Month) {
        const CalendarDate date = dateOf(at);
        if (date.year < events::earliestYear)
            return events::distantPast + 1;
        const auto month = std::int64_t(date.month) - 1;
        return startOfMonth(date.year, month - month % step.count);
    }
    const Instant length = unitLength(step.unit) * step.count;
    const Instant origin = originOf(step, firstDayOfWeek);
    const Instant offset = shifted(at, -origin);
    Instant past = offset % length;
    if (past < 0)
        past += length;
    return shifted(at, -past);
}

Instant boundaryAfter(Instant at, const TickStep &step, Qt::DayOfWeek firstDayOfWeek)
{
    if (step.unit == Year) {
        const std::int64_t before = yearAtOrBefore(dateOf(at).year, step.count);
        return startOfYear(yearAfter(before, step.count));
    }
    if (step.unit == Month) {
        const CalendarDate date = dateOf(at);
        if (date.year < events::earliestYear)
            return startOfYear(events::earliestYear);
        const auto month = std::int64_t(date.month) - 1;
        return startOfMonth(date.year, month - month % step.count + step.count);
    }
    return shifted(boundaryAtOrBefore(at, step, firstDayOfWeek),
                   unitLength(step.unit) * step.count);
}

std::vector<Instant> boundariesWithin(const TimeSpan &span, const TickStep &step,
                                      Qt::DayOfWeek firstDayOfWeek, std::size_t limit)
{
    std::vector<Instant> result;
    if (span.from > span.to)
        return result;
    Instant at = boundaryAtOrBefore(span.from, step, firstDayOfWeek);
    if (at < span.from)
        at = boundaryAfter(span.from, step, firstDayOfWeek);
    while (at >= span.from && at <= span.to && result.size() < limit) {
        result.push_back(at);
        const Instant next = boundaryAfter(at, step, firstDayOfWeek);
        if (next <= at)
            break;
        at = next;
    }
    return result;
}

std::vector<Instant> binEdges(const TimeScale &scale, double minimumPixels,
                              Qt::DayOfWeek firstDayOfWeek)
{
    if (scale.isDegenerate())
        return {};
    const TickStep step = chooseStep(scale, minimumPixels);
    const events::TimeSpan covered{boundaryAtOrBefore(scale.span.from, step, firstDayOfWeek),
                                   boundaryAfter(scale.span.to, step, firstDayOfWeek)};
    return boundariesWithin(covered, step, firstDayOfWeek);
}

std::vector<Tick> ticksOf(const TimeScale &scale, const TickStep &step, const QLocale &locale)
{
    std::vector<Tick> ticks;
    if (scale.isDegenerate())
        return ticks;
    for (const Instant at : boundariesWithin(scale.span, step, locale.firstDayOfWeek()))
        ticks.push_back(labelledTick(at, step, locale));
    return ticks;
}

} // namespace dateline::timeline
