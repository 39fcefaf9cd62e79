// SPDX-License-Identifier: GPL-3.0-or-later
#include <query/time_index.h>

#include <algorithm>

namespace dateline::query {

using events::Instant;
using events::Row;
using events::TimeSpan;

namespace {

/// The part of `order` (rows sorted by `bound`) whose bound lies in the closed range between two
/// edges, given in any order.
std::span<const Row> rowsBetween(const std::vector<Row> &order, const std::vector<Instant> &bound,
                                 Instant a, Instant b)
{
    if (a == b)
        return {};
    const auto boundOf = [&bound](Row row) { return bound[row]; };
    const auto first = std::ranges::lower_bound(order, std::min(a, b), {}, boundOf);
    const auto last = std::ranges::upper_bound(order, std::max(a, b), {}, boundOf);
    return {first, last};
}

/// The edges of `count` bins of nearly equal width: count + 1 moments. Unsigned because the
/// width of a range may exceed the signed type.
std::vector<Instant> binEdges(TimeSpan range, std::size_t count)
{
    const std::uint64_t width = std::uint64_t(range.to) - std::uint64_t(range.from);
    const std::uint64_t whole = width / count;
    const std::uint64_t rest = width % count;
    std::vector<Instant> edges;
    edges.reserve(count + 1);
    for (std::uint64_t i = 0; i <= count; ++i)
        edges.push_back(Instant(std::uint64_t(range.from) + whole * i + rest * i / count));
    return edges;
}

} // namespace

TimeIndex::TimeIndex(const events::Dataset &dataset)
    : m_columns(&dataset.columns())
{
    for (Row row = 0; row < dataset.size(); ++row) {
        if (!m_columns->bounds(row).isUnbounded())
            m_byStart.push_back(row);
    }
    m_byEnd = m_byStart;
    std::ranges::stable_sort(m_byStart, {}, [this](Row r) { return m_columns->earliestStart[r]; });
    std::ranges::stable_sort(m_byEnd, {}, [this](Row r) { return m_columns->latestEnd[r]; });
}

bool TimeIndex::meets(Row row, std::span<const TimeSpan> windows, Containment containment) const
{
    const events::FuzzyInterval bounds = m_columns->bounds(row);
    return std::ranges::any_of(windows, [&](const TimeSpan &window) {
        return containment == Containment::Touches ? possiblyTouches(bounds, window)
                                                   : certainlyWithin(bounds, window);
    });
}

RowSet TimeIndex::meeting(std::span<const TimeSpan> windows, Containment containment) const
{
    RowSet result(m_columns->size());
    for (const Row row : m_byStart) {
        if (meets(row, windows, containment))
            result.insert(row);
    }
    return result;
}

void TimeIndex::slide(RowSet &meetingBefore, std::span<const TimeSpan> before,
                      std::span<const TimeSpan> after, Containment containment) const
{
    const auto isEmpty = [](const TimeSpan &window) { return window.from >= window.to; };
    // An empty window meets nothing whatever its edges, so sweeping them would miss events.
    bool sweep = before.size() == after.size() && std::ranges::none_of(before, isEmpty)
        && std::ranges::none_of(after, isEmpty);
    std::vector<std::span<const Row>> swept;
    std::size_t sweptCount = 0;
    for (std::size_t i = 0; sweep && i < after.size(); ++i) {
        const bool touches = containment == Containment::Touches;
        // possiblyTouches compares the start with the window's end, certainlyWithin the reverse.
        swept.push_back(rowsBetween(m_byStart, m_columns->earliestStart,
                                    touches ? before[i].to : before[i].from,
                                    touches ? after[i].to : after[i].from));
        swept.push_back(rowsBetween(m_byEnd, m_columns->latestEnd,
                                    touches ? before[i].from : before[i].to,
                                    touches ? after[i].from : after[i].to));
        sweptCount += swept[2 * i].size() + swept[2 * i + 1].size();
        // Beyond this, reading all columns in order is faster than reading some at random.
        sweep = sweptCount <= m_byStart.size() / 4;
    }
    if (!sweep) {
        meetingBefore = meeting(after, containment);
        return;
    }
    for (const std::span<const Row> rows : swept) {
        for (const Row row : rows) {
            if (meets(row, after, containment))
                meetingBefore.insert(row);
            else
                meetingBefore.remove(row);
        }
    }
}

std::vector<Tally> TimeIndex::bins(const RowSet &rows, TimeSpan range, std::size_t count) const
{
    const std::vector<Instant> edges = binEdges(range, count);
    const auto binAfter = [&edges](auto edge) { return std::size_t(edge - edges.begin()); };
    // Per bin how many more events it has than the bin before it.
    std::vector<std::int64_t> certain(count + 1, 0);
    std::vector<std::int64_t> possible(count + 1, 0);
    rows.forEach([&](Row row) {
        const events::FuzzyInterval bounds = m_columns->bounds(row);
        if (bounds.isUnbounded() || !possiblyTouches(bounds, range))
            return;
        // Bin i is [edges[i], edges[i + 1]). The first whose end lies after the start, and one
        // past the last whose beginning lies before the end:
        const std::size_t first
            = binAfter(std::upper_bound(edges.begin() + 1, edges.end(), bounds.earliestStart)) - 1;
        const std::size_t last
            = binAfter(std::lower_bound(edges.begin(), edges.end() - 1, bounds.latestEnd));
        ++possible[first];
        --possible[last];
        const std::size_t surelyFrom = std::max(
            first,
            binAfter(std::lower_bound(edges.begin() + 1, edges.end(), bounds.latestStart)) - 1);
        const std::size_t surelyTo = std::min(
            last, binAfter(std::upper_bound(edges.begin(), edges.end() - 1, bounds.earliestEnd)));
        if (surelyFrom < surelyTo) {
            ++certain[surelyFrom];
            --certain[surelyTo];
        }
    });
    std::vector<Tally> tallies(count);
    std::int64_t certainSum = 0;
    std::int64_t possibleSum = 0;
    for (std::size_t i = 0; i < count; ++i) {
        certainSum += certain[i];
        possibleSum += possible[i];
        // More bins than milliseconds leaves bins of no width, which nothing touches.
        if (edges[i] < edges[i + 1])
            tallies[i] = {std::uint32_t(certainSum), std::uint32_t(possibleSum)};
    }
    return tallies;
}

} // namespace dateline::query
