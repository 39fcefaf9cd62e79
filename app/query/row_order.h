// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bitsets/row_set.h>

#include <span>
#include <vector>

namespace dateline::query {

/// Some events in an order, and the set of the first so many of them at any number: from the
/// nearest of a few sets that are kept, by the events between. Immutable after construction and
/// thread-safe; refers to the rows, which must outlive it.
class RowOrder
{
public:
    /// `size` is that of the dataset.
    RowOrder(std::span<const events::Row> rows, std::size_t size);

    [[nodiscard]] std::span<const events::Row> rows() const { return m_rows; }

    /// The first `length` events as a set.
    struct Prefix
    {
        std::size_t length = 0;
        bitsets::RowSet rows;
    };

    /// Makes a prefix, default-constructed or of this order, one of another length. Costs the
    /// events between, at most a part of all. Returns those between, all of a default one.
    std::span<const events::Row> resize(Prefix &prefix, std::size_t length) const;

private:
    static constexpr std::size_t parts = 8;

    [[nodiscard]] bitsets::RowSet firstParts(std::size_t count) const;

    [[nodiscard]] std::size_t startOf(std::size_t part) const
    {
        return m_rows.size() * part / parts;
    }

    std::span<const events::Row> m_rows;
    std::size_t m_size;
    std::vector<bitsets::RowSet> m_prefixes; ///< those of length startOf(1), startOf(2), ...
};

} // namespace dateline::query
