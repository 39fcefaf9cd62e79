// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/records.h>

#include <bit>
#include <cstdint>
#include <span>
#include <vector>

namespace dateline::bitsets {

/// A set of event rows as one bit a row. Bits beyond size() are always 0.
class RowSet
{
public:
    /// Some of words(), half open.
    struct WordRange
    {
        std::size_t begin = 0;
        std::size_t end = 0;
    };

    RowSet() = default;
    explicit RowSet(std::size_t size, bool full = false);

    [[nodiscard]] std::size_t size() const { return m_size; }

    [[nodiscard]] bool contains(events::Row row) const
    {
        return (m_words[row / 64] >> (row % 64)) & 1U;
    }
    void insert(events::Row row) { m_words[row / 64] |= bit(row); }
    void remove(events::Row row) { m_words[row / 64] &= ~bit(row); }
    /// Inserts or removes the row, without a branch.
    void set(events::Row row, bool isIn)
    {
        m_words[row / 64] = (m_words[row / 64] & ~bit(row)) | (std::uint64_t(isIn) << (row % 64));
    }
    /// Inserts the row when it is not in the set, removes it when it is.
    void flip(events::Row row) { m_words[row / 64] ^= bit(row); }
    void fill();

    /// How many rows are in the set.
    [[nodiscard]] std::size_t count() const;

    /// How many of the rows [begin, end) are in the set; begin ≤ end ≤ size().
    [[nodiscard]] std::size_t count(events::Row begin, events::Row end) const;

    // The other set of all these has the same size.

    /// How many rows are in only one of the sets.
    [[nodiscard]] std::size_t countDifference(const RowSet &other) const;
    /// Keeps only the rows that are also in `other`.
    RowSet &operator&=(const RowSet &other);
    RowSet &operator|=(const RowSet &other);
    /// Becomes what is in `a` and not in `b`.
    void setDifference(const RowSet &a, const RowSet &b);

    /// The set of the positions i whose rows[i], all below size(), are in this set; as large as
    /// there are rows.
    [[nodiscard]] RowSet positionsIn(std::span<const events::Row> rows) const;

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

    /// Replaces the rows [64 word, 64 word + 64); bits beyond size() are left out.
    void setWord(std::size_t word, std::uint64_t bits)
    {
        m_words[word] = word == m_size / 64 ? bits & (bit(events::Row(m_size)) - 1) : bits;
    }

    friend bool operator==(const RowSet &, const RowSet &) = default;

private:
    static std::uint64_t bit(events::Row row) { return std::uint64_t(1) << (row % 64); }

    std::size_t m_size = 0;
    std::vector<std::uint64_t> m_words;
};

} // namespace dateline::bitsets
