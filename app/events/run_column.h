// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/compact_column.h>

#include <cstdint>
#include <vector>

namespace dateline::events {

/// Where things begin that belong to one row after another, a run of them to each. Takes about a
/// byte and a quarter a row where most runs are short.
class RunColumn
{
public:
    RunColumn() = default;
    /// From where each run begins and, at the end, where the last one ends; ascending. No rows for
    /// fewer than two elements.
    explicit RunColumn(const std::vector<Row> &begins)
    {
        if (begins.empty())
            return;
        m_lengths.reserve(begins.size() - 1);
        m_begins.reserve(begins.size() / rowsToBegin + 1);
        for (std::size_t row = 0; row + 1 < begins.size(); ++row) {
            if (row % rowsToBegin == 0)
                m_begins.push_back(begins[row]);
            m_lengths.append(begins[row + 1] - begins[row]);
        }
    }

    /// How many rows there are.
    [[nodiscard]] std::size_t size() const { return m_lengths.size(); }

    // These throw std::out_of_range for a row that there is not.

    [[nodiscard]] Row begin(Row row) const
    {
        static_cast<void>(length(row));
        Row begin = m_begins[row / rowsToBegin];
        for (Row before = row - row % rowsToBegin; before < row; ++before)
            begin += m_lengths[before];
        return begin;
    }
    [[nodiscard]] std::uint32_t length(Row row) const { return m_lengths.at(row); }

    /// How much memory it takes.
    [[nodiscard]] std::size_t bytes() const
    {
        return m_lengths.bytes() + m_begins.size() * sizeof(Row);
    }

private:
    static constexpr Row rowsToBegin = 16;

    CompactColumn m_lengths;
    std::vector<Row> m_begins; ///< of every sixteenth row
};

} // namespace dateline::events
