// SPDX-License-Identifier: GPL-3.0-or-later
#include <workspace/moved_to_show.h>

#include <algorithm>
#include <utility>

namespace dateline::workspace {

using events::FuzzyInterval;
using events::Instant;
using events::TimeSpan;
using query::Containment;

namespace {

/// What lies between a window and an interval that does not touch it, in milliseconds; 0 where it
/// does.
double gapBetween(const TimeSpan &window, const FuzzyInterval &interval)
{
    return std::max({0.0, double(interval.earliestStart) - double(window.to),
                     double(window.from) - double(interval.latestEnd)});
}

bool passes(const FuzzyInterval &interval, const TimeSpan &window, Containment containment)
{
    return containment == Containment::Within ? events::certainlyWithin(interval, window)
                                              : events::possiblyTouches(interval, window);
}

/// Whether a window that is moved or widened, its open ends staying open, can hold an interval.
bool canHold(const TimeSpan &window, const FuzzyInterval &interval)
{
    return (interval.earliestStart != events::distantPast || window.from == events::distantPast)
        && (interval.latestEnd != events::distantFuture || window.to == events::distantFuture);
}

/// The window moved, or else widened, by the least that lets an interval that it can hold lie
/// inside.
TimeSpan movedAround(const TimeSpan &window, const FuzzyInterval &interval)
{
    const bool isLate = interval.earliestStart < window.from;
    TimeSpan moved = window;
    if (isLate)
        moved.from = interval.earliestStart;
    else
        moved.to = interval.latestEnd;
    if (window.from == events::distantPast || window.to == events::distantFuture)
        return moved;
    const Instant width = window.to - window.from;
    if (isLate)
        moved.to = std::max(moved.from + width, interval.latestEnd);
    else
        moved.from = std::min(moved.to - width, interval.earliestStart);
    return moved;
}

} // namespace

std::vector<TimeSpan> normalized(std::vector<TimeSpan> windows)
{
    std::erase_if(windows, [](const TimeSpan &window) { return window.from >= window.to; });
    std::ranges::sort(windows, {}, &TimeSpan::from);
    std::vector<TimeSpan> result;
    for (const TimeSpan &window : windows) {
        if (!result.empty() && window.from <= result.back().to)
            result.back().to = std::max(result.back().to, window.to);
        else
            result.push_back(window);
    }
    return result;
}

TimeSpan movedToShow(TimeSpan window, const FuzzyInterval &interval)
{
    if (events::possiblyTouches(interval, window) || interval.isUnbounded())
        return window;
    const bool isEarly = interval.earliestStart >= window.to;
    if (isEarly && window.from == events::distantPast)
        return {window.from, interval.earliestStart + 1};
    if (!isEarly && window.to == events::distantFuture)
        return {interval.latestEnd - 1, window.to};
    const Instant width = window.to - window.from;
    // The end of the interval that lies farther away is shown too, where it is known.
    const bool byStart = isEarly ? interval.latestEnd == events::distantFuture
                                 : interval.earliestStart != events::distantPast;
    const Instant from = byStart ? interval.earliestStart : interval.latestEnd - width;
    return {from, from + width};
}

std::vector<TimeSpan> movedToShow(std::vector<TimeSpan> windows, Containment containment,
                                  const FuzzyInterval &interval)
{
    const bool isShown = std::ranges::any_of(
        windows, [&](const TimeSpan &window) { return passes(interval, window, containment); });
    if (windows.empty() || isShown || interval.isUnbounded())
        return windows;
    TimeSpan &nearest = *std::ranges::min_element(
        windows, {}, [&interval](const TimeSpan &window) { return gapBetween(window, interval); });
    if (containment == Containment::Touches)
        nearest = movedToShow(nearest, interval);
    else if (canHold(nearest, interval))
        nearest = movedAround(nearest, interval);
    return normalized(std::move(windows));
}

PlayHead movedToShow(PlayHead head, const FuzzyInterval &interval)
{
    if (events::possiblyTouches(interval, head.window()) || interval.isUnbounded())
        return head;
    head.at = interval.earliestStart == events::distantPast ? interval.latestEnd - 1
                                                            : interval.earliestStart;
    head.since.reset();
    return head;
}

} // namespace dateline::workspace
