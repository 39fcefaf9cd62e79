// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace dateline::clustering {

/// Nodes in the cells of a part of a grid, at most one in each. Private to ClusterGrid and its
/// parts.
class CellTable
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

    /// Empties the table for a part of this size.
    void reset(std::uint32_t width, std::uint32_t height);
    [[nodiscard]] std::uint32_t width() const { return m_width; }

    /// The node in a cell, noNode where there is none or outside of the part.
    [[nodiscard]] Node nodeIn(const Cell &cell) const
    {
        if (m_nodes.empty())
            return sparseNodeIn(cell);
        // Nobody can guess which is outside: no branch, but a border, where no node is.
        return m_nodes[indexOf({std::min(cell.x, m_width), std::min(cell.y, m_height)})];
    }

    /// Puts a node in a cell of the part, instead of the one that is there.
    void set(const Cell &cell, Node node);

private:
    [[nodiscard]] std::size_t indexOf(const Cell &cell) const
    {
        return std::size_t(cell.y) * (std::size_t(m_width) + 1) + cell.x;
    }
    [[nodiscard]] Node sparseNodeIn(const Cell &cell) const;

    std::uint32_t m_width = 0;
    std::uint32_t m_height = 0;
    std::vector<Node> m_nodes; ///< by cell; none where those would be too many
    std::unordered_map<std::uint64_t, Node> m_sparse; ///< by cell, instead
};

} // namespace dateline::clustering
