// SPDX-License-Identifier: GPL-3.0-or-later
#include <clustering/centre_choice.h>

#include <bit>
#include <utility>

namespace dateline::clustering {

using bitsets::RowSet;

namespace {

/// Calls visit(node) for the least node of a set until there is none; visit may insert and remove
/// larger ones.
template<typename Visit>
void forEachTaken(RowSet &nodes, const Visit &visit)
{
    for (std::size_t word = 0; word < nodes.words().size(); ++word) {
        while (const std::uint64_t bits = nodes.words()[word]) {
            nodes.setWord(word, bits & (bits - 1));
            visit(CentreChoice::Node(word * 64 + std::size_t(std::countr_zero(bits))));
        }
    }
}

} // namespace

void CentreChoice::reset(NeighbourLists neighbours, const std::vector<std::uint8_t> &isAtEdge)
{
    m_neighbours = std::move(neighbours);
    const std::size_t nodes = m_neighbours.size();
    m_decisions.assign(nodes, {});
    for (Node node = 0; node < nodes; ++node)
        m_decisions[node].isAtEdge = isAtEdge[node] != 0;
    m_centreOf.assign(nodes, CellTable::noNode);
    for (RowSet *set : {&m_present, &m_centres, &m_doubtful, &m_undecided, &m_unled})
        *set = RowSet(nodes);
}

/// What becomes of a node when all before it are decided.
CentreChoice::State CentreChoice::decided(Node node) const
{
    const Decision &decision = m_decisions[node];
    // Nobody can guess any of it: no branch.
    const auto isCentre = int(m_present.contains(node)) & int(decision.centresBefore == 0);
    const auto isDoubtful = int(decision.isAtEdge) | int(decision.doubtfulBefore > 0);
    static_assert(int(State::NoCentre) == 0 && int(State::Centre) == 1
                  && int(State::Doubtful) == 2);
    return State(isCentre << isDoubtful);
}

/// Decides about a node, and which of those after it have to be decided anew.
void CentreChoice::decide(Node node)
{
    const State next = decided(node);
    const State last = std::exchange(m_decisions[node].state, next);
    if (next == last)
        return;
    m_centres.set(node, next != State::NoCentre);
    m_doubtful.set(node, next == State::Doubtful);
    m_unled.insert(node);
    const auto came = [last, next](State state) { return int(next == state) - int(last == state); };
    const int centres = came(State::Centre);
    const int doubtful = came(State::Doubtful);
    for (const Node other : m_neighbours.of(node)) {
        m_unled.insert(other);
        // Those before it have been decided and stay so.
        const auto isLater = int(other > node);
        Decision &decision = m_decisions[other];
        decision.centresBefore = std::uint8_t(decision.centresBefore + centres * isLater);
        decision.doubtfulBefore = std::uint8_t(decision.doubtfulBefore + doubtful * isLater);
        m_undecided.set(other, decided(other) != decision.state);
    }
}

CentreChoice::Node CentreChoice::nearestCentre(Node node) const
{
    for (const Node other : m_neighbours.of(node)) {
        if (m_decisions[other].state == State::Centre)
            return other;
    }
    return CellTable::noNode;
}

void CentreChoice::choose(const RowSet &present)
{
    for (std::size_t word = 0; word < present.words().size(); ++word) {
        m_undecided.setWord(word, present.words()[word] ^ m_present.words()[word]);
        m_unled.setWord(word, m_undecided.words()[word]);
    }
    m_present = present;
    m_undecided.forEach([this](Node node) { m_neighbours.fetchAt(node); });
    forEachTaken(m_undecided, [this](Node node) { decide(node); });
    m_unled &= m_present;
    m_unled.forEach([this](Node node) { m_neighbours.fetchAt(node); });
    m_unled.forEach([this](Node node) {
        const bool isOwn = m_decisions[node].state != State::NoCentre;
        m_centreOf[node] = isOwn ? node : nearestCentre(node);
    });
}

} // namespace dateline::clustering
