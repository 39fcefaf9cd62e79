// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/web_mercator.h>
#include <query/spatial_blocks.h>

#include <cmath>

namespace dateline::query {

/// Which points a box (x unwrapped) shows. Half open, but the southern edge of the world belongs to
/// a view that reaches it. Private to Clusters and ClusterGrid.
class MercatorView
{
public:
    explicit MercatorView(const MercatorBox &box)
        : m_box(box)
        , m_world(std::floor(box.left))
    {}

    /// x in [0, 1], where 1 is the meridian of 0.
    [[nodiscard]] bool contains(const events::MercatorPoint &point) const
    {
        const double x = point.x + m_world;
        const double shown = x < m_box.left ? x + 1 : x >= m_box.left + 1 ? x - 1 : x;
        return shown < m_box.right && point.y >= m_box.top
            && (point.y < m_box.bottom || m_box.bottom >= 1);
    }

private:
    MercatorBox m_box;
    double m_world;
};

} // namespace dateline::query
