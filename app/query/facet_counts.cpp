// SPDX-License-Identifier: GPL-3.0-or-later
#include <query/facet_counts.h>

#include <algorithm>

namespace dateline::query {

using events::Row;

namespace {

// Adding up more combinations than this would cost more than to count each code.
constexpr std::size_t mostCombinations = 1U << 14U;

} // namespace

FacetCounts::FacetCounts(std::span<const FacetIndex> facets,
                         const std::vector<FacetRecord> &records)
    : m_facets(facets)
    , m_records(records)
    , m_none(std::make_shared<RowSet>(records.size()))
    , m_all(std::make_shared<RowSet>(records.size(), true))
{
    std::vector<Facet> every;
    for (std::size_t i = 0; i < facetCount; ++i) {
        const FacetIndex &index = m_facets[i];
        Counts &counts = m_counts[i];
        counts.counted = m_none;
        counts.isDirect = index.combinationCount() > mostCombinations;
        counts.ofCombination.resize(counts.isDirect ? index.values().size()
                                                    : index.combinationCount());
        if (!counts.isDirect)
            counts.ofCode.resize(index.values().size());
        every.push_back(Facet(i));
    }
    m_unwanted.resize(std::size_t(FacetRecord::wide) + 1);
    RowChanges changes;
    recount(every, m_all, changes);
    for (Counts &counts : m_counts)
        counts.ofAll = counts.ofCombination;
}

std::span<const std::uint32_t> FacetCounts::of(Facet facet) const
{
    const Counts &counts = m_counts[std::size_t(facet)];
    return counts.isDirect ? counts.ofCombination : counts.ofCode;
}

void FacetCounts::update(std::span<const Facet> facets, const SharedRows &rows, RowChanges &changes)
{
    std::vector<Facet> waiting(facets.begin(), facets.end());
    while (!waiting.empty()) {
        const SharedRows counted = at(waiting.front()).counted;
        const auto others = std::ranges::stable_partition(
            waiting, [&](Facet facet) { return at(facet).counted == counted; });
        recount(std::span(waiting.begin(), others.begin()), rows, changes);
        waiting.erase(waiting.begin(), others.begin());
    }
}

/// Counts facets that have counted the same rows.
void FacetCounts::recount(std::span<const Facet> facets, const SharedRows &rows,
                          RowChanges &changes)
{
    SharedRows base = at(facets.front()).counted;
    const std::size_t inSet = rows->count();
    std::size_t least = base->countDifference(*rows);
    if (inSet < least) {
        base = m_none;
        least = inSet;
    }
    if (rows->size() - inSet < least && !at(facets.front()).ofAll.empty())
        base = m_all;
    for (const Facet facet : facets) {
        Counts &counts = at(facet);
        if (base == m_none)
            std::ranges::fill(counts.ofCombination, 0U);
        else if (base == m_all)
            counts.ofCombination = counts.ofAll;
        counts.counted = rows;
    }
    const RowChanges::Lists &lists = changes.between(base, rows);
    add(facets, lists.entered, 1);
    add(facets, lists.left, ~std::uint32_t(0));
    for (const Facet facet : facets)
        addUp(facet);
}

/// All facets of an event at once, because they share a record; those that are not asked for
/// count into the void, which costs less than to tell them apart.
void FacetCounts::add(std::span<const Facet> facets, const std::vector<Row> &rows,
                      std::uint32_t step)
{
    static_assert(facetCount == 6);
    const auto isDirect = [this](Facet facet) { return at(facet).isDirect; };
    if (facets.size() == 1 || std::ranges::any_of(facets, isDirect)) {
        addToEach(facets, rows, step);
        return;
    }
    std::array<std::uint32_t *, facetCount> counts{};
    counts.fill(m_unwanted.data());
    for (const Facet facet : facets)
        counts[std::size_t(facet)] = at(facet).ofCombination.data();
    const auto [first, second, third, fourth, fifth, sixth] = counts;
    const FacetRecord *const records = m_records.data();
    forEachPrefetched(
        rows, [records](Row row) { __builtin_prefetch(&records[row]); },
        [=](Row row) {
            const auto &combination = records[row].combination;
            first[combination[0]] += step;
            second[combination[1]] += step;
            third[combination[2]] += step;
            fourth[combination[3]] += step;
            fifth[combination[4]] += step;
            sixth[combination[5]] += step;
        });
}

void FacetCounts::addToEach(std::span<const Facet> facets, const std::vector<Row> &rows,
                            std::uint32_t step)
{
    for (const Facet facet : facets) {
        const FacetIndex &index = m_facets[std::size_t(facet)];
        std::uint32_t *const numbers = at(facet).ofCombination.data();
        const auto fetch = [this](Row row) { __builtin_prefetch(&m_records[row]); };
        if (at(facet).isDirect) {
            forEachPrefetched(rows, fetch, [&](Row row) {
                for (const std::uint32_t code : index.codesOf(row))
                    numbers[code] += step;
            });
        } else {
            const FacetRecord *const records = m_records.data();
            forEachPrefetched(rows, fetch, [=](Row row) {
                numbers[records[row].combination[std::size_t(facet)]] += step;
            });
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
