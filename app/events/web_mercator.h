// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>

namespace dateline::events {

/// A position on the unit square of Web Mercator (EPSG:3857 scaled to [0, 1]): x grows to the
/// east from the antimeridian, y grows to the south from 85.0511° north.
struct MercatorPoint
{
    double x = 0;
    double y = 0;

    friend bool operator==(const MercatorPoint &, const MercatorPoint &) = default;
};

/// A box in Mercator units, half open; x may lie beyond [0, 1] for a neighbouring world copy.
struct MercatorBox
{
    double left = 0;
    double top = 0;
    double right = 1;
    double bottom = 1;

    friend bool operator==(const MercatorBox &, const MercatorBox &) = default;

    /// The box with a margin on all sides.
    [[nodiscard]] MercatorBox widened(double margin) const
    {
        return {left - margin, top - margin, right + margin, bottom + margin};
    }
};

/// The square of the distance between two positions of [0, 1] the short way round the world.
[[nodiscard]] inline double squaredDistance(const MercatorPoint &a, const MercatorPoint &b)
{
    const double way = std::abs(a.x - b.x);
    const double x = std::min(way, 1 - way);
    const double y = a.y - b.y;
    return x * x + y * y;
}

/// The latitude in degrees at which Web Mercator ends: atan(sinh(π)).
inline constexpr double mercatorLatitudeLimit = 85.051128779806592;

/// Longitude in degrees [-180, 180] to x. Not clamped, so 190 lies in the next world copy.
[[nodiscard]] inline double mercatorX(double longitude)
{
    return longitude / 360.0 + 0.5;
}

/// Latitude in degrees to y; latitudes beyond the limit are clamped to the edge of the square.
/// Source of the formula: OGC 17-083r4, Annex D (WebMercatorQuad), spherical form.
[[nodiscard]] inline double mercatorY(double latitude)
{
    const double clamped = std::clamp(latitude, -mercatorLatitudeLimit, mercatorLatitudeLimit);
    const double sine = std::sin(clamped * std::numbers::pi / 180.0);
    const double y = 0.5 - std::log((1.0 + sine) / (1.0 - sine)) / (4.0 * std::numbers::pi);
    return std::clamp(y, 0.0, 1.0);
}

[[nodiscard]] inline MercatorPoint toMercator(double longitude, double latitude)
{
    return {mercatorX(longitude), mercatorY(latitude)};
}

/// x to longitude in degrees; not wrapped.
[[nodiscard]] inline double mercatorLongitude(double x)
{
    return (x - 0.5) * 360.0;
}

/// y to latitude in degrees.
[[nodiscard]] inline double mercatorLatitude(double y)
{
    const double radians
        = 2.0 * std::atan(std::exp((0.5 - y) * 2.0 * std::numbers::pi)) - std::numbers::pi / 2.0;
    return radians * 180.0 / std::numbers::pi;
}

/// The Morton code (Z-order) of a position: 16 bits of x and of y interleaved, x in the even
/// bits, so that a cell of the quadtree at any zoom up to 16 is one contiguous range of codes.
[[nodiscard]] constexpr std::uint32_t mortonCode(const MercatorPoint &point)
{
    const auto spread = [](double unit) {
        const double scaled = unit * 65536.0;
        std::uint32_t v = scaled <= 0 ? 0U : scaled >= 65535 ? 65535U : std::uint32_t(scaled);
        v = (v | (v << 8U)) & 0x00FF00FFU;
        v = (v | (v << 4U)) & 0x0F0F0F0FU;
        v = (v | (v << 2U)) & 0x33333333U;
        return (v | (v << 1U)) & 0x55555555U;
    };
    return spread(point.x) | (spread(point.y) << 1U);
}

} // namespace dateline::events
