// SPDX-License-Identifier: GPL-3.0-or-later
#include <query/facet_counts.h>

#include <algorithm>

namespace dateline::query {

using bitsets::ChangedRows;
using bitsets::RowChanges;
using bitsets::SharedRows;
using events::Row;

FacetCounts::FacetCounts(std::span<const FacetIndex> facets, const FacetRecords &records,
                         const TimeIndex &time, SharedRows none, SharedRows all)
    : m_facets(facets)
    , m_records(records)
    , m_none(std::move(none))
    , m_all(std::move(all))
    , m_begun(time.byStart(), facets, records)
{
    if (!time.isOneOrder())
        m_ended.emplace(time.byEnd(), facets, records);
    for (std::size_t i = 0; i < facetCount; ++i) {
        const FacetIndex &index = m_facets[i];
        Counts &counts = m_counts[i];
        counts.isDirect = !index.field();
        if (counts.isDirect) {
            counts.ofAll = index.eventsWithValues();
        } else {
            counts.ofCode.resize(index.values().size());
            for (std::uint32_t combination = 0; combination < index.combinationCount();
                 ++combination)
                counts.ofAll.push_back(index.eventsWith(combination));
        }
        counts.counted = m_all;
        counts.ofCombination = counts.ofAll;
        addUp(Facet(i));
    }
}

std::span<const std::uint32_t> FacetCounts::of(Facet facet) const
{
    const Counts &counts = m_counts[std::size_t(facet)];
    return counts.isDirect ? counts.ofCombination : counts.ofCode;
}

void FacetCounts::update(std::span<const Facet> facets, const CountedRows &rows,
                         RowChanges &changes)
{
    std::vector<Facet> waiting(facets.begin(), facets.end());
    const auto isTaken = [&](Facet facet) { return rows.slice && !at(facet).isDirect; };
    const auto first = std::ranges::stable_partition(waiting, isTaken).begin();
    if (first != waiting.begin())
        take(std::span(waiting.begin(), first), *rows.slice);
    waiting.erase(waiting.begin(), first);
    if (rows.isLasting)
        std::erase_if(waiting, [&](Facet facet) { return recall(facet, rows.rows); });
    while (!waiting.empty()) {
        const SharedRows counted = at(waiting.front()).counted;
        const auto others = std::ranges::stable_partition(
            waiting, [&](Facet facet) { return at(facet).counted == counted; });
        recount(std::span(waiting.begin(), others.begin()), rows, changes);
        waiting.erase(waiting.begin(), others.begin());
    }
    for (const Facet facet : facets) {
        at(facet).counted = rows.rows;
        addUp(facet);
    }
}

/// Whether the counts of a facet are known from before; makes them those of the rows, then.
bool FacetCounts::recall(Facet facet, const SharedRows &rows)
{
    Counts &counts = at(facet);
    const auto found = std::ranges::find(counts.kept, rows, &KeptCounts::rows);
    if (found == counts.kept.end())
        return false;
    counts.ofCombination = found->ofCombination;
    return true;
}

/// Counts facets that have counted the same rows.
void FacetCounts::recount(std::span<const Facet> facets, const CountedRows &rows,
                          RowChanges &changes)
{
    const SharedRows base = changes.nearest(at(facets.front()).counted, m_none, m_all, rows.rows);
    for (const Facet facet : facets) {
        Counts &counts = at(facet);
        if (base == m_none)
            std::ranges::fill(counts.ofCombination, 0U);
        else if (base == m_all)
            counts.ofCombination = counts.ofAll;
    }
    const ChangedRows changed = changes.between(base, rows.rows);
    add(facets, changed.came, 1);
    add(facets, changed.gone, 0U - 1U);
    if (!rows.isLasting)
        return;
    for (const Facet facet : facets) {
        constexpr std::size_t mostKept = 4096; // so that all lasting sets take a few MB
        if (at(facet).ofCombination.size() <= mostKept)
            at(facet).kept.push_back({rows.rows, at(facet).ofCombination});
    }
}

/// Counts what is in a window of time; none of the facets is direct.
void FacetCounts::take(std::span<const Facet> facets, const TimeSlice &slice)
{
    for (const Facet facet : facets)
        std::ranges::fill(at(facet).ofCombination, 0U);
    const std::vector<FacetRecords::Counter> wanted = counters(facets);
    m_begun.add(slice.begun, 1, wanted);
    (m_ended ? *m_ended : m_begun).add(slice.ended, 0U - 1U, wanted);
}

/// What counts the facets that are in the records.
std::vector<FacetRecords::Counter> FacetCounts::counters(std::span<const Facet> facets)
{
    std::vector<FacetRecords::Counter> found;
    for (const Facet facet : facets) {
        if (!at(facet).isDirect)
            found.push_back(
                {facet, *m_facets[std::size_t(facet)].field(), at(facet).ofCombination.data()});
    }
    return found;
}

void FacetCounts::add(std::span<const Facet> facets, std::span<const Row> rows, std::uint32_t step)
{
    m_records.count(rows, step, counters(facets));
    for (const Facet facet : facets) {
        if (!at(facet).isDirect)
            continue;
        for (const Row row : rows) {
            for (const std::uint32_t code : m_facets[std::size_t(facet)].codesOf(row))
                at(facet).ofCombination[code] += step;
        }
    }
}

void FacetCounts::addUp(Facet facet)
{
    Counts &counts = at(facet);
    if (counts.isDirect)
        return;
    const FacetIndex &index = m_facets[std::size_t(facet)];
    std::ranges::fill(counts.ofCode, 0U);
    for (std::uint32_t i = 0; i < counts.ofCombination.size(); ++i) {
        for (const std::uint32_t code : index.codesIn(i))
            counts.ofCode[code] += counts.ofCombination[i];
    }
}

} // namespace dateline::query
