// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/lane_runs.h>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace dateline::timeline {

using events::Row;

namespace {

/// The bin of a pile at a pixel; what lies outside is in the first and the last.
std::size_t binAt(const LanePile &pile, double x)
{
    const double bin = std::floor((x - pile.extent.from) / LaneMetrics::binWidth);
    return std::size_t(std::clamp(bin, 0.0, double(pile.bins.size() - 1)));
}

/// Bins between a bin and a run; 0 inside of it.
std::size_t distanceTo(const LaneRun &run, std::size_t bin)
{
    return bin < run.begin ? run.begin - bin : bin >= run.end ? bin + 1 - run.end : 0;
}

} // namespace

void LaneRun::add(const LanePile &pile, std::size_t bin)
{
    if (all == 0 || pile.bins[bin] > pile.bins[fullest])
        fullest = bin;
    end = bin + 1;
    all += pile.bins[bin];
    passing += pile.passingBins[bin];
    denied += pile.deniedBins[bin];
    standings |= pile.standingsOfBin[bin];
}

std::vector<LaneRun> runsOf(const LanePile &pile, const LaneMetrics &metrics)
{
    const double narrow = 1.6 * metrics.symbol;
    const double room = pile.extent.width() < narrow ? narrow : metrics.pileLabel * 0.8;
    std::vector<LaneRun> runs;
    for (std::size_t i = 0; i < pile.bins.size(); ++i) {
        if (pile.bins[i] == 0)
            continue;
        if (runs.empty() || double(i - runs.back().end) * LaneMetrics::binWidth >= room)
            runs.push_back({.begin = i});
        runs.back().add(pile, i);
    }
    return runs;
}

PilePart partAt(const LanePile &pile, const LaneMetrics &metrics, double x, double seen)
{
    PilePart part;
    const std::size_t bin = binAt(pile, x);
    if (pile.under) {
        for (std::size_t i = 0; i < pile.bins.size(); ++i)
            part.run.add(pile, i);
    } else {
        const std::vector<LaneRun> runs = runsOf(pile, metrics);
        part.run = *std::ranges::min_element(
            runs, {}, [bin](const LaneRun &run) { return distanceTo(run, bin); });
    }
    if (part.run.width() > seen / 2 && !pile.under) {
        LaneRun bar;
        for (std::size_t i = part.run.begin; i < part.run.end; ++i) {
            const LaneRun other{.begin = i, .end = i + 1};
            if (pile.bins[i] > 0
                && (bar.all == 0 || distanceTo(other, bin) < distanceTo(bar, bin))) {
                bar = {.begin = i};
                bar.add(pile, i);
            }
        }
        part.run = bar;
        part.isBar = true;
    }
    part.isWhole = part.run.all == pile.size;
    return part;
}

Extent extentOf(const LanePile &pile, const LaneRun &run)
{
    const double from = pile.extent.from + double(run.begin) * LaneMetrics::binWidth;
    return {from, std::min(from + run.width(), std::max(pile.extent.to, from))};
}

std::vector<Row> rowsOf(const LanePile &pile, const PilePart &part, const ClockDates &dates,
                        const TimeScale &scale, const LaneMetrics &metrics)
{
    std::vector<Row> rows = pile.rows();
    if (part.isWhole)
        return rows;
    std::erase_if(rows, [&](Row row) {
        const events::FuzzyInterval bounds = dates.bounds(row);
        const double middle = pile.index ? scale.toPixel(middleOf(bounds))
                                         : markShape(bounds, scale, metrics.symbol).centre();
        const std::size_t bin = binAt(pile, middle);
        return bin < part.run.begin || bin >= part.run.end;
    });
    return rows;
}

} // namespace dateline::timeline
