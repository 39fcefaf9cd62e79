// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/dataset.h>
#include <events/web_mercator.h>
#include <query/row_set.h>

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace dateline::query {

/// One symbol of the map: a single event or several close ones.
struct Cluster
{
    /// Mean position of its events, Mercator units in [0, 1].
    events::MercatorPoint centre;
    /// Its passing events, ascending.
    std::vector<events::Row> rows;
    /// How many of them are of each kind; as many elements as the dataset has kinds.
    std::vector<std::uint32_t> byKind;
    /// A name that stays the same while the camera pans at one zoom and the filter is unchanged.
    std::uint64_t identity = 0;
};

/// A box in Mercator units, half open; x may lie beyond [0, 1] for a neighbouring world copy.
struct MercatorBox
{
    double left = 0;
    double top = 0;
    double right = 1;
    double bottom = 1;
};

/// Groups the passing events that are drawn at a point into the symbols of a map at any zoom.
/// Works on the dataset's Morton order: a cell is a contiguous run of rows. Immutable after
/// construction; at() is const and thread-safe.
class Clusters
{
public:
    explicit Clusters(std::shared_ptr<const events::Dataset> dataset);

    /// Beyond this zoom clusters stay as they are.
    static constexpr int maximumZoom = 20;

    /// The clusters of the `passing` events whose centre lies in `view`, at tile zoom `zoom` ≥ 0
    /// (256 px tiles), by identity. Symbols closer than `radius` pixels to one another merge; the
    /// zoom is rounded down for that, so that nothing regroups between two integral zooms. Counts
    /// are conserved: over the whole world every passing event at a point is in exactly one
    /// cluster. Which events form a cluster does not depend on `view`. A centre lies in [0, 1),
    /// also when `view` shows it in another world copy, and is listed once. No cluster for no
    /// events.
    [[nodiscard]] std::vector<Cluster> at(const RowSet &passing, const MercatorBox &view,
                                          double zoom, double radius = 40) const;

    /// The lowest integral zoom above `zoom` at which these rows of `passing` are no longer in
    /// one cluster, or nothing when there is none up to maximumZoom: as a rule they
    /// share one position, and a list has to show them. Nothing also when a row does not pass or
    /// is not at a point.
    [[nodiscard]] std::optional<int> zoomThatSplits(const RowSet &passing,
                                                    std::span<const events::Row> rows, double zoom,
                                                    double radius = 40) const;

    /// The same as if no other event passed; close ones may hold the rows together longer.
    [[nodiscard]] std::optional<int> zoomThatSplits(std::span<const events::Row> rows, double zoom,
                                                    double radius = 40) const;

private:
    std::shared_ptr<const events::Dataset> m_dataset;
};

} // namespace dateline::query
