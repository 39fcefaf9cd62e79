// SPDX-License-Identifier: GPL-3.0-or-later
#include <query/cell_runs.h>

#include <query/bit_kernels.h>

#include <utility>

namespace dateline::query {

using events::Row;

void CellRuns::reset(std::vector<RowSet::WordRange> ranges)
{
    m_ranges = std::move(ranges);
    m_runs.clear();
    std::size_t words = 0;
    for (const RowSet::WordRange &range : m_ranges)
        words += range.end - range.begin;
    m_starts.assign(words, 0);
    m_runsBefore.resize(words);
    m_range = 0;
    m_rangeBegin = 0;
    m_reached = 0;
}

void CellRuns::add(const Run &run)
{
    const std::size_t word = run.first / 64;
    while (word >= m_ranges[m_range].end) {
        m_rangeBegin += m_ranges[m_range].end - m_ranges[m_range].begin;
        ++m_range;
    }
    const std::size_t at = m_rangeBegin + word - m_ranges[m_range].begin;
    countRunsUpTo(at);
    m_starts[at] |= std::uint64_t(1) << (run.first % 64);
    m_runs.push_back(run);
    countRunsUpTo(at + (run.end - 1) / 64 - word);
}

/// Sets how many runs begin before the words up to this one that have not been reached yet.
void CellRuns::countRunsUpTo(std::size_t word)
{
    for (; m_reached <= word; ++m_reached)
        m_runsBefore[m_reached] = std::uint32_t(m_runs.size());
}

CellRuns::Changes CellRuns::between(const RowSet &before, const RowSet &after, std::size_t most)
{
    for (auto *list : {&m_changedRows, &m_changedRuns}) {
        if (list->size() < most)
            list->resize(most);
    }
    std::size_t changed = 0;
    std::size_t first = 0;
    for (const RowSet::WordRange &range : m_ranges) {
        changed += bitKernels().collectRuns(
            before.words().data() + range.begin, after.words().data() + range.begin,
            range.end - range.begin, Row(range.begin * 64), m_starts.data() + first,
            m_runsBefore.data() + first, m_changedRows.data() + changed,
            m_changedRuns.data() + changed);
        first += range.end - range.begin;
    }
    return {std::span(m_changedRows).first(changed), std::span(m_changedRuns).first(changed)};
}

} // namespace dateline::query
