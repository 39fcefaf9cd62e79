// SPDX-License-Identifier: GPL-3.0-or-later
#include <query/facet_records.h>

#include <query/row_changes.h>

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
        m_short = {};
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

/// Two arrays that count a facet together: every other event goes to the second, because events
/// that follow one another often have the same value, and each count has to wait for the one
/// before.
struct Counting
{
    FacetRecords::Field field;
    std::uint32_t *even = nullptr;
    std::uint32_t *odd = nullptr;
};

template<typename Word>
std::uint32_t numberIn(Word word, const FacetRecords::Field &field)
{
    return std::uint32_t(word >> field.shift) & field.mask;
}

/// Two facets at a time: with more there are not enough registers.
template<typename Word>
void countPair(std::span<const Word> words, std::uint32_t step, const Counting first,
               const Counting second)
{
    const std::size_t pairs = words.size() / 2;
    for (std::size_t i = 0; i < pairs; ++i) {
        const Word even = words[2 * i];
        const Word odd = words[2 * i + 1];
        first.even[numberIn(even, first.field)] += step;
        first.odd[numberIn(odd, first.field)] += step;
        second.even[numberIn(even, second.field)] += step;
        second.odd[numberIn(odd, second.field)] += step;
    }
    if (words.size() % 2 != 0) {
        first.even[numberIn(words.back(), first.field)] += step;
        second.even[numberIn(words.back(), second.field)] += step;
    }
}

template<typename Word>
void countBatches(const Word *words, std::span<const events::Row> rows, std::uint32_t step,
                  std::span<const Counting> countings)
{
    constexpr std::size_t several = 512; // whose words stay in the nearest cache
    std::array<Word, several> batch; // NOLINT: filled before it is read
    while (!rows.empty()) {
        const std::span<const events::Row> some = rows.first(std::min(several, rows.size()));
        rows = rows.subspan(some.size());
        Word *next = batch.data();
        forEachPrefetched(
            some, [words](events::Row row) { __builtin_prefetch(&words[row]); },
            [words, &next](events::Row row) { *next++ = words[row]; });
        const std::span<const Word> filled(batch.data(), some.size());
        for (std::size_t i = 0; i < countings.size(); i += 2)
            countPair(filled, step, countings[i], countings[i + 1]);
    }
}

} // namespace

void FacetRecords::count(std::span<const events::Row> rows, std::uint32_t step,
                         std::span<const Counter> counters) const
{
    // A second array pays where there are many more events than numbers.
    constexpr std::size_t many = 8;
    std::uint32_t nobodys = 0;
    std::vector<Counting> countings;
    std::vector<std::vector<std::uint32_t>> seconds(counters.size());
    for (std::size_t i = 0; i < counters.size(); ++i) {
        const auto &[facet, field, counts] = counters[i];
        if (rows.size() / many > field.mask)
            seconds[i].resize(std::size_t(field.mask) + 1);
        countings.push_back({field, counts, seconds[i].empty() ? counts : seconds[i].data()});
    }
    if (counters.size() % 2 != 0)
        countings.push_back({.even = &nobodys, .odd = &nobodys});
    if (isShort())
        countBatches(m_short.data(), rows, step, countings);
    else
        countBatches(m_long.data(), rows, step, countings);
    for (std::size_t i = 0; i < counters.size(); ++i) {
        for (std::size_t number = 0; number < seconds[i].size(); ++number) {
            // The field may have room for more numbers than there are.
            if (seconds[i][number] != 0)
                counters[i].counts[number] += seconds[i][number];
        }
    }
}

} // namespace dateline::query
