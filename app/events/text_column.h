// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::events {

/// A column of text in one UTF-8 buffer with an offset per row: a million titles cost their bytes
/// and four more each, instead of a million allocations. Rows are only appended.
class TextColumn
{
public:
    /// All rows together stay below this many bytes: the limits of readers see to that.
    static constexpr std::size_t maximumBytes = std::size_t(1) << 32U;

    /// Makes room for about so many rows in all, as long as those that are there already.
    void reserve(std::size_t rows);

    /// Appends a row. The column must stay below maximumBytes.
    void append(std::string_view utf8);

    [[nodiscard]] std::size_t size() const { return m_offsets.size() - 1; }

    /// The text of `row` < size(), as bytes that live as long as the column stays unchanged.
    [[nodiscard]] std::string_view utf8(std::size_t row) const;
    [[nodiscard]] QString at(std::size_t row) const;

    /// A column with this one's rows in the order given: row i is this one's row order[i].
    [[nodiscard]] TextColumn reordered(const std::vector<std::uint32_t> &order) const;

private:
    std::string m_bytes;
    std::vector<std::uint32_t> m_offsets{0};
};

} // namespace dateline::events
