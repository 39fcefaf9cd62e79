// SPDX-License-Identifier: GPL-3.0-or-later
#include <query/clusters.h>

#include <query/cluster_grid.h>
#include <query/mercator_view.h>

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

/// Makes a cluster of the sums of its events.
void fill(Cluster &cluster, Row name, const PointSums::Word *sums, std::size_t kinds)
{
    const events::MercatorPoint mean = PointSums::mean(sums);
    cluster.centre = {intoWorld(mean.x), mean.y};
    cluster.count = PointSums::count(sums);
    cluster.denied = PointSums::denied(sums);
    cluster.byKind = KindCounts(kinds);
    for (std::size_t kind = 0; kind < kinds; ++kind)
        cluster.byKind[kind] = PointSums::ofKind(sums, kind);
    cluster.identity = name;
}

/// The clusters of the centres in a box, from the second on, and for each node of the grid which
/// one it belongs to: the first is that of all others.
std::vector<Cluster> gather(const ClusterGrid &grid, const MercatorView &view, std::size_t kinds,
                            std::size_t words, std::vector<std::uint32_t> &slots)
{
    std::vector<ClusterGrid::Node> centres{0};
    slots.assign(grid.nodeBound(), 0);
    grid.centres().forEach([&](ClusterGrid::Node node) {
        if (!view.contains(grid.position(node)))
            return;
        slots[node] = std::uint32_t(centres.size());
        centres.push_back(node);
    });
    std::vector<PointSums::Word> totals(centres.size() * words);
    const bool meets = grid.meetsAntimeridian();
    grid.nodes().forEach([&](ClusterGrid::Node node) {
        const ClusterGrid::Node centre = grid.centreOf(node);
        slots[node] = slots[centre];
        const PointSums::Word *const sums = grid.sums(node);
        PointSums::Word *const total = totals.data() + slots[node] * words;
        PointSums::addWords(sums, words, total);
        if (!meets)
            return;
        // Where they lie on both sides of the antimeridian the node is a world to the east or west.
        const double east = grid.position(node).x - grid.position(centre).x;
        if (std::abs(east) > 0.5)
            PointSums::moveEast(total, PointSums::count(sums), east > 0 ? -1 : 1);
    });
    std::vector<Cluster> clusters(centres.size());
    for (std::size_t slot = 1; slot < centres.size(); ++slot)
        fill(clusters[slot], grid.name(centres[slot]), totals.data() + slot * words, kinds);
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
    }
    ClusterGrid &grid = *m_grid;
    const MercatorBox ofCentres = view.widened(grid.reach());
    grid.merge(passing, ofCentres.widened(grid.radius()));
    std::vector<std::uint32_t> slots;
    std::vector<Cluster> clusters = gather(grid, MercatorView(ofCentres), m_dataset->kinds().size(),
                                           m_sums.wordCount(), slots);
    if (rows == Rows::Listed) {
        grid.forEachRow(passing, [&](Row row, ClusterGrid::Node node) {
            if (slots[node] != 0)
                clusters[slots[node]].rows.push_back(row);
        });
    }
    std::erase_if(clusters, [inView = MercatorView(view)](const Cluster &cluster) {
        return cluster.count == 0 || !inView.contains(cluster.centre);
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
    const auto [x, y] = columns.position.at(rows[0]);
    MercatorBox around{x, y, x, y};
    for (const Row row : rows) {
        const events::MercatorPoint point = columns.position.at(row);
        const double east = point.x - x;
        around.left = std::min(around.left, x + east - std::round(east));
        around.right = std::max(around.right, x + east - std::round(east));
        around.top = std::min(around.top, point.y);
        around.bottom = std::max(around.bottom, point.y);
    }
    const double extent = std::max(around.right - around.left, around.bottom - around.top);
    if (extent == 0)
        return std::nullopt;
    for (int level = levelOf(zoom) + 1; level <= maximumZoom; ++level) {
        ClusterGrid grid(*m_dataset, m_blocks, m_sums, level, radius);
        if (extent > 2 * grid.reach())
            return level;
        grid.merge(passing, around.widened(grid.reach()));
        const ClusterGrid::Node centre = grid.centreOf(grid.nodeOf(rows[0]));
        const auto parts = [&](Row row) { return grid.centreOf(grid.nodeOf(row)) != centre; };
        if (std::ranges::any_of(rows, parts))
            return level;
    }
    return std::nullopt;
}

} // namespace dateline::query
