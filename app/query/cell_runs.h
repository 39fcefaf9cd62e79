// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/records.h>
#include <query/row_set.h>

#include <cstdint>
#include <span>
#include <vector>

namespace dateline::query {

/// Words of rows, cut into runs of rows that belong together, as those of a cell do in Morton
/// order, and a quick way from a row to its run. Private to ClusterGrid.
class CellRuns
{
public:
    struct Run
    {
        events::Row first = 0;
        events::Row end = 0;
        /// What the rows belong to; several runs may belong to the same.
        std::uint32_t owner = 0;
    };

    /// Begins anew with no run, for ascending ranges of words.
    void reset(std::vector<RowSet::WordRange> ranges);
    [[nodiscard]] std::span<const RowSet::WordRange> ranges() const { return m_ranges; }
    /// How many words are in the ranges.
    [[nodiscard]] std::size_t wordCount() const { return m_starts.size(); }

    /// Adds the run after the last one, not an empty one. Together the runs hold every row of the
    /// words; what lies beyond the last row of a set belongs to the last run.
    void add(const Run &run);
    [[nodiscard]] std::span<const Run> runs() const { return m_runs; }

    struct Changes
    {
        std::span<const events::Row> rows; ///< ascending
        std::span<const std::uint32_t> runs; ///< of these, as indexes of runs()
    };
    /// The rows of the words in which two sets differ, which are no more than `most`. Valid until
    /// the next call. Costs the words and what differs.
    [[nodiscard]] Changes between(const RowSet &before, const RowSet &after, std::size_t most);

private:
    void countRunsUpTo(std::size_t word);

    std::vector<RowSet::WordRange> m_ranges;
    std::vector<Run> m_runs;
    // Of each word of the ranges, one range after the other:
    std::vector<std::uint64_t> m_starts; ///< bits of the rows with which a run begins
    std::vector<std::uint32_t> m_runsBefore; ///< how many begin in the words before
    std::size_t m_range = 0; ///< the one to which runs are added
    std::size_t m_rangeBegin = 0; ///< its first word among all
    std::size_t m_reached = 0; ///< how many words m_runsBefore is known of
    std::vector<events::Row> m_changedRows;
    std::vector<std::uint32_t> m_changedRuns;
};

} // namespace dateline::query
