// SPDX-License-Identifier: GPL-3.0-or-later
#include <query/merged_cells.h>

#include <algorithm>
#include <cmath>

namespace dateline::query {

using events::Row;

namespace {

/// Morton codes have 16 bits a side: finer cells have no run of rows of their own.
constexpr int mortonLevel = 16;
/// Columns hold positions as float: finer cells would show its steps.
constexpr int finestLevel = 24;
std::uint64_t keyOf(std::uint32_t x, std::uint32_t y)
{
    return (std::uint64_t(y) << 32U) | x;
}

std::uint32_t cellsAcross(int level)
{
    return 1U << unsigned(level);
}

/// The level whose cells are a quarter to a half of the radius wide: coarser ones would let the
/// grid show, finer ones only cost.
int gridLevelFor(double radius)
{
    const double level = std::ceil(std::log2(2.0 / std::max(radius, 1e-9)));
    return int(std::clamp(level, 1.0, double(finestLevel)));
}

/// The shorter way round the world.
double wrapped(double dx)
{
    return dx - std::round(dx);
}

} // namespace

MergedCells::MergedCells(const events::Dataset &dataset, const RowSet &passing, int level,
                         double radius)
    : m_columns(dataset.columns())
    , m_passing(passing)
    , m_radius(std::max(radius, 0.0) / (256.0 * std::exp2(level)))
    , m_level(gridLevelFor(m_radius))
{}

MergedCells::Address MergedCells::addressOf(Row row) const
{
    const auto across = float(cellsAcross(m_level));
    const auto index = [across](float unit) {
        return std::uint32_t(std::clamp(unit * across, 0.0F, across - 1));
    };
    return {index(m_columns.x[row]), index(m_columns.y[row])};
}

/// The rows `within` a range of them that lie in a cell of the quadtree; beyond the levels that
/// Morton codes tell apart, those in the smallest cell around it.
MergedCells::RowRange MergedCells::rowsUnder(int level, Address address, RowRange within) const
{
    if (level > mortonLevel) {
        const auto finer = unsigned(level - mortonLevel);
        address = {address.x >> finer, address.y >> finer};
        level = mortonLevel;
    }
    const double across = cellsAcross(level);
    const std::uint64_t first = events::mortonCode({address.x / across, address.y / across});
    const std::uint64_t past = first + (std::uint64_t(1) << unsigned(2 * (mortonLevel - level)));
    const auto lowerBound = [this, within](std::uint64_t code) {
        Row begin = within.begin;
        Row end = within.end;
        while (begin < end) {
            const Row middle = begin + (end - begin) / 2;
            if (events::mortonCode({m_columns.x[middle], m_columns.y[middle]}) < code)
                begin = middle + 1;
            else
                end = middle;
        }
        return begin;
    };
    return {lowerBound(first), lowerBound(past)};
}

/// Reads the tiles of a cell of the quadtree that meet the box, going down only where rows are.
void MergedCells::loadBox(int level, Address address, RowRange rows, const MercatorBox &box)
{
    const double across = cellsAcross(level);
    if (rows.begin >= rows.end || (address.x + 1) / across < box.left
        || address.x / across > box.right || (address.y + 1) / across < box.top
        || address.y / across > box.bottom)
        return;
    if (level == tileLevel()) {
        tileOf({address.x << tileLevels, address.y << tileLevels});
        return;
    }
    if (level == mortonLevel) {
        m_passing.forEach(rows.begin, rows.end, [this](Row row) { tileOf(addressOf(row)); });
        return;
    }
    for (std::uint32_t quarter = 0; quarter < 4; ++quarter) {
        const Address child{address.x * 2 + quarter % 2, address.y * 2 + quarter / 2};
        loadBox(level + 1, child, rowsUnder(level + 1, child, rows), box);
    }
}

/// The tile around a cell, read when first asked for.
MergedCells::Tile *MergedCells::tileOf(Address cell)
{
    const auto [place, isNew]
        = m_tiles.try_emplace(keyOf(cell.x >> tileLevels, cell.y >> tileLevels));
    if (isNew)
        place->second = readTile(cell);
    return place->second.get();
}

std::unique_ptr<MergedCells::Tile> MergedCells::readTile(Address cell)
{
    const Address tile{cell.x >> tileLevels, cell.y >> tileLevels};
    const RowRange rows = rowsUnder(tileLevel(), tile, {0, Row(m_columns.pointCount)});
    std::unique_ptr<Tile> result;
    const std::size_t firstNew = m_cells.size();
    m_passing.forEach(rows.begin, rows.end, [&](Row row) {
        const Address address = addressOf(row);
        if (Address{address.x >> tileLevels, address.y >> tileLevels} != tile)
            return;
        if (!result) {
            result = std::make_unique<Tile>();
            result->nodes.fill(noNode);
        }
        Node &node = result->at(address);
        if (node == noNode) {
            node = Node(m_cells.size());
            m_cells.push_back({address, row});
        }
        ++m_cells[node].count;
        m_cells[node].position.x += double(m_columns.x[row]);
        m_cells[node].position.y += double(m_columns.y[row]);
    });
    for (std::size_t i = firstNew; i < m_cells.size(); ++i) {
        m_cells[i].position.x /= m_cells[i].count;
        m_cells[i].position.y /= m_cells[i].count;
    }
    return result;
}

bool MergedCells::outranks(Node a, Node b) const
{
    return m_cells[a].count != m_cells[b].count ? m_cells[a].count > m_cells[b].count
                                                : m_cells[a].firstRow < m_cells[b].firstRow;
}

double MergedCells::squaredDistance(Node a, Node b) const
{
    const double dx = wrapped(position(b).x - position(a).x);
    const double dy = position(b).y - position(a).y;
    return dx * dx + dy * dy;
}

/// The other nodes within the radius.
std::vector<MergedCells::Node> MergedCells::neighboursOf(Node node)
{
    const std::uint32_t across = cellsAcross(m_level);
    const Address middle = m_cells[node].address;
    const auto reach = std::uint32_t(std::min(m_radius * across, double(across))) + 1;
    const std::uint32_t top = middle.y - std::min(middle.y, reach);
    const std::uint32_t bottom = std::min(middle.y + reach + 1, across);
    // Once round the world at most, so that no cell is met twice.
    const std::uint32_t width = std::min(2 * reach + 1, across);
    const std::uint32_t left = (middle.x + 2 * across - reach) % across;
    const double squaredRadius = m_radius * m_radius;
    std::vector<Node> neighbours;
    // Tile by tile; both the width of the world and of a tile are powers of two, so that the
    // antimeridian is always between two tiles.
    for (std::uint32_t y = top; y < bottom; y = std::min((y / tileSide + 1) * tileSide, bottom)) {
        for (std::uint32_t done = 0, part = 0; done < width; done += part) {
            const std::uint32_t x = (left + done) % across;
            part = std::min({tileSide - x % tileSide, across - x, width - done});
            Tile *tile = tileOf({x, y});
            if (tile == nullptr)
                continue;
            const std::uint32_t end = std::min((y / tileSide + 1) * tileSide, bottom);
            for (std::uint32_t cellY = y; cellY < end; ++cellY) {
                for (std::uint32_t cellX = x; cellX < x + part; ++cellX) {
                    const Node other = tile->at({cellX, cellY});
                    if (other != noNode && other != node
                        && squaredDistance(node, other) < squaredRadius)
                        neighbours.push_back(other);
                }
            }
        }
    }
    return neighbours;
}

/// Follows the chain of higher ranks with a stack of its own: on a slope of ever higher counts it
/// may be as long as the world is wide.
bool MergedCells::isCentre(Node node)
{
    struct Question
    {
        Node node;
        std::vector<Node> higher; ///< highest rank first
        std::size_t next = 0;
    };
    std::vector<Question> questions;
    const auto ask = [this, &questions](Node asked) {
        std::vector<Node> higher = neighboursOf(asked);
        std::erase_if(higher, [this, asked](Node other) { return outranks(asked, other); });
        // The highest is the likeliest to be a centre, which settles the question.
        std::ranges::sort(higher, [this](Node a, Node b) { return outranks(a, b); });
        questions.push_back({asked, std::move(higher)});
    };
    if (m_cells[node].verdict == Verdict::Unknown)
        ask(node);
    while (!questions.empty()) {
        Question &question = questions.back();
        if (question.next == question.higher.size()) {
            m_cells[question.node].verdict = Verdict::Centre;
            questions.pop_back();
            continue;
        }
        const Node higher = question.higher[question.next];
        switch (m_cells[higher].verdict) {
        case Verdict::Unknown:
            ask(higher);
            break;
        case Verdict::Member:
            ++question.next;
            break;
        case Verdict::Centre:
            m_cells[question.node].verdict = Verdict::Member;
            questions.pop_back();
            break;
        }
    }
    return m_cells[node].verdict == Verdict::Centre;
}

MergedCells::Node MergedCells::centreOfNode(Node node)
{
    if (!m_cells[node].centre) {
        const Node centre = isCentre(node) ? node : nearestCentre(node);
        m_cells[node].centre = centre;
    }
    return *m_cells[node].centre;
}

MergedCells::Node MergedCells::nearestCentre(Node node)
{
    Node nearest = node;
    double least = 0;
    for (const Node other : neighboursOf(node)) {
        const double away = squaredDistance(node, other);
        const bool isNearer
            = nearest == node || away < least || (away == least && outranks(other, nearest));
        if (isNearer && isCentre(other)) {
            nearest = other;
            least = away;
        }
    }
    return nearest;
}

std::vector<MergedCells::Node> MergedCells::centresIn(const MercatorBox &box)
{
    loadBox(0, {}, {0, Row(m_columns.pointCount)}, box);
    const auto inBox = [&box](const events::MercatorPoint &point) {
        return point.x >= box.left && point.x <= box.right && point.y >= box.top
            && point.y <= box.bottom;
    };
    std::vector<Node> centres;
    // Asking loads more nodes around the box; those lie outside it.
    const auto loaded = Node(m_cells.size());
    for (Node node = 0; node < loaded; ++node) {
        if (inBox(position(node)) && isCentre(node))
            centres.push_back(node);
    }
    return centres;
}

std::vector<MergedCells::Node> MergedCells::membersOf(Node centre)
{
    std::vector<Node> members = neighboursOf(centre);
    std::erase_if(members, [this, centre](Node node) { return centreOfNode(node) != centre; });
    members.push_back(centre);
    return members;
}

MergedCells::Node MergedCells::centreOf(Row row)
{
    const Address address = addressOf(row);
    return centreOfNode(tileOf(address)->at(address));
}

void MergedCells::appendRows(Node node, std::vector<Row> &rows) const
{
    const Cell &cell = m_cells[node];
    const RowRange range = rowsUnder(m_level, cell.address, {0, Row(m_columns.pointCount)});
    m_passing.forEach(range.begin, range.end, [&](Row row) {
        if (addressOf(row) == cell.address)
            rows.push_back(row);
    });
}

} // namespace dateline::query
