// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bitsets/row_set.h>
#include <timeline/lane_index.h>
#include <timeline/lane_packing.h>
#include <timeline/lanes.h>
#include <timeline/mark_shape.h>

#include <QPointF>
#include <QRectF>

#include <functional>
#include <memory>
#include <optional>

namespace dateline::timeline {

/// One event as drawn in a lane.
struct LaneMark
{
    events::Row row = 0;
    MarkShape shape;
    double symbol = 0; ///< x of the symbol's centre
    double y = 0; ///< middle of its sub-row
    bool under = false; ///< on the thin line below, without a symbol
};

/// Several events as one density strip, with how many of them pass.
struct LanePile
{
    Extent extent;
    QRectF box; ///< the strip; its number stands to the right
    std::size_t size = 0; ///< how many events
    std::size_t passing = 0;
    std::optional<std::uint16_t> kind; ///< of all of them; nothing when it is not one
    std::vector<events::Row> listed; ///< those without an index, in the order of time
    std::shared_ptr<const LaneIndex> index; ///< that counts the events of a stretch, or null
    LaneIndex::Stretch stretch;
    std::size_t listedBefore = 0; ///< how many of `listed` come before the stretch
    std::vector<std::uint32_t> bins; ///< events in each binWidth pixels from extent.from on
    std::vector<std::uint32_t> passingBins;
    std::vector<std::uint32_t> deniedBins; ///< those of them that are denied
    std::vector<events::Row> firstOfBin; ///< the first event in each; events::noRow for none
    std::vector<std::uint8_t> standingsOfBin; ///< bit 1 << Standing for each that occurs
    /// Those of a strip's events whose middles lie outside of the view: in no bin.
    struct Outside
    {
        std::uint32_t all = 0;
        std::uint32_t passing = 0;
        std::uint32_t denied = 0;
    };
    Outside outside;
    /// What those dates of each bin cover that are longer than a symbol, an empty extent for none;
    /// no extents where an index counts the events.
    std::vector<Extent> possibleOfBin;
    bool under = false;
    bool undated = false; ///< beside the time axis: without a date on the clock

    /// All its events, in the order of time; made anew where an index counts them.
    [[nodiscard]] std::vector<events::Row> rows() const;
    [[nodiscard]] bool contains(events::Row row, const ClockDates &dates) const;
};

/// A lane's part of the picture.
struct LaneBand
{
    std::size_t lane = 0; ///< index into the lanes
    bool isStriped = false; ///< every other one
    bool isFolded = false;
    double top = 0;
    double height = 0;
    std::vector<LaneMark> marks;
    std::vector<LanePile> piles;
    std::uint32_t fullestBin = 1; ///< of all its piles
};

/// Sizes in pixels.
struct LaneMetrics
{
    double rowHeight = 14;
    double underHeight = 4; ///< of the line for long marks, part of the lane's padding
    double symbol = 10; ///< width of a symbol
    double gap = 1;
    double pileLabel = 20; ///< room for the number of a pile
    double flag = 8; ///< room for "~" or "?" beside a symbol
    static constexpr double binWidth = 3;
};

struct LaneSceneInput
{
    const ClockDates &dates;
    std::span<const Lane> lanes;
    std::span<const std::size_t> rows; ///< sub-rows of each lane, see shareRows; 0: not shown
    const std::vector<bool> &folded; ///< for each lane: its events are one strip
    TimeScale scale;
    double top = 0; ///< y of the first lane, may be above the visible part
    Extent undated; ///< where what has no date stands, along x
    LaneMetrics metrics;
    const bitsets::RowSet &packed; ///< events that have a place: pass all filters but time
    const bitsets::RowSet &passing; ///< events that pass all filters
    /// A lane for these sets, with bars of binWidth; asked for where more than packingLimit may be
    /// visible.
    std::function<CountedLane(std::size_t lane)> counted;
};

/// What is drawn in the lanes: a value composed by a pure function, drawn by a layerable, searched
/// by the pointer.
struct LaneScene
{
    std::vector<LaneBand> bands; ///< of the lanes that are shown, from the top
    double bottom = 0;
    LaneMetrics metrics;

    /// What lies at a position: an event, or a pile of a band; nothing when it is empty there.
    struct Hit
    {
        std::optional<events::Row> row;
        const LanePile *pile = nullptr; ///< valid as long as the scene
        std::size_t lane = 0;
    };
    [[nodiscard]] std::optional<Hit> hit(const QPointF &at, double tolerance = 3) const;

    /// Where an event is drawn (in the first lane that has it): its mark, or a mark made for it
    /// at its time when it is in a pile; nothing when it is not in the picture.
    [[nodiscard]] std::optional<LaneMark> find(events::Row row, const ClockDates &dates,
                                               const TimeScale &scale) const;
};

/// A lane of more visible events than this is one density strip.
inline constexpr std::size_t packingLimit = 1500;

/// A mark for an event of a pile, where it would stand alone.
[[nodiscard]] LaneMark markIn(const LanePile &pile, events::Row row, const ClockDates &dates,
                              const TimeScale &scale, const LaneMetrics &metrics);

[[nodiscard]] LaneScene composeLanes(const LaneSceneInput &input);

/// The height of all lanes with these sub-rows.
[[nodiscard]] double heightOfLanes(std::span<const std::size_t> rows, const LaneMetrics &metrics);

} // namespace dateline::timeline
