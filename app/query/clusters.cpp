// SPDX-License-Identifier: GPL-3.0-or-later
#include <query/clusters.h>

#include <query/cluster_grid.h>

#include <algorithm>
#include <cmath>

namespace dateline::query {

using events::Row;

namespace {

int levelOf(double zoom)
{
    return int(std::clamp(std::floor(zoom), 0.0, double(Clusters::maximumZoom)));
}

/// Into [0, 1); rounding may lift a tiny negative number to 1.
double intoWorld(double x)
{
    const double inside = x - std::floor(x);
    return inside < 1 ? inside : 0;
}

/// Which points a box (x unwrapped) shows. Half open, but the southern edge of the world belongs to
/// a view that reaches it.
class View
{
public:
    explicit View(const MercatorBox &box)
        : m_box(box)
        , m_world(std::floor(box.left))
    {}

    /// x in [0, 1], where 1 is the meridian of 0.
    [[nodiscard]] bool contains(const events::MercatorPoint &point) const
    {
        const double x = point.x + m_world;
        const double shown = x < m_box.left ? x + 1 : x >= m_box.left + 1 ? x - 1 : x;
        return shown < m_box.right && point.y >= m_box.top
            && (point.y < m_box.bottom || m_box.bottom >= 1);
    }

private:
    MercatorBox m_box;
    double m_world;
};

/// A box with a margin on all sides.
MercatorBox widened(const MercatorBox &box, double margin)
{
    return {box.left - margin, box.top - margin, box.right + margin, box.bottom + margin};
}

/// Merges around a box, ever farther, until nothing that matters is in doubt. Begins with `margin`
/// and returns the one that sufficed.
template<typename IsSettled>
std::uint32_t mergeUntil(ClusterGrid &grid, const RowSet &passing, const MercatorBox &box,
                         std::uint32_t margin, const IsSettled &isSettled)
{
    grid.merge(passing, box, margin);
    while (!isSettled()) {
        margin += std::max(ClusterGrid::leastMargin, margin / 2);
        grid.merge(passing, box, margin);
    }
    return margin;
}

constexpr std::uint32_t noSlot = ~std::uint32_t(0);

/// The cluster of a centre.
Cluster clusterOf(const ClusterGrid &grid, ClusterGrid::Node centre, const PointSums::Word *sums,
                  std::size_t kinds)
{
    Cluster cluster;
    const events::MercatorPoint mean = PointSums::mean(sums);
    cluster.centre = {intoWorld(mean.x), mean.y};
    cluster.count = PointSums::count(sums);
    cluster.denied = PointSums::denied(sums);
    cluster.byKind.resize(kinds);
    for (std::size_t kind = 0; kind < kinds; ++kind)
        cluster.byKind[kind] = PointSums::ofKind(sums, kind);
    cluster.identity = grid.name(centre);
    return cluster;
}

/// The clusters of the centres in a box, and for each node of the grid which one it belongs to.
std::vector<Cluster> gather(const ClusterGrid &grid, const View &view, std::size_t kinds,
                            std::size_t words, std::vector<std::uint32_t> &slots)
{
    std::vector<ClusterGrid::Node> centres;
    slots.assign(grid.nodeBound(), noSlot);
    for (const ClusterGrid::Node node : grid.nodes()) {
        if (grid.centreOf(node) != node || !view.contains(grid.position(node)))
            continue;
        slots[node] = std::uint32_t(centres.size());
        centres.push_back(node);
    }
    std::vector<PointSums::Word> totals(centres.size() * words);
    for (const ClusterGrid::Node node : grid.nodes()) {
        const ClusterGrid::Node centre = grid.centreOf(node);
        slots[node] = slots[centre];
        if (slots[node] == noSlot)
            continue;
        const PointSums::Word *const sums = grid.sums(node);
        PointSums::Word *const total = totals.data() + slots[node] * words;
        for (std::size_t word = 0; word < words; ++word)
            total[word] += sums[word];
        // Where they lie on both sides of the antimeridian the node is a world to the east or west.
        const double east = grid.position(node).x - grid.position(centre).x;
        if (std::abs(east) > 0.5)
            PointSums::moveEast(total, PointSums::count(sums), east > 0 ? -1 : 1);
    }
    std::vector<Cluster> clusters;
    clusters.reserve(centres.size());
    for (std::size_t slot = 0; slot < centres.size(); ++slot)
        clusters.push_back(clusterOf(grid, centres[slot], totals.data() + slot * words, kinds));
    return clusters;
}

} // namespace

Clusters::Clusters(std::shared_ptr<const events::Dataset> dataset)
    : m_dataset(std::move(dataset))
    , m_blocks(*m_dataset)
    , m_sums(*m_dataset)
{}

Clusters::~Clusters() = default;

std::vector<Cluster> Clusters::at(const RowSet &passing, const MercatorBox &view, double zoom,
                                  double radius, Rows rows) const
{
    if (!m_grid || m_level != levelOf(zoom) || m_radius != radius) {
        m_level = levelOf(zoom);
        m_radius = radius;
        m_grid = std::make_unique<ClusterGrid>(*m_dataset, m_blocks, m_sums, m_level, radius);
        m_margin = ClusterGrid::leastMargin;
    }
    ClusterGrid &grid = *m_grid;
    // The mean of a cluster lies within the radius of its centre, and so do its members.
    const MercatorBox ofCentres = widened(view, grid.radius());
    const MercatorBox ofMembers = widened(ofCentres, grid.radius());
    m_margin = mergeUntil(grid, passing, ofMembers, m_margin, [&] {
        return std::ranges::all_of(
            grid.nodes(), [&grid, inView = View(ofMembers)](ClusterGrid::Node node) {
                return grid.isSettled(node) || !inView.contains(grid.position(node));
            });
    });
    std::vector<std::uint32_t> slots;
    std::vector<Cluster> clusters
        = gather(grid, View(ofCentres), m_dataset->kinds().size(), m_sums.wordCount(), slots);
    if (rows == Rows::Listed) {
        grid.forEachRow(passing, [&](Row row, ClusterGrid::Node node) {
            if (slots[node] != noSlot)
                clusters[slots[node]].rows.push_back(row);
        });
    }
    std::erase_if(clusters, [inView = View(view)](const Cluster &cluster) {
        return !inView.contains(cluster.centre);
    });
    return clusters;
}

std::optional<int> Clusters::zoomThatSplits(std::span<const Row> rows, double zoom,
                                            double radius) const
{
    RowSet alone(m_dataset->size());
    for (const Row row : rows)
        alone.insert(row);
    return zoomThatSplits(alone, rows, zoom, radius);
}

std::optional<int> Clusters::zoomThatSplits(const RowSet &passing, std::span<const Row> rows,
                                            double zoom, double radius) const
{
    const events::EventColumns &columns = m_dataset->columns();
    const auto isUnseen
        = [&](Row row) { return row >= m_dataset->pointCount() || !passing.contains(row); };
    if (rows.empty() || std::ranges::any_of(rows, isUnseen))
        return std::nullopt;
    const double x = double(columns.x[rows[0]]);
    const double y = double(columns.y[rows[0]]);
    MercatorBox around{x, y, x, y};
    for (const Row row : rows) {
        const double east = double(columns.x[row]) - x;
        around.left = std::min(around.left, x + east - std::round(east));
        around.right = std::max(around.right, x + east - std::round(east));
        around.top = std::min(around.top, double(columns.y[row]));
        around.bottom = std::max(around.bottom, double(columns.y[row]));
    }
    const double extent = std::max(around.right - around.left, around.bottom - around.top);
    if (extent == 0)
        return std::nullopt;
    for (int level = levelOf(zoom) + 1; level <= maximumZoom; ++level) {
        ClusterGrid grid(*m_dataset, m_blocks, m_sums, level, radius);
        // Nodes of one cluster lie within the radius of its centre, events within a cell, which is
        // no wider than the radius, of their node.
        if (extent > 4 * grid.radius())
            return level;
        const MercatorBox box = widened(around, 2 * grid.radius());
        mergeUntil(grid, passing, box, ClusterGrid::leastMargin, [&] {
            return std::ranges::all_of(rows,
                                       [&](Row row) { return grid.isSettled(grid.nodeOf(row)); });
        });
        const ClusterGrid::Node centre = grid.centreOf(grid.nodeOf(rows[0]));
        const auto parts = [&](Row row) { return grid.centreOf(grid.nodeOf(row)) != centre; };
        if (std::ranges::any_of(rows, parts))
            return level;
    }
    return std::nullopt;
}

} // namespace dateline::query
