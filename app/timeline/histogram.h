// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/event_columns.h>
#include <query/row_set.h>
#include <timeline/calendar_ticks.h>

#include <span>
#include <vector>

namespace dateline::timeline {

/// Counts events in bins that follow the calendar (months, quarters, years), so that a brush can
/// snap to dates people know. Which bins an event may touch is found once; counting a set of events
/// then costs a step for each. Immutable.
class Histogram
{
public:
    Histogram() = default;

    /// `edges` ascend; bin i is [edges[i], edges[i + 1]). Fewer than two edges give no bin.
    Histogram(const events::EventColumns &columns, std::vector<events::Instant> edges);

    [[nodiscard]] const std::vector<events::Instant> &edges() const { return m_edges; }
    [[nodiscard]] std::size_t bins() const { return m_edges.empty() ? 0 : m_edges.size() - 1; }

    /// How many of the events may touch each bin. Undated events touch none.
    [[nodiscard]] std::vector<std::uint32_t> count(const query::RowSet &rows) const;

private:
    std::vector<events::Instant> m_edges;
    std::vector<std::uint32_t> m_first; ///< of each event row
    std::vector<std::uint32_t> m_end; ///< bin after the last; equal to first for none
};

/// The edges of the bins for a strip that shows `scale`: boundaries of the finest calendar step
/// whose bins are `minimumPixels` wide, covering the whole span.
[[nodiscard]] std::vector<events::Instant> binEdges(const TimeScale &scale, double minimumPixels,
                                                    Qt::DayOfWeek firstDayOfWeek);

} // namespace dateline::timeline
