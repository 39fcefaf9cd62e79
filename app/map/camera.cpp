// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/camera.h>

#include <algorithm>
#include <cmath>

namespace dateline::map {

namespace {

constexpr double tilePixels = 256;

} // namespace

double worldPixels(double zoom)
{
    return tilePixels * std::exp2(zoom);
}

double minimumZoom(const QSizeF &view)
{
    const double longest = std::max(view.width(), view.height());
    return longest <= tilePixels ? 0 : std::log2(longest / tilePixels);
}

double wrappedX(double x)
{
    const double wrapped = x - std::floor(x);
    return wrapped < 1 ? wrapped : 0;
}

Camera clamped(Camera camera, const QSizeF &view, double closest)
{
    camera.zoom = std::clamp(camera.zoom, std::min(minimumZoom(view), closest), closest);
    const double halfHeight = std::min(0.5, view.height() / worldPixels(camera.zoom) / 2);
    camera.centre.y = std::clamp(camera.centre.y, halfHeight, 1 - halfHeight);
    camera.centre.x = wrappedX(camera.centre.x);
    return camera;
}

QPointF toPixel(const Camera &camera, const QSizeF &view, const MercatorPoint &point)
{
    const double scale = worldPixels(camera.zoom);
    double dx = point.x - camera.centre.x;
    dx -= std::round(dx);
    return {view.width() / 2 + dx * scale, view.height() / 2 + (point.y - camera.centre.y) * scale};
}

MercatorPoint toPoint(const Camera &camera, const QSizeF &view, const QPointF &pixel)
{
    const double scale = worldPixels(camera.zoom);
    return {camera.centre.x + (pixel.x() - view.width() / 2) / scale,
            camera.centre.y + (pixel.y() - view.height() / 2) / scale};
}

Extent visibleBox(const Camera &camera, const QSizeF &view)
{
    const MercatorPoint topLeft = toPoint(camera, view, {0, 0});
    const MercatorPoint bottomRight = toPoint(camera, view, {view.width(), view.height()});
    return {topLeft.x, topLeft.y, bottomRight.x, bottomRight.y};
}

std::vector<Extent> visibleBoxes(const Camera &camera, const QSizeF &view)
{
    Extent box = visibleBox(camera, view);
    box.minY = std::clamp(box.minY, 0.0, 1.0);
    box.maxY = std::clamp(box.maxY, 0.0, 1.0);
    if (box.width() >= 1)
        return {{0, box.minY, 1, box.maxY}};
    const double west = wrappedX(box.minX);
    const double east = west + box.width();
    if (east <= 1)
        return {{west, box.minY, east, box.maxY}};
    return {{west, box.minY, 1, box.maxY}, {0, box.minY, east - 1, box.maxY}};
}

std::vector<int> visibleWorlds(const Camera &camera, const QSizeF &view)
{
    const Extent box = visibleBox(camera, view);
    std::vector<int> worlds;
    for (int world = int(std::floor(box.minX)); world < box.maxX; ++world)
        worlds.push_back(world);
    return worlds;
}

Camera panned(const Camera &camera, const QSizeF &view, const QPointF &drag, double closest)
{
    const double scale = worldPixels(camera.zoom);
    Camera result = camera;
    result.centre.x -= drag.x() / scale;
    result.centre.y -= drag.y() / scale;
    return clamped(result, view, closest);
}

Camera zoomedAt(const Camera &camera, const QSizeF &view, const QPointF &pixel, double levels,
                double closest)
{
    const MercatorPoint held = toPoint(camera, view, pixel);
    Camera result = camera;
    result.zoom = clamped({camera.centre, camera.zoom + levels}, view, closest).zoom;
    const double scale = worldPixels(result.zoom);
    result.centre = {held.x - (pixel.x() - view.width() / 2) / scale,
                     held.y - (pixel.y() - view.height() / 2) / scale};
    return clamped(result, view, closest);
}

Camera fitted(const Extent &box, const QSizeF &view, double margin, double closest)
{
    const double width = std::max(1.0, view.width() - 2 * margin);
    const double height = std::max(1.0, view.height() - 2 * margin);
    double zoom = closest;
    if (box.width() > 0)
        zoom = std::min(zoom, std::log2(width / box.width() / tilePixels));
    if (box.height() > 0)
        zoom = std::min(zoom, std::log2(height / box.height() / tilePixels));
    return clamped({box.centre(), zoom}, view, closest);
}

Camera raised(const Camera &camera, const QSizeF &view, double foot, double closest)
{
    const double down = foot / 2 / worldPixels(camera.zoom);
    return clamped({{camera.centre.x, camera.centre.y + down}, camera.zoom}, view, closest);
}

Camera homeCamera(const QSizeF &view)
{
    // Between the tip of Greenland and Cape Horn the middle lies at about 25° north on this
    // projection; 12° east keeps the Bering Strait at the edge.
    return clamped({events::toMercator(12, 25), 0}, view);
}

Extent boxAround(std::vector<MercatorPoint> points)
{
    if (points.empty())
        return {0.5, 0.5, 0.5, 0.5};
    for (MercatorPoint &point : points)
        point.x = wrappedX(point.x);
    std::ranges::sort(points, {}, &MercatorPoint::x);
    double gap = points.front().x + 1 - points.back().x;
    double west = points.front().x;
    for (std::size_t i = 1; i < points.size(); ++i) {
        const double between = points[i].x - points[i - 1].x;
        if (between > gap) {
            gap = between;
            west = points[i].x;
        }
    }
    const auto [north, south] = std::ranges::minmax_element(points, {}, &MercatorPoint::y);
    return {west, north->y, west + 1 - gap, south->y};
}

} // namespace dateline::map
