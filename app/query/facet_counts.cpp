// SPDX-License-Identifier: GPL-3.0-or-later
#include <query/facet_counts.h>

#include <algorithm>

namespace dateline::query {

using events::Row;

FacetCounts::FacetCounts(std::span<const FacetIndex> facets, const FacetRecords &records,
                         SharedRows none, SharedRows all)
    : m_facets(facets)
    , m_records(records)
    , m_none(std::move(none))
    , m_all(std::move(all))
    , m_unwanted(FacetRecords::bound)
{
    for (std::size_t i = 0; i < facetCount; ++i) {
        const FacetIndex &index = m_facets[i];
        Counts &counts = m_counts[i];
        counts.isDirect = !index.field();
        if (counts.isDirect) {
            counts.ofAll.resize(index.values().size());
            for (std::uint32_t combination = 0; combination < index.combinationCount();
                 ++combination) {
                for (const std::uint32_t code : index.codesIn(combination))
                    counts.ofAll[code] += index.eventsWith(combination);
            }
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
    std::size_t least = changes.count(base, rows);
    // To know whether none or all are nearer costs about as much as so many events.
    if (least > rows->words().size() / 2) {
        const std::size_t inSet = changes.sizeOf(rows);
        if (inSet < least) {
            base = m_none;
            least = inSet;
        }
        if (rows->size() - inSet < least)
            base = m_all;
    }
    for (const Facet facet : facets) {
        Counts &counts = at(facet);
        if (base == m_none)
            std::ranges::fill(counts.ofCombination, 0U);
        else if (base == m_all)
            counts.ofCombination = counts.ofAll;
        counts.counted = rows;
    }
    add(facets, changes.between(base, rows));
    for (const Facet facet : facets)
        addUp(facet);
}

/// All facets of an event at once, because they share a record; those that are not asked for
/// count into the void, which costs less than to tell them apart.
void FacetCounts::add(std::span<const Facet> facets, ChangedRows changes)
{
    static_assert(facetCount == 6);
    const auto isDirect = [this](Facet facet) { return at(facet).isDirect; };
    if (facets.size() == 1 || std::ranges::any_of(facets, isDirect)) {
        addToEach(facets, changes);
        return;
    }
    std::array<std::uint32_t *, facetCount> counts{};
    counts.fill(m_unwanted.data());
    std::array<FacetRecords::Field, facetCount> fields;
    for (const Facet facet : facets) {
        counts[std::size_t(facet)] = at(facet).ofCombination.data();
        fields[std::size_t(facet)] = *m_facets[std::size_t(facet)].field();
    }
    m_records.withWords([changes, &counts, &fields](const auto *words) {
        const auto [first, second, third, fourth, fifth, sixth] = counts;
        const auto [inFirst, inSecond, inThird, inFourth, inFifth, inSixth] = fields;
        const auto number = [](auto word, const FacetRecords::Field &field) {
            return std::uint32_t(word >> field.shift) & field.mask;
        };
        forEachPrefetched(
            changes, [words](Row row) { __builtin_prefetch(&words[row]); },
            [=](RowChange change) {
                const auto word = words[change.row()];
                const auto step = std::uint32_t(change.step());
                first[number(word, inFirst)] += step;
                second[number(word, inSecond)] += step;
                third[number(word, inThird)] += step;
                fourth[number(word, inFourth)] += step;
                fifth[number(word, inFifth)] += step;
                sixth[number(word, inSixth)] += step;
            });
    });
}

void FacetCounts::addToEach(std::span<const Facet> facets, ChangedRows changes)
{
    for (const Facet facet : facets) {
        const FacetIndex &index = m_facets[std::size_t(facet)];
        std::uint32_t *const numbers = at(facet).ofCombination.data();
        if (at(facet).isDirect) {
            for (const std::uint32_t bits : changes) {
                const RowChange change(bits);
                for (const std::uint32_t code : index.codesOf(change.row()))
                    numbers[code] += std::uint32_t(change.step());
            }
        } else {
            m_records.withWords([changes, numbers, field = *index.field()](const auto *words) {
                forEachPrefetched(
                    changes, [words](Row row) { __builtin_prefetch(&words[row]); },
                    [=](RowChange change) {
                        numbers[std::uint32_t(words[change.row()] >> field.shift) & field.mask]
                            += std::uint32_t(change.step());
                    });
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
