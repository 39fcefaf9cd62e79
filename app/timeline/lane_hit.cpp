// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/lane_scene.h>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace dateline::timeline {

using events::Row;

namespace {

/// How well a mark answers to a position: smaller is better, nothing when it is not there.
std::optional<double> distanceTo(const LaneMark &mark, const QPointF &at, double tolerance,
                                 const LaneMetrics &metrics)
{
    const double half = mark.under ? metrics.underHeight / 2 : metrics.rowHeight / 2;
    if (std::abs(at.y() - mark.y) > half || at.x() < mark.shape.from - tolerance
        || at.x() > mark.shape.to + tolerance)
        return std::nullopt;
    return std::abs(at.x() - mark.symbol);
}

} // namespace

std::vector<Row> LanePile::rows() const
{
    if (!index)
        return listed;
    const auto middle = listed.begin() + std::ptrdiff_t(listedBefore);
    std::vector<Row> all(listed.begin(), middle);
    std::ranges::copy(index->rows(stretch), std::back_inserter(all));
    all.insert(all.end(), middle, listed.end());
    return all;
}

bool LanePile::contains(Row row, const ClockDates &dates) const
{
    return (index && index->contains(row, middleOf(dates.bounds(row)), stretch))
        || std::ranges::find(listed, row) != listed.end();
}

std::optional<LaneScene::Hit> LaneScene::hit(const QPointF &at, double tolerance) const
{
    const auto band = std::ranges::find_if(
        bands, [&at](const LaneBand &b) { return at.y() >= b.top && at.y() < b.top + b.height; });
    if (band == bands.end())
        return std::nullopt;
    Hit best{std::nullopt, nullptr, band->lane};
    double nearest = 0;
    for (const LaneMark &mark : band->marks) {
        const std::optional<double> distance = distanceTo(mark, at, tolerance, metrics);
        if (distance && (!best.row || *distance < nearest)) {
            best.row = mark.row;
            nearest = *distance;
        }
    }
    for (const LanePile &pile : band->piles) {
        const QRectF box = pile.box.adjusted(-tolerance, 0, metrics.pileLabel, 0);
        if (!best.row && box.contains(at))
            best.pile = &pile;
    }
    return best.row || best.pile ? std::optional(best) : std::nullopt;
}

std::optional<LaneMark> LaneScene::find(Row row, const ClockDates &dates,
                                        const TimeScale &scale) const
{
    for (const LaneBand &band : bands) {
        const auto mark = std::ranges::find(band.marks, row, &LaneMark::row);
        if (mark != band.marks.end())
            return *mark;
        for (const LanePile &pile : band.piles) {
            if (pile.contains(row, dates))
                return markIn(pile, row, dates, scale, metrics);
        }
    }
    return std::nullopt;
}

} // namespace dateline::timeline
