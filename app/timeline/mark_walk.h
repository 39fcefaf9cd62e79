// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bitsets/row_set.h>
#include <timeline/lanes.h>

#include <optional>
#include <span>

namespace dateline::timeline {

/// Where the keyboard is among the marks: an event in a lane. Pure but for that memory.
class MarkWalk
{
public:
    enum class Direction : std::uint8_t { Earlier, Later, Up, Down, First, Last };

    [[nodiscard]] std::optional<events::Row> current() const { return m_current; }

    /// Puts the keyboard at an event (in the first lane that has it), or nowhere.
    void moveTo(std::optional<events::Row> row, std::span<const Lane> lanes);

    /// The event one step on among those in `passing`: along the lane in time and then those
    /// without a date, or in the next lane up or down that has any the one that begins nearest;
    /// First and Last are those of the lane.
    /// From nowhere the earliest event of the first lane that has any. Stays at the ends. False
    /// when nothing changed.
    bool walk(Direction direction, std::span<const Lane> lanes, const bitsets::RowSet &passing,
              const ClockDates &dates);

private:
    bool enter(std::size_t lane, const Lane &of, const bitsets::RowSet &passing,
               const ClockDates &dates);

    std::optional<events::Row> m_current;
    std::size_t m_lane = 0;
};

} // namespace dateline::timeline
