// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/web_mercator.h>

#include <QPointF>
#include <QSizeF>

#include <vector>

/// The camera of the map: pure functions between the Mercator square and the pixels of a view.
///
/// Positions on the map are in Mercator units ([0, 1] each way, y to the south). The square
/// repeats to the east and west: x and x + 1 are the same place in neighbouring world copies.
/// Pixels are device independent, from the top left of the view. North is always up.
namespace dateline::map {

using events::MercatorPoint;

/// What a view looks at: the unit square is 256 · 2^zoom pixels wide.
struct Camera
{
    MercatorPoint centre{0.5, 0.5};
    double zoom = 2;

    friend bool operator==(const Camera &, const Camera &) = default;
};

/// A box on the map, minX ≤ maxX and minY ≤ maxY. A box may reach beyond [0, 1] in x.
struct Extent
{
    double minX = 0;
    double minY = 0;
    double maxX = 0;
    double maxY = 0;

    [[nodiscard]] double width() const { return maxX - minX; }
    [[nodiscard]] double height() const { return maxY - minY; }
    [[nodiscard]] MercatorPoint centre() const { return {(minX + maxX) / 2, (minY + maxY) / 2}; }

    /// Half open: the east and south edges are outside.
    [[nodiscard]] bool contains(const MercatorPoint &point) const
    {
        return point.x >= minX && point.x < maxX && point.y >= minY && point.y < maxY;
    }
    [[nodiscard]] bool intersects(const Extent &other) const
    {
        return minX < other.maxX && other.minX < maxX && minY < other.maxY && other.minY < maxY;
    }

    friend bool operator==(const Extent &, const Extent &) = default;
};

/// The closest the camera comes; what is known to a city gains nothing from coming closer.
inline constexpr double maximumZoom = 11;
/// The same over a map from a server, whose streets are what one comes closer for.
inline constexpr double maximumZoomOnline = 15;

/// Pixels per Mercator unit, that is the width of one world.
[[nodiscard]] double worldPixels(double zoom);

/// The zoom below which the world would be smaller than the view in one direction. A view without
/// area gives 0.
[[nodiscard]] double minimumZoom(const QSizeF &view);

/// The camera nearest to `camera` that stays on the map: zoom between the limits, not closer than
/// `closest`, no space beyond the poles, centre x in [0, 1).
[[nodiscard]] Camera clamped(Camera camera, const QSizeF &view, double closest = maximumZoom);

/// The pixel of a point, in the world copy nearest to the camera's centre.
[[nodiscard]] QPointF toPixel(const Camera &camera, const QSizeF &view, const MercatorPoint &point);

/// The point under a pixel; x is not wrapped and y not clamped, so it inverts exactly.
[[nodiscard]] MercatorPoint toPoint(const Camera &camera, const QSizeF &view, const QPointF &pixel);

/// x brought into [0, 1).
[[nodiscard]] double wrappedX(double x);

/// What the view shows, not wrapped.
[[nodiscard]] Extent visibleBox(const Camera &camera, const QSizeF &view);

/// What the view shows as boxes inside [0, 1]: one, or two when it crosses the antimeridian. A
/// view as wide as the world or wider gives the whole width once.
[[nodiscard]] std::vector<Extent> visibleBoxes(const Camera &camera, const QSizeF &view);

/// The world copies that the view shows, as offsets to add to x: {0}, {-1, 0}, {0, 1}…
[[nodiscard]] std::vector<int> visibleWorlds(const Camera &camera, const QSizeF &view);

/// Moves by pixels: a drag to the right by 10 is (10, 0) and brings the west into view.
[[nodiscard]] Camera panned(const Camera &camera, const QSizeF &view, const QPointF &drag,
                            double closest = maximumZoom);

/// Zooms by `levels` so that what lies under `pixel` stays there, limits permitting.
[[nodiscard]] Camera zoomedAt(const Camera &camera, const QSizeF &view, const QPointF &pixel,
                              double levels, double closest = maximumZoom);

/// The camera that shows the whole box with `margin` pixels on each side, not closer than
/// `closest`. An empty box is centred at `closest`.
[[nodiscard]] Camera fitted(const Extent &box, const QSizeF &view, double margin,
                            double closest = maximumZoom);

/// The camera that shows higher what `camera` shows, so that the lowest `foot` pixels of the view,
/// where something lies over the map, hide as little of it as the rest does above.
[[nodiscard]] Camera raised(const Camera &camera, const QSizeF &view, double foot,
                            double closest = maximumZoom);

/// The camera of "whole world": as far out as the view allows, where most land is in sight.
[[nodiscard]] Camera homeCamera(const QSizeF &view);

/// The smallest box around all points the short way round the world, so that points on both sides
/// of the antimeridian do not span the globe. No points give an empty box at the centre.
[[nodiscard]] Extent boxAround(std::vector<MercatorPoint> points);

} // namespace dateline::map
