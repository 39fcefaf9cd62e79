// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bitsets/row_set.h>
#include <events/dataset.h>
#include <events/geo_box.h>
#include <events/web_mercator.h>

#include <span>
#include <vector>

namespace dateline::bitsets {

class Lasso;

/// The boxes around runs of rows. Rows are in Morton order, so a run is a patch of the map and a
/// question about an area looks at single events along its edge only. Immutable and thread-safe.
class SpatialBlocks
{
public:
    /// Rows in a run; a multiple of the bits in a word of a RowSet.
    static constexpr events::Row rowsInBlock = 256;

    /// The dataset must outlive the blocks.
    explicit SpatialBlocks(const events::Dataset &dataset);

    /// The events at a point in the box, edges included. 180° east and west are one meridian.
    [[nodiscard]] RowSet inside(const events::GeoBox &box) const;

    /// The events at a point inside a closed line, see Lasso. On the line itself they may be on
    /// either side.
    [[nodiscard]] RowSet inside(std::span<const events::GeoPoint> lasso) const;

    /// The blocks that may hold events in a part of the unit square, edges included, ascending;
    /// block i holds the rows from i · rowsInBlock on.
    [[nodiscard]] std::vector<std::uint32_t> blocksIn(const events::MercatorBox &box) const;

private:
    /// Of words of PackedPoints, all included.
    struct Bounds
    {
        std::uint32_t left;
        std::uint32_t right;
        std::uint32_t top;
        std::uint32_t bottom;
    };

    [[nodiscard]] static std::vector<Bounds> areasOf(const events::GeoBox &box);
    [[nodiscard]] static events::MercatorBox boxOf(const Bounds &bounds);

    /// Adds to `rows` the events in one block that are inside.
    void addInside(RowSet &rows, std::size_t block, const Bounds &area) const;
    /// The same for a line, in the world copy `world`.
    void addInside(RowSet &rows, std::size_t block, const Lasso &lasso, int world) const;

    const events::EventColumns *m_columns;
    std::vector<Bounds> m_blocks;
};

} // namespace dateline::bitsets
