// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <query/crossfilter.h>
#include <workspace/view_state.h>

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
    std::vector<events::Row> rows; ///< dated events in the order of time
    std::vector<events::Instant> reach; ///< the latest end of rows [0, i]
    std::size_t undated = 0;

    /// Rows [first, last) of which those that may touch `span` are a part.
    struct Slice
    {
        std::size_t first = 0;
        std::size_t last = 0;
    };
    [[nodiscard]] Slice touching(const events::TimeSpan &span,
                                 const events::EventColumns &columns) const;
};

/// The facet whose values are the lanes of a lens.
[[nodiscard]] query::Facet facetOf(workspace::Lens lens);

/// The lanes of a lens that have events, in the order of the facet's values.
[[nodiscard]] std::vector<Lane> lanesOf(const query::Crossfilter &crossfilter,
                                        workspace::Lens lens);

/// For each lane whether it is open: has an event of `packed`, or only undated ones. Where no lane
/// has any, all are open, so that a filter that nothing passes leaves a picture.
[[nodiscard]] std::vector<bool> openLanes(std::span<const Lane> lanes, const query::RowSet &packed);

/// How many sub-rows each lane gets of `available`: none for a lane that is not open, at least one
/// for the others, the rest where the most marks share a sub-row, none more than it has marks. It
/// depends on all events of the open lanes, so they keep their height while a person zooms,
/// brushes or plays.
[[nodiscard]] std::vector<std::size_t>
shareRows(std::span<const Lane> lanes, const std::vector<bool> &open, std::size_t available);

} // namespace dateline::timeline
