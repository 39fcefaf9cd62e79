// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <query/facet_index.h>

#include <span>
#include <vector>

namespace dateline::query {

/// How many of the first events of an order have each combination of each facet, known ahead at
/// every so many events: what is in a window of time is one such count less another. Facets whose
/// combinations are not in the records are left out. Takes at most a byte an event. Immutable;
/// private to FacetCounts.
class RunningCounts
{
public:
    /// The order, the indexes and the records outlive the counts.
    RunningCounts(std::span<const events::Row> order, std::span<const FacetIndex> facets,
                  const FacetRecords &records);

    /// Adds the counts of the first `length` events of the order, times `step`, modulo 2^32. Costs
    /// the combinations and a part of the order.
    void add(std::size_t length, std::uint32_t step,
             std::span<const FacetRecords::Counter> counters) const;

private:
    std::span<const events::Row> m_order;
    const FacetRecords &m_records;
    std::array<std::size_t, facetCount + 1> m_begin{}; ///< of each facet in a row of the table
    std::size_t m_step = 0; ///< events from one row to the next
    std::vector<std::uint32_t> m_table;
};

} // namespace dateline::query
