// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bitsets/spatial_blocks.h>
#include <events/web_mercator.h>

#include <cmath>

namespace dateline::clustering {

/// Which points a box (x unwrapped) shows, half open. Private to Clusters and ClusterGrid.
class MercatorView
{
public:
    explicit MercatorView(const events::MercatorBox &box)
        : m_box(box)
        , m_world(std::floor(box.left))
    {}

    /// x and y in [0, 1).
    [[nodiscard]] bool contains(const events::MercatorPoint &point) const
    {
        const double x = point.x + m_world;
        const double shown = x < m_box.left ? x + 1 : x;
        return shown < m_box.right && point.y >= m_box.top && point.y < m_box.bottom;
    }

private:
    events::MercatorBox m_box;
    double m_world;
};

} // namespace dateline::clustering
