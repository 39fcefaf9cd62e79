// SPDX-License-Identifier: GPL-3.0-or-later
#include <clustering/clusters.h>

#include <clustering/cluster_grid.h>
#include <clustering/mercator_view.h>

#include <algorithm>
#include <cmath>

namespace dateline::clustering {

using bitsets::FollowedRows;
using bitsets::RowSet;
using events::MercatorBox;
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

/// The nodes of a grid by the centre that they belong to, those with their centre in a box.
class Groups
{
public:
    Groups(const ClusterGrid &grid, const MercatorView &ofCentres, std::size_t kinds,
           std::size_t words)
        : m_grid(grid)
        , m_kinds(kinds)
        , m_wordCount(words)
        , m_groupOf(grid.nodeBound(), others)
    {
        grid.centres().forEach([&](ClusterGrid::Node node) {
            if (!ofCentres.contains(grid.position(node)))
                return;
            m_groupOf[node] = std::uint32_t(m_centres.size());
            m_centres.push_back(node);
        });
        m_totals.resize(m_centres.size() * words);
        if (grid.meetsAntimeridian())
            addUp([this](ClusterGrid::Node node) { return worldsEast(node); });
        else
            addUp([](ClusterGrid::Node) { return 0; });
    }

    /// The clusters of those whose mean lies in a view.
    std::vector<Cluster> clustersIn(const MercatorView &view)
    {
        std::vector<Cluster> clusters;
        clusters.reserve(m_centres.size());
        m_clusterOf.assign(m_centres.size(), noCluster);
        for (std::uint32_t group = firstGroup; group < m_centres.size(); ++group) {
            const PointSums::Word *const sums = totalsOf(group);
            const events::MercatorPoint mean = PointSums::mean(sums);
            const events::MercatorPoint centre{intoWorld(mean.x), mean.y};
            if (!view.contains(centre))
                continue;
            m_clusterOf[group] = std::uint32_t(clusters.size());
            Cluster &cluster = clusters.emplace_back();
            cluster.centre = centre;
            cluster.count = PointSums::count(sums);
            cluster.denied = PointSums::denied(sums);
            cluster.byKind = KindCounts(m_kinds);
            for (std::size_t kind = 0; kind < m_kinds; ++kind)
                cluster.byKind[kind] = PointSums::ofKind(sums, kind);
            cluster.identity = m_grid.name(m_centres[group]);
        }
        return clusters;
    }

    /// Lists the passing events of the clusters that clustersIn() made.
    void listRows(const RowSet &passing, std::vector<Cluster> &clusters) const
    {
        m_grid.forEachRow(passing, [&](Row row, ClusterGrid::Node node) {
            const std::uint32_t cluster = m_clusterOf[groupOf(node)];
            if (cluster != noCluster)
                clusters[cluster].rows.push_back(row);
        });
    }

private:
    static constexpr std::uint32_t others = 0; ///< the group of nodes whose centre is elsewhere
    static constexpr std::uint32_t firstGroup = 1;
    static constexpr std::uint32_t noCluster = ~0U;

    [[nodiscard]] std::uint32_t groupOf(ClusterGrid::Node node) const
    {
        return m_groupOf[m_grid.centreOf(node)];
    }
    [[nodiscard]] PointSums::Word *totalsOf(std::uint32_t group)
    {
        return m_totals.data() + group * m_wordCount;
    }

    /// Sums the nodes of each group; worldsEast(node) says where a node lies as its group sees it.
    template<typename WorldsEast>
    void addUp(const WorldsEast &worldsEast)
    {
        m_grid.nodes().forEach([&](ClusterGrid::Node node) {
            const PointSums::Word *const sums = m_grid.sums(node);
            PointSums::Word *const total = totalsOf(groupOf(node));
            PointSums::addWords(sums, m_wordCount, total);
            if (const int worlds = worldsEast(node))
                PointSums::moveEast(total, PointSums::count(sums), worlds);
        });
    }

    /// Where nodes lie on both sides of the antimeridian one may be a world from its centre.
    [[nodiscard]] int worldsEast(ClusterGrid::Node node) const
    {
        const double way = m_grid.position(node).x - m_grid.position(m_grid.centreOf(node)).x;
        return -int(std::round(way));
    }

    const ClusterGrid &m_grid;
    std::size_t m_kinds;
    std::size_t m_wordCount; ///< of the sums of a node
    std::vector<std::uint32_t> m_groupOf; ///< of each node that is a centre
    std::vector<ClusterGrid::Node> m_centres{0}; ///< of each group
    std::vector<PointSums::Word> m_totals;
    std::vector<std::uint32_t> m_clusterOf; ///< of each group
};

} // namespace

Clusters::Clusters(std::shared_ptr<const events::Dataset> dataset)
    : m_dataset(std::move(dataset))
    , m_blocks(*m_dataset)
    , m_sums(*m_dataset)
    , m_none(std::make_shared<const RowSet>(m_dataset->size()))
{}

Clusters::~Clusters() = default;

std::vector<Cluster> Clusters::at(const FollowedRows &passing, const MercatorBox &view, double zoom,
                                  double radius, Rows rows) const
{
    if (!m_grid || m_level != levelOf(zoom) || m_radius != radius) {
        m_level = levelOf(zoom);
        m_radius = radius;
        m_grid
            = std::make_unique<ClusterGrid>(*m_dataset, m_blocks, m_sums, m_none, m_level, radius);
    }
    ClusterGrid &grid = *m_grid;
    const MercatorBox ofCentres = view.widened(grid.reach());
    grid.merge(passing, ofCentres.widened(grid.radius()));
    Groups groups(grid, MercatorView(ofCentres), m_dataset->kinds().size(), m_sums.wordCount());
    std::vector<Cluster> clusters = groups.clustersIn(MercatorView(view));
    if (rows == Rows::Listed)
        groups.listRows(*passing.rows, clusters);
    return clusters;
}

std::optional<int> Clusters::zoomThatSplits(const FollowedRows &passing, std::span<const Row> rows,
                                            double zoom, double radius) const
{
    const events::EventColumns &columns = m_dataset->columns();
    const auto isUnseen
        = [&](Row row) { return row >= m_dataset->pointCount() || !passing.rows->contains(row); };
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
        ClusterGrid grid(*m_dataset, m_blocks, m_sums, m_none, level, radius);
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

} // namespace dateline::clustering
