// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <clustering/cell_table.h>
#include <events/fetch.h>
#include <events/web_mercator.h>

#include <cstdint>
#include <span>
#include <vector>

namespace dateline::clustering {

/// Which of some nodes are closer to one another than a distance, the nearest first. Private to
/// ClusterGrid and CentreChoice.
class NeighbourLists
{
public:
    using Node = CellTable::Node;
    using Cell = CellTable::Cell;

    /// Nodes lie at most so many cells apart on either axis.
    static constexpr std::uint32_t mostReach = 3;

    /// A part of a grid with its nodes: where they lie and in which cell of the table, by number.
    /// The first one has no place and no neighbours.
    struct Nodes
    {
        const CellTable &table;
        std::span<const Cell> cells;
        std::span<const events::MercatorPoint> places;
        bool wraps = false; ///< around the world, which is a power of two cells wide
    };

    NeighbourLists() = default;
    /// Nodes closer than `radius`, Mercator units, and at most `reach` ≤ mostReach cells apart.
    NeighbourLists(const Nodes &nodes, double radius, std::uint32_t reach);

    /// How many nodes there are.
    [[nodiscard]] std::size_t size() const { return m_begin.size() - 1; }
    /// The neighbours of a node; of those as near the one with the smaller number comes first. One
    /// for each cell around, at most 48, so some come again where the world is a few cells wide.
    [[nodiscard]] std::span<const Node> of(Node node) const
    {
        return {m_nodes.data() + m_begin[node], m_nodes.data() + m_begin[node + 1]};
    }
    /// Asks for the memory of what of() will return.
    void fetchAt(Node node) const { events::fetch(m_nodes.data() + m_begin[node]); }

private:
    std::vector<std::uint32_t> m_begin{0}; ///< of each list, and the end
    std::vector<Node> m_nodes;
};

} // namespace dateline::clustering
