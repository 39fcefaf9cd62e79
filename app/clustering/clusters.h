// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bitsets/row_changes.h>
#include <bitsets/row_set.h>
#include <bitsets/spatial_blocks.h>
#include <clustering/kind_counts.h>
#include <clustering/point_sums.h>
#include <events/dataset.h>
#include <events/web_mercator.h>

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace dateline::clustering {

class ClusterGrid;

/// One symbol of the map: a single event or several close ones.
struct Cluster
{
    /// Mean position of its events, Mercator units in [0, 1).
    events::MercatorPoint centre;
    /// How many passing events it stands for, and how many of them are denied.
    std::uint32_t count = 0;
    std::uint32_t denied = 0;
    /// How many of them are of each kind; as many elements as the dataset has kinds.
    KindCounts byKind;
    /// The events, ascending, when they were asked for.
    std::vector<events::Row> rows;
    /// A name that stays the same while the camera pans at one zoom, and under every filter in
    /// which the same patch of the map is its centre.
    std::uint64_t identity = 0;
};

/// Groups the passing events that are drawn at a point into the symbols of a map at any zoom.
/// Works on the dataset's Morton order: a patch of the map is some runs of rows. Remembers the
/// last answer, so that the next one costs the events that came or went. Not thread-safe.
class Clusters
{
public:
    explicit Clusters(std::shared_ptr<const events::Dataset> dataset);
    ~Clusters();

    /// Beyond this zoom clusters stay as they are.
    static constexpr int maximumZoom = 20;

    /// Whether clusters list their events, which costs as much as there are.
    enum class Rows : std::uint8_t { Counted, Listed };

    /// The clusters of the `passing` events whose centre lies in `view`, at tile zoom `zoom` ≥ 0
    /// (256 px tiles), in an order that depends on neither the view nor what passes. Places closer
    /// than `radius` pixels to one another merge, where a place is that of all events, passing or
    /// not, of a patch no wider than two thirds of the radius. The zoom is rounded down for that,
    /// so that nothing regroups between two integral zooms. Counts are conserved: over the whole
    /// world every passing event at a point is in exactly one cluster. Which events form a cluster
    /// does not depend on `view`. A centre lies in [0, 1), also when `view` shows it in another
    /// world copy, and is listed once. No cluster for no events.
    [[nodiscard]] std::vector<Cluster> at(const bitsets::FollowedRows &passing,
                                          const events::MercatorBox &view, double zoom,
                                          double radius = 40, Rows rows = Rows::Listed) const;

    /// The lowest integral zoom above `zoom` at which these rows of `passing` are no longer in
    /// one cluster, or nothing when there is none up to maximumZoom: as a rule they
    /// share one position, and a list has to show them. Nothing also when a row does not pass or
    /// is not at a point.
    [[nodiscard]] std::optional<int> zoomThatSplits(const bitsets::FollowedRows &passing,
                                                    std::span<const events::Row> rows, double zoom,
                                                    double radius = 40) const;

private:
    std::shared_ptr<const events::Dataset> m_dataset;
    bitsets::SpatialBlocks m_blocks;
    PointSums m_sums;
    bitsets::SharedRows m_none; ///< of the dataset's events
    mutable std::unique_ptr<ClusterGrid> m_grid; ///< of the last call of at()
    mutable int m_level = 0; ///< that grid's
    mutable double m_radius = 0;
};

} // namespace dateline::clustering
