// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map/basemap.h>
#include <map/map_scene.h>

#include <QPainterPath>
#include <QRectF>

#include <vector>

namespace dateline::map {

/// What the base map holds as paths in the pixels of a scene, for one copy of the world: thinned to
/// what shows, and without most of what lies outside of the view. Of a country that reaches far
/// beyond it only the corners are left there that keep the part in view as it is.
class LandPaths
{
public:
    /// Both outlive it. The copy of the world is one of visibleWorlds().
    LandPaths(const BaseMap &map, const MapScene &scene, int world);

    [[nodiscard]] QPointF pixelOf(const MapVertex &vertex) const
    {
        return {double(vertex.x) * m_scale + m_origin.x(),
                double(vertex.y) * m_scale + m_origin.y()};
    }

    /// To fill: the same points of the view are inside it as are inside the country.
    [[nodiscard]] QPainterPath shape(const BaseMapCountry &country) const;

    /// To stroke, a path for each line of BaseMap::outline(): what does not come near the view is
    /// left out.
    [[nodiscard]] std::vector<QPainterPath> outlines(const BaseMapCountry &country) const;

    /// To stroke, likewise; all of a disputed border, which is dashed.
    [[nodiscard]] QPainterPath line(const BaseMapLine &line) const;

private:
    const BaseMap &m_map;
    double m_scale;
    QPointF m_origin; ///< the pixel of (0, 0)
    QRectF m_near; ///< the view and as much around it as a stroke is wide
};

} // namespace dateline::map
