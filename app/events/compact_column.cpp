// SPDX-License-Identifier: GPL-3.0-or-later
#include <events/compact_column.h>

#include <algorithm>
#include <limits>
#include <stdexcept>

namespace dateline::events {

namespace {

constexpr std::uint32_t absent = std::numeric_limits<std::uint32_t>::max();

constexpr std::uint32_t maskOf(unsigned width)
{
    return width == 0 ? 0 : absent >> (sizeof(absent) - width) * 8;
}

/// Fewer numbers that lie elsewhere say little about those to come.
constexpr std::size_t fewRareNumbers = 64;

} // namespace

CompactColumn::CompactColumn(unsigned width)
    : m_width(width)
    , m_mask(maskOf(width))
    , m_elsewhere(width > 0 ? m_mask : 1)
    , m_least(absent)
{}

CompactColumn::CompactColumn(std::span<const std::uint32_t> numbers)
{
    reserve(numbers.size());
    for (const std::uint32_t number : numbers)
        append(number);
}

void CompactColumn::reserve(std::size_t rows)
{
    m_reserved = rows;
    m_bytes.reserve(rows * m_width + mostWidth);
}

void CompactColumn::append(std::uint32_t number)
{
    if (m_width == 0 && m_size == 0)
        m_least = number;
    if (m_width == 0 && number != m_least)
        widen();
    if (m_width > 0)
        store(number);
    ++m_size;
    if (hasTooManyElsewhere())
        widen();
}

void CompactColumn::store(std::uint32_t number)
{
    const std::uint32_t stored = std::min(number - m_least, m_elsewhere);
    if (stored == m_elsewhere)
        m_rare.emplace_back(Row(m_size), number);
    m_bytes.resize(m_bytes.size() + m_width);
    qToLittleEndian(stored, m_bytes.data() + m_size * m_width);
}

bool CompactColumn::hasTooManyElsewhere() const
{
    return m_width < mostWidth && m_rare.size() > fewRareNumbers
        && m_rare.size() * sizeof(Rare) > std::max(m_size, m_reserved);
}

void CompactColumn::widen()
{
    CompactColumn wider(m_width + 1);
    wider.reserve(std::max(m_size, m_reserved));
    for (std::size_t row = 0; row < m_size; ++row)
        wider.append((*this)[row]);
    *this = std::move(wider);
}

std::uint32_t CompactColumn::at(std::size_t row) const
{
    if (row >= m_size)
        throw std::out_of_range("CompactColumn::at");
    return (*this)[row];
}

CompactColumn CompactColumn::reordered(const std::vector<Row> &order) const
{
    CompactColumn result(m_width);
    result.reserve(order.size());
    forEachFetched(
        order.size(), [&](std::size_t i) { fetchAt(order[i]); },
        [&](std::size_t i) { result.append((*this)[order[i]]); });
    return result;
}

std::uint32_t CompactColumn::rare(Row row) const
{
    return std::ranges::lower_bound(m_rare, row, {}, &Rare::first)->second;
}

} // namespace dateline::events
