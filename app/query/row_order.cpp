// SPDX-License-Identifier: GPL-3.0-or-later
#include <query/row_order.h>

#include <algorithm>

namespace dateline::query {

RowOrder::RowOrder(std::span<const events::Row> rows, std::size_t size)
    : m_rows(rows)
{
    m_prefixes.assign(parts, RowSet(size));
    for (std::size_t part = 1; part < parts; ++part) {
        m_prefixes[part] = m_prefixes[part - 1];
        for (std::size_t i = startOf(part - 1); i < startOf(part); ++i)
            m_prefixes[part].insert(m_rows[i]);
    }
}

void RowOrder::resize(Prefix &prefix, std::size_t length) const
{
    const auto away
        = [length](std::size_t other) { return length > other ? length - other : other - length; };
    std::size_t nearest = 0;
    for (std::size_t part = 1; part < parts; ++part) {
        if (away(startOf(part)) < away(startOf(nearest)))
            nearest = part;
    }
    // Copying a set costs about as much as to flip this many rows.
    const std::size_t copy = m_prefixes[nearest].size() / 128;
    if (prefix.rows.size() != m_prefixes[nearest].size()
        || away(startOf(nearest)) + copy < away(prefix.length))
        prefix = {startOf(nearest), m_prefixes[nearest]};
    const auto [from, to] = std::minmax(prefix.length, length);
    for (std::size_t i = from; i < to; ++i)
        prefix.rows.flip(m_rows[i]);
    prefix.length = length;
}

} // namespace dateline::query
