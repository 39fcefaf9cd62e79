// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/compact_column.h>
#include <events/country_code.h>

#include <cstdint>
#include <vector>

namespace dateline::events {

/// A country for each row as CountryCode::ordinal(), 0 for none. A byte a row, for no dataset has
/// more than a part of all countries there could be. Rows are only appended.
class CountryColumn
{
public:
    void reserve(std::size_t rows) { m_numbers.reserve(rows); }
    void append(std::uint16_t ordinal)
    {
        std::uint16_t &number = m_numberOf.at(ordinal);
        if (number == 0) {
            m_ordinals.push_back(ordinal);
            number = std::uint16_t(m_ordinals.size());
        }
        m_numbers.append(number - 1U);
    }

    [[nodiscard]] std::size_t size() const { return m_numbers.size(); }

    /// That of `row` < size().
    [[nodiscard]] std::uint16_t operator[](std::size_t row) const
    {
        return m_ordinals[m_numbers[row]];
    }

    /// The memory that they take.
    [[nodiscard]] std::size_t bytes() const { return m_numbers.bytes(); }

private:
    CompactColumn m_numbers; ///< of countries in m_ordinals
    std::vector<std::uint16_t> m_ordinals;
    /// One more than the number of each country, by ordinal.
    std::vector<std::uint16_t> m_numberOf = std::vector<std::uint16_t>(CountryCode::ordinalCount);
};

} // namespace dateline::events
