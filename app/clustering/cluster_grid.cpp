// SPDX-License-Identifier: GPL-3.0-or-later
#include <clustering/cluster_grid.h>

#include <bitsets/bit_kernels.h>
#include <clustering/mercator_view.h>
#include <events/fetch.h>
#include <events/keyed_rows.h>
#include <events/side_by_side.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <utility>

namespace dateline::clustering {

using bitsets::BitKernels;
using bitsets::bitKernels;
using bitsets::ChangedRows;
using bitsets::FollowedRows;
using bitsets::RowSet;
using bitsets::SpatialBlocks;
using events::MercatorBox;
using events::Row;

namespace {

/// Finer cells would show the steps of a PackedPoint.
constexpr int finestLevel = 24;
/// Down to this level the events of a cell are a run of rows: rows are in the order of Morton codes
/// of so many bits of each coordinate.
constexpr int mortonLevel = 16;
/// Neighbours of a box, and theirs, always count.
constexpr std::uint32_t leastMargin = 2 * NeighbourLists::mostReach;
/// Where that is not enough so many are added.
constexpr std::uint32_t moreCells = 2;
/// A camera that moves may move on by so many cells before nodes are looked for again.
constexpr std::uint32_t spareCells = 12;

/// The level whose cells are a third to two thirds of the radius wide: coarser ones would let the
/// grid show, finer ones only cost.
int gridLevelFor(double radius)
{
    const double level = std::ceil(std::log2(1.5 / std::max(radius, 1e-9)));
    return int(std::clamp(level, 1.0, double(finestLevel)));
}

/// In the order of these the nodes of `count` events become centres. Among those of as many chance
/// decides, by name: in an order of place one would depend on the next across the whole map.
std::uint64_t rankOf(std::uint32_t count, Row name)
{
    constexpr std::uint64_t golden = 0x9E37'79B9'7F4A'7C15; // 2^64 over the golden ratio
    constexpr unsigned chanceBits = 12;
    return (std::uint64_t(~count) << chanceBits) | ((name * golden) >> (64 - chanceBits));
}

} // namespace

ClusterGrid::ClusterGrid(const events::Dataset &dataset, const SpatialBlocks &blocks,
                         const PointSums &sums, bitsets::SharedRows none, int level, double radius)
    : m_columns(dataset.columns())
    , m_blocks(blocks)
    , m_sums(sums)
    , m_radius(std::max(radius, 0.0) / (256.0 * std::exp2(level)))
    , m_across(1U << unsigned(gridLevelFor(m_radius)))
    , m_shift(32U - unsigned(gridLevelFor(m_radius)))
    , m_cellsAreRuns(gridLevelFor(m_radius) <= mortonLevel)
    , m_margins{leastMargin, leastMargin, leastMargin, leastMargin}
    , m_none(std::move(none))
    , m_counted(m_none)
{}

void ClusterGrid::merge(const FollowedRows &passing, const MercatorBox &box)
{
    const bool isMoving = box != m_box && !m_words.empty();
    m_box = box;
    if (!m_held.holds(CellPart::around(box, m_margins, m_across), m_across)) {
        const std::uint32_t spare = isMoving ? spareCells : 0;
        const auto &[west, north, east, south] = m_margins;
        m_held = CellPart::around(box, {west + spare, north + spare, east + spare, south + spare},
                                  m_across);
        findNodes();
    }
    do {
        update(passing);
        m_choice.choose(m_present);
    } while (holdMore(box));
}

/// Whether a node near a box is in doubt, which may be the centre of one in it. Holds more of the
/// world then, on the side that is nearest to that node.
bool ClusterGrid::holdMore(const MercatorBox &box)
{
    std::vector<std::uint32_t CellPart::Margins::*> sides;
    const MercatorView near(box.widened(m_radius));
    m_choice.doubtful().forEach([&](Node node) {
        const auto side = m_held.sideNear(cellOf(m_names[node]), m_across);
        if (near.contains(position(node)) && std::ranges::find(sides, side) == sides.end())
            sides.push_back(side);
    });
    if (sides.empty())
        return false;
    CellPart more;
    // Nobody is in doubt while the whole world is held, so this ends.
    do {
        for (const auto side : sides)
            m_margins.*side += moreCells;
        more = CellPart::around(box, m_margins, m_across);
    } while (m_held.holds(more, m_across));
    m_held = more;
    findNodes();
    return true;
}

/// The words of rows that may hold events of the part.
std::vector<RowSet::WordRange> ClusterGrid::wordsOfPart() const
{
    const double across = m_across;
    const double left = m_held.corner.x / across;
    const double right = left + m_held.width / across;
    const double top = m_held.corner.y / across;
    const double bottom = top + m_held.height / across;
    std::vector<std::uint32_t> blocks
        = m_blocks.blocksIn({left, top, std::min(right, 1.0), bottom});
    if (right > 1) {
        const std::vector<std::uint32_t> more = m_blocks.blocksIn({0, top, right - 1, bottom});
        std::vector<std::uint32_t> both;
        std::ranges::set_union(blocks, more, std::back_inserter(both));
        blocks = std::move(both);
    }
    constexpr std::size_t wordsInBlock = SpatialBlocks::rowsInBlock / 64;
    const std::size_t words = m_counted->words().size();
    std::vector<RowSet::WordRange> ranges;
    for (const std::uint32_t block : blocks) {
        const std::size_t begin = block * wordsInBlock;
        if (ranges.empty() || ranges.back().end != begin)
            ranges.push_back({begin, begin});
        ranges.back().end = std::min(begin + wordsInBlock, words);
    }
    return ranges;
}

/// The end of the run of rows [row, end) that are in the same cell as the first, where cells are
/// runs: looked for in ever wider steps, for most cells are small.
std::size_t ClusterGrid::endOfCell(std::size_t row, std::size_t end) const
{
    const Cell cell = cellOf(Row(row));
    const auto isIn = [this, &cell](std::size_t other) { return cellOf(Row(other)) == cell; };
    std::size_t inside = row;
    std::size_t step = 1;
    while (inside + step < end && isIn(inside + step)) {
        inside += step;
        step *= 2;
    }
    std::size_t beyond = std::min(inside + step, end);
    while (beyond - inside > 1) {
        const std::size_t middle = inside + (beyond - inside) / 2;
        (isIn(middle) ? inside : beyond) = middle;
    }
    return beyond;
}

/// Makes a node for every cell of the part that holds events, whether they pass or not.
void ClusterGrid::findNodes()
{
    m_table.reset(m_held.width, m_held.height);
    m_words = wordsOfPart();
    m_runs.clear();
    m_names.assign(1, 0); // of what lies outside
    for (const RowSet::WordRange &range : m_words) {
        const std::size_t end = std::min(range.end * 64, m_columns.pointCount);
        for (std::size_t row = range.begin * 64; row < end;) {
            const std::size_t next = m_cellsAreRuns ? endOfCell(row, end) : row + 1;
            const Cell cell = cellOf(Row(row));
            if (m_held.has(cell))
                m_runs.push_back({Row(row), Row(next), nodeAt(cell, Row(row))});
            row = next;
        }
    }
    rank();
    place();
    startFromNone();
}

/// The node of a cell of the part, which `row` is an event of, made where there is none yet.
ClusterGrid::Node ClusterGrid::nodeAt(const Cell &cell, Row row)
{
    Node node = m_table.nodeIn(cell);
    if (node == CellTable::noNode) {
        node = Node(m_names.size());
        m_names.push_back(row);
        m_table.set(cell, node);
    }
    return node;
}

/// Numbers the nodes anew, by rank.
void ClusterGrid::rank()
{
    const std::size_t nodes = m_names.size();
    std::vector<std::uint32_t> counts(nodes);
    for (const Run &run : m_runs)
        counts[run.node] += run.end - run.first;
    std::vector<Node> order(nodes);
    std::iota(order.begin(), order.end(), outside);
    std::vector<std::uint64_t> ranks(nodes); // 0 for what lies outside, so that it stays there
    for (Node node = outside + 1; node < nodes; ++node)
        ranks[node] = rankOf(counts[node], m_names[node]);
    events::sortByKey(order, ranks);
    std::vector<Node> numberOf(nodes);
    std::vector<Row> names(nodes);
    for (Node node = outside; node < nodes; ++node) {
        numberOf[order[node]] = node;
        names[node] = m_names[order[node]];
    }
    for (Run &run : m_runs)
        run.node = numberOf[run.node];
    m_names = std::move(names);
}

/// Finds where the nodes lie, and which are neighbours.
void ClusterGrid::place()
{
    const std::size_t nodes = m_names.size();
    std::vector<std::array<PointSums::Word, PointSums::placeWords>> sums(nodes);
    for (const Run &run : m_runs)
        m_sums.addPlaces(run.first, run.end, sums[run.node].data());
    m_places.resize(nodes);
    std::vector<Cell> cells(nodes);
    std::vector<std::uint8_t> isAtEdge(nodes);
    const auto reach = std::uint32_t(
        std::clamp(std::ceil(m_radius * m_across), 1.0, double(NeighbourLists::mostReach)));
    for (Node node = outside + 1; node < nodes; ++node) {
        cells[node] = cellOf(m_names[node]);
        m_table.set(cells[node], node);
        m_places[node] = PointSums::mean(sums[node].data());
        isAtEdge[node] = m_held.isNearEdge(cells[node], reach, m_across);
    }
    m_choice.reset(
        NeighbourLists({m_table, cells, m_places, m_held.wraps(m_across)}, m_radius, reach),
        isAtEdge);
}

void ClusterGrid::update(const FollowedRows &passing)
{
    if (passing.rows == m_counted)
        return;
    const auto sum = [this](const auto &ofWords) {
        std::size_t all = 0;
        for (const RowSet::WordRange &range : m_words)
            all += ofWords(range.begin, range.end - range.begin);
        return all;
    };
    const BitKernels &kernels = bitKernels();
    const std::uint64_t *const now = passing.rows->words().data();
    const std::uint64_t *const old = m_counted->words().data();
    const std::size_t words = sum([](std::size_t, std::size_t count) { return count; });
    // Those that others listed are of the whole world, which may be many for a small part.
    std::optional<ChangedRows> listed = passing.changes.listed(m_counted, passing.rows);
    if (listed && listed->came.size() + listed->gone.size() > words)
        listed.reset();
    const std::size_t changed = listed
        ? listed->came.size() + listed->gone.size()
        : sum([&](std::size_t begin, std::size_t count) {
              return kernels.countDifference(now + begin, old + begin, count);
          });
    // To know how many pass costs about as much as so many events.
    const std::size_t present
        = changed <= words ? changed : sum([&](std::size_t begin, std::size_t count) {
              return kernels.count(now + begin, count);
          });
    // To sum a word of 64 events costs about as much as to find two by themselves.
    if (m_cellsAreRuns && !m_sums.isEmpty() && std::min(changed, present) > 2 * words) {
        recount(*passing.rows);
    } else {
        if (present < changed)
            startFromNone();
        const ChangedRows changes = listed && m_counted != m_none
            ? *listed
            : changesOfPart(*passing.rows, std::min(changed, present));
        add(changes.came, true);
        add(changes.gone, false);
    }
    m_counted = passing.rows;
}

/// Forgets all sums.
void ClusterGrid::startFromNone()
{
    m_sumsOf.assign(m_names.size() * m_sums.wordCount(), 0);
    m_present = RowSet(m_names.size());
    m_counted = m_none;
}

/// The events of the part, so many, that came or went since they were counted.
ChangedRows ClusterGrid::changesOfPart(const RowSet &passing, std::size_t changed)
{
    for (std::vector<Row> *list : {&m_came, &m_gone})
        list->resize(std::max(list->size(), changed + BitKernels::collectSpare));
    BitKernels::Collected all;
    for (const auto &[begin, end] : m_words) {
        const auto [came, gone] = bitKernels().collect(
            m_counted->words().data() + begin, passing.words().data() + begin, end - begin,
            Row(begin * 64), m_came.data() + all.came, m_gone.data() + all.gone);
        all.came += came;
        all.gone += gone;
    }
    return {std::span(m_came).first(all.came), std::span(m_gone).first(all.gone)};
}

/// Adds events, in any order and of any part of the world, or takes them away.
void ClusterGrid::add(std::span<const Row> rows, bool isIn)
{
    if (m_columns.pointCount == 0)
        return;
    const std::size_t words = m_sums.wordCount();
    // What is at no point is taken for the last one that is, and for one outside.
    const auto last = Row(m_columns.pointCount - 1);
    const auto fetchPosition
        = [&](std::size_t i) { m_columns.position.fetchAt(std::min(rows[i], last)); };
    // First which nodes they are of, so that these too are fetched before they are needed.
    m_nodesOf.resize(std::max(m_nodesOf.size(), rows.size()));
    events::forEachFetched(rows.size(), fetchPosition, [&](std::size_t i) {
        const Node node = nodeOf(std::min(rows[i], last));
        m_nodesOf[i] = rows[i] <= last ? node : outside;
    });
    const auto fetch = [&](std::size_t i) {
        fetchPosition(i);
        events::fetch(m_sumsOf.data() + m_nodesOf[i] * words);
    };
    const PointSums::Word step = isIn ? 1 : PointSums::Word(0) - 1;
    events::forEachFetched(rows.size(), fetch, [&](std::size_t i) {
        const Node node = m_nodesOf[i];
        PointSums::Word *const ofNode = m_sumsOf.data() + node * words;
        PointSums::add(m_columns.position[std::min(rows[i], last)], step, ofNode);
        m_present.set(node, PointSums::count(ofNode) != 0);
    });
    m_present.remove(outside);
}

/// All sums anew, 64 events at a time, where cells are runs.
void ClusterGrid::recount(const RowSet &passing)
{
    startFromNone();
    if (m_runs.empty())
        return;
    const auto addRuns = [&](std::span<const Run> runs) {
        const std::size_t words = m_sums.wordCount();
        for (const Run &run : runs)
            m_sums.addRun(passing, run.first, run.end, m_sumsOf.data() + run.node * words);
    };
    // A node has one run, so that no two threads add to it.
    const Row middle = m_runs.front().first + (m_runs.back().end - m_runs.front().first) / 2;
    const auto others = std::ranges::partition_point(
        m_runs, [middle](const Run &run) { return run.first < middle; });
    events::sideBySide(
        (m_runs.back().end - m_runs.front().first) / 64, // a word takes as long as a row elsewhere
        [&] { addRuns({others, m_runs.end()}); }, [&] { addRuns({m_runs.begin(), others}); });
    for (Node node = outside + 1; node < m_names.size(); ++node)
        m_present.set(node, PointSums::count(sums(node)) != 0);
}

} // namespace dateline::clustering
