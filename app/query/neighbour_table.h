// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <unordered_map>
#include <vector>

namespace dateline::query {

/// A cell as a key of a hash table.
[[nodiscard]] constexpr std::uint64_t cellKey(std::uint32_t x, std::uint32_t y)
{
    return (std::uint64_t(y) << 32U) | x;
}

/// Nodes in the cells of a part of a grid, at most one in each, and which of them are close to one
/// another. Distances are measured in widths of a cell, from where a node lies in its own, so that
/// they are the same whatever the part. Private to ClusterGrid.
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

    /// Empties the table for a part of this size. Nodes closer than `radius` ≥ 0 cells are
    /// neighbours. Where the part `wraps` around the world its first column follows the last.
    void reset(std::uint32_t width, std::uint32_t height, double radius, bool wraps);

    /// How many cells to either side neighbours may lie.
    [[nodiscard]] std::uint32_t reach() const { return m_reach; }

    /// Adds a node in a cell, inX and inY of its width from its north-western corner.
    void insert(std::uint32_t x, std::uint32_t y, float inX, float inY, Node node);

    /// Calls visit(other, squared distance) for the neighbours of the node in a cell.
    template<typename Visit>
    void forEachNeighbour(std::uint32_t x, std::uint32_t y, const Visit &visit) const
    {
        const Entry *const middle = m_table.empty() ? nullptr : &m_table[indexOf(x, y)];
        const Entry self = middle ? *middle : sparseAt(x, y);
        for (const Offset &offset : m_offsets) {
            const Entry other = middle
                ? middle[offset.step]
                : sparseAt(x + std::uint32_t(offset.x), y + std::uint32_t(offset.y));
            const float wayX = float(offset.x) + other.x - self.x;
            const float wayY = float(offset.y) + other.y - self.y;
            const float squared = wayX * wayX + wayY * wayY;
            if (squared < m_squaredRadius && other.node != self.node)
                visit(other.node, squared);
        }
    }

private:
    /// Not numbers where there is no node, so that no distance is less than another.
    struct Entry
    {
        float x = std::numeric_limits<float>::quiet_NaN();
        float y = std::numeric_limits<float>::quiet_NaN();
        Node node = noNode;
    };
    /// A cell near another one, by cells and by steps in the table.
    struct Offset
    {
        std::int32_t x;
        std::int32_t y;
        std::ptrdiff_t step;
    };

    [[nodiscard]] std::size_t indexOf(std::uint32_t x, std::uint32_t y) const
    {
        return (std::size_t(y) + m_reach) * m_stride + x + m_reach;
    }
    [[nodiscard]] Entry sparseAt(std::uint32_t x, std::uint32_t y) const;

    std::uint32_t m_width = 0;
    std::uint32_t m_height = 0;
    std::uint32_t m_reach = 0;
    bool m_wraps = false;
    float m_squaredRadius = 0;
    std::size_t m_stride = 0;
    std::vector<Offset> m_offsets;
    std::vector<Entry> m_table; ///< with a border as wide as the reach, so that no edge is special
    std::unordered_map<std::uint64_t, Entry> m_sparse; ///< where a table would be too large
};

} // namespace dateline::query
