// SPDX-License-Identifier: GPL-3.0-or-later
#include <query/time_bins.h>

#include <events/fetch.h>
#include <events/side_by_side.h>

#include <algorithm>
#include <functional>
#include <limits>
#include <type_traits>

namespace dateline::query {

using bitsets::ChangedRows;
using bitsets::RowChanges;
using bitsets::SharedRows;
using events::FuzzyInterval;
using events::Instant;
using events::Row;
using events::TimeSpan;

namespace {

/// In m_binOf: the event is in no bin, or it reaches over several.
template<typename Code>
constexpr Code inNone = std::numeric_limits<Code>::max();
template<typename Code>
constexpr Code inSeveral = inNone<Code> - 1;

} // namespace

std::vector<Instant> evenEdges(TimeSpan range, std::size_t bins)
{
    // Unsigned because the width of a range may exceed the signed type.
    const std::uint64_t width = std::uint64_t(range.to) - std::uint64_t(range.from);
    const std::uint64_t whole = width / bins;
    const std::uint64_t rest = width % bins;
    std::vector<Instant> edges;
    edges.reserve(bins + 1);
    for (std::uint64_t i = 0; i <= bins; ++i)
        edges.push_back(Instant(std::uint64_t(range.from) + whole * i + rest * i / bins));
    return edges;
}

TimeBins::TimeBins(const events::Dataset &dataset, const TimeIndex &time, SharedRows none,
                   SharedRows all, std::size_t histograms)
    : m_columns(&dataset.columns())
    , m_time(&time)
    , m_none(std::move(none))
    , m_all(std::move(all))
    , m_histograms(histograms)
{}

void TimeBins::restart(std::span<const Instant> edges)
{
    const std::size_t bins = edges.size() - 1;
    m_edges.assign(edges.begin(), edges.end());
    m_range = {edges.front(), edges.back()};
    m_binsPerMillisecond = double(bins) / (double(m_range.to) - double(m_range.from));
    m_kept.clear();
    m_ofNone = {std::vector(bins, 0), std::vector(bins + 1, 0), std::vector(bins + 1, 0)};
    m_ofAll = m_ofNone;
    m_begun.clear();
    if (edges.size() <= inSeveral<std::uint8_t>)
        sortIntoBins(m_binOf.emplace<std::vector<std::uint8_t>>());
    else if (edges.size() <= inSeveral<std::uint16_t>)
        sortIntoBins(m_binOf.emplace<std::vector<std::uint16_t>>());
    else
        m_binOf = {};
    std::ranges::fill(m_histograms, Counted{m_all, m_ofAll});
}

/// The first bin whose end lies after a moment; as many as there are bins when none does. Bins are
/// mostly about as wide as one another, as months are, so that a guess is right or close.
std::size_t TimeBins::firstEndAfter(Instant moment) const
{
    const std::size_t bins = m_edges.size() - 1;
    if (moment < m_range.from)
        return 0;
    if (moment >= m_range.to)
        return bins;
    const auto guess = std::min(
        bins - 1, std::size_t((double(moment) - double(m_range.from)) * m_binsPerMillisecond));
    constexpr std::size_t close = 2;
    for (std::size_t bin = guess - std::min(guess, close);
         bin < std::min(bins, guess + close + 1) && m_edges[bin] <= moment; ++bin) {
        if (moment < m_edges[bin + 1])
            return bin;
    }
    const auto end = std::upper_bound(m_edges.begin() + 1, m_edges.end(), moment);
    return std::size_t(end - m_edges.begin()) - 1;
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

void TimeBins::addOne(Counts &counts, Row row, std::int32_t step) const
{
    const FuzzyInterval bounds = m_columns->bounds(row);
    const Reach possible = possibleBins(bounds);
    if (possible.first == possible.last)
        return;
    if (isWithin(bounds, possible)) {
        counts.within[possible.first] += step;
        return;
    }
    const Reach certain = certainBins(bounds, possible);
    counts.possible[possible.first] += step;
    counts.possible[possible.last] -= step;
    counts.certain[certain.first] += step;
    counts.certain[certain.last] -= step;
}

template<typename Code>
void TimeBins::sortIntoBins(std::vector<Code> &binOf)
{
    binOf.resize(m_columns->size());
    Counts ofOthers = m_ofNone;
    events::inHalves(binOf.size(), [&](std::size_t from, std::size_t to) {
        Counts &counts = from == 0 ? m_ofAll : ofOthers;
        for (auto row = Row(from); row < to; ++row) {
            const FuzzyInterval bounds = m_columns->bounds(row);
            const Reach possible = possibleBins(bounds);
            if (possible.first == possible.last) {
                binOf[row] = inNone<Code>;
            } else if (isWithin(bounds, possible)) {
                binOf[row] = Code(possible.first);
                ++counts.within[possible.first];
            } else {
                binOf[row] = inSeveral<Code>;
                addOne(counts, row, 1);
            }
        }
    });
    for (auto counts : {&Counts::within, &Counts::possible, &Counts::certain})
        std::ranges::transform(m_ofAll.*counts, ofOthers.*counts, (m_ofAll.*counts).begin(),
                               std::plus());
    findPositions(binOf);
}

/// Prepares taken(). An event of a slice that is in one bin then costs nothing, one that reaches
/// over several about as much as ten that come or go.
template<typename Code>
void TimeBins::findPositions(const std::vector<Code> &binOf)
{
    const std::span<const Row> order = m_time->byStart();
    m_wide = std::vector<std::uint32_t>(); // unlike {} this frees
    if (!m_time->isOneOrder())
        return;
    constexpr std::size_t few = 64; // of that many one
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (binOf[order[i]] != inSeveral<Code>)
            continue;
        m_wide.push_back(std::uint32_t(i));
        if (m_wide.size() > order.size() / few)
            return;
    }
    for (const Instant edge : m_edges) {
        const auto begun = [this, edge](Row row) { return m_columns->earliestStart[row] < edge; };
        m_begun.push_back(std::size_t(std::ranges::partition_point(order, begun) - order.begin()));
    }
}

/// Counts the events of a slice of the one order of time by where bins begin in it.
TimeBins::Counts TimeBins::taken(const TimeSlice &slice) const
{
    Counts counts = m_ofNone;
    const auto inSlice
        = [&slice](std::size_t position) { return std::clamp(position, slice.ended, slice.begun); };
    for (std::size_t bin = 0; bin < counts.within.size(); ++bin)
        counts.within[bin] += std::int32_t(inSlice(m_begun[bin + 1]) - inSlice(m_begun[bin]));
    const auto first = std::ranges::lower_bound(m_wide, slice.ended);
    const auto last = std::ranges::lower_bound(m_wide, slice.begun);
    for (auto position = first; position < last; ++position) {
        const Row row = m_time->byStart()[*position];
        const Instant start = m_columns->earliestStart[row];
        if (start >= m_range.from && start < m_range.to)
            --counts.within[firstEndAfter(start)];
        addOne(counts, row, 1);
    }
    return counts;
}

template<typename Code>
void TimeBins::add(Counts &counts, const std::vector<Code> &binOf, std::span<const Row> rows,
                   std::int32_t step) const
{
    const Code *const bins = binOf.data();
    events::forEachFetched(
        rows.size(), [=](std::size_t i) { events::fetch(&bins[rows[i]]); },
        [=, this, &counts, within = counts.within.data()](std::size_t i) {
            const Code bin = bins[rows[i]];
            if (bin < inSeveral<Code>)
                within[bin] += step;
            else if (bin == inSeveral<Code>)
                addOne(counts, rows[i], step);
        });
}

/// By the events in which the rows differ from those before, or from none or all of them.
void TimeBins::recount(Counted &histogram, const SharedRows &rows, RowChanges &changes) const
{
    const SharedRows base = changes.nearest(histogram.rows, m_none, m_all, rows);
    if (base == m_none)
        histogram.counts = m_ofNone;
    else if (base == m_all)
        histogram.counts = m_ofAll;
    const ChangedRows changed = changes.between(base, rows);
    const auto addChanged = [&](const auto &binOf) {
        if constexpr (!std::is_same_v<decltype(binOf), const std::monostate &>) {
            add(histogram.counts, binOf, changed.came, 1);
            add(histogram.counts, binOf, changed.gone, -1);
        }
    };
    std::visit(addChanged, m_binOf);
}

std::vector<Tally> TimeBins::addUp(const Counts &counts) const
{
    std::vector<Tally> tallies(counts.within.size());
    std::int32_t possible = 0;
    std::int32_t certain = 0;
    for (std::size_t i = 0; i < tallies.size(); ++i) {
        possible += counts.possible[i];
        certain += counts.certain[i];
        const std::int32_t within = counts.within[i];
        // More bins than milliseconds leaves bins of no width, which nothing touches.
        if (m_edges[i] < m_edges[i + 1])
            tallies[i] = {std::uint32_t(certain + within), std::uint32_t(possible + within)};
    }
    return tallies;
}

/// The counts of a lasting set, if it was counted before.
const TimeBins::Counts *TimeBins::kept(const SharedRows &rows) const
{
    const auto found = std::ranges::find(m_kept, rows, &Counted::rows);
    return found == m_kept.end() ? nullptr : &found->counts;
}

std::vector<Tally> TimeBins::read(std::size_t histogram, const CountedRows &wanted,
                                  std::span<const Instant> edges, RowChanges &changes)
{
    const auto &[rows, slice, isLasting] = wanted;
    if (edges.size() < 2)
        return {};
    if (!std::ranges::equal(edges, m_edges))
        restart(edges);
    Counted &counted = m_histograms[histogram];
    if (std::holds_alternative<std::monostate>(m_binOf)) {
        counted.counts = m_ofNone;
        rows->forEach([&](Row row) { addOne(counted.counts, row, 1); });
    } else if (slice && !m_begun.empty()) {
        counted.counts = taken(*slice);
    } else if (const Counts *const known = isLasting ? kept(rows) : nullptr) {
        counted.counts = *known;
    } else if (rows != counted.rows) {
        recount(counted, rows, changes);
        constexpr std::size_t mostKept = 4096; // so that all lasting sets take a few MB
        if (isLasting && edges.size() <= mostKept)
            m_kept.push_back({rows, counted.counts});
    }
    counted.rows = rows;
    return addUp(counted.counts);
}

} // namespace dateline::query
