// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/country_distance.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace dateline::map {

namespace {

constexpr double earthRadiusKilometres = 6371;

double squared(double value)
{
    return value * value;
}

/// Along the great circle, on a sphere.
double kilometresBetween(const MercatorPoint &a, const MercatorPoint &b)
{
    const double degree = std::numbers::pi / 180;
    const double latitudeA = events::mercatorLatitude(a.y) * degree;
    const double latitudeB = events::mercatorLatitude(b.y) * degree;
    const double haversine = squared(std::sin((latitudeB - latitudeA) / 2))
        + std::cos(latitudeA) * std::cos(latitudeB)
            * squared(std::sin((b.x - a.x) * std::numbers::pi));
    return 2 * earthRadiusKilometres * std::asin(std::sqrt(std::min(1.0, haversine)));
}

/// The point of the line from `a` to `b` that is nearest to `point`.
MercatorPoint nearestOnLine(const MercatorPoint &a, const MercatorPoint &b,
                            const MercatorPoint &point)
{
    const double length = squared(b.x - a.x) + squared(b.y - a.y);
    const double along
        = length > 0 ? ((point.x - a.x) * (b.x - a.x) + (point.y - a.y) * (b.y - a.y)) / length : 0;
    const double share = std::clamp(along, 0.0, 1.0);
    return {a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share};
}

/// The point of a country's outline that is nearest to `point` on the map. Countries on the
/// antimeridian are cut there, so the outline is looked at in three world copies.
MercatorPoint nearestOnOutline(const BaseMap &map, const Run &rings, const MercatorPoint &point)
{
    MercatorPoint nearest;
    double least = std::numeric_limits<double>::infinity();
    for (const Run &ring : map.rings().subspan(rings.first, rings.count)) {
        const auto vertices = map.ringVertices().subspan(ring.first, ring.count);
        for (std::size_t i = 0, j = vertices.size() - 1; i < vertices.size(); j = i++) {
            const MapVertex &from = map.vertices()[vertices[j]];
            const MapVertex &to = map.vertices()[vertices[i]];
            for (const double world : {-1.0, 0.0, 1.0}) {
                const MercatorPoint found
                    = nearestOnLine({double(from.x) + world, double(from.y)},
                                    {double(to.x) + world, double(to.y)}, point);
                const double distance = squared(found.x - point.x) + squared(found.y - point.y);
                if (distance < least) {
                    least = distance;
                    nearest = found;
                }
            }
        }
    }
    return nearest;
}

} // namespace

std::optional<double> kilometresOutside(const BaseMap &map, events::CountryCode country,
                                        double latitude, double longitude)
{
    const std::optional<std::size_t> index = map.countryIndex(country);
    if (!index || map.countries()[*index].rings.count == 0)
        return std::nullopt;
    const MercatorPoint point{wrappedX(events::mercatorX(longitude)), events::mercatorY(latitude)};
    if (map.contains(*index, point))
        return 0;
    return kilometresBetween(point, nearestOnOutline(map, map.countries()[*index].rings, point));
}

} // namespace dateline::map
