// SPDX-License-Identifier: GPL-3.0-or-later
#include <clustering/neighbour_lists.h>

#include <algorithm>
#include <utility>

namespace dateline::clustering {

namespace {

/// From a cell to another one.
struct Way
{
    std::int32_t east;
    std::int32_t south;
};

/// The ways to all cells around one, the nearest first.
std::vector<Way> waysAround(std::int32_t reach)
{
    std::vector<Way> ways;
    for (std::int32_t south = -reach; south <= reach; ++south) {
        for (std::int32_t east = -reach; east <= reach; ++east) {
            if (east != 0 || south != 0)
                ways.push_back({east, south});
        }
    }
    std::ranges::sort(ways, {},
                      [](const Way &way) { return way.east * way.east + way.south * way.south; });
    return ways;
}

} // namespace

NeighbourLists::NeighbourLists(const Nodes &nodes, double radius, std::uint32_t reach)
{
    const std::vector<Way> ways = waysAround(std::int32_t(reach));
    // x goes round where the part does; elsewhere what lies to the west of it wraps to no cell.
    const std::uint32_t columns = nodes.wraps ? nodes.table.width() - 1 : ~std::uint32_t(0);
    std::vector<std::pair<double, Node>> near;
    m_begin.push_back(0); // of the first, which has none
    for (Node node = 1; node < nodes.places.size(); ++node) {
        near.clear();
        for (const auto &[east, south] : ways) {
            const Cell &cell = nodes.cells[node];
            const Node other = nodes.table.nodeIn(
                {(cell.x + std::uint32_t(east)) & columns, cell.y + std::uint32_t(south)});
            if (other == CellTable::noNode || other == node)
                continue;
            const double squared = squaredDistance(nodes.places[node], nodes.places[other]);
            if (squared >= radius * radius)
                continue;
            // Cells come by their distance, so that their nodes are nearly in order.
            near.emplace_back(squared, other);
            for (std::size_t at = near.size() - 1; at > 0 && near[at] < near[at - 1]; --at)
                std::swap(near[at], near[at - 1]);
        }
        for (const auto &[squared, other] : near)
            m_nodes.push_back(other);
        m_begin.push_back(std::uint32_t(m_nodes.size()));
    }
}

} // namespace dateline::clustering
