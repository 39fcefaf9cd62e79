// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/histogram.h>

#include <algorithm>

namespace dateline::timeline {

using events::Instant;

Histogram::Histogram(const events::EventColumns &columns, std::vector<Instant> edges)
    : m_edges(std::move(edges))
    , m_first(columns.size(), 0)
    , m_end(columns.size(), 0)
{
    if (m_edges.size() < 2)
        m_edges.clear();
    const auto last = std::uint32_t(bins());
    for (events::Row row = 0; row < columns.size() && last > 0; ++row) {
        const events::FuzzyInterval bounds = columns.bounds(row);
        if (bounds.isUnbounded())
            continue;
        const auto first = std::ranges::upper_bound(m_edges, bounds.earliestStart);
        const auto end = std::ranges::lower_bound(m_edges, bounds.latestEnd);
        m_first[row] = std::uint32_t(first == m_edges.begin() ? 0 : first - m_edges.begin() - 1);
        m_end[row] = std::min(std::uint32_t(end - m_edges.begin()), last);
        m_first[row] = std::min(m_first[row], m_end[row]);
    }
}

std::vector<std::uint32_t> Histogram::count(const query::RowSet &rows) const
{
    if (bins() == 0)
        return {};
    // Steps up and down, then their running sum.
    std::vector<std::uint32_t> counts(bins() + 1, 0);
    rows.forEach([this, &counts](events::Row row) {
        ++counts[m_first[row]];
        --counts[m_end[row]];
    });
    for (std::size_t bin = 1; bin < counts.size(); ++bin)
        counts[bin] += counts[bin - 1];
    counts.pop_back();
    return counts;
}

std::vector<Instant> binEdges(const TimeScale &scale, double minimumPixels,
                              Qt::DayOfWeek firstDayOfWeek)
{
    if (scale.isDegenerate())
        return {};
    const TickStep step = chooseStep(scale, minimumPixels);
    const events::TimeSpan covered{boundaryAtOrBefore(scale.span.from, step, firstDayOfWeek),
                                   boundaryAfter(scale.span.to, step, firstDayOfWeek)};
    return boundariesWithin(covered, step, firstDayOfWeek);
}

} // namespace dateline::timeline
