// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/dataset.h>
#include <query/filters.h>
#include <query/row_set.h>

#include <span>
#include <vector>

namespace dateline::query {

/// How many events may be meant and how many certainly are; certain ≤ possible.
struct Tally
{
    std::uint32_t certain = 0;
    std::uint32_t possible = 0;

    friend bool operator==(const Tally &, const Tally &) = default;
};

/// Answers which events meet time windows, and how many. An event without a date meets no window
/// and is in no bin: it has no place on a time axis. Built once per dataset, which must outlive
/// it; immutable and thread-safe.
class TimeIndex
{
public:
    explicit TimeIndex(const events::Dataset &dataset);

    /// The events that meet any of the windows.
    [[nodiscard]] RowSet meeting(std::span<const events::TimeSpan> windows,
                                 Containment containment) const;

    /// Turns `meeting(before, containment)` into `meeting(after, containment)`. Looks only at the
    /// events whose bounds lie between an old and a new edge, when those are few.
    void slide(RowSet &meetingBefore, std::span<const events::TimeSpan> before,
               std::span<const events::TimeSpan> after, Containment containment) const;

    /// The events of `rows` per bin of a finite range; see Crossfilter::timeBins.
    [[nodiscard]] std::vector<Tally> bins(const RowSet &rows, events::TimeSpan range,
                                          std::size_t count) const;

private:
    [[nodiscard]] bool meets(events::Row row, std::span<const events::TimeSpan> windows,
                             Containment containment) const;

    const events::EventColumns *m_columns;
    std::vector<events::Row> m_byStart; ///< dated events by earliest start
    std::vector<events::Row> m_byEnd; ///< dated events by latest end
};

} // namespace dateline::query
