// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/dataset.h>
#include <query/clusters.h>
#include <query/row_set.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace dateline::query {

/// Which cells of a fixed grid over the world merge into one symbol, for one set of events at one
/// zoom level. Private to Clusters.
///
/// Every cell that holds passing events is a node at their mean position, which keeps the grid
/// from showing. Nodes are ranked by their number of events, then by their first row. A node is a
/// centre when no centre of higher rank lies within the radius; every other node belongs to the
/// nearest centre. That is the greedy choice in the order of rank, but asked backwards: whether a
/// node is a centre depends on the higher ranks around it only, so it is found by looking at
/// those, whatever the rest of the world holds. Nothing depends on what is in view.
class MergedCells
{
public:
    using Node = std::uint32_t; ///< index of a cell that holds passing events

    /// `level` ≥ 0 is an integral zoom; `radius` is in pixels of a world of 256 · 2^level.
    MergedCells(const events::Dataset &dataset, const RowSet &passing, int level, double radius);

    /// How far apart merging nodes may lie, Mercator units.
    [[nodiscard]] double radius() const { return m_radius; }

    /// The centres that lie in a box in the unit square, edges included.
    [[nodiscard]] std::vector<Node> centresIn(const MercatorBox &box);

    /// The nodes that belong to a centre, with it.
    [[nodiscard]] std::vector<Node> membersOf(Node centre);

    /// The centre that the node of this event (at a point, passing) belongs to.
    [[nodiscard]] Node centreOf(events::Row row);

    [[nodiscard]] events::MercatorPoint position(Node node) const { return m_cells[node].position; }
    [[nodiscard]] std::uint32_t count(Node node) const { return m_cells[node].count; }

    /// Appends the passing events of a node, ascending.
    void appendRows(Node node, std::vector<events::Row> &rows) const;

private:
    enum class Verdict : std::uint8_t { Unknown, Centre, Member };

    struct Address
    {
        std::uint32_t x = 0;
        std::uint32_t y = 0;

        friend bool operator==(const Address &, const Address &) = default;
    };

    struct Cell
    {
        Address address;
        events::Row firstRow = 0;
        std::uint32_t count = 0;
        events::MercatorPoint position; ///< the mean; the sum while its tile is being read
        Verdict verdict = Verdict::Unknown;
        std::optional<Node> centre; ///< once asked for
    };

    /// Cells are read in squares of 2^tileLevels a side, each with the nodes of its cells.
    static constexpr unsigned tileLevels = 4;
    static constexpr std::uint32_t tileSide = 1U << tileLevels;
    static constexpr Node noNode = ~Node(0);
    struct Tile
    {
        std::array<Node, std::size_t(tileSide) * tileSide> nodes;

        [[nodiscard]] Node &at(Address cell)
        {
            return nodes[cell.y % tileSide * tileSide + cell.x % tileSide];
        }
    };

    struct RowRange
    {
        events::Row begin = 0;
        events::Row end = 0;
    };

    [[nodiscard]] Address addressOf(events::Row row) const;
    [[nodiscard]] RowRange rowsUnder(int level, Address address, RowRange within) const;
    void loadBox(int level, Address address, RowRange rows, const MercatorBox &box);
    [[nodiscard]] int tileLevel() const { return std::max(m_level - int(tileLevels), 0); }
    Tile *tileOf(Address cell);
    [[nodiscard]] std::unique_ptr<Tile> readTile(Address cell);
    [[nodiscard]] std::vector<Node> neighboursOf(Node node);
    [[nodiscard]] bool outranks(Node a, Node b) const;
    [[nodiscard]] double squaredDistance(Node a, Node b) const;
    [[nodiscard]] bool isCentre(Node node);
    [[nodiscard]] Node centreOfNode(Node node);
    [[nodiscard]] Node nearestCentre(Node node);

    const events::EventColumns &m_columns;
    const RowSet &m_passing;
    double m_radius;
    int m_level; ///< of the grid: 2^level cells across the world
    std::vector<Cell> m_cells;
    std::unordered_map<std::uint64_t, std::unique_ptr<Tile>>
        m_tiles; ///< null: nothing passes there
};

} // namespace dateline::query
