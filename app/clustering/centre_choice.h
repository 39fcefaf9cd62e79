// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bitsets/row_set.h>
#include <clustering/neighbour_lists.h>

#include <cstdint>
#include <vector>

namespace dateline::clustering {

/// Which of some nodes are the centres of the others. In the order of their numbers a node that
/// takes part becomes a centre unless an earlier centre is its neighbour; those that do not belong
/// to the nearest centre. A node whose neighbours are not all known may be a centre or not, and so
/// may one that depends on it: these are their own centres, and nobody else's.
///
/// Remembers what it chose, so that the next choice costs the nodes that came or went and those
/// that depend on them. Private to ClusterGrid.
class CentreChoice
{
public:
    using Node = CellTable::Node;

    /// Forgets all. `isAtEdge` says of each node that it may have neighbours that are not listed.
    void reset(NeighbourLists neighbours, const std::vector<std::uint8_t> &isAtEdge);

    /// Chooses among the nodes of a set, as large as there are nodes.
    void choose(const bitsets::RowSet &present);

    // As it was chosen last:

    /// The nodes that are their own centre, those that may be none included.
    [[nodiscard]] const bitsets::RowSet &centres() const { return m_centres; }
    /// Those that may be none.
    [[nodiscard]] const bitsets::RowSet &doubtful() const { return m_doubtful; }
    /// The centre of a node that took part, itself if it is one.
    [[nodiscard]] Node centreOf(Node node) const { return m_centreOf[node]; }

private:
    enum class State : std::uint8_t { NoCentre, Centre, Doubtful };
    struct Decision
    {
        State state = State::NoCentre;
        bool isAtEdge = false;
        // How many neighbours with a smaller number are:
        std::uint8_t centresBefore = 0;
        std::uint8_t doubtfulBefore = 0;
    };

    [[nodiscard]] State decided(Node node) const;
    void decide(Node node);
    [[nodiscard]] Node nearestCentre(Node node) const;

    NeighbourLists m_neighbours;
    std::vector<Decision> m_decisions;
    bitsets::RowSet m_present; ///< chose last
    bitsets::RowSet m_centres;
    bitsets::RowSet m_doubtful;
    std::vector<Node> m_centreOf; ///< of those that took part
    // Of the choice that is being made:
    bitsets::RowSet m_undecided;
    bitsets::RowSet m_unled; ///< may have another nearest centre
};

} // namespace dateline::clustering
