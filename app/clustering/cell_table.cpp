// SPDX-License-Identifier: GPL-3.0-or-later
#include <clustering/cell_table.h>

namespace dateline::clustering {

namespace {

/// A table by cell has up to so many, four bytes each.
constexpr std::size_t mostCells = 1U << 20U;

/// A cell as a key of a hash table.
constexpr std::uint64_t cellKey(const CellTable::Cell &cell)
{
    return (std::uint64_t(cell.y) << 32U) | cell.x;
}

} // namespace

void CellTable::reset(std::uint32_t width, std::uint32_t height)
{
    m_width = width;
    m_height = height;
    m_sparse.clear();
    m_nodes.clear();
    const std::size_t cells = indexOf({width, height}) + 1;
    if (cells <= mostCells)
        m_nodes.resize(cells, noNode);
}

CellTable::Node CellTable::sparseNodeIn(const Cell &cell) const
{
    const auto found = m_sparse.find(cellKey(cell));
    return found == m_sparse.end() ? noNode : found->second;
}

void CellTable::set(const Cell &cell, Node node)
{
    if (m_nodes.empty())
        m_sparse[cellKey(cell)] = node;
    else
        m_nodes[indexOf(cell)] = node;
}

} // namespace dateline::clustering
