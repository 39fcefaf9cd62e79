// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/cluster_motion.h>

#include <algorithm>
#include <cmath>

namespace dateline::map {

namespace {

constexpr int partingMilliseconds = 220;
// Symbols of one cluster are not farther from its middle, in pixels before the zoom.
constexpr double farthest = 160;

bool isRegrouped(const MapScene &before, const MapScene &after)
{
    return std::floor(before.camera.zoom) < std::floor(after.camera.zoom);
}

/// The larger symbol that held the first event of this one, or null.
const SceneSymbol *parentOf(const MapScene &before, const SceneSymbol &symbol)
{
    const QPointF then = toPixel(before.camera, before.size, symbol.point);
    for (const SceneSymbol &each : before.symbols) {
        const QPointF way = each.pixel - then;
        if (each.rows.size() > symbol.rows.size() && std::hypot(way.x(), way.y()) < farthest
            && std::ranges::binary_search(each.rows, symbol.rows.front()))
            return &each;
    }
    return nullptr;
}

/// From one point to another the short way round the world.
MercatorPoint onTheWay(const MercatorPoint &from, const MercatorPoint &to, double share)
{
    const double dx = to.x - from.x;
    return {from.x + (dx - std::round(dx)) * share, from.y + (to.y - from.y) * share};
}

} // namespace

ClusterMotion::ClusterMotion(QObject *parent)
    : QObject(parent)
{
    m_time.setDuration(partingMilliseconds);
    m_time.setStartValue(0.0);
    m_time.setEndValue(1.0);
    m_time.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_time, &QVariantAnimation::valueChanged, this, &ClusterMotion::moved);
    connect(&m_time, &QVariantAnimation::finished, this, &ClusterMotion::moved);
}

void ClusterMotion::follow(const MapScene &before, MapScene &after, bool wanted)
{
    if (!wanted) {
        stop();
        return;
    }
    if (isRegrouped(before, after)) {
        std::vector<Origin> origins;
        for (const SceneSymbol &symbol : after.symbols)
            if (const SceneSymbol *parent = parentOf(before, symbol))
                origins.emplace_back(symbol.rows.front(),
                                     toPoint(before.camera, before.size, parent->pixel));
        if (origins.empty())
            return;
        std::ranges::sort(origins, {}, &Origin::first);
        m_origins = std::move(origins);
        m_time.stop();
        m_time.start();
    }
    if (!isRunning())
        return;
    const double share = m_time.currentValue().toDouble();
    for (SceneSymbol &symbol : after.symbols) {
        const auto origin
            = std::ranges::lower_bound(m_origins, symbol.rows.front(), {}, &Origin::first);
        if (origin != m_origins.end() && origin->first == symbol.rows.front())
            symbol.pixel
                = toPixel(after.camera, after.size, onTheWay(origin->second, symbol.point, share));
    }
}

} // namespace dateline::map
