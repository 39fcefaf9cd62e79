// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/fetch.h>
#include <events/packed_point.h>
#include <events/records.h>
#include <events/web_mercator.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace dateline::events {

/// A position in the steps of a PackedPoint, rounded to the nearest one.
struct PackedPosition
{
    std::uint32_t x = 0;
    std::uint32_t y = 0;

    /// x in [0, 1], of which 1 is 0 since both are one meridian; y in [0, 1].
    [[nodiscard]] static PackedPosition of(const MercatorPoint &point)
    {
        constexpr double steps = PackedPoint::stepsInWorld;
        const auto x = std::uint32_t(std::lround(point.x * steps));
        const auto y = std::uint32_t(std::lround(point.y * steps));
        return {x % PackedPoint::stepsInWorld, std::min(y, PackedPoint::stepsInWorld - 1)};
    }

    [[nodiscard]] static constexpr PackedPosition in(const PackedPoint &point)
    {
        return {point.stepsX(), point.stepsY()};
    }

    /// Mercator units in [0, 1).
    [[nodiscard]] constexpr MercatorPoint point() const
    {
        constexpr double step = 1.0 / PackedPoint::stepsInWorld;
        return {x * step, y * step};
    }
};

/// Where events are, for one row after another.
class PositionColumn
{
public:
    PositionColumn() = default;
    /// So many rows, each of which is to be set.
    explicit PositionColumn(std::size_t rows)
        : m_points(rows)
    {}

    /// How many rows there are.
    [[nodiscard]] std::size_t size() const { return m_points.size(); }

    // Of a row < size():

    void set(Row row, const PackedPoint &point) { m_points[row] = point; }
    [[nodiscard]] const PackedPoint &operator[](Row row) const { return m_points[row]; }
    /// Mercator units in [0, 1).
    [[nodiscard]] MercatorPoint at(Row row) const
    {
        return PackedPosition::in(m_points[row]).point();
    }
    /// Asks for the memory of a row that will be read soon.
    void fetchAt(Row row) const { fetch(&m_points[row]); }

    /// How much memory it takes.
    [[nodiscard]] std::size_t bytes() const { return m_points.size() * sizeof(PackedPoint); }

private:
    std::vector<PackedPoint> m_points;
};

} // namespace dateline::events
