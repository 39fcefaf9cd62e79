// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/fetch.h>
#include <events/records.h>

#include <algorithm>
#include <concepts>
#include <limits>
#include <utility>
#include <vector>

namespace dateline::events {

/// A column of numbers of 32 bits, nearly all of which are small or the largest there is (an absent
/// row): those take sizeof(Narrow) bytes each, the others eight more. Rows are only appended.
template<std::unsigned_integral Narrow>
class CompactColumn
{
public:
    void reserve(std::size_t rows) { m_stored.reserve(rows); }
    void append(std::uint32_t value)
    {
        // One more than the value, so that the largest wraps round to 0 and is short too.
        const std::uint32_t stored = value + 1;
        if (stored >= elsewhere)
            m_rare.emplace_back(Row(m_stored.size()), value);
        m_stored.push_back(Narrow(std::min<std::uint32_t>(stored, elsewhere)));
    }

    [[nodiscard]] std::size_t size() const { return m_stored.size(); }

    /// The number of `row` < size().
    [[nodiscard]] std::uint32_t operator[](std::size_t row) const
    {
        const Narrow stored = m_stored[row];
        return stored == elsewhere ? rare(Row(row)) : std::uint32_t(stored) - 1;
    }

    /// The same; throws std::out_of_range for a row that there is not.
    [[nodiscard]] std::uint32_t at(std::size_t row) const
    {
        static_cast<void>(m_stored.at(row));
        return (*this)[row];
    }

    /// Asks for the memory of a number; see events::fetch().
    void fetchAt(std::size_t row) const { fetch(&m_stored[row]); }

    /// A column with this one's rows in the order given: row i is this one's row order[i].
    [[nodiscard]] CompactColumn reordered(const std::vector<Row> &order) const
    {
        CompactColumn result;
        result.m_stored.reserve(order.size());
        for (const Row row : order)
            result.append((*this)[row]);
        return result;
    }

    /// The memory that the numbers take.
    [[nodiscard]] std::size_t bytes() const
    {
        return m_stored.size() * sizeof(Narrow) + m_rare.size() * sizeof(m_rare[0]);
    }

private:
    static constexpr Narrow elsewhere = std::numeric_limits<Narrow>::max();

    [[nodiscard]] std::uint32_t rare(Row row) const
    {
        return std::ranges::lower_bound(m_rare, row, {}, &std::pair<Row, std::uint32_t>::first)
            ->second;
    }

    std::vector<Narrow> m_stored;
    std::vector<std::pair<Row, std::uint32_t>> m_rare; ///< by row
};

} // namespace dateline::events
