// SPDX-License-Identifier: GPL-3.0-or-later
#include <query/neighbour_table.h>

#include <query/bit_kernels.h>

#include <algorithm>
#include <cmath>

namespace dateline::query {

namespace {

/// A table has up to so many cells, 28 bytes each.
constexpr std::size_t mostCells = 1U << 20U;

/// The kernel reads eight cells of each row.
constexpr std::size_t spareSlots = 8;

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
        std::clamp(std::ceil(radius), 1.0,
                   std::min(wraps ? width / 2.0 : double(mostReach), double(mostReach))));
    m_stride = std::size_t(width) + 2 * std::size_t(m_reach);
    std::size_t slots = m_stride * (std::size_t(height) + 2 * std::size_t(m_reach)) + spareSlots;
    if (slots > mostCells) {
        m_stride = 0;
        slots = 0;
    }
    m_sparse.clear();
    m_cells.clear();
    m_x.clear();
    m_y.clear();
    m_nodes.clear();
    resize(slots);
}

void NeighbourTable::resize(std::size_t slots)
{
    m_x.resize(slots, nowhere);
    m_y.resize(slots, nowhere);
    m_nodes.resize(slots, noNode);
}

NeighbourTable::Node NeighbourTable::sparseNodeIn(const Cell &cell) const
{
    const auto found = m_sparse.find(cellKey(cell.x, cell.y));
    return found == m_sparse.end() ? noNode : m_nodes[found->second];
}

NeighbourTable::Slot NeighbourTable::insert(const Cell &cell, Node node)
{
    auto slot = Slot(indexOf(cell.x, cell.y));
    if (isSparse()) {
        slot = Slot(m_nodes.size());
        resize(slot + 1);
        m_cells.push_back(cell);
        m_sparse.emplace(cellKey(cell.x, cell.y), slot);
    }
    m_nodes[slot] = node;
    return slot;
}

void NeighbourTable::setPlace(Slot slot, float x, float y)
{
    const auto set = [this, x, y](std::size_t at) {
        m_x[at] = x;
        m_y[at] = y;
    };
    set(slot);
    if (!m_wraps || isSparse())
        return;
    // The border shows what lies beyond the seam of the world.
    const std::size_t column = slot % m_stride;
    if (column < 2 * std::size_t(m_reach))
        set(slot + m_width);
    if (column >= m_width)
        set(slot - m_width);
}

void NeighbourTable::forget(Nearest &nearest) const
{
    nearest.squared.assign(m_nodes.size(), m_squaredRadius);
    nearest.nearest.assign(m_nodes.size(), noNode);
}

void NeighbourTable::beginChoosing()
{
    forget(m_centres);
    m_hasDoubts = false;
}

void NeighbourTable::addDoubtful(Slot slot)
{
    if (!m_hasDoubts)
        forget(m_doubtful);
    m_hasDoubts = true;
    add(m_doubtful, slot);
    m_centres.nearest[slot] = m_nodes[slot];
    m_centres.squared[slot] = 0;
}

void NeighbourTable::add(Nearest &nearest, Slot slot)
{
    if (isSparse()) {
        addSparse(nearest, slot);
    } else {
        const std::size_t corner = slot - m_reach * m_stride - m_reach;
        bitKernels().offer(&m_x[corner], &m_y[corner], m_stride, m_reach, m_x[slot], m_y[slot],
                           m_nodes[slot], &nearest.squared[corner], &nearest.nearest[corner]);
        if (m_wraps)
            addAcrossSeam(nearest, slot);
    }
    nearest.nearest[slot] = m_nodes[slot];
    nearest.squared[slot] = 0;
}

/// What the border has learnt about cells on the other side of the world, told to those.
void NeighbourTable::addAcrossSeam(Nearest &nearest, Slot slot) const
{
    const std::size_t column = slot % m_stride;
    const auto tell = [this, &nearest, first = slot - column](std::size_t from, std::size_t to) {
        for (std::size_t row = 0; row <= 2 * std::size_t(m_reach); ++row) {
            const std::size_t begin = first + row * m_stride - m_reach * m_stride;
            for (std::size_t i = 0; i < m_reach; ++i) {
                const std::size_t copy = begin + from + i;
                const std::size_t cell = begin + to + i;
                if (nearest.squared[copy] < nearest.squared[cell]) {
                    nearest.squared[cell] = nearest.squared[copy];
                    nearest.nearest[cell] = nearest.nearest[copy];
                }
            }
        }
    };
    if (column < 2 * std::size_t(m_reach))
        tell(0, m_width);
    if (column >= m_width)
        tell(m_width + m_reach, m_reach);
}

void NeighbourTable::addSparse(Nearest &nearest, Slot slot) const
{
    const Cell &cell = m_cells[slot];
    const auto reach = std::int32_t(m_reach);
    for (std::int32_t y = -reach; y <= reach; ++y) {
        for (std::int32_t x = -reach; x <= reach; ++x) {
            std::uint32_t column = cell.x + std::uint32_t(x);
            if (m_wraps)
                column = (column + m_width) % m_width;
            const auto found = m_sparse.find(cellKey(column, cell.y + std::uint32_t(y)));
            if (found == m_sparse.end())
                continue;
            const Slot other = found->second;
            const float wayX = float(x) + m_x[other] - m_x[slot];
            const float wayY = float(y) + m_y[other] - m_y[slot];
            const float squared = wayX * wayX + wayY * wayY;
            if (squared < nearest.squared[other]) {
                nearest.squared[other] = squared;
                nearest.nearest[other] = m_nodes[slot];
            }
        }
    }
}

} // namespace dateline::query
