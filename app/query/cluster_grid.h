// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/dataset.h>
#include <events/web_mercator.h>
#include <query/cell_runs.h>
#include <query/neighbour_table.h>
#include <query/point_sums.h>
#include <query/row_set.h>
#include <query/spatial_blocks.h>

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

namespace dateline::query {

/// Which cells of a grid over the world merge into one symbol, within a part of the world, for one
/// zoom level. Private to Clusters.
///
/// Every cell with events is a node at the mean position of those that pass, which keeps the grid
/// from showing. Nodes are ranked by their number of events, in steps of a 64th of a power of two
/// (few events change no rank), then by place. In that order a node becomes a centre unless a
/// centre lies within the radius; the others belong to the nearest centre.
///
/// What lies beyond the part that is asked for cannot be seen, so near its edge some of that is not
/// settled: a node whose neighbourhood leaves the part, or to which such a node may matter. Then a
/// larger part has to be asked. What is settled is the same in every part. Only this and Clusters
/// know of the antimeridian.
class ClusterGrid
{
public:
    using Node = NeighbourTable::Node;
    static constexpr Node noNode = NeighbourTable::noNode;

    /// `level` ≥ 0 is an integral zoom; `radius` is in pixels of a world of 256 · 2^level. The
    /// dataset, its blocks and its sums outlive the grid.
    ClusterGrid(const events::Dataset &dataset, const SpatialBlocks &blocks, const PointSums &sums,
                int level, double radius);

    /// How far apart merging nodes may lie, Mercator units.
    [[nodiscard]] double radius() const { return m_radius; }

    /// Merges the passing events of a box (x unwrapped) with a margin of so many cells around it.
    /// Visits the events that came or went since the last call where the part was known then.
    void merge(const RowSet &passing, const MercatorBox &box, std::uint32_t marginCells);
    static constexpr std::uint32_t leastMargin = 4;

    /// Nodes with passing events in the part of the last merge(), in the order of their names.
    [[nodiscard]] const std::vector<Node> &nodes() const { return m_present; }
    /// Those of its passing events.
    [[nodiscard]] const PointSums::Word *sums(Node node) const
    {
        return m_sumsOf.data() + node * m_sums.wordCount();
    }
    [[nodiscard]] const events::MercatorPoint &position(Node node) const { return m_places[node]; }
    /// The centre that a node at its position() belongs to, itself if it is one.
    [[nodiscard]] Node centreOf(Node node) const { return m_neighbours.centreOf(m_slots[node]); }
    [[nodiscard]] bool isSettled(Node node) const
    {
        return m_isAtEdge[node] == 0 && !m_neighbours.isDoubtful(m_slots[node]);
    }
    /// The first event of its cell, passing or not.
    [[nodiscard]] events::Row name(Node node) const { return m_names[node]; }

    /// The node of an event at a point whose cell is in the part, else noNode.
    [[nodiscard]] Node nodeOf(events::Row row) const;
    [[nodiscard]] std::size_t nodeBound() const { return m_cells.size(); }

    /// Calls visit(row, node) for each passing event of the part, ascending.
    template<typename Visit>
    void forEachRow(const RowSet &passing, Visit &&visit) const
    {
        for (const CellRuns::Run &run : m_runs.runs()) {
            if (run.owner != outside)
                passing.forEach(run.first, run.end,
                                [&](events::Row row) { visit(row, run.owner); });
        }
    }

private:
    using Cell = NeighbourTable::Cell;
    /// Cells of the world from a corner on; x wraps.
    struct Part
    {
        Cell corner;
        std::uint32_t width = 0;
        std::uint32_t height = 0;
        friend bool operator==(const Part &, const Part &) = default;
    };
    [[nodiscard]] Part partAround(const MercatorBox &box, std::uint32_t marginCells) const;
    [[nodiscard]] bool holds(const Part &part) const;
    void findNodes();
    [[nodiscard]] std::vector<RowSet::WordRange> wordsOfPart() const;
    [[nodiscard]] Node nodeAt(const Cell &cell, events::Row row);
    [[nodiscard]] Cell cellOf(events::Row row) const;
    [[nodiscard]] std::size_t endOfCell(std::size_t row, std::size_t end) const;
    void update(const RowSet &passing);
    void startFromNone();
    void addChanges(const RowSet &passing, std::size_t most);
    void recount(const RowSet &passing);
    void place();
    void findPart(const Part &part);
    void rank();
    void choose();

    const events::EventColumns &m_columns;
    const SpatialBlocks &m_blocks;
    const PointSums &m_sums;
    double m_radius;
    std::uint32_t m_across; ///< cells in the width of the world, a power of two
    bool m_cellsAreRuns; ///< of rows

    MercatorBox m_box; ///< that was asked last
    Part m_held; ///< larger than what was asked where the camera moves
    CellRuns m_runs; ///< of rows that may be of that part; a run is of one node
    static constexpr Node outside = 0; ///< has what is not of the part, and no place
    // Of each node, by name:
    std::vector<events::Row> m_names;
    std::vector<Cell> m_cells; ///< from the corner of the part that is held
    std::vector<PointSums::Word>
        m_sumsOf; ///< of its passing events; those of what lies outside mean nothing
    std::vector<std::uint8_t> m_isMoved; ///< its sums changed since it was placed
    std::vector<Node> m_moved; ///< begins with those
    std::size_t m_movedCount = 0;
    std::vector<std::uint16_t> m_ranks; ///< noRank while none of its events passes
    std::vector<events::MercatorPoint> m_places;
    std::vector<NeighbourTable::Slot> m_slots;
    std::vector<std::uint8_t> m_isAtEdge; ///< neighbours may lie outside of the part that was asked
    RowSet m_counted;
    NeighbourTable m_neighbours; ///< in the part that is held
    Part m_asked;
    std::vector<Node> m_inPart; ///< nodes in it
    std::vector<Node> m_present; ///< of those, the ones with passing events
    std::vector<Node> m_ranked; ///< the same by rank
};

} // namespace dateline::query
