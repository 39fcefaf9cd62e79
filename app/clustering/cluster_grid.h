// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bitsets/row_changes.h>
#include <bitsets/row_set.h>
#include <bitsets/spatial_blocks.h>
#include <clustering/cell_part.h>
#include <clustering/centre_choice.h>
#include <clustering/point_sums.h>
#include <events/dataset.h>
#include <events/web_mercator.h>

#include <cstdint>
#include <vector>

namespace dateline::clustering {

/// Which cells of a grid over the world merge into one symbol, within a part of the world, for one
/// zoom level. Private to Clusters.
///
/// Every cell with events is a node at the mean position of all of them, passing or not, which
/// keeps the grid from showing and no filter moves. Nodes are ranked by their number of events,
/// then by chance. In that order a node with passing events becomes a centre unless a centre lies
/// within the radius; the others belong to the nearest centre. So while a filter moves, only nodes
/// that lose their last passing event, or gain their first, regroup what is around them.
///
/// What lies beyond the part that is held cannot be seen, so near its edge a node may be a centre
/// or not, and so may one that depends on it. Where that reaches what was asked for, more is held.
/// Only this, what is private to it and Clusters know of the antimeridian.
class ClusterGrid
{
public:
    using Node = CellTable::Node;

    /// `level` ≥ 0 is an integral zoom; `radius` is in pixels of a world of 256 · 2^level. The
    /// dataset, its blocks and its sums outlive the grid; `none` is the set of no events of it.
    ClusterGrid(const events::Dataset &dataset, const bitsets::SpatialBlocks &blocks,
                const PointSums &sums, bitsets::SharedRows none, int level, double radius);

    /// How far apart merging nodes may lie, Mercator units.
    [[nodiscard]] double radius() const { return m_radius; }
    /// How far on either axis an event may lie from the centre of its node: its node lies within
    /// the radius, and no farther from it than a cell is wide.
    [[nodiscard]] double reach() const { return m_radius + 1.0 / m_across; }

    /// Merges the passing events of a box (x unwrapped), and around it as far as it takes: what is
    /// said of a node within is what would be said of it in the whole world. Visits the events that
    /// came or went since the last call where the part was known then.
    void merge(const bitsets::FollowedRows &passing, const events::MercatorBox &box);

    // Of a part of the world that holds the box of the last merge():

    /// Whether it holds events on both sides of the antimeridian, that is, of x = 0.
    [[nodiscard]] bool meetsAntimeridian() const { return m_held.meetsAntimeridian(m_across); }
    /// Nodes with passing events, their own centres or not, as a set of node numbers; ascending
    /// they are in the order of their ranks.
    [[nodiscard]] const bitsets::RowSet &nodes() const { return m_present; }
    /// Those that are their own centre.
    [[nodiscard]] const bitsets::RowSet &centres() const { return m_choice.centres(); }
    /// The sums of its passing events.
    [[nodiscard]] const PointSums::Word *sums(Node node) const
    {
        return m_sumsOf.data() + node * m_sums.wordCount();
    }
    /// The mean of its events, passing or not.
    [[nodiscard]] const events::MercatorPoint &position(Node node) const { return m_places[node]; }
    /// The centre that a node with passing events belongs to, itself if it is one.
    [[nodiscard]] Node centreOf(Node node) const { return m_choice.centreOf(node); }
    /// The first event of its cell, passing or not.
    [[nodiscard]] events::Row name(Node node) const { return m_names[node]; }

    /// The node of an event at a point whose cell is in the part, else one that is in no set.
    [[nodiscard]] Node nodeOf(events::Row row) const
    {
        const Node node = m_table.nodeIn(cellOf(row));
        return node == CellTable::noNode ? outside : node;
    }
    [[nodiscard]] std::size_t nodeBound() const { return m_names.size(); }

    /// Calls visit(row, node) for each passing event of the part, ascending.
    template<typename Visit>
    void forEachRow(const bitsets::RowSet &passing, Visit &&visit) const
    {
        for (const Run &run : m_runs)
            passing.forEach(run.first, run.end, [&](events::Row row) { visit(row, run.node); });
    }

private:
    using Cell = CellTable::Cell;
    /// Rows of one node, one after another.
    struct Run
    {
        events::Row first = 0;
        events::Row end = 0;
        Node node = 0;
    };
    [[nodiscard]] bool holdMore(const events::MercatorBox &box);
    void findNodes();
    [[nodiscard]] std::vector<bitsets::RowSet::WordRange> wordsOfPart() const;
    [[nodiscard]] Node nodeAt(const Cell &cell, events::Row row);
    [[nodiscard]] Cell cellOf(events::Row row) const
    {
        const events::PackedPoint &point = m_columns.position[row];
        return {((point.x >> m_shift) - m_held.corner.x) & (m_across - 1),
                (point.y >> m_shift) - m_held.corner.y};
    }
    [[nodiscard]] std::size_t endOfCell(std::size_t row, std::size_t end) const;
    void rank();
    void place();
    void update(const bitsets::FollowedRows &passing);
    void startFromNone();
    [[nodiscard]] bitsets::ChangedRows changesOfPart(const bitsets::RowSet &passing,
                                                     std::size_t changed);
    void add(std::span<const events::Row> rows, bool isIn);
    void recount(const bitsets::RowSet &passing);

    const events::EventColumns &m_columns;
    const bitsets::SpatialBlocks &m_blocks;
    const PointSums &m_sums;
    double m_radius;
    std::uint32_t m_across; ///< cells in the width of the world, a power of two
    unsigned m_shift; ///< from a word of a PackedPoint to its cell
    bool m_cellsAreRuns; ///< of rows

    events::MercatorBox m_box; ///< that was asked last
    CellPart::Margins m_margins; ///< that it took, or a box before
    CellPart m_held; ///< larger than what was asked where the camera moves
    std::vector<bitsets::RowSet::WordRange>
        m_words; ///< of rows that may be of that part, ascending
    std::vector<Run> m_runs; ///< of the rows that are
    static constexpr Node outside = 0; ///< has what is not of the part, and no place
    // Of each node, by rank, so that the one that is first to become a centre comes first:
    std::vector<events::Row> m_names;
    std::vector<events::MercatorPoint> m_places;
    std::vector<PointSums::Word>
        m_sumsOf; ///< of its passing events; those of what lies outside mean nothing
    bitsets::SharedRows m_none;
    bitsets::SharedRows m_counted; ///< whose events of the part the sums are of
    std::vector<events::Row> m_came; ///< begins with what came in the part
    std::vector<events::Row> m_gone;
    std::vector<Node> m_nodesOf; ///< begins with those of the events that are being added
    bitsets::RowSet m_present; ///< nodes with passing events
    CellTable m_table;
    CentreChoice m_choice;
};

} // namespace dateline::clustering
