// SPDX-License-Identifier: GPL-3.0-or-later
#include <query/cluster_grid.h>

#include <events/fetch.h>
#include <query/bit_kernels.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <numeric>
#include <span>
#include <utility>

namespace dateline::query {

using events::MercatorPoint;
using events::Row;

namespace {

/// Columns hold positions as float: finer cells would show its steps.
constexpr int finestLevel = 24;
/// Down to this level the events of a cell are a run of rows: rows are in the order of Morton codes
/// of so many bits of each coordinate.
constexpr int mortonLevel = 16;
/// A camera that moves may move on by so many cells before nodes are looked for again.
constexpr std::uint32_t spareCells = 12;
/// Steps of rank: the exponent and six bits of the mantissa of a count as float.
constexpr unsigned rankShift = 17;
constexpr std::uint32_t leastRank = 127U << 6U;
constexpr std::uint16_t ranks = 33U << 6U;
constexpr std::uint16_t noRank = ranks;

/// The level whose cells are a third to two thirds of the radius wide: coarser ones would let the
/// grid show, finer ones only cost.
int gridLevelFor(double radius)
{
    const double level = std::ceil(std::log2(1.5 / std::max(radius, 1e-9)));
    return int(std::clamp(level, 1.0, double(finestLevel)));
}

/// 0 for the largest.
std::uint16_t rankOf(std::uint32_t count)
{
    const std::uint32_t steps = std::bit_cast<std::uint32_t>(float(count)) >> rankShift;
    return std::uint16_t(ranks - 1 - (steps - leastRank));
}

} // namespace

ClusterGrid::ClusterGrid(const events::Dataset &dataset, const SpatialBlocks &blocks,
                         const PointSums &sums, int level, double radius)
    : m_columns(dataset.columns())
    , m_blocks(blocks)
    , m_sums(sums)
    , m_radius(std::max(radius, 0.0) / (256.0 * std::exp2(level)))
    , m_across(1U << unsigned(gridLevelFor(m_radius)))
    , m_cellsAreRuns(gridLevelFor(m_radius) <= mortonLevel)
    , m_counted(dataset.size())
{}

void ClusterGrid::merge(const RowSet &passing, const MercatorBox &box, std::uint32_t marginCells)
{
    const Part asked = partAround(box, marginCells);
    if (!holds(asked)) {
        const bool isMoving = box != m_box && !m_runs.runs().empty();
        m_held = partAround(box, marginCells + (isMoving ? spareCells : 0));
        findNodes();
        findPart(asked);
    } else if (asked != m_asked) {
        findPart(asked);
    }
    m_box = box;
    update(passing);
    place();
    rank();
    choose();
}

ClusterGrid::Part ClusterGrid::partAround(const MercatorBox &box, std::uint32_t marginCells) const
{
    const double across = m_across;
    const double margin = marginCells;
    const double top = std::clamp(std::floor(box.top * across) - margin, 0.0, across);
    const double bottom = std::clamp(std::ceil(box.bottom * across) + margin, top, across);
    const double left = std::floor(box.left * across) - margin;
    const double width = std::ceil(box.right * across) + margin - left;
    if (width >= across)
        return {{0, std::uint32_t(top)}, m_across, std::uint32_t(bottom - top)};
    return {{std::uint32_t(left - std::floor(left / across) * across), std::uint32_t(top)},
            std::uint32_t(width),
            std::uint32_t(bottom - top)};
}

bool ClusterGrid::holds(const Part &part) const
{
    const bool holdsRows = part.corner.y >= m_held.corner.y
        && part.corner.y + part.height <= m_held.corner.y + m_held.height;
    const std::uint32_t from = (part.corner.x - m_held.corner.x) & (m_across - 1);
    return holdsRows
        && (m_held.width == m_across || std::uint64_t(from) + part.width <= m_held.width);
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
    // An event at 180° east is in the last cell; its column says 1.
    if (right > 1) {
        const std::vector<std::uint32_t> more = m_blocks.blocksIn({0, top, right - 1, bottom});
        std::vector<std::uint32_t> both;
        std::ranges::set_union(blocks, more, std::back_inserter(both));
        blocks = std::move(both);
    }
    constexpr std::size_t wordsInBlock = SpatialBlocks::rowsInBlock / 64;
    const std::size_t words = m_counted.words().size();
    std::vector<RowSet::WordRange> ranges;
    for (const std::uint32_t block : blocks) {
        const std::size_t begin = block * wordsInBlock;
        if (ranges.empty() || ranges.back().end != begin)
            ranges.push_back({begin, begin});
        ranges.back().end = std::min(begin + wordsInBlock, words);
    }
    return ranges;
}

ClusterGrid::Cell ClusterGrid::cellOf(Row row) const
{
    const auto across = float(m_across);
    const auto index = [this, across](float unit) {
        return std::min(std::uint32_t(unit * across), m_across - 1);
    };
    return {(index(m_columns.x[row]) - m_held.corner.x) & (m_across - 1),
            index(m_columns.y[row]) - m_held.corner.y};
}

ClusterGrid::Node ClusterGrid::nodeOf(Row row) const
{
    const Cell cell = cellOf(row);
    return cell.x < m_held.width && cell.y < m_held.height ? m_neighbours.nodeIn(cell) : noNode;
}

/// The end of the run of rows [row, end) that are in the same cell as the first, where cells are
/// runs: looked for in ever wider steps, for most cells are small.
std::size_t ClusterGrid::endOfCell(std::size_t row, std::size_t end) const
{
    const Cell cell = cellOf(Row(row));
    const auto isIn = [this, &cell](std::size_t other) {
        const Cell at = cellOf(Row(other));
        return at.x == cell.x && at.y == cell.y;
    };
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
    m_neighbours.reset(m_held.width, m_held.height, m_radius * m_across, m_held.width == m_across);
    m_runs.reset(wordsOfPart());
    m_names.assign(1, 0); // of what lies outside
    m_cells.assign(1, {});
    m_slots.assign(1, 0);
    for (const RowSet::WordRange &range : m_runs.ranges()) {
        const std::size_t end = std::min(range.end * 64, m_columns.pointCount);
        for (std::size_t row = range.begin * 64; row < end;) {
            const std::size_t next = m_cellsAreRuns ? endOfCell(row, end) : row + 1;
            m_runs.add({Row(row), Row(next), nodeAt(cellOf(Row(row)), Row(row))});
            row = next;
        }
        if (end < range.end * 64)
            m_runs.add({Row(end), Row(range.end * 64), outside});
    }
    m_places.resize(m_cells.size());
    m_isAtEdge.resize(m_cells.size());
    startFromNone();
}

/// The node of a cell, which `row` is an event of, made where there is none yet.
ClusterGrid::Node ClusterGrid::nodeAt(const Cell &cell, Row row)
{
    if (cell.x >= m_held.width || cell.y >= m_held.height)
        return outside;
    Node node = m_neighbours.nodeIn(cell);
    if (node == noNode) {
        node = Node(m_cells.size());
        m_names.push_back(row);
        m_cells.push_back(cell);
        m_slots.push_back(m_neighbours.insert(cell, node));
    }
    return node;
}

void ClusterGrid::update(const RowSet &passing)
{
    const std::uint64_t *const now = passing.words().data();
    const std::uint64_t *const old = m_counted.words().data();
    const BitKernels &kernels = bitKernels();
    const auto sum = [this](const auto &ofRange) {
        std::size_t all = 0;
        for (const RowSet::WordRange &range : m_runs.ranges())
            all += ofRange(range.begin, range.end - range.begin);
        return all;
    };
    const std::size_t changed = sum([&](std::size_t begin, std::size_t words) {
        return kernels.countDifference(now + begin, old + begin, words);
    });
    if (changed == 0)
        return;
    // To know how many pass costs about as much as so many events.
    const std::size_t present
        = changed <= m_runs.wordCount() ? changed : sum([&](std::size_t begin, std::size_t words) {
              return kernels.count(now + begin, words);
          });
    // To sum a word of 64 events costs about as much as to find two by themselves.
    if (m_cellsAreRuns && !m_sums.isEmpty()
        && std::min(changed, present) > 2 * m_runs.wordCount()) {
        recount(passing);
    } else {
        if (present < changed)
            startFromNone();
        addChanges(passing, std::min(changed, present));
    }
    for (const RowSet::WordRange &range : m_runs.ranges())
        for (std::size_t word = range.begin; word < range.end; ++word)
            m_counted.setWord(word, now[word]);
}

/// Forgets all sums.
void ClusterGrid::startFromNone()
{
    const std::size_t nodes = m_cells.size();
    m_sumsOf.assign(nodes * m_sums.wordCount(), 0);
    m_ranks.resize(nodes);
    m_isMoved.assign(nodes, 1);
    m_moved.resize(nodes);
    std::iota(m_moved.begin(), m_moved.end(), outside + 1);
    m_movedCount = nodes - 1; // never what lies outside
    m_counted.clear();
}

/// Adds what came and takes away what went, which is at most so much.
void ClusterGrid::addChanges(const RowSet &passing, std::size_t most)
{
    const auto [rows, runs] = m_runs.between(m_counted, passing, most);
    const std::span<const CellRuns::Run> all = m_runs.runs();
    const std::size_t words = m_sums.wordCount();
    const std::size_t points
        = std::size_t(std::ranges::lower_bound(rows, m_columns.pointCount) - rows.begin());
    const auto fetch = [this, rows](std::size_t i) {
        events::fetch(&m_columns.x[rows[i]]);
        events::fetch(&m_columns.y[rows[i]]);
        events::fetch(&m_columns.kind[rows[i]]);
    };
    events::forEachFetched(points, fetch, [&](std::size_t i) {
        const Node node = all[runs[i]].owner;
        // Nobody can guess which of the two: no branch.
        const auto step = 2 * PointSums::Word(passing.contains(rows[i])) - 1;
        m_sums.add(rows[i], step, m_sumsOf.data() + node * words);
        m_moved[m_movedCount] = node;
        m_movedCount += m_isMoved[node] == 0;
        m_isMoved[node] = 1;
    });
}

/// All sums anew, 64 events at a time.
void ClusterGrid::recount(const RowSet &passing)
{
    startFromNone();
    const std::size_t words = m_sums.wordCount();
    for (const CellRuns::Run &run : m_runs.runs()) {
        if (run.owner != outside)
            m_sums.addRun(passing, run.first, run.end, m_sumsOf.data() + run.owner * words);
    }
}

/// Finds where the nodes are whose events are not those that they were.
void ClusterGrid::place()
{
    for (const Node node : std::span(m_moved).first(m_movedCount)) {
        m_isMoved[node] = 0;
        const PointSums::Word *const ofNode = sums(node);
        if (PointSums::count(ofNode) == 0) {
            m_ranks[node] = noRank;
            m_neighbours.clearPlace(m_slots[node]);
            continue;
        }
        const Cell &cell = m_cells[node];
        m_places[node] = PointSums::mean(ofNode);
        m_ranks[node] = rankOf(PointSums::count(ofNode));
        const std::uint32_t worldX = (cell.x + m_held.corner.x) & (m_across - 1);
        const std::uint32_t worldY = cell.y + m_held.corner.y;
        m_neighbours.setPlace(m_slots[node], float(m_places[node].x * m_across - worldX),
                              float(m_places[node].y * m_across - worldY));
    }
    m_movedCount = 0;
}

/// Finds the nodes in a part of what is held.
void ClusterGrid::findPart(const Part &part)
{
    m_asked = part;
    const bool wraps = part.width == m_across;
    const std::uint32_t reach = m_neighbours.reach();
    const bool endsNorth = part.corner.y > 0;
    const bool endsSouth = part.corner.y + part.height < m_across;
    const std::uint32_t east = m_held.corner.x - part.corner.x;
    const std::uint32_t south = m_held.corner.y - part.corner.y;
    m_inPart.clear();
    for (Node node = outside + 1; node < m_cells.size(); ++node) {
        const Cell cell{(m_cells[node].x + east) & (m_across - 1), m_cells[node].y + south};
        if (cell.x >= part.width || cell.y >= part.height)
            continue;
        m_isAtEdge[node] = (!wraps && (cell.x < reach || cell.x + reach >= part.width))
            || (endsNorth && cell.y < reach) || (endsSouth && cell.y + reach >= part.height);
        m_inPart.push_back(node);
    }
}

/// Finds the nodes that take part, and their order.
void ClusterGrid::rank()
{
    m_present.resize(m_inPart.size());
    Node *present = m_present.data();
    for (const Node node : m_inPart) {
        *present = node;
        present += m_ranks[node] != noRank;
    }
    m_present.resize(std::size_t(present - m_present.data()));
    std::array<std::uint32_t, ranks> next{};
    for (const Node node : m_present)
        ++next[m_ranks[node]];
    std::uint32_t sum = 0;
    for (std::uint32_t &count : next)
        sum += std::exchange(count, sum);
    m_ranked.resize(m_present.size());
    for (const Node node : m_present)
        m_ranked[next[m_ranks[node]]++] = node;
}

void ClusterGrid::choose()
{
    m_neighbours.beginChoosing();
    for (const Node node : m_ranked) {
        const NeighbourTable::Slot slot = m_slots[node];
        if (m_neighbours.centreOf(slot) != noNode)
            continue; // near one that certainly is a centre
        if (isSettled(node))
            m_neighbours.addCentre(slot);
        else
            m_neighbours.addDoubtful(slot);
    }
}

} // namespace dateline::query
