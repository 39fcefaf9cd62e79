// SPDX-License-Identifier: GPL-3.0-or-later
#include <query/facet_records.h>

#include <events/fetch.h>

#include <algorithm>
#include <array>
#include <bit>

namespace dateline::query {

std::optional<FacetRecords::Field> FacetRecords::add(std::span<const std::uint32_t> numbers,
                                                     std::size_t count)
{
    const auto bits = unsigned(std::bit_width(count > 0 ? count - 1 : 0));
    if (count > bound || m_used + bits > 64)
        return std::nullopt;
    const Field field{bits > 0 ? m_used : 0, (std::uint32_t(1) << bits) - 1};
    m_used += bits;
    if (isShort() && m_used > 32) {
        m_long.assign(m_short.begin(), m_short.end());
        m_short = std::vector<std::uint32_t>(); // unlike {} this frees
    }
    const auto fill = [&](auto &words) {
        using Word = std::remove_reference_t<decltype(words[0])>;
        for (std::size_t i = 0; i < words.size(); ++i)
            words[i] |= Word(numbers[i]) << field.shift;
    };
    if (isShort())
        fill(m_short);
    else
        fill(m_long);
    return field;
}

namespace {

using Counter = FacetRecords::Counter;

/// So many facets of each event at once: increments of different facets do not wait for one
/// another.
template<std::size_t Facets, typename Word>
void countFacets(const Word *words, std::span<const events::Row> rows, std::uint32_t step,
                 std::span<const Counter> counters)
{
    std::array<Counter, Facets> each; // a copy, which counting cannot change
    std::ranges::copy(counters, each.begin());
    events::forEachFetched(
        rows.size(), [words, rows](std::size_t i) { events::fetch(&words[rows[i]]); },
        [words, rows, step, each](std::size_t i) {
            const Word word = words[rows[i]];
            for (const auto &[facet, field, counts] : each)
                counts[std::uint32_t(word >> field.shift) & field.mask] += step;
        });
}

template<typename Word>
void countAll(const Word *words, std::span<const events::Row> rows, std::uint32_t step,
              std::span<const Counter> counters)
{
    constexpr std::array byNumber{&countFacets<1, Word>, &countFacets<2, Word>,
                                  &countFacets<3, Word>, &countFacets<4, Word>,
                                  &countFacets<5, Word>, &countFacets<6, Word>};
    static_assert(byNumber.size() == facetCount);
    if (!counters.empty())
        byNumber.at(counters.size() - 1)(words, rows, step, counters);
}

} // namespace

void FacetRecords::count(std::span<const events::Row> rows, std::uint32_t step,
                         std::span<const Counter> counters) const
{
    if (isShort())
        countAll(m_short.data(), rows, step, counters);
    else
        countAll(m_long.data(), rows, step, counters);
}

} // namespace dateline::query
