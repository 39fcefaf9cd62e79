// SPDX-License-Identifier: GPL-3.0-or-later
#include <query/row_set.h>

#include <algorithm>

namespace dateline::query {

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

void RowSet::clear()
{
    std::ranges::fill(m_words, std::uint64_t(0));
}

std::size_t RowSet::count() const
{
    std::size_t sum = 0;
    for (const std::uint64_t word : m_words)
        sum += std::size_t(std::popcount(word));
    return sum;
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
    auto sum = std::size_t(std::popcount(m_words[first] & fromBegin));
    for (std::size_t word = first + 1; word < last; ++word)
        sum += std::size_t(std::popcount(m_words[word]));
    return sum + std::size_t(std::popcount(m_words[last] & toEnd));
}

RowSet &RowSet::operator&=(const RowSet &other)
{
    for (std::size_t word = 0; word < m_words.size(); ++word)
        m_words[word] &= other.m_words[word];
    return *this;
}

} // namespace dateline::query
