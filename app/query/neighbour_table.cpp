// SPDX-License-Identifier: GPL-3.0-or-later
#include <query/neighbour_table.h>

#include <algorithm>
#include <cmath>

namespace dateline::query {

namespace {

/// A table has up to so many cells, 12 bytes each.
constexpr std::size_t mostCells = 1U << 20U;

} // namespace

void NeighbourTable::reset(std::uint32_t width, std::uint32_t height, double radius, bool wraps)
{
    m_width = width;
    m_height = height;
    m_wraps = wraps;
    m_squaredRadius = float(radius * radius);
    // Not twice round the world, or a node would be its own neighbour's other self.
    m_reach = std::uint32_t(std::min(std::ceil(radius), wraps ? width / 2.0 : double(width)));
    m_stride = std::size_t(width) + 2 * std::size_t(m_reach);
    m_offsets.clear();
    const auto reach = std::int32_t(m_reach);
    for (std::int32_t y = -reach; y <= reach; ++y) {
        for (std::int32_t x = -reach; x <= reach; ++x) {
            const double leastX = std::max(std::abs(x) - 1, 0);
            const double leastY = std::max(std::abs(y) - 1, 0);
            if (leastX * leastX + leastY * leastY < radius * radius)
                m_offsets.push_back({x, y, std::ptrdiff_t(y) * std::ptrdiff_t(m_stride) + x});
        }
    }
    m_sparse.clear();
    m_table.clear();
    const std::size_t cells = m_stride * (std::size_t(height) + 2 * std::size_t(m_reach));
    if (cells <= mostCells)
        m_table.resize(cells);
}

void NeighbourTable::insert(std::uint32_t x, std::uint32_t y, float inX, float inY, Node node)
{
    const Entry entry{inX, inY, node};
    if (m_table.empty()) {
        m_sparse[cellKey(x, y)] = entry;
        return;
    }
    Entry *const place = &m_table[indexOf(x, y)];
    *place = entry;
    // The border shows the other side of the world.
    if (m_wraps && x < m_reach)
        place[m_width] = entry;
    if (m_wraps && x + m_reach >= m_width)
        place[-std::ptrdiff_t(m_width)] = entry;
}

NeighbourTable::Entry NeighbourTable::sparseAt(std::uint32_t x, std::uint32_t y) const
{
    if (m_wraps)
        x = (x + m_width) % m_width;
    if (x >= m_width || y >= m_height)
        return {};
    const auto found = m_sparse.find(cellKey(x, y));
    return found == m_sparse.end() ? Entry() : found->second;
}

} // namespace dateline::query
