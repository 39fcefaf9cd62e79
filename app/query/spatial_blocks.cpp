// SPDX-License-Identifier: GPL-3.0-or-later
#include <query/spatial_blocks.h>

#include <events/web_mercator.h>
#include <query/bit_kernels.h>
#include <query/lasso.h>

#include <algorithm>

namespace dateline::query {

using events::Row;

SpatialBlocks::SpatialBlocks(const events::Dataset &dataset)
    : m_columns(&dataset.columns())
{
    const std::size_t points = m_columns->pointCount;
    m_blocks.reserve((points + rowsInBlock - 1) / rowsInBlock);
    for (std::size_t begin = 0; begin < points; begin += rowsInBlock) {
        const std::size_t end = std::min<std::size_t>(begin + rowsInBlock, points);
        Bounds bounds{1, 0, 1, 0};
        for (std::size_t row = begin; row < end; ++row) {
            const float x = m_columns->position.x(Row(row));
            const float y = m_columns->position.y(Row(row));
            bounds.left = std::min(bounds.left, x);
            bounds.right = std::max(bounds.right, x);
            bounds.top = std::min(bounds.top, y);
            bounds.bottom = std::max(bounds.bottom, y);
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
            bits = bitKernels().pointsInside(m_columns->position.groupsFrom(Row(begin)), area.left,
                                             area.right, area.top, area.bottom);
        } else {
            for (std::size_t i = 0; i < count; ++i) {
                const float x = m_columns->position.x(Row(begin + i));
                const float y = m_columns->position.y(Row(begin + i));
                const bool inside
                    = x >= area.left && x <= area.right && y >= area.top && y <= area.bottom;
                bits |= std::uint64_t(inside) << i;
            }
        }
        rows.setWord(word, rows.words()[word] | bits);
    }
}

RowSet SpatialBlocks::inside(const GeoBox &box) const
{
    // The edges are rounded as the columns were, so that an event on an edge stays on it.
    const auto left = float(events::mercatorX(box.west));
    const auto right = float(events::mercatorX(box.east));
    const auto top = float(events::mercatorY(box.north));
    const auto bottom = float(events::mercatorY(box.south));
    std::vector<Bounds> areas;
    if (left <= right)
        areas = {{left, right, top, bottom}};
    else // across the antimeridian
        areas = {{left, 1, top, bottom}, {0, right, top, bottom}};
    const auto reaches = [&areas](float x) {
        return std::ranges::any_of(areas,
                                   [x](const Bounds &b) { return b.left <= x && b.right >= x; });
    };
    const bool reachesEast = reaches(1);
    const bool reachesWest = reaches(0);
    if (reachesEast && !reachesWest)
        areas.push_back({0, 0, top, bottom});
    if (reachesWest && !reachesEast)
        areas.push_back({1, 1, top, bottom});
    RowSet rows(m_columns->size());
    for (const Bounds &area : areas) {
        for (std::size_t block = 0; block < m_blocks.size(); ++block)
            addInside(rows, block, area);
    }
    return rows;
}

void SpatialBlocks::addInside(RowSet &rows, std::size_t block, const Lasso &lasso, int world) const
{
    const Bounds &bounds = m_blocks[block];
    const Lasso::Part part = lasso.over(double(bounds.left) + world, double(bounds.right) + world,
                                        double(bounds.top), double(bounds.bottom));
    const auto contains = [&part, world](const events::MercatorPoint &point) {
        return part.contains(point.x + world, point.y);
    };
    if (!part.isCut && !contains({double(bounds.left), double(bounds.top)}))
        return;
    const std::size_t begin = block * rowsInBlock;
    const std::size_t end = std::min<std::size_t>(begin + rowsInBlock, m_columns->pointCount);
    for (std::size_t row = begin; row < end; ++row) {
        if (!part.isCut || contains(m_columns->position.at(Row(row))))
            rows.insert(Row(row));
    }
}

RowSet SpatialBlocks::inside(std::span<const GeoPoint> points) const
{
    const Lasso lasso(points);
    RowSet rows(m_columns->size());
    for (int world = lasso.firstWorld(); world <= lasso.lastWorld(); ++world) {
        for (std::size_t block = 0; block < m_blocks.size(); ++block)
            addInside(rows, block, lasso, world);
    }
    return rows;
}

std::vector<std::uint32_t> SpatialBlocks::blocksIn(const MercatorBox &box) const
{
    std::vector<std::uint32_t> blocks;
    for (std::uint32_t block = 0; block < m_blocks.size(); ++block) {
        const Bounds &bounds = m_blocks[block];
        if (double(bounds.left) <= box.right && double(bounds.right) >= box.left
            && double(bounds.top) <= box.bottom && double(bounds.bottom) >= box.top)
            blocks.push_back(block);
    }
    return blocks;
}

} // namespace dateline::query
