// SPDX-License-Identifier: GPL-3.0-or-later
#include <bitsets/spatial_blocks.h>

#include <bitsets/bit_kernels.h>
#include <bitsets/lasso.h>
#include <events/web_mercator.h>

#include <algorithm>
#include <cmath>

namespace dateline::bitsets {

using events::PackedPoint;
using events::PackedPosition;
using events::Row;

SpatialBlocks::SpatialBlocks(const events::Dataset &dataset)
    : m_columns(&dataset.columns())
{
    const std::size_t points = m_columns->pointCount;
    m_blocks.reserve((points + rowsInBlock - 1) / rowsInBlock);
    for (std::size_t begin = 0; begin < points; begin += rowsInBlock) {
        const std::size_t end = std::min<std::size_t>(begin + rowsInBlock, points);
        Bounds bounds{~0U, 0, ~0U, 0};
        for (std::size_t row = begin; row < end; ++row) {
            const PackedPoint &point = m_columns->position[Row(row)];
            bounds.left = std::min(bounds.left, point.x);
            bounds.right = std::max(bounds.right, point.x);
            bounds.top = std::min(bounds.top, point.y);
            bounds.bottom = std::max(bounds.bottom, point.y);
        }
        m_blocks.push_back(bounds);
    }
}

void SpatialBlocks::addInside(RowSet &rows, std::size_t block, const Bounds &area) const
{
    const Bounds &bounds = m_blocks[block];
    if (bounds.left > area.right || bounds.right < area.left || bounds.top > area.bottom
        || bounds.bottom < area.top)
        return;
    const bool isInside = bounds.left >= area.left && bounds.right <= area.right
        && bounds.top >= area.top && bounds.bottom <= area.bottom;
    constexpr std::size_t wordsInBlock = rowsInBlock / 64;
    for (std::size_t word = block * wordsInBlock; word < (block + 1) * wordsInBlock; ++word) {
        const std::size_t begin = word * 64;
        if (begin >= m_columns->pointCount)
            return;
        const std::size_t count = std::min<std::size_t>(64, m_columns->pointCount - begin);
        std::uint64_t bits = 0;
        if (isInside) {
            bits = ~std::uint64_t(0) >> (64 - count);
        } else if (count == 64) {
            bits = bitKernels().pointsInside(&m_columns->position[Row(begin)], area.left,
                                             area.right, area.top, area.bottom);
        } else {
            for (std::size_t i = 0; i < count; ++i) {
                const auto &[x, y] = m_columns->position[Row(begin + i)];
                const bool inside
                    = x >= area.left && x <= area.right && y >= area.top && y <= area.bottom;
                bits |= std::uint64_t(inside) << i;
            }
        }
        rows.setWord(word, rows.words()[word] | bits);
    }
}

/// Where the points of a box are in the columns, whose positions the edges are rounded like, so
/// that an event on an edge stays on it. Of a box upside down they hold none.
std::vector<SpatialBlocks::Bounds> SpatialBlocks::areasOf(const events::GeoBox &box)
{
    constexpr std::int64_t world = PackedPoint::stepsInWorld;
    const auto stepsOf = [](double unit) { return std::int64_t(std::llround(unit * world)); };
    const std::int64_t west = stepsOf(events::mercatorX(box.west));
    const std::int64_t east
        = stepsOf(events::mercatorX(box.east)) + (box.west > box.east ? world : 0);
    const auto top = PackedPosition::of({0, events::mercatorY(box.north)}).y;
    const auto bottom = PackedPosition::of({0, events::mercatorY(box.south)}).y;
    const auto area = [top, bottom](std::uint32_t from, std::uint32_t to) -> Bounds {
        constexpr auto shift = PackedPoint::shift;
        return {from << shift, to << shift | PackedPoint::spare, top << shift,
                bottom << shift | PackedPoint::spare};
    };
    constexpr std::uint32_t last = PackedPoint::stepsInWorld - 1;
    if (east - west >= world)
        return {area(0, last)};
    const std::uint32_t left = std::uint32_t(west) % PackedPoint::stepsInWorld;
    const std::uint32_t right = std::uint32_t(east) % PackedPoint::stepsInWorld;
    if (left <= right)
        return {area(left, right)};
    return {area(left, last), area(0, right)}; // across the antimeridian
}

/// The edges in Mercator units.
events::MercatorBox SpatialBlocks::boxOf(const Bounds &bounds)
{
    const auto [left, top] = PackedPosition::in({bounds.left, bounds.top}).point();
    const auto [right, bottom] = PackedPosition::in({bounds.right, bounds.bottom}).point();
    return {left, top, right, bottom};
}

RowSet SpatialBlocks::inside(const events::GeoBox &box) const
{
    RowSet rows(m_columns->size());
    for (const Bounds &area : areasOf(box)) {
        for (std::size_t block = 0; block < m_blocks.size(); ++block)
            addInside(rows, block, area);
    }
    return rows;
}

void SpatialBlocks::addInside(RowSet &rows, std::size_t block, const Lasso &lasso, int world) const
{
    const events::MercatorBox box = boxOf(m_blocks[block]);
    const Lasso::Part part = lasso.over(box.left + world, box.right + world, box.top, box.bottom);
    const auto contains = [&part, world](const events::MercatorPoint &point) {
        return part.contains(point.x + world, point.y);
    };
    if (!part.isCut && !contains({box.left, box.top}))
        return;
    const std::size_t begin = block * rowsInBlock;
    const std::size_t end = std::min<std::size_t>(begin + rowsInBlock, m_columns->pointCount);
    for (std::size_t row = begin; row < end; ++row) {
        if (!part.isCut || contains(m_columns->position.at(Row(row))))
            rows.insert(Row(row));
    }
}

RowSet SpatialBlocks::inside(std::span<const events::GeoPoint> points) const
{
    const Lasso lasso(points);
    RowSet rows(m_columns->size());
    for (int world = lasso.firstWorld(); world <= lasso.lastWorld(); ++world) {
        for (std::size_t block = 0; block < m_blocks.size(); ++block)
            addInside(rows, block, lasso, world);
    }
    return rows;
}

std::vector<std::uint32_t> SpatialBlocks::blocksIn(const events::MercatorBox &box) const
{
    std::vector<std::uint32_t> blocks;
    for (std::uint32_t block = 0; block < m_blocks.size(); ++block) {
        const events::MercatorBox bounds = boxOf(m_blocks[block]);
        if (bounds.left <= box.right && bounds.right >= box.left && bounds.top <= box.bottom
            && bounds.bottom >= box.top)
            blocks.push_back(block);
    }
    return blocks;
}

} // namespace dateline::bitsets
