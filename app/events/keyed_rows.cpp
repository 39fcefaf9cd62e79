// SPDX-License-Identifier: GPL-3.0-or-later
#include <events/keyed_rows.h>

#include <array>
#include <utility>

namespace dateline::events {

/// A radix sort from the lowest digit, which leaves out digits that all keys share. Moments within
/// some years differ in four of six.
void sortByKey(std::vector<KeyedRow> &rows)
{
    constexpr unsigned digitBits = 11;
    constexpr std::size_t digits = std::size_t(1) << digitBits;
    std::uint64_t differing = 0;
    for (const KeyedRow &row : rows)
        differing |= row.key ^ rows.front().key;
    std::vector<KeyedRow> sorted(differing == 0 ? 0 : rows.size());
    for (unsigned shift = 0; shift < 64; shift += digitBits) {
        if (((differing >> shift) & (digits - 1)) == 0)
            continue;
        std::array<std::uint32_t, digits> next{};
        for (const KeyedRow &row : rows)
            ++next[(row.key >> shift) & (digits - 1)];
        std::uint32_t sum = 0;
        for (std::uint32_t &count : next)
            sum += std::exchange(count, sum);
        for (const KeyedRow &row : rows)
            sorted[next[(row.key >> shift) & (digits - 1)]++] = row;
        rows.swap(sorted);
    }
}

} // namespace dateline::events
