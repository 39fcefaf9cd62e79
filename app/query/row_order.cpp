// SPDX-License-Identifier: GPL-3.0-or-later
#include <query/row_order.h>

#include <algorithm>
#include <array>
#include <utility>

namespace dateline::query {

using events::Instant;
using events::Row;

namespace {

constexpr unsigned digitBits = 11;
constexpr std::size_t digits = std::size_t(1) << digitBits;

struct Keyed
{
    std::uint64_t key;
    Row row;
};

/// Sorts by key and keeps the order of ties: a radix sort from the lowest digit, which leaves out
/// digits that all keys share. Moments within some years differ in four of six.
void sortByKey(std::vector<Keyed> &items)
{
    std::uint64_t differing = 0;
    for (const Keyed &item : items)
        differing |= item.key ^ items.front().key;
    std::vector<Keyed> sorted(items.size());
    for (unsigned shift = 0; shift < 64; shift += digitBits) {
        if (((differing >> shift) & (digits - 1)) == 0)
            continue;
        std::array<std::uint32_t, digits> next{};
        for (const Keyed &item : items)
            ++next[(item.key >> shift) & (digits - 1)];
        std::uint32_t sum = 0;
        for (std::uint32_t &count : next)
            sum += std::exchange(count, sum);
        for (const Keyed &item : items)
            sorted[next[(item.key >> shift) & (digits - 1)]++] = item;
        items.swap(sorted);
    }
}

} // namespace

RowOrder::RowOrder(std::vector<Row> rows, const std::vector<Instant> &bound, std::size_t size)
    : m_bound(&bound)
    , m_rows(std::move(rows))
{
    std::vector<Keyed> items;
    items.reserve(m_rows.size());
    // The highest bit flipped, negative numbers come before the others.
    for (const Row row : m_rows)
        items.push_back({std::uint64_t(bound[row]) ^ (std::uint64_t(1) << 63U), row});
    sortByKey(items);
    std::ranges::transform(items, m_rows.begin(), &Keyed::row);

    m_prefixes.assign(parts, RowSet(size));
    for (std::size_t part = 1; part < parts; ++part) {
        m_prefixes[part] = m_prefixes[part - 1];
        for (std::size_t i = startOf(part - 1); i < startOf(part); ++i)
            m_prefixes[part].insert(m_rows[i]);
    }
}

std::size_t RowOrder::before(Instant moment) const
{
    const auto boundOf = [this](Row row) { return (*m_bound)[row]; };
    return std::size_t(std::ranges::lower_bound(m_rows, moment, {}, boundOf) - m_rows.begin());
}

std::size_t RowOrder::upTo(Instant moment) const
{
    const auto boundOf = [this](Row row) { return (*m_bound)[row]; };
    return std::size_t(std::ranges::upper_bound(m_rows, moment, {}, boundOf) - m_rows.begin());
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
