// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bitsets/spatial_blocks.h>
#include <clustering/cell_table.h>

#include <cstdint>

namespace dateline::clustering {

/// A rectangle of the cells of a grid over the world, which is `across` cells wide and high, a
/// power of two. From a corner on to the east, where x begins anew at the antimeridian, and to the
/// south. Private to ClusterGrid.
struct CellPart
{
    using Cell = CellTable::Cell;

    /// How many cells there are around a box on each side.
    struct Margins
    {
        std::uint32_t west = 0;
        std::uint32_t north = 0;
        std::uint32_t east = 0;
        std::uint32_t south = 0;
    };

    Cell corner;
    std::uint32_t width = 0;
    std::uint32_t height = 0;

    /// The part that a box (x unwrapped) touches, with margins that end where the world does.
    /// Begins at the antimeridian where it goes all around.
    [[nodiscard]] static CellPart around(const events::MercatorBox &box, const Margins &margins,
                                         std::uint32_t across);

    [[nodiscard]] bool wraps(std::uint32_t across) const { return width == across; }
    /// Whether the antimeridian goes through it.
    [[nodiscard]] bool meetsAntimeridian(std::uint32_t across) const
    {
        return wraps(across) || std::uint64_t(corner.x) + width > across;
    }
    /// Whether all of another part is in it.
    [[nodiscard]] bool holds(const CellPart &other, std::uint32_t across) const;

    /// Whether a cell, counted from the corner, is in it.
    [[nodiscard]] bool has(const Cell &cell) const { return cell.x < width && cell.y < height; }
    /// Whether such a cell is that near to what is not in it: within `reach` cells on an axis.
    [[nodiscard]] bool isNearEdge(const Cell &cell, std::uint32_t reach,
                                  std::uint32_t across) const;
    /// The margin beyond which what is not in it is nearest to such a cell.
    [[nodiscard]] std::uint32_t Margins::*sideNear(const Cell &cell, std::uint32_t across) const;
};

} // namespace dateline::clustering
