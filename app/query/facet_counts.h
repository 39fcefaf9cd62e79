// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bitsets/row_changes.h>
#include <query/facet_index.h>
#include <query/filters.h>
#include <query/running_counts.h>
#include <query/time_index.h>

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace dateline::query {

/// For each facet of a dataset how many events of a set have each value, where every facet may
/// count a set of its own. Facets that count the same set are counted together, by the events in
/// which it differs from the one before, or from none or all of them, whichever are fewest. What is
/// no more than a window of time needs no events: it is taken from running counts. Nor does a
/// lasting set that was counted before.
class FacetCounts
{
public:
    /// The indexes, the records that they share and the order of time outlive this object. `none`
    /// and `all` are the sets of no and of all events.
    FacetCounts(std::span<const FacetIndex> facets, const FacetRecords &records,
                const TimeIndex &time, bitsets::SharedRows none, bitsets::SharedRows all);

    /// Makes the counts of these facets those of the rows.
    void update(std::span<const Facet> facets, const CountedRows &rows,
                bitsets::RowChanges &changes);

    /// By code. Valid until the next call of update().
    [[nodiscard]] std::span<const std::uint32_t> of(Facet facet) const;

private:
    struct KeptCounts
    {
        bitsets::SharedRows rows;
        std::vector<std::uint32_t> ofCombination;
    };
    struct Counts
    {
        bitsets::SharedRows counted;
        std::vector<std::uint32_t> ofCombination; ///< or of the code, where isDirect
        std::vector<std::uint32_t> ofAll; ///< the same of all events
        std::vector<std::uint32_t> ofCode; ///< empty where each combination is a code
        bool isDirect = false; ///< its combinations are not in the records
        std::vector<KeptCounts> kept; ///< of lasting sets
    };

    Counts &at(Facet facet) { return m_counts[std::size_t(facet)]; }
    [[nodiscard]] bool recall(Facet facet, const bitsets::SharedRows &rows);
    void recount(std::span<const Facet> facets, const CountedRows &rows,
                 bitsets::RowChanges &changes);
    void take(std::span<const Facet> facets, const TimeSlice &slice);
    [[nodiscard]] std::vector<FacetRecords::Counter> counters(std::span<const Facet> facets);
    void add(std::span<const Facet> facets, std::span<const events::Row> rows, std::uint32_t step);
    void addUp(Facet facet);

    std::span<const FacetIndex> m_facets;
    const FacetRecords &m_records;
    std::array<Counts, facetCount> m_counts;
    bitsets::SharedRows m_none;
    bitsets::SharedRows m_all;
    RunningCounts m_begun; ///< in the order of beginning
    std::optional<RunningCounts> m_ended; ///< of end, where that is another one
};

} // namespace dateline::query
