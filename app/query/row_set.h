// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/records.h>

#include <bit>
#include <cstdint>
#include <vector>

namespace dateline::query {

/// A set of event rows as one bit a row. Bits beyond size() are always 0.
class RowSet
{
public:
    RowSet() = default;
    explicit RowSet(std::size_t size, bool full = false);

    [[nodiscard]] std::size_t size() const { return m_size; }

    [[nodiscard]] bool contains(events::Row row) const
    {
        return (m_words[row / 64] >> (row % 64)) & 1U;
    }
    void insert(events::Row row) { m_words[row / 64] |= std::uint64_t(1) << (row % 64); }
    void remove(events::Row row) { m_words[row / 64] &= ~(std::uint64_t(1) << (row % 64)); }
    void fill();
    void clear();

    /// How many rows are in the set.
    [[nodiscard]] std::size_t count() const;

    /// How many of the rows [begin, end) are in the set; begin ≤ end ≤ size().
    [[nodiscard]] std::size_t count(events::Row begin, events::Row end) const;

    /// Keeps only the rows that are also in `other`, which has the same size.
    RowSet &operator&=(const RowSet &other);

    /// Calls `visit(row)` for each row of the set within [begin, end), in ascending order.
    template<typename Visit>
    void forEach(events::Row begin, events::Row end, Visit &&visit) const
    {
        for (std::size_t word = begin / 64; word * 64 < end; ++word) {
            std::uint64_t bits = m_words[word];
            if (word == begin / 64)
                bits &= ~std::uint64_t(0) << (begin % 64);
            for (; bits != 0; bits &= bits - 1) {
                const auto row = events::Row(word * 64 + std::size_t(std::countr_zero(bits)));
                if (row >= end)
                    return;
                visit(row);
            }
        }
    }

    /// Calls `visit(row)` for every row of the set, in ascending order.
    template<typename Visit>
    void forEach(Visit &&visit) const
    {
        forEach(0, events::Row(m_size), visit);
    }

    [[nodiscard]] const std::vector<std::uint64_t> &words() const { return m_words; }

    friend bool operator==(const RowSet &, const RowSet &) = default;

private:
    std::size_t m_size = 0;
    std::vector<std::uint64_t> m_words;
};

/// Calls `visit(row, entered)` for each row that is in only one of two sets of the same size, in
/// ascending order; `entered` is true for those of `after`.
template<typename Visit>
void forEachDifference(const RowSet &before, const RowSet &after, Visit &&visit)
{
    for (std::size_t word = 0; word < after.words().size(); ++word) {
        std::uint64_t bits = before.words()[word] ^ after.words()[word];
        for (; bits != 0; bits &= bits - 1) {
            const auto bit = std::size_t(std::countr_zero(bits));
            visit(events::Row(word * 64 + bit), ((after.words()[word] >> bit) & 1U) != 0);
        }
    }
}

} // namespace dateline::query
