// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/dataset.h>
#include <events/fetch.h>
#include <timeline/date_flags.h>
#include <workspace/view_state.h>

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace dateline::timeline {

/// When each event of a dataset is placed on one clock, as flat columns that are built once, so
/// that composing the lanes reads no claim (workspace/placing_date.h has the rule). The clock
/// Happened costs nothing: its columns are those of the dataset. Immutable; keeps the dataset.
class ClockDates
{
public:
    ClockDates(std::shared_ptr<const events::Dataset> dataset, workspace::Clock clock);

    [[nodiscard]] workspace::Clock clock() const { return m_clock; }
    [[nodiscard]] const events::Dataset &dataset() const { return *m_dataset; }

    /// The bounds of an event's date on the clock; isUnbounded() when it has none.
    [[nodiscard]] events::FuzzyInterval bounds(events::Row row) const
    {
        return m_bounds.empty() ? m_dataset->columns().bounds(row) : m_bounds[row];
    }

    /// Asks for what bounds() will read; see events::fetch().
    void fetchBounds(events::Row row) const
    {
        if (m_bounds.empty())
            m_dataset->columns().fetchBounds(row);
        else
            events::fetch(&m_bounds[row]);
    }

    /// Calls visit(i, bounds) for the bounds of each of the rows, whose order may be one in which
    /// a processor would wait for every one of them.
    template<typename Visit>
    void forEachBounds(std::span<const events::Row> rows, const Visit &visit) const
    {
        events::forEachFetched(
            rows.size(), [&](std::size_t i) { fetchBounds(rows[i]); },
            [&](std::size_t i) { visit(i, bounds(rows[i])); });
    }

    /// All event rows by earliest start, then latest end. Undated last.
    [[nodiscard]] std::span<const events::Row> byTime() const;

    /// The date as written, and the marks beside it; nothing for an event that has none.
    [[nodiscard]] std::optional<events::Edtf> date(events::Row row) const;
    [[nodiscard]] DateFlags flags(events::Row row) const; ///< GUI thread

    /// From the first to the last bound of the dates, finite; nothing when there is none. On
    /// another clock than Happened, whose extent is that of playback, a date that is known to a
    /// decade or less counts only where it lies outside of all others.
    [[nodiscard]] std::optional<events::TimeSpan> extent() const { return m_extent; }

private:
    void sortByTime();
    void measureExtent();
    [[nodiscard]] DateFlags readFlags(events::Row row) const;

    std::shared_ptr<const events::Dataset> m_dataset;
    workspace::Clock m_clock;
    std::vector<events::FuzzyInterval> m_bounds; ///< empty for the clock Happened, as the others
    std::vector<const events::Edtf *> m_dates; ///< in the dataset; null for none
    std::vector<events::Row> m_byTime;
    std::optional<events::TimeSpan> m_extent;
    mutable std::vector<std::uint8_t> m_flags; ///< as read so far: asked for in every frame
};

/// The dates of one dataset on its clocks, each built when it is first asked for; copies share
/// them.
class ClockSet
{
public:
    /// Whether it is another one.
    bool setDataset(std::shared_ptr<const events::Dataset> dataset);

    [[nodiscard]] std::shared_ptr<const ClockDates> on(workspace::Clock clock) const;

private:
    std::shared_ptr<const events::Dataset> m_dataset;
    mutable std::array<std::shared_ptr<const ClockDates>, 3> m_dates; ///< null where not built
};

} // namespace dateline::timeline
