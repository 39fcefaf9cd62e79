// SPDX-License-Identifier: GPL-3.0-or-later
#include <clustering/cell_part.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace dateline::clustering {

using events::MercatorBox;

CellPart CellPart::around(const MercatorBox &box, const Margins &margins, std::uint32_t acrossWorld)
{
    const double across = acrossWorld;
    const double top = std::clamp(std::floor(box.top * across) - margins.north, 0.0, across);
    const double bottom = std::clamp(std::ceil(box.bottom * across) + margins.south, top, across);
    const double left = std::floor(box.left * across) - margins.west;
    const double width = std::ceil(box.right * across) + margins.east - left;
    const auto height = std::uint32_t(bottom - top);
    if (width >= across)
        return {{0, std::uint32_t(top)}, acrossWorld, height};
    const double inWorld = left - std::floor(left / across) * across;
    return {{std::uint32_t(inWorld), std::uint32_t(top)}, std::uint32_t(width), height};
}

bool CellPart::holds(const CellPart &other, std::uint32_t across) const
{
    const bool holdsRows
        = other.corner.y >= corner.y && other.corner.y + other.height <= corner.y + height;
    const std::uint32_t from = (other.corner.x - corner.x) & (across - 1);
    return holdsRows && (wraps(across) || std::uint64_t(from) + other.width <= width);
}

bool CellPart::isNearEdge(const Cell &cell, std::uint32_t reach, std::uint32_t across) const
{
    const bool west = cell.x < reach;
    const bool east = cell.x + reach >= width;
    const bool north = corner.y > 0 && cell.y < reach;
    const bool south = corner.y + height < across && cell.y + reach >= height;
    return (!wraps(across) && (west || east)) || north || south;
}

std::uint32_t CellPart::Margins::*CellPart::sideNear(const Cell &cell, std::uint32_t across) const
{
    using Side = std::pair<std::uint32_t, std::uint32_t Margins::*>;
    constexpr std::uint32_t never = ~std::uint32_t(0);
    const std::array<Side, 4> sides{
        Side{wraps(across) ? never : cell.x, &Margins::west},
        {corner.y == 0 ? never : cell.y, &Margins::north},
        {wraps(across) ? never : width - 1 - cell.x, &Margins::east},
        {corner.y + height == across ? never : height - 1 - cell.y, &Margins::south}};
    return std::ranges::min_element(sides, {}, &Side::first)->second;
}

} // namespace dateline::clustering
