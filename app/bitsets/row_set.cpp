// SPDX-License-Identifier: GPL-3.0-or-later
#include <bitsets/row_set.h>

#include <bitsets/bit_kernels.h>

#include <algorithm>

namespace dateline::bitsets {

RowSet::RowSet(std::size_t size, bool full)
    : m_size(size)
    , m_words((size + 63) / 64, 0)
{
    if (full)
        fill();
}

void RowSet::fill()
{
    std::ranges::fill(m_words, ~std::uint64_t(0));
    if (m_size % 64 != 0)
        m_words.back() = (std::uint64_t(1) << (m_size % 64)) - 1;
}

std::size_t RowSet::count() const
{
    return bitKernels().count(m_words.data(), m_words.size());
}

std::size_t RowSet::count(events::Row begin, events::Row end) const
{
    if (begin >= end)
        return 0;
    const std::size_t first = begin / 64;
    const std::size_t last = (end - 1) / 64;
    const std::uint64_t fromBegin = ~std::uint64_t(0) << (begin % 64);
    const std::uint64_t toEnd = ~std::uint64_t(0) >> (63 - (end - 1) % 64);
    if (first == last)
        return std::size_t(std::popcount(m_words[first] & fromBegin & toEnd));
    return std::size_t(std::popcount(m_words[first] & fromBegin))
        + bitKernels().count(m_words.data() + first + 1, last - first - 1)
        + std::size_t(std::popcount(m_words[last] & toEnd));
}

std::size_t RowSet::countDifference(const RowSet &other) const
{
    return bitKernels().countDifference(m_words.data(), other.m_words.data(), m_words.size());
}

RowSet &RowSet::operator&=(const RowSet &other)
{
    bitKernels().intersect(m_words.data(), other.m_words.data(), m_words.size());
    return *this;
}

RowSet &RowSet::operator|=(const RowSet &other)
{
    bitKernels().unite(m_words.data(), other.m_words.data(), m_words.size());
    return *this;
}

void RowSet::setDifference(const RowSet &a, const RowSet &b)
{
    m_size = a.m_size;
    m_words.resize(a.m_words.size());
    bitKernels().subtract(m_words.data(), a.m_words.data(), b.m_words.data(), m_words.size());
}

RowSet RowSet::positionsIn(std::span<const events::Row> rows) const
{
    RowSet positions(rows.size());
    const std::size_t whole = rows.size() / 64;
    bitKernels().gather(m_words.data(), rows.data(), positions.m_words.data(), whole);
    for (std::size_t at = whole * 64; at < rows.size(); ++at)
        positions.set(events::Row(at), contains(rows[at]));
    return positions;
}

} // namespace dateline::bitsets
