// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bitsets/row_set.h>
#include <events/instant_column.h>
#include <timeline/lanes.h>
#include <timeline/timescale.h>

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace dateline::timeline {

/// The middle of all that a date may mean; the bound that is known where one side is open.
[[nodiscard]] events::Instant middleOf(const events::FuzzyInterval &bounds);

/// Events of a lane in the order of their middles, which is where a strip counts them, and after
/// them those without a date in theirs. Does not change while a person filters or zooms. Immutable.
struct LaneOrder
{
    LaneOrder(std::span<const events::Row> dated, std::span<const events::Row> undated,
              const ClockDates &dates);

    std::vector<events::Row> rows;
    events::InstantColumn middles; ///< of the rows that have a date, ascending
    bitsets::RowSet denied; ///< positions in rows, as all sets here
    std::array<bitsets::RowSet, events::standingCount> standings; ///< by Standing

    /// How far a date reaches from its middle, by the power of two that it stays below: with 2^n
    /// milliseconds for n, the positions of the dates that reach from 2^(n-1) to 2^n.
    std::array<std::vector<events::Row>, 65> byReach;
};

/// What stands in a lane for certain filters, so that a stretch of time is counted by its bits
/// instead of its events. Immutable.
class LaneIndex
{
public:
    /// Positions of a LaneOrder, half open.
    struct Stretch
    {
        std::size_t begin = 0;
        std::size_t end = 0;
    };

    /// What a stretch holds of the events that have a place.
    struct Summary
    {
        std::uint32_t all = 0;
        std::uint32_t passing = 0;
        std::uint32_t denied = 0;
        std::uint8_t standings = 0; ///< bit 1 << Standing for each that occurs
        events::Row first = events::noRow; ///< the earliest; noRow where there is none
    };

    /// `packed` are the events that have a place, `passing` those of them that pass all filters;
    /// sets of the dataset's rows.
    LaneIndex(std::shared_ptr<const LaneOrder> order, const bitsets::RowSet &packed,
              const bitsets::RowSet &passing);
    /// The same for other passing events where the same events have a place as in `other`.
    LaneIndex(const LaneIndex &other, const bitsets::RowSet &passing);

    /// Events that a span of time is touched by although their middles lie outside it.
    struct Reaching
    {
        std::vector<events::Row> before; ///< with middles before the span, in their order
        std::vector<events::Row> after;
    };

    /// The events whose middles are in [from, to).
    [[nodiscard]] Stretch within(const events::TimeSpan &span) const;
    /// Those without a date.
    [[nodiscard]] Stretch undated() const;
    /// Those of the others that have a place and may have happened in it; `dates` are those of the
    /// order. Looks at no more than twice as many as there are, and those without a place.
    [[nodiscard]] Reaching reaching(const events::TimeSpan &span, const ClockDates &dates) const;
    /// The first position from `after` on whose middle is at `moment` or later, else the one
    /// after the last event that has a date.
    [[nodiscard]] std::size_t position(events::Instant moment, std::size_t after = 0) const;

    /// Constant time for each 64 events.
    [[nodiscard]] std::size_t count(Stretch stretch) const;
    [[nodiscard]] Summary summary(Stretch stretch) const;
    /// The positions of those of a set of the dataset's rows that have a place.
    [[nodiscard]] bitsets::RowSet positionsOf(const bitsets::RowSet &rows) const;
    /// The events of a stretch that have a place, in their order.
    [[nodiscard]] std::vector<events::Row> rows(Stretch stretch) const;

    /// The kind of all events of a stretch that have a place; nothing where it is not one.
    [[nodiscard]] std::optional<std::uint16_t>
    commonKind(Stretch stretch, std::span<const std::uint8_t> kindOfRow) const;

    /// Whether an event that has a place is in a stretch; of one without a date the middle is not
    /// looked at.
    [[nodiscard]] bool contains(events::Row row, events::Instant middle, Stretch stretch) const;

private:
    std::shared_ptr<const LaneOrder> m_order;
    bitsets::RowSet m_packed;
    bitsets::RowSet m_passing; ///< of those of m_packed
};

/// A lane that is counted, and where the bars of its strip end.
struct CountedLane
{
    std::shared_ptr<const LaneIndex> index;
    /// Positions, ascending, for all bars but the last, which ends where what is seen does.
    std::shared_ptr<const std::vector<events::Row>> barEnds;
};

/// The indexes of lanes, each made when it is needed, for not every lane is too full.
class LaneIndexes
{
public:
    /// Forgets all: the lanes are others.
    void clear() { m_lanes.clear(); }
    /// Forgets what depends on the filters: they are others.
    void dropCounts();

    /// Makes the orders of those of the lanes that are wanted, side by side; get() makes one that
    /// is not there.
    void prepare(std::span<const Lane> lanes, const std::vector<bool> &isWanted,
                 const ClockDates &dates);

    /// A lane, the number of which is `at`, for the sets that LaneIndex() takes, with bars that
    /// are `barWidth` pixels wide.
    [[nodiscard]] CountedLane get(std::size_t at, const Lane &lane, const ClockDates &dates,
                                  const bitsets::RowSet &packed, const bitsets::RowSet &passing,
                                  const TimeScale &scale, double barWidth);

private:
    struct Known
    {
        std::shared_ptr<const LaneOrder> order;
        std::shared_ptr<const LaneIndex> index;
        bool isCurrent = false; ///< the index is for the filters of now
        // A brush leaves the bars where they are, and to find their ends is most of the counting.
        std::shared_ptr<const std::vector<events::Row>> barEnds;
        TimeScale scale; ///< that they are for
    };
    std::vector<Known> m_lanes; ///< null where not needed yet
    bitsets::RowSet m_packed; ///< that the indexes are for
};

} // namespace dateline::timeline
