// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/brush.h>

#include <workspace/moved_to_show.h>

#include <algorithm>
#include <cmath>

namespace dateline::timeline {

using events::Instant;
using events::TimeSpan;

std::optional<BrushHit> hitBrush(std::span<const TimeSpan> windows, const TimeScale &scale,
                                 double pixel, double tolerance)
{
    std::optional<BrushHit> nearest;
    double least = tolerance;
    for (std::size_t i = 0; i < windows.size(); ++i) {
        for (const BrushPart part : {BrushPart::From, BrushPart::To}) {
            const bool isFrom = part == BrushPart::From;
            const double edge = scale.toPixel(isFrom ? windows[i].from : windows[i].to);
            const double distance = std::abs(pixel - edge);
            // Right of a pair of edges the right one is meant.
            if (distance < least || (nearest && distance == least && pixel > edge)
                || (!nearest && distance == least)) {
                least = distance;
                nearest = BrushHit{i, part};
            }
        }
    }
    if (nearest)
        return nearest;
    for (std::size_t i = 0; i < windows.size(); ++i) {
        if (pixel >= scale.toPixel(windows[i].from) && pixel < scale.toPixel(windows[i].to))
            return BrushHit{i, BrushPart::Middle};
    }
    return std::nullopt;
}

Instant nearestEdge(Instant at, std::span<const Instant> edges)
{
    const auto after = std::ranges::lower_bound(edges, at);
    if (after == edges.begin())
        return edges.front();
    if (after == edges.end())
        return edges.back();
    const Instant before = *std::prev(after);
    return at - before <= *after - at ? before : *after;
}

namespace {

TimeSpan movedWhole(const TimeSpan &window, Instant by, std::span<const Instant> edges)
{
    const Instant held = window.from == events::distantPast ? window.to : window.from;
    if (held == events::distantFuture)
        return window;
    const Instant wanted = shifted(held, by);
    const Instant there = edges.empty() ? wanted : nearestEdge(wanted, edges);
    TimeSpan moved = shifted(window, there - held);
    // Years, months and weeks stay as many as they were; not all of them are equally long.
    if (std::ranges::binary_search(edges, window.from)
        && std::ranges::binary_search(edges, window.to) && moved.to <= edges.back())
        moved.to = std::max(nearestEdge(moved.to, edges), moved.from);
    return moved;
}

} // namespace

Windows BrushDrag::at(Instant at, std::span<const Instant> edges) const
{
    const auto snapped
        = [&edges](Instant moment) { return edges.empty() ? moment : nearestEdge(moment, edges); };
    TimeSpan window = dragged;
    if (!part) {
        window = {snapped(std::min(pressed, at)), snapped(std::max(pressed, at))};
    } else if (*part == BrushPart::Middle) {
        window = movedWhole(dragged, at - pressed, edges);
    } else {
        Instant &edge = *part == BrushPart::From ? window.from : window.to;
        edge = snapped(at);
        if (window.from > window.to)
            std::swap(window.from, window.to);
    }
    Windows windows = before;
    windows.push_back(window);
    return workspace::normalized(std::move(windows));
}

BrushDrag beginDrag(std::span<const TimeSpan> windows, const TimeScale &scale, double pixel,
                    double tolerance, bool add)
{
    BrushDrag drag;
    drag.pressed = scale.toInstant(pixel);
    const std::optional<BrushHit> hit
        = add ? std::nullopt : hitBrush(windows, scale, pixel, tolerance);
    if (!hit) {
        if (add)
            drag.before.assign(windows.begin(), windows.end());
        return drag;
    }
    drag.dragged = windows[hit->window];
    drag.part = hit->part;
    for (std::size_t i = 0; i < windows.size(); ++i) {
        if (i != hit->window)
            drag.before.push_back(windows[i]);
    }
    return drag;
}

} // namespace dateline::timeline
