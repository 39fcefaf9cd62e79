// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <query/bit_kernels.h>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <unordered_map>
#include <vector>

namespace dateline::query {

/// Nodes in the cells of a part of a grid, at most one in each, and which of them are close to one
/// another. A node has a place only while it takes part. Distances are measured in widths of a
/// cell, from where a node lies in its own, so that they are the same whatever the part. Private to
/// ClusterGrid.
class NeighbourTable
{
public:
    using Node = std::uint32_t;
    static constexpr Node noNode = ~Node(0);
    struct Cell
    {
        std::uint32_t x = 0;
        std::uint32_t y = 0;
    };

    /// Neighbours lie at most so many cells to either side.
    static constexpr std::uint32_t mostReach = 3;

    /// Empties the table for a part of this size. Nodes closer than `radius` cells are neighbours:
    /// 0 ≤ radius ≤ mostReach, larger ones reach no farther. Where the part `wraps` around the
    /// world its first column follows the last.
    void reset(std::uint32_t width, std::uint32_t height, double radius, bool wraps);

    /// How many cells to either side neighbours may lie.
    [[nodiscard]] std::uint32_t reach() const { return m_reach; }

    /// The node in a cell of the part, noNode where there is none.
    [[nodiscard]] Node nodeIn(const Cell &cell) const
    {
        return m_nodes.empty() ? sparseAt(cell.x, cell.y).node : m_nodes[indexOf(cell.x, cell.y)];
    }

    /// Puts a node in a cell that has none; it has no place yet.
    void insert(const Cell &cell, Node node);

    /// The place of the node in a cell, from the cell's north-western corner, in widths of a cell.
    void setPlace(const Cell &cell, float x, float y);
    void clearPlace(const Cell &cell) { setPlace(cell, nowhere, nowhere); }

    /// Calls visit(other, squared distance) for the neighbours of the node in a cell.
    template<typename Visit>
    void forEachNeighbour(const Cell &cell, const Visit &visit) const
    {
        if (m_nodes.empty()) {
            forEachSparse(cell, visit);
            return;
        }
        const std::size_t middle = indexOf(cell.x, cell.y);
        const std::size_t corner = middle - m_reach * m_stride - m_reach;
        std::array<float, BitKernels::cellsNear> squared; // NOLINT: filled by the kernel
        std::uint64_t near
            = bitKernels().cellsWithin(&m_x[corner], &m_y[corner], m_stride, m_reach, m_x[middle],
                                       m_y[middle], m_squaredRadius, squared.data());
        near &= ~(std::uint64_t(1) << (m_reach * 8 + m_reach)); // itself
        for (; near != 0; near &= near - 1) {
            const auto bit = std::size_t(std::countr_zero(near));
            visit(m_nodes[corner + bit / 8 * m_stride + bit % 8], squared[bit]);
        }
    }

private:
    /// Not a number, so that no distance is less than another.
    static constexpr float nowhere = std::numeric_limits<float>::quiet_NaN();
    struct Entry
    {
        float x = nowhere;
        float y = nowhere;
        Node node = noNode;
    };

    [[nodiscard]] std::size_t indexOf(std::uint32_t x, std::uint32_t y) const
    {
        return (std::size_t(y) + m_reach) * m_stride + x + m_reach;
    }
    [[nodiscard]] Entry sparseAt(std::uint32_t x, std::uint32_t y) const;

    /// Calls use(index) for a cell and where the border shows it again, beyond the seam of a world.
    template<typename Use>
    void forEachCopy(const Cell &cell, const Use &use)
    {
        const std::size_t index = indexOf(cell.x, cell.y);
        use(index);
        if (m_wraps && cell.x < m_reach)
            use(index + m_width);
        if (m_wraps && cell.x + m_reach >= m_width)
            use(index - m_width);
    }

    template<typename Visit>
    void forEachSparse(const Cell &cell, const Visit &visit) const
    {
        const Entry self = sparseAt(cell.x, cell.y);
        const auto reach = std::int32_t(m_reach);
        for (std::int32_t y = -reach; y <= reach; ++y) {
            for (std::int32_t x = -reach; x <= reach; ++x) {
                const Entry other = sparseAt(cell.x + std::uint32_t(x), cell.y + std::uint32_t(y));
                const float wayX = float(x) + other.x - self.x;
                const float wayY = float(y) + other.y - self.y;
                const float squared = wayX * wayX + wayY * wayY;
                if (squared < m_squaredRadius && (x != 0 || y != 0))
                    visit(other.node, squared);
            }
        }
    }

    std::uint32_t m_width = 0;
    std::uint32_t m_height = 0;
    std::uint32_t m_reach = 0;
    bool m_wraps = false;
    float m_squaredRadius = 0;
    // By cell, with a border as wide as the reach, so that no edge is special.
    std::size_t m_stride = 0;
    std::vector<float> m_x;
    std::vector<float> m_y;
    std::vector<Node> m_nodes;
    std::unordered_map<std::uint64_t, Entry> m_sparse; ///< where those would be too large
};

} // namespace dateline::query
