// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/fetch.h>
#include <events/records.h>

#include <QtEndian>

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace dateline::events {

/// A column of numbers of 32 bits that takes no more memory than they need: as many bytes for each
/// as fit nearly all of them, one to four, and eight more for each of the others; nothing as long
/// as all are equal. The largest number (an absent row) counts as a small one. Rows are only
/// appended, which makes those before wider where they have to be. A column that was moved from can
/// only be assigned to.
class CompactColumn
{
public:
    CompactColumn() = default;
    explicit CompactColumn(std::span<const std::uint32_t> numbers);

    /// Makes room for so many rows. A column that knows how many there will be is less easily
    /// misled by the first ones.
    void reserve(std::size_t rows);
    void append(std::uint32_t number);

    [[nodiscard]] std::size_t size() const { return m_size; }

    /// The number of `row` < size().
    [[nodiscard]] std::uint32_t operator[](std::size_t row) const
    {
        const std::uint32_t stored = load(row) & m_mask;
        return stored == m_elsewhere ? rare(Row(row)) : stored + m_least;
    }

    /// The same; throws std::out_of_range for a row that there is not.
    [[nodiscard]] std::uint32_t at(std::size_t row) const;

    /// Asks for the memory of a number; see events::fetch().
    void fetchAt(std::size_t row) const { fetch(m_bytes.data() + row * m_width); }

    /// A column with this one's rows in the order given: row i is this one's row order[i].
    [[nodiscard]] CompactColumn reordered(const std::vector<Row> &order) const;

    /// The memory that the numbers take.
    [[nodiscard]] std::size_t bytes() const
    {
        return m_bytes.size() + m_rare.size() * sizeof(m_rare[0]);
    }

private:
    using Rare = std::pair<Row, std::uint32_t>;

    explicit CompactColumn(unsigned width);
    void widen();
    void store(std::uint32_t number);
    [[nodiscard]] bool hasTooManyElsewhere() const;
    [[nodiscard]] std::uint32_t rare(Row row) const;

    /// Four bytes, of which the first ones are the row's.
    [[nodiscard]] std::uint32_t load(std::size_t row) const
    {
        return qFromLittleEndian<std::uint32_t>(m_bytes.data() + row * m_width);
    }

    static constexpr unsigned mostWidth = sizeof(std::uint32_t);

    std::size_t m_size = 0;
    std::size_t m_reserved = 0; ///< rows
    unsigned m_width = 0; ///< bytes
    std::uint32_t m_mask = 0; ///< of so many bytes
    std::uint32_t m_elsewhere = 1; ///< what is stored for a number that is in m_rare
    /// What 0 stands for: the largest number, to which all others add one more; or the only one.
    std::uint32_t m_least = 0;
    std::vector<std::uint8_t> m_bytes = std::vector<std::uint8_t>(mostWidth); ///< room for load()
    std::vector<Rare> m_rare; ///< by row
};

} // namespace dateline::events
