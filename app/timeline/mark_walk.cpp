// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/mark_walk.h>

#include <timeline/timescale.h>

#include <algorithm>

namespace dateline::timeline {

using events::Row;

namespace {

/// Dated ones first.
Row rowAt(const Lane &lane, std::size_t at)
{
    return at < lane.rows.size() ? lane.rows[at] : lane.undated[at - lane.rows.size()];
}

/// The passing event of a lane nearest after (step 1) or before (-1) a place in it.
std::optional<Row> passingFrom(const Lane &lane, std::ptrdiff_t at, std::ptrdiff_t step,
                               const bitsets::RowSet &passing)
{
    for (; at >= 0 && at < std::ptrdiff_t(lane.size()); at += step) {
        if (passing.contains(rowAt(lane, std::size_t(at))))
            return rowAt(lane, std::size_t(at));
    }
    return std::nullopt;
}

/// The place of an event among those of a lane, or lane.size().
std::size_t placeOf(Row row, const Lane &lane)
{
    const auto dated = std::size_t(std::ranges::find(lane.rows, row) - lane.rows.begin());
    if (dated < lane.rows.size())
        return dated;
    return dated + std::size_t(std::ranges::find(lane.undated, row) - lane.undated.begin());
}

/// How far two events are apart in time; what has no date is farthest.
events::Instant apart(const events::FuzzyInterval &a, const events::FuzzyInterval &b)
{
    if (a.isUnbounded() || b.isUnbounded())
        return events::distantFuture;
    return lengthOf(
        {std::min(a.earliestStart, b.earliestStart), std::max(a.earliestStart, b.earliestStart)});
}

} // namespace

void MarkWalk::moveTo(std::optional<Row> row, std::span<const Lane> lanes)
{
    m_current = row;
    for (std::size_t lane = 0; row && lane < lanes.size(); ++lane) {
        if (placeOf(*row, lanes[lane]) < lanes[lane].size()) {
            m_lane = lane;
            return;
        }
    }
}

bool MarkWalk::walk(Direction direction, std::span<const Lane> lanes,
                    const bitsets::RowSet &passing, const ClockDates &dates)
{
    const auto isInLane = [&] {
        return m_lane < lanes.size() && placeOf(*m_current, lanes[m_lane]) < lanes[m_lane].size();
    };
    if (m_current && !isInLane())
        moveTo(m_current, lanes); // the lanes are of another lens now
    if (!m_current || !isInLane()) {
        for (std::size_t lane = 0; lane < lanes.size(); ++lane) {
            if (enter(lane, lanes[lane], passing, dates))
                return true;
        }
        return false;
    }
    if (direction == Direction::Up || direction == Direction::Down) {
        const std::ptrdiff_t step = direction == Direction::Up ? -1 : 1;
        for (std::ptrdiff_t lane = std::ptrdiff_t(m_lane) + step;
             lane >= 0 && lane < std::ptrdiff_t(lanes.size()); lane += step) {
            if (enter(std::size_t(lane), lanes[std::size_t(lane)], passing, dates))
                return true;
        }
        return false;
    }
    const Lane &lane = lanes[m_lane];
    const auto size = std::ptrdiff_t(lane.size());
    const auto at = std::ptrdiff_t(placeOf(*m_current, lane));
    std::optional<Row> next;
    if (direction == Direction::Earlier)
        next = passingFrom(lane, at - 1, -1, passing);
    else if (direction == Direction::Later)
        next = passingFrom(lane, at + 1, 1, passing);
    else if (direction == Direction::First)
        next = passingFrom(lane, 0, 1, passing);
    else
        next = passingFrom(lane, size - 1, -1, passing);
    if (!next || next == m_current)
        return false;
    m_current = next;
    return true;
}

/// Goes into another lane, to the event that begins nearest to the current one.
bool MarkWalk::enter(std::size_t lane, const Lane &of, const bitsets::RowSet &passing,
                     const ClockDates &dates)
{
    std::optional<Row> nearest;
    events::Instant least = 0;
    for (std::size_t at = 0; at < of.size(); ++at) {
        const Row row = rowAt(of, at);
        if (!passing.contains(row))
            continue;
        // From nowhere the first one of the lane.
        const events::Instant distance
            = m_current ? apart(dates.bounds(row), dates.bounds(*m_current)) : 0;
        if (!nearest || distance < least) {
            nearest = row;
            least = distance;
        }
    }
    if (!nearest)
        return false;
    m_current = nearest;
    m_lane = lane;
    return true;
}

} // namespace dateline::timeline
