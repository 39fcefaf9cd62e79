// SPDX-License-Identifier: GPL-3.0-or-later
#include <query/clusters.h>

#include <query/merged_cells.h>

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

/// A box that may lie anywhere as at most two boxes in the unit square: the one place that knows
/// of the antimeridian.
std::vector<MercatorBox> cutAtAntimeridian(const MercatorBox &box)
{
    if (box.right - box.left >= 1)
        return {{0, box.top, 1, box.bottom}};
    const double left = intoWorld(box.left);
    const double right = left + (box.right - box.left);
    if (right <= 1)
        return {{left, box.top, right, box.bottom}};
    return {{left, box.top, 1, box.bottom}, {0, box.top, right - 1, box.bottom}};
}

/// Half open, but the southern edge of the world belongs to a view that reaches it.
bool isInView(const events::MercatorPoint &point, const MercatorBox &view)
{
    const double x = point.x + std::ceil(view.left - point.x);
    return x < view.right && point.y >= view.top && (point.y < view.bottom || view.bottom >= 1);
}

Cluster clusterAround(MergedCells &cells, MergedCells::Node centre, const events::Dataset &dataset)
{
    Cluster cluster;
    const events::MercatorPoint middle = cells.position(centre);
    double sumX = 0;
    double sumY = 0;
    for (const MergedCells::Node member : cells.membersOf(centre)) {
        const events::MercatorPoint position = cells.position(member);
        const double dx = position.x - middle.x;
        sumX += (dx - std::round(dx)) * cells.count(member);
        sumY += position.y * cells.count(member);
        cells.appendRows(member, cluster.rows);
    }
    std::ranges::sort(cluster.rows);
    const auto count = double(cluster.rows.size());
    cluster.centre = {intoWorld(middle.x + sumX / count), sumY / count};
    cluster.byKind.resize(dataset.kinds().size());
    for (const Row row : cluster.rows)
        ++cluster.byKind[dataset.columns().kind[row]];
    cluster.identity = cluster.rows.front();
    return cluster;
}

} // namespace

Clusters::Clusters(std::shared_ptr<const events::Dataset> dataset)
    : m_dataset(std::move(dataset))
{}

std::vector<Cluster> Clusters::at(const RowSet &passing, const MercatorBox &view, double zoom,
                                  double radius) const
{
    MergedCells cells(*m_dataset, passing, levelOf(zoom), radius);
    // The mean of a cluster lies within the radius of its centre.
    const double margin = cells.radius();
    const MercatorBox wide{view.left - margin, view.top - margin, view.right + margin,
                           view.bottom + margin};
    std::vector<MergedCells::Node> centres;
    for (const MercatorBox &part : cutAtAntimeridian(wide)) {
        const std::vector<MergedCells::Node> some = cells.centresIn(part);
        centres.insert(centres.end(), some.begin(), some.end());
    }
    std::ranges::sort(centres);
    const auto repeated = std::ranges::unique(centres);
    centres.erase(repeated.begin(), repeated.end());

    std::vector<Cluster> clusters;
    for (const MergedCells::Node centre : centres) {
        Cluster cluster = clusterAround(cells, centre, *m_dataset);
        if (isInView(cluster.centre, view))
            clusters.push_back(std::move(cluster));
    }
    std::ranges::sort(clusters, {}, &Cluster::identity);
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
    const auto pointCount = m_dataset->pointCount();
    const events::EventColumns &columns = m_dataset->columns();
    const auto isApart = [&](Row row) {
        return columns.x[row] != columns.x[rows[0]] || columns.y[row] != columns.y[rows[0]];
    };
    const auto isUnseen = [&](Row row) { return row >= pointCount || !passing.contains(row); };
    if (std::ranges::any_of(rows, isUnseen) || std::ranges::none_of(rows, isApart))
        return std::nullopt;
    for (int level = levelOf(zoom) + 1; level <= maximumZoom; ++level) {
        MergedCells cells(*m_dataset, passing, level, radius);
        const MergedCells::Node first = cells.centreOf(rows[0]);
        const auto parts = [&](Row row) { return cells.centreOf(row) != first; };
        if (std::ranges::any_of(rows.subspan(1), parts))
            return level;
    }
    return std::nullopt;
}

} // namespace dateline::query
