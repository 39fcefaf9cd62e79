// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/fetch.h>
#include <events/instant.h>
#include <events/records.h>

#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

namespace dateline::events {

/// A moment for each row, in four bytes while nearly all are whole seconds less than 68 years from
/// 1970, or else whole minutes less than 4,083 years from it, or the distant past; 16 more for each
/// of the others. In eight bytes where that would be less. Rows are only appended.
class InstantColumn
{
public:
    InstantColumn() = default;

    /// Makes room for so many rows; see CompactColumn::reserve().
    void reserve(std::size_t rows);
    void append(Instant moment);

    [[nodiscard]] std::size_t size() const { return isShort() ? m_short.size() : m_long.size(); }

    /// The moment of `row` < size().
    [[nodiscard]] Instant operator[](std::size_t row) const
    {
        if (!isShort())
            return m_long[row];
        const std::int32_t steps = m_short[row];
        return steps > past ? steps * m_step : steps == past ? distantPast : rare(Row(row));
    }

    /// Asks for the memory of a moment; see events::fetch().
    void fetchAt(std::size_t row) const
    {
        isShort() ? fetch(m_short.data() + row) : fetch(m_long.data() + row);
    }

    /// A column with this one's rows in the order given: row i is this one's row order[i].
    [[nodiscard]] InstantColumn reordered(const std::vector<Row> &order) const;

    /// The memory that the moments take.
    [[nodiscard]] std::size_t bytes() const
    {
        return m_short.size() * sizeof(m_short[0]) + m_long.size() * sizeof(m_long[0])
            + m_rare.size() * sizeof(m_rare[0]);
    }

private:
    using Rare = std::pair<Row, Instant>;

    /// Milliseconds of one step; none where moments are stored as they are.
    explicit InstantColumn(Instant step)
        : m_step(step)
    {}
    [[nodiscard]] bool isShort() const { return m_step > 0; }
    void widen();
    [[nodiscard]] Instant rare(Row row) const;

    static constexpr std::int32_t elsewhere = std::numeric_limits<std::int32_t>::min();
    static constexpr std::int32_t past = elsewhere + 1; ///< what is stored for distantPast

    Instant m_step = millisecondsPerSecond;
    std::size_t m_reserved = 0; ///< rows
    std::vector<std::int32_t> m_short; ///< steps since 1970
    std::vector<Rare> m_rare; ///< by row
    std::vector<Instant> m_long; ///< instead of both
};

} // namespace dateline::events
