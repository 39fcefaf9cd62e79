// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/lane_runs.h>

#include <algorithm>
#include <cmath>

namespace dateline::timeline {

using events::Row;

namespace {

/// The number of the bin at a pixel, also beyond those that there are.
double binAt(const LanePile &pile, double x)
{
    return std::floor((x - pile.extent.from) / LaneMetrics::binWidth);
}

/// The pile as it is drawn without bars.
PilePart wholeOf(const LanePile &pile)
{
    PilePart whole;
    for (std::size_t i = 0; i < pile.bins.size(); ++i)
        whole.run.add(pile, i);
    whole.run.all += pile.outside.all;
    whole.run.passing += pile.outside.passing;
    whole.run.denied += pile.outside.denied;
    whole.isWhole = true;
    return whole;
}

/// Where in its index the events of a bin begin; after the last bin, where those of the pile end.
std::size_t firstPositionOf(const LanePile &pile, std::size_t bin, const TimeScale &scale)
{
    if (bin == 0)
        return pile.stretch.begin;
    if (bin >= pile.bins.size())
        return pile.stretch.end;
    const double left = pile.extent.from + double(bin) * LaneMetrics::binWidth;
    return std::min(pile.stretch.end,
                    pile.index->position(scale.toInstant(left), pile.stretch.begin));
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
    const std::vector<LaneRun> runs = runsOf(pile, metrics);
    if (pile.under || runs.empty())
        return wholeOf(pile);
    const auto bin = std::size_t(std::clamp(binAt(pile, x), 0.0, double(pile.bins.size() - 1)));
    PilePart part;
    part.run = *std::ranges::min_element(
        runs, {}, [bin](const LaneRun &run) { return distanceTo(run, bin); });
    if (part.run.width() > seen / 2) {
        const auto away
            = [bin](std::size_t other) { return other < bin ? bin - other : other - bin; };
        std::size_t nearest = part.run.begin; // a run begins with a bar
        for (std::size_t i = nearest; i < part.run.end; ++i) {
            if (pile.bins[i] > 0 && away(i) < away(nearest))
                nearest = i;
        }
        part.run = {.begin = nearest};
        part.run.add(pile, nearest);
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

Extent possibleOf(const LanePile &pile, const LaneRun &run)
{
    Extent possible;
    for (std::size_t i = run.begin; i < std::min(run.end, pile.possibleOfBin.size()); ++i)
        possible = united(possible, pile.possibleOfBin[i]);
    return possible;
}

std::vector<Extent> barsWith(const bitsets::RowSet &rows, const LanePile &pile,
                             const ClockDates &dates, const TimeScale &scale,
                             const LaneMetrics &metrics)
{
    std::vector<bool> has(pile.bins.size());
    if (pile.index) {
        const bitsets::RowSet positions = pile.index->positionsOf(rows);
        std::size_t begin = pile.stretch.begin;
        for (std::size_t bin = 0; bin < has.size(); ++bin) {
            const std::size_t end = firstPositionOf(pile, bin + 1, scale);
            has[bin] = positions.count(Row(begin), Row(end)) > 0;
            begin = end;
        }
    }
    for (const Row row : pile.listed) {
        if (!rows.contains(row))
            continue;
        const double x = markIn(pile, row, dates, scale, metrics).symbol;
        has[std::size_t(std::clamp(binAt(pile, x), 0.0, double(has.size() - 1)))] = true;
    }
    std::vector<Extent> bars;
    for (std::size_t begin = 0; begin < has.size(); ++begin) {
        std::size_t end = begin;
        while (end < has.size() && has[end])
            ++end;
        if (end > begin)
            bars.push_back(extentOf(pile, {.begin = begin, .end = end}));
        begin = end;
    }
    return bars;
}

std::vector<Row> rowsOf(const LanePile &pile, const PilePart &part, const ClockDates &dates,
                        const TimeScale &scale, const LaneMetrics &metrics)
{
    if (part.isWhole)
        return pile.rows();
    if (pile.index)
        return pile.index->rows({firstPositionOf(pile, part.run.begin, scale),
                                 firstPositionOf(pile, part.run.end, scale)});
    std::vector<Row> rows = pile.listed;
    std::erase_if(rows, [&](Row row) {
        const double bin
            = binAt(pile, markShape(dates.bounds(row), scale, metrics.symbol).centre());
        return bin < double(part.run.begin) || bin >= double(part.run.end);
    });
    return rows;
}

} // namespace dateline::timeline
