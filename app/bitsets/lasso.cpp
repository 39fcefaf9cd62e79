// SPDX-License-Identifier: GPL-3.0-or-later
#include <bitsets/lasso.h>

#include <events/web_mercator.h>

#include <algorithm>
#include <cmath>

namespace dateline::bitsets {

Lasso::Lasso(std::span<const events::GeoPoint> points)
{
    if (points.size() < 3)
        return;
    double x = events::mercatorX(points.front().longitude);
    double y = events::mercatorY(points.front().latitude);
    const double startX = x;
    const double startY = y;
    for (const events::GeoPoint &point : points.subspan(1)) {
        const double way = events::mercatorX(point.longitude) - x;
        const double nextX = x + way - std::round(way);
        const double nextY = events::mercatorY(point.latitude);
        m_edges.push_back({x, y, nextX, nextY});
        x = nextX;
        y = nextY;
    }
    m_edges.push_back({x, y, startX, startY});
    double left = startX;
    double right = startX;
    for (const Edge &edge : m_edges) {
        left = std::min(left, edge.x1);
        right = std::max(right, edge.x1);
    }
    m_firstWorld = int(std::ceil(left - 1));
    m_lastWorld = int(std::floor(right));
}

Lasso::Part Lasso::over(double left, double right, double top, double bottom) const
{
    Part part;
    for (const Edge &edge : m_edges) {
        const auto [north, south] = std::minmax(edge.y1, edge.y2);
        const auto [west, east] = std::minmax(edge.x1, edge.x2);
        if (south < top || north > bottom || east < left)
            continue;
        part.edges.push_back(edge);
        part.isCut = part.isCut || west <= right;
    }
    return part;
}

/// Counts the edges that a ray to the east crosses.
bool Lasso::Part::contains(double x, double y) const
{
    bool isInside = false;
    for (const Edge &edge : edges) {
        if ((edge.y1 > y) == (edge.y2 > y))
            continue;
        const double crossing = edge.x1 + (y - edge.y1) / (edge.y2 - edge.y1) * (edge.x2 - edge.x1);
        isInside ^= x < crossing;
    }
    return isInside;
}

} // namespace dateline::bitsets
