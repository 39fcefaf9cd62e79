// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/mark_shape.h>

#include <algorithm>

namespace dateline::timeline {

MarkShape markShape(const events::FuzzyInterval &interval, const TimeScale &scale,
                    double symbolWidth)
{
    MarkShape shape;
    shape.openStart = interval.earliestStart == events::distantPast;
    shape.openEnd = interval.latestEnd == events::distantFuture;
    // An open side ends where the view does, or a symbol away from what is known beyond it.
    const double known = shape.openStart ? scale.toPixel(interval.earliestEnd)
                                         : scale.toPixel(interval.latestStart);
    shape.from = shape.openStart ? std::min(scale.left, known - 2 * symbolWidth)
                                 : scale.toPixel(interval.earliestStart);
    shape.to = shape.openEnd ? std::max(scale.right(), shape.from + 2 * symbolWidth)
                             : scale.toPixel(interval.latestEnd);
    if (shape.openStart && interval.earliestEnd == events::distantPast)
        shape.from = std::min(scale.left, shape.to - 2 * symbolWidth);

    const events::TimeSpan core = interval.core();
    shape.coreFrom = std::clamp(scale.toPixel(core.from), shape.from, shape.to);
    shape.coreTo = std::clamp(scale.toPixel(core.to), shape.coreFrom, shape.to);
    if (shape.to - shape.from < symbolWidth) {
        const double middle = shape.centre();
        shape.from = middle - symbolWidth / 2;
        shape.to = middle + symbolWidth / 2;
        shape.compact = true;
    }
    return shape;
}

double symbolCentre(const MarkShape &shape, const TimeScale &scale, double symbolWidth)
{
    const double from = shape.hasCore() ? shape.coreFrom : shape.from;
    const double to = shape.hasCore() ? shape.coreTo : shape.to;
    const double visibleFrom = std::max(from, scale.left);
    const double visibleTo = std::min(to, scale.right());
    if (shape.compact || visibleFrom >= visibleTo)
        return shape.centre();
    const double half = symbolWidth / 2;
    const double middle = (visibleFrom + visibleTo) / 2;
    return from + half < to - half ? std::clamp(middle, from + half, to - half) : (from + to) / 2;
}

bool isVisible(const MarkShape &shape, const TimeScale &scale)
{
    return shape.to > scale.left && shape.from < scale.right();
}

} // namespace dateline::timeline
