// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/mark_walk.h>

#include <timeline/timescale.h>

#include <algorithm>

namespace dateline::timeline {

using events::Row;

namespace {

/// The passing event of a lane nearest after (step 1) or before (-1) a place in it.
std::optional<Row> passingFrom(const Lane &lane, std::ptrdiff_t at, std::ptrdiff_t step,
                               const query::RowSet &passing)
{
    for (; at >= 0 && at < std::ptrdiff_t(lane.rows.size()); at += step) {
        if (passing.contains(lane.rows[std::size_t(at)]))
            return lane.rows[std::size_t(at)];
    }
    return std::nullopt;
}

} // namespace

void MarkWalk::moveTo(std::optional<Row> row, std::span<const Lane> lanes)
{
    m_current = row;
    for (std::size_t lane = 0; row && lane < lanes.size(); ++lane) {
        if (std::ranges::find(lanes[lane].rows, *row) != lanes[lane].rows.end()) {
            m_lane = lane;
            return;
        }
    }
}

bool MarkWalk::walk(Direction direction, std::span<const Lane> lanes, const query::RowSet &passing,
                    const events::EventColumns &columns)
{
    if (!m_current || m_lane >= lanes.size()) {
        for (std::size_t lane = 0; lane < lanes.size(); ++lane) {
            if (enter(lane, lanes[lane], passing, columns))
                return true;
        }
        return false;
    }
    if (direction == Direction::Up || direction == Direction::Down) {
        const std::ptrdiff_t step = direction == Direction::Up ? -1 : 1;
        for (std::ptrdiff_t lane = std::ptrdiff_t(m_lane) + step;
             lane >= 0 && lane < std::ptrdiff_t(lanes.size()); lane += step) {
            if (enter(std::size_t(lane), lanes[std::size_t(lane)], passing, columns))
                return true;
        }
        return false;
    }
    const Lane &lane = lanes[m_lane];
    const auto size = std::ptrdiff_t(lane.rows.size());
    const std::ptrdiff_t at = std::ranges::find(lane.rows, *m_current) - lane.rows.begin();
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
bool MarkWalk::enter(std::size_t lane, const Lane &of, const query::RowSet &passing,
                     const events::EventColumns &columns)
{
    const events::Instant from
        = m_current ? columns.earliestStart[*m_current] : events::distantPast;
    std::optional<Row> nearest;
    events::Instant least = 0;
    for (const Row row : of.rows) {
        if (!passing.contains(row))
            continue;
        const events::Instant begin = columns.earliestStart[row];
        const events::Instant distance = lengthOf({std::min(begin, from), std::max(begin, from)});
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
