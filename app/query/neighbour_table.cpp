// SPDX-License-Identifier: GPL-3.0-or-later
#include <query/neighbour_table.h>

#include <algorithm>
#include <cmath>

namespace dateline::query {

namespace {

/// A table has up to so many cells, 12 bytes each.
constexpr std::size_t mostCells = 1U << 20U;

/// A cell as a key of a hash table.
constexpr std::uint64_t cellKey(std::uint32_t x, std::uint32_t y)
{
    return (std::uint64_t(y) << 32U) | x;
}

} // namespace

void NeighbourTable::reset(std::uint32_t width, std::uint32_t height, double radius, bool wraps)
{
    m_width = width;
    m_height = height;
    m_wraps = wraps;
    m_squaredRadius = float(radius * radius);
    // Not twice round the world, or a node would be its own neighbour's other self.
    m_reach = std::uint32_t(
        std::min({std::ceil(radius), wraps ? width / 2.0 : double(width), double(mostReach)}));
    m_stride = std::size_t(width) + 2 * std::size_t(m_reach);
    const std::size_t cells = m_stride * (std::size_t(height) + 2 * std::size_t(m_reach));
    const std::size_t kept = cells <= mostCells ? cells : 0;
    // The kernel reads eight cells of each row.
    m_x.assign(kept + 8, nowhere);
    m_y.assign(kept + 8, nowhere);
    m_nodes.assign(kept, noNode);
    m_sparse.clear();
}

void NeighbourTable::insert(const Cell &cell, Node node)
{
    if (m_nodes.empty())
        m_sparse[cellKey(cell.x, cell.y)].node = node;
    else
        forEachCopy(cell, [this, node](std::size_t index) { m_nodes[index] = node; });
}

void NeighbourTable::setPlace(const Cell &cell, float x, float y)
{
    if (m_nodes.empty()) {
        Entry &entry = m_sparse[cellKey(cell.x, cell.y)];
        entry.x = x;
        entry.y = y;
        return;
    }
    forEachCopy(cell, [this, x, y](std::size_t index) {
        m_x[index] = x;
        m_y[index] = y;
    });
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
