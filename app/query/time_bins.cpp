// SPDX-License-Identifier: GPL-3.0-or-later
#include <query/time_bins.h>

#include <algorithm>

namespace dateline::query {

using events::FuzzyInterval;
using events::Instant;
using events::Row;
using events::TimeSpan;

namespace {

/// In m_binOf: the event is in no bin, or it reaches over several.
constexpr std::uint16_t inNone = 0xFFFF;
constexpr std::uint16_t inSeveral = 0xFFFE;

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

TimeBins::TimeBins(const events::Dataset &dataset, SharedRows none)
    : m_columns(&dataset.columns())
    , m_none(std::move(none))
{}

void TimeBins::restart(TimeSpan range, std::size_t bins)
{
    m_range = range;
    m_edges = binEdges(range, bins);
    m_binsPerMillisecond = double(bins) / (double(range.to) - double(range.from));
    m_binOf.clear();
    m_within.resize(bins);
    countNone();
}

void TimeBins::countNone()
{
    m_counted = m_none;
    m_within.assign(m_within.size(), 0);
    m_possible.assign(m_within.size() + 1, 0);
    m_certain.assign(m_within.size() + 1, 0);
}

/// The first bin whose end lies after a moment; as many as there are bins when none does. The
/// guess is off by rounding only.
std::size_t TimeBins::firstEndAfter(Instant moment) const
{
    const std::size_t bins = m_within.size();
    if (moment < m_range.from)
        return 0;
    if (moment >= m_range.to)
        return bins;
    auto bin = std::min(
        bins - 1, std::size_t((double(moment) - double(m_range.from)) * m_binsPerMillisecond));
    while (bin > 0 && m_edges[bin] > moment)
        --bin;
    while (m_edges[bin + 1] <= moment)
        ++bin;
    return bin;
}

TimeBins::Reach TimeBins::possibleBins(const FuzzyInterval &bounds) const
{
    if (bounds.isUnbounded() || !possiblyTouches(bounds, m_range))
        return {};
    const std::size_t first = firstEndAfter(bounds.earliestStart);
    // One past the last bin whose beginning lies before the end.
    if (bounds.latestEnd > m_edges[first] && bounds.latestEnd <= m_edges[first + 1])
        return {first, first + 1};
    const auto last = std::lower_bound(m_edges.begin() + std::ptrdiff_t(first), m_edges.end() - 1,
                                       bounds.latestEnd);
    return {first, std::size_t(last - m_edges.begin())};
}

TimeBins::Reach TimeBins::certainBins(const FuzzyInterval &bounds, const Reach &possible) const
{
    const auto edgesFrom = m_edges.begin();
    const auto from = std::lower_bound(edgesFrom + 1, m_edges.end(), bounds.latestStart);
    const auto to = std::upper_bound(edgesFrom, m_edges.end() - 1, bounds.earliestEnd);
    const std::size_t first = std::max(possible.first, std::size_t(from - edgesFrom) - 1);
    const std::size_t last = std::min(possible.last, std::size_t(to - edgesFrom));
    return first < last ? Reach{first, last} : Reach{};
}

/// Whether an event lies in one bin with all its bounds: certainly, if that bin is in the range.
bool TimeBins::isWithin(const FuzzyInterval &bounds, const Reach &possible) const
{
    return possible.last - possible.first == 1 && bounds.earliestStart >= m_edges[possible.first]
        && bounds.latestEnd <= m_edges[possible.last];
}

void TimeBins::addOne(Row row, std::int32_t sign)
{
    const FuzzyInterval bounds = m_columns->bounds(row);
    const Reach possible = possibleBins(bounds);
    if (possible.first == possible.last)
        return;
    if (isWithin(bounds, possible)) {
        m_within[possible.first] += sign;
        return;
    }
    const Reach certain = certainBins(bounds, possible);
    m_possible[possible.first] += sign;
    m_possible[possible.last] -= sign;
    m_certain[certain.first] += sign;
    m_certain[certain.last] -= sign;
}

void TimeBins::sortIntoBins()
{
    m_binOf.resize(m_columns->size());
    for (Row row = 0; row < m_columns->size(); ++row) {
        const FuzzyInterval bounds = m_columns->bounds(row);
        const Reach possible = possibleBins(bounds);
        if (possible.first == possible.last) {
            m_binOf[row] = inNone;
            continue;
        }
        m_binOf[row] = isWithin(bounds, possible) ? std::uint16_t(possible.first) : inSeveral;
    }
}

void TimeBins::add(ChangedRows changes)
{
    const std::uint16_t *const binOf = m_binOf.data();
    if (m_binOf.empty()) {
        for (const std::uint32_t bits : changes)
            addOne(RowChange(bits).row(), RowChange(bits).step());
        return;
    }
    forEachPrefetched(
        changes, [binOf](Row row) { __builtin_prefetch(&binOf[row]); },
        [=, this, within = m_within.data()](RowChange change) {
            const std::uint16_t bin = binOf[change.row()];
            if (bin < inSeveral)
                within[bin] += change.step();
            else if (bin == inSeveral)
                addOne(change.row(), change.step());
        });
}

std::vector<Tally> TimeBins::read(const SharedRows &rows, TimeSpan range, std::size_t bins,
                                  RowChanges &changes)
{
    if (range != m_range || bins != m_within.size())
        restart(range, bins);
    else if (m_binOf.empty() && bins < inSeveral)
        sortIntoBins();
    const std::size_t changed = changes.count(m_counted, rows);
    if (changed > rows->words().size() / 2 && changed > changes.sizeOf(rows))
        countNone();
    if (m_counted == m_none && m_binOf.empty()) {
        // The first time nobody shares a list, which may be as long as the dataset.
        rows->forEach([this](Row row) { addOne(row, 1); });
    } else {
        add(changes.between(m_counted, rows));
    }
    m_counted = rows;

    std::vector<Tally> tallies(bins);
    std::int32_t possible = 0;
    std::int32_t certain = 0;
    for (std::size_t i = 0; i < bins; ++i) {
        possible += m_possible[i];
        certain += m_certain[i];
        // More bins than milliseconds leaves bins of no width, which nothing touches.
        if (m_edges[i] < m_edges[i + 1])
            tallies[i]
                = {std::uint32_t(certain + m_within[i]), std::uint32_t(possible + m_within[i])};
    }
    return tallies;
}

} // namespace dateline::query
