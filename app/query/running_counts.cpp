// SPDX-License-Identifier: GPL-3.0-or-later
#include <query/running_counts.h>

#include <algorithm>
#include <bit>

namespace dateline::query {

RunningCounts::RunningCounts(std::span<const events::Row> order, std::span<const FacetIndex> facets,
                             const FacetRecords &records)
    : m_order(order)
    , m_records(records)
{
    for (std::size_t i = 0; i < facetCount; ++i)
        m_begin[i + 1] = m_begin[i] + (facets[i].field() ? facets[i].combinationCount() : 0);
    const std::size_t across = m_begin.back();
    constexpr std::size_t leastStep = 512;
    m_step = std::bit_ceil(std::max(leastStep, 4 * across));
    std::vector<std::uint32_t> counts(across);
    std::vector<FacetRecords::Counter> counters;
    for (std::size_t i = 0; i < facetCount; ++i) {
        if (facets[i].field())
            counters.push_back({Facet(i), *facets[i].field(), counts.data() + m_begin[i]});
    }
    m_table.reserve((order.size() / m_step + 1) * across);
    for (std::size_t begin = 0; begin <= order.size(); begin += m_step) {
        m_table.insert(m_table.end(), counts.begin(), counts.end());
        m_records.count(order.subspan(begin, std::min(m_step, order.size() - begin)), 1, counters);
    }
}

void RunningCounts::add(std::size_t length, std::uint32_t step,
                        std::span<const FacetRecords::Counter> counters) const
{
    const std::size_t last = m_order.size() / m_step;
    const std::size_t row = std::min((length + m_step / 2) / m_step, last);
    for (const auto &[facet, field, counts] : counters) {
        const std::size_t begin = m_begin[std::size_t(facet)];
        const std::size_t combinations = m_begin[std::size_t(facet) + 1] - begin;
        const std::uint32_t *const known = m_table.data() + row * m_begin.back() + begin;
        for (std::size_t i = 0; i < combinations; ++i)
            counts[i] += step * known[i];
    }
    const std::size_t known = row * m_step;
    if (known < length)
        m_records.count(m_order.subspan(known, length - known), step, counters);
    else
        m_records.count(m_order.subspan(length, known - length), 0U - step, counters);
}

} // namespace dateline::query
