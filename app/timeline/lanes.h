// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <query/crossfilter.h>
#include <timeline/clock_dates.h>

#include <QString>

#include <optional>
#include <span>
#include <vector>

namespace dateline::timeline {

/// One lane: all events that have one value of the lens. An event with several claimants is in
/// the lane of each.
struct Lane
{
    QString value; ///< id of the value, empty for "none"
    QString label; ///< for people
    std::optional<std::uint16_t> kind; ///< for lanes by kind
    std::uint32_t code = 0; ///< of the value in the facet's index
    std::vector<events::Row> rows; ///< events dated on the clock, in the order of time
    /// The latest end of rows [0, (i + 1) * rowsToReach).
    std::vector<events::Instant> reach;
    static constexpr std::size_t rowsToReach = 64;
    std::vector<events::Row> undated; ///< those without a date on the clock

    /// Rows [first, last) of which those that may touch `span` are a part.
    struct Slice
    {
        std::size_t first = 0;
        std::size_t last = 0;
    };
    [[nodiscard]] Slice touching(const events::TimeSpan &span, const ClockDates &dates) const;

    /// Adds an event that is dated on the clock and follows the others.
    void append(events::Row row, events::Instant latestEnd);

    /// All events, dated and undated.
    [[nodiscard]] std::size_t size() const { return rows.size() + undated.size(); }
};

/// The facet whose values are the lanes of a lens.
[[nodiscard]] query::Facet facetOf(workspace::Lens lens);

/// The lanes of a lens that have events, in the order of the facet's values. `dates` are those of
/// the crossfilter's dataset.
[[nodiscard]] std::vector<Lane> lanesOf(const query::Crossfilter &crossfilter, workspace::Lens lens,
                                        const ClockDates &dates);

/// For each lane whether it is open: has an event of `packed`. Where no lane has any, all are open,
/// so that a filter that nothing passes leaves a picture.
[[nodiscard]] std::vector<bool> openLanes(std::span<const Lane> lanes,
                                          const bitsets::RowSet &packed);

/// How many sub-rows each lane gets of `available`: none for a lane that is not open, one for one
/// that is folded, at least one for the others, the rest where the most marks share a sub-row, none
/// more than it has marks. It
/// depends on all events of the open lanes, so they keep their height while a person zooms,
/// brushes or plays.
[[nodiscard]] std::vector<std::size_t> shareRows(std::span<const Lane> lanes,
                                                 const std::vector<bool> &open,
                                                 const std::vector<bool> &folded,
                                                 std::size_t available);

} // namespace dateline::timeline
