// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <unordered_map>
#include <vector>

namespace dateline::query {

/// Nodes in the cells of a part of a grid, at most one in each, and which centre is the nearest to
/// each of them while centres are chosen. Distances
/// are measured in widths of a cell, from where a node lies in its own, so that they are the same
/// whatever the part. Private to ClusterGrid.
class NeighbourTable
{
public:
    using Node = std::uint32_t;
    static constexpr Node noNode = ~Node(0);
    struct Cell
    {
        std::uint32_t x = 0;
        std::uint32_t y = 0;
        friend bool operator==(const Cell &, const Cell &) = default;
    };
    /// Where the table keeps the node of a cell.
    using Slot = std::uint32_t;

    /// Neighbours lie at most so many cells to either side.
    static constexpr std::uint32_t mostReach = 3;

    /// Empties the table for a part of this size. Nodes closer than `radius` cells are neighbours:
    /// 0 ≤ radius ≤ mostReach, larger ones reach no farther. Where the part `wraps` around the
    /// world its first column follows the last.
    void reset(std::uint32_t width, std::uint32_t height, double radius, bool wraps);

    /// How many cells to either side neighbours may lie.
    [[nodiscard]] std::uint32_t reach() const { return m_reach; }

    /// The node in a cell, noNode where there is none or outside of the part.
    [[nodiscard]] Node nodeIn(const Cell &cell) const
    {
        if (isSparse())
            return sparseNodeIn(cell);
        // Nobody can guess which is outside: no branch, but the border, where no node is.
        return m_nodes[indexOf(std::min(cell.x, m_width), std::min(cell.y, m_height))];
    }

    /// Puts a node in a cell that has none; it has no place yet. Before centres are chosen.
    Slot insert(const Cell &cell, Node node);

    /// The place of a node, from its cell's north-western corner, in widths of a cell.
    void setPlace(Slot slot, float x, float y);

    // No place changes while centres are chosen.

    /// Forgets all centres.
    void beginChoosing();
    /// Makes the node of a slot a centre: its own, and that of neighbours without a nearer one, or
    /// with one that is as near and came later.
    void addCentre(Slot slot) { add(m_centres, slot); }
    /// Makes the node of a slot its own centre, of which its neighbours know only that it may be
    /// theirs.
    void addDoubtful(Slot slot);
    /// The nearest centre to the node of a slot, itself if it is one; noNode where none is close.
    [[nodiscard]] Node centreOf(Slot slot) const { return m_centres.nearest[slot]; }
    /// Whether the node of a slot, or a neighbour, is doubtful.
    [[nodiscard]] bool isDoubtful(Slot slot) const
    {
        return m_hasDoubts && m_doubtful.nearest[slot] != noNode;
    }

private:
    /// Not a number, so that no distance is less than another.
    static constexpr float nowhere = std::numeric_limits<float>::quiet_NaN();

    /// By slot the nearest of some nodes and the squared distance to it.
    struct Nearest
    {
        std::vector<float> squared;
        std::vector<Node> nearest;
    };

    [[nodiscard]] bool isSparse() const { return m_stride == 0; }
    [[nodiscard]] std::size_t indexOf(std::uint32_t x, std::uint32_t y) const
    {
        return (std::size_t(y) + m_reach) * m_stride + x + m_reach;
    }
    [[nodiscard]] Node sparseNodeIn(const Cell &cell) const;
    void resize(std::size_t slots);
    void forget(Nearest &nearest) const;
    void add(Nearest &nearest, Slot slot);
    void addAcrossSeam(Nearest &nearest, Slot slot) const;
    void addSparse(Nearest &nearest, Slot slot) const;

    std::uint32_t m_width = 0;
    std::uint32_t m_height = 0;
    std::uint32_t m_reach = 0;
    bool m_wraps = false;
    float m_squaredRadius = 0;
    /// Slots are cells, with a border as wide as the reach so that no edge is special, in rows of
    /// so many; 0 where those would be too many, and slots are in the order of insertion.
    std::size_t m_stride = 0;
    // By slot:
    std::vector<float> m_x;
    std::vector<float> m_y;
    std::vector<Node> m_nodes;
    std::vector<Cell> m_cells; ///< where the table is sparse
    Nearest m_centres;
    Nearest m_doubtful;
    bool m_hasDoubts = false;
    std::unordered_map<std::uint64_t, Slot> m_sparse;
};

} // namespace dateline::query
