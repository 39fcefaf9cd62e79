// SPDX-License-Identifier: GPL-3.0-or-later
#include <query/row_order.h>

#include <algorithm>
#include <utility>

namespace dateline::query {

using bitsets::RowSet;
using events::Row;

RowOrder::RowOrder(std::span<const events::Row> rows, std::size_t size)
    : m_rows(rows)
    , m_size(size)
{
    m_prefixes.reserve(parts);
    for (std::size_t part = 0; part < parts; ++part) {
        RowSet prefix = firstParts(part);
        for (std::size_t i = startOf(part); i < startOf(part + 1); ++i)
            prefix.insert(m_rows[i]);
        m_prefixes.push_back(std::move(prefix));
    }
}

RowSet RowOrder::firstParts(std::size_t count) const
{
    return count == 0 ? RowSet(m_size) : m_prefixes[count - 1];
}

std::span<const Row> RowOrder::resize(Prefix &prefix, std::size_t length) const
{
    const auto [first, last] = std::minmax(prefix.length, length);
    const std::span<const Row> between = m_rows.subspan(first, last - first);
    const auto away
        = [length](std::size_t other) { return length > other ? length - other : other - length; };
    std::size_t nearest = 0;
    for (std::size_t part = 1; part <= parts; ++part) {
        if (away(startOf(part)) < away(startOf(nearest)))
            nearest = part;
    }
    // Copying a set costs about as much as to flip this many rows.
    const std::size_t copy = m_size / 128;
    if (prefix.rows.size() != m_size || away(startOf(nearest)) + copy < away(prefix.length))
        prefix = {startOf(nearest), firstParts(nearest)};
    const auto [from, to] = std::minmax(prefix.length, length);
    for (std::size_t i = from; i < to; ++i)
        prefix.rows.flip(m_rows[i]);
    prefix.length = length;
    return between;
}

} // namespace dateline::query
