// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bitsets/row_changes.h>
#include <bitsets/row_set.h>
#include <events/dataset.h>
#include <query/filters.h>
#include <query/row_order.h>

#include <optional>
#include <span>
#include <vector>

namespace dateline::query {

/// What it takes to follow a window when it moves: the events on the early side of its edges.
struct WindowEdges
{
    RowOrder::Prefix begun; ///< by earliest start
    RowOrder::Prefix ended; ///< by latest end
};

/// The events of a window of time as the first `begun` in the order of beginning less the first
/// `ended` in the order of end, which are among them.
struct TimeSlice
{
    std::size_t begun = 0;
    std::size_t ended = 0;
};

/// Answers which events meet time windows. An event without a date meets no window: it has no
/// place on a time axis. Built once per dataset, which must outlive it; immutable and thread-safe.
class TimeIndex
{
public:
    explicit TimeIndex(const events::Dataset &dataset);

    struct Meeting
    {
        bitsets::RowSet rows;
        std::optional<TimeSlice> slice; ///< nothing where the rows cannot be said like this
        /// The events by which these rows may differ from those of the call before, each that does
        /// once. Nothing where they cannot be said like this, as when it was about several windows.
        bitsets::RowChanges::Candidates moved;
    };

    /// The events that meet any of the windows. `edges` are those of the windows of the call
    /// before, of the same containment, or none, and become those of these. But for Meeting::moved
    /// they matter to the cost only: that of the events whose bounds lie between an old and a new
    /// edge, at most a part of all.
    [[nodiscard]] Meeting meeting(std::span<const events::TimeSpan> windows,
                                  Containment containment, std::vector<WindowEdges> &edges) const;

    /// The dated events by earliest start.
    [[nodiscard]] std::span<const events::Row> byStart() const { return m_byStart.rows(); }
    /// By latest end.
    [[nodiscard]] std::span<const events::Row> byEnd() const { return orderOfEnd().rows(); }
    /// Whether that is the same order, because nothing ends before what began earlier.
    [[nodiscard]] bool isOneOrder() const { return !m_ownByEnd; }

private:
    [[nodiscard]] const RowOrder &orderOfEnd() const
    {
        return m_ownByEnd ? *m_ownByEnd : m_byStart;
    }
    [[nodiscard]] std::size_t begunBefore(events::Instant moment) const;
    [[nodiscard]] std::size_t endedBy(events::Instant moment) const;

    const events::EventColumns &m_columns;
    RowOrder m_byStart; ///< dated events by earliest start
    std::vector<events::Row> m_rowsByEnd; ///< by latest end, where that is another order
    std::optional<RowOrder> m_ownByEnd; ///< of those rows
};

} // namespace dateline::query
