// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <timeline/lane_scene.h>

#include <cstdint>
#include <vector>

/// What a person sees as one thing in a strip of many events, and can point at.
namespace dateline::timeline {

/// Bars [begin, end) of a pile that stand together, with their numbers of events.
struct LaneRun
{
    std::size_t begin = 0;
    std::size_t end = 0; ///< bin after the last
    std::uint64_t all = 0;
    std::uint64_t passing = 0;
    std::uint64_t denied = 0;
    std::uint8_t standings = 0; ///< bit 1 << Standing for each that occurs
    std::size_t fullest = 0; ///< its bin of most events

    /// Takes in the next bin of the pile.
    void add(const LanePile &pile, std::size_t bin);

    /// In pixels.
    [[nodiscard]] double width() const { return double(end - begin) * LaneMetrics::binWidth; }
};

/// The bars of a pile in groups that leave room for a number between them; without those that are
/// empty.
[[nodiscard]] std::vector<LaneRun> runsOf(const LanePile &pile, const LaneMetrics &metrics);

/// What is meant by a position in a pile.
struct PilePart
{
    LaneRun run; ///< the whole pile where it is drawn without bars
    bool isWhole = false; ///< all of the pile
    bool isBar = false; ///< one bar of a run that is wider than half of what is seen
};

/// The run nearest to x, or the nearest bar of it. `seen` is the width of what is seen, in pixels;
/// the pile is not empty.
[[nodiscard]] PilePart partAt(const LanePile &pile, const LaneMetrics &metrics, double x,
                              double seen);

/// Where a run stands, along x.
[[nodiscard]] Extent extentOf(const LanePile &pile, const LaneRun &run);

/// What those dates of a run cover that are longer than a symbol; empty where none is.
[[nodiscard]] Extent possibleOf(const LanePile &pile, const LaneRun &run);

/// Where the bars of a pile stand that hold any event of a set of the dataset's rows, neighbours as
/// one; for events that reach into view from outside of it, the bar at that edge. Looks at single
/// events only where no index counts them.
[[nodiscard]] std::vector<Extent> barsWith(const bitsets::RowSet &rows, const LanePile &pile,
                                           const ClockDates &dates, const TimeScale &scale,
                                           const LaneMetrics &metrics);

/// The events of a part, in the order of time: as many as its run counts. Linear in their number
/// where an index counts them, else in the size of the pile.
[[nodiscard]] std::vector<events::Row> rowsOf(const LanePile &pile, const PilePart &part,
                                              const ClockDates &dates, const TimeScale &scale,
                                              const LaneMetrics &metrics);

} // namespace dateline::timeline
