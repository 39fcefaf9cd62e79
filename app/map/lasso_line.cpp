// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/lasso_line.h>

#include <QRectF>

#include <algorithm>
#include <cmath>
#include <queue>

namespace dateline::map {

namespace {

// Of the width of the world. Half of it would already be as short the other way.
constexpr double longestStep = 0.25;

double distanceToSegment(const MercatorPoint &point, const MercatorPoint &from,
                         const MercatorPoint &to)
{
    const double dx = to.x - from.x;
    const double dy = to.y - from.y;
    const double length = dx * dx + dy * dy;
    const double share = length > 0
        ? std::clamp(((point.x - from.x) * dx + (point.y - from.y) * dy) / length, 0.0, 1.0)
        : 0;
    return std::hypot(point.x - from.x - share * dx, point.y - from.y - share * dy);
}

/// Points first to last of a line, and the one between that is farthest from the straight way.
struct Stretch
{
    std::size_t first;
    std::size_t last;
    std::size_t farthest;
    double distance;

    bool operator<(const Stretch &other) const { return distance < other.distance; }
};

Stretch stretchOf(std::span<const MercatorPoint> line, std::size_t first, std::size_t last)
{
    Stretch stretch{first, last, first, 0};
    for (std::size_t i = first + 1; i < last; ++i) {
        const double away = distanceToSegment(line[i], line[first], line[last]);
        if (away > stretch.distance) {
            stretch.farthest = i;
            stretch.distance = away;
        }
    }
    return stretch;
}

/// Douglas and Peucker, with the point that is farthest off first: so `most` points are those that
/// say most of the shape. Both ends stay.
std::vector<MercatorPoint> simplified(std::span<const MercatorPoint> line, double tolerance,
                                      std::size_t most)
{
    std::vector<bool> kept(line.size(), false);
    kept.front() = kept.back() = true;
    std::priority_queue<Stretch> open;
    open.push(stretchOf(line, 0, line.size() - 1));
    for (std::size_t count = 2; count < most && open.top().distance > tolerance; ++count) {
        const Stretch stretch = open.top();
        open.pop();
        kept[stretch.farthest] = true;
        open.push(stretchOf(line, stretch.first, stretch.farthest));
        open.push(stretchOf(line, stretch.farthest, stretch.last));
    }
    std::vector<MercatorPoint> result;
    for (std::size_t i = 0; i < line.size(); ++i)
        if (kept[i])
            result.push_back(line[i]);
    return result;
}

/// With points between where a step is too long to be the short way round for certain.
std::vector<MercatorPoint> inShortSteps(std::span<const MercatorPoint> closed)
{
    std::vector<MercatorPoint> result;
    for (std::size_t i = 0; i + 1 < closed.size(); ++i) {
        const MercatorPoint &from = closed[i];
        const MercatorPoint &to = closed[i + 1];
        const auto parts = std::max(1, int(std::ceil(std::abs(to.x - from.x) / longestStep)));
        for (int part = 0; part < parts; ++part) {
            const double share = double(part) / parts;
            result.push_back({from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share});
        }
    }
    return result;
}

} // namespace

std::vector<events::GeoPoint> lassoOf(std::vector<MercatorPoint> line, double tolerance)
{
    if (line.size() < 3)
        return {};
    line.push_back(line.front());
    std::size_t most = mostDrawnPoints;
    std::vector<MercatorPoint> points = inShortSteps(simplified(line, tolerance, most));
    while (points.size() > mostDrawnPoints) { // of long steps
        most = most * 3 / 4;
        points = inShortSteps(simplified(line, tolerance, most));
    }
    if (points.size() < 3)
        return {};
    std::vector<events::GeoPoint> lasso;
    lasso.reserve(points.size());
    for (const MercatorPoint &point : points)
        lasso.push_back({events::mercatorLongitude(wrappedX(point.x)),
                         events::mercatorLatitude(std::clamp(point.y, 0.0, 1.0))});
    return lasso;
}

std::vector<QPolygonF> lassoOutlines(std::span<const events::GeoPoint> lasso, const Camera &camera,
                                     const QSizeF &view)
{
    if (lasso.size() < 3)
        return {};
    const double world = worldPixels(camera.zoom);
    QPolygonF line;
    for (std::size_t i = 0; i <= lasso.size(); ++i) {
        const events::GeoPoint &place = lasso[i % lasso.size()];
        const MercatorPoint point = events::toMercator(place.longitude, place.latitude);
        QPointF pixel = toPixel(camera, view, point);
        if (!line.isEmpty())
            pixel.rx() -= std::round((pixel.x() - line.last().x()) / world) * world;
        line << pixel;
    }
    const QRectF box = line.boundingRect();
    const QRectF seen({0, 0}, view);
    std::vector<QPolygonF> outlines;
    const int first = int(std::floor((seen.left() - box.right()) / world));
    const int last = int(std::ceil((seen.right() - box.left()) / world));
    for (int copy = first; copy <= last; ++copy) {
        const double shift = copy * world;
        if (box.translated(shift, 0).adjusted(-1, -1, 1, 1).intersects(seen))
            outlines.push_back(line.translated(shift, 0));
    }
    return outlines;
}

} // namespace dateline::map
